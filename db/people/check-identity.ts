// What a form learns about a typed person before anything is saved: what is wrong, what is unusual, whose paper it is already, and who
// looks like the same.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { knownReasons, oldFormReason } from './newcomer.ts';
import { readPerson } from './read-person.ts';
import { holderOf, lookAlikesOf, type KnownPerson } from './same-person.ts';

export const checkIdentity = async (
  { tx, day }: Context,
  { street, community, address, phone, personId, ...typed }: Asked,
): Promise<Output<'people.checkIdentity'>> => {
  const { papers, oldForm, disabilityWords, reasons, warnings } = readPerson(typed, day);
  const holder = await holderOf(tx, oldForm === null ? papers : { id_number: oldForm, document_key: null });
  const known = holder?.personId === personId ? null : holder;
  const taken = oldForm !== null ? [oldFormReason(known)] : known ? knownReasons(known, day) : [];
  const alike = await lookAlikesOf(tx, papers.name, { street, community, address, phone });
  return {
    refused: [...reasons, ...taken].map(({ code, field = '', params = {} }) => ({
      code,
      field,
      params: { ...params },
    })),
    warned: warnings.map((warning) => ({ ...warning })),
    documentKind: papers.document_kind,
    sex: papers.sex,
    birthDay: papers.birth_day,
    disabilityWords,
    here:
      known && !known.entering
        ? { householdId: known.householdId, household: known.household, state: stateOf(known, day) }
        : null,
    lookAlikes: alike
      .filter((other) => other.personId !== personId && other.personId !== known?.personId)
      .map((other) => ({ ...other, name: maskName(other.name) })),
  };
};

type Asked = ParsedInput<'people.checkIdentity'>;

const stateOf = ({ leftDay, leftWhy }: KnownPerson, day: string): 'member' | 'left' | 'died' =>
  leftDay === null || leftDay > day ? 'member' : leftWhy === 'died' ? 'died' : 'left';
