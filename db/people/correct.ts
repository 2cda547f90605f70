// Facts of a file that were wrong or changed: of the household, and of a person. Every field that changes stands in the history with what
// it was; nothing is edited unseen. A new place is a move (move.ts).
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { contactKeys } from './contact-keys.ts';
import { divisionOf } from './enter.ts';
import { recordEvent, type FieldChange } from './events.ts';
import { nameHousehold } from './head.ts';
import { changesOf } from './move.ts';
import { HEAD, oldFormReason, saysHead } from './newcomer.ts';
import { openHousehold, type Person } from './open-household.ts';
import { readPerson, type PersonPapers } from './read-person.ts';
import { holderOf } from './same-person.ts';
import { eraseWords, writeWords } from './search-words.ts';

type Done = Record<string, never>;

/** Refusals: `nothing-changed`; `not-found` for an institution nobody knows; those of the division code. */
export const correctHousehold = async (
  context: Context,
  {
    householdId,
    reason,
    document,
    divisionCode,
    institutionId,
    address,
    phone,
  }: ParsedInput<'people.correct'>,
): Promise<Done> => {
  const { tx, day } = context;
  const { household } = await openHousehold(context, householdId);
  const after = { address, phone, division_code: divisionOf(divisionCode) };
  const changes: FieldChange[] = [
    ...changesOf(household, after),
    ...(institutionId === household.institution_id
      ? []
      : [
          {
            field: 'institution',
            before: await institutionName(tx, household.institution_id),
            after: await institutionName(tx, institutionId),
          },
        ]),
  ];
  if (changes.length === 0) throw new Refusal('nothing-changed');
  await tx
    .updateTable('household')
    .set({ ...after, ...contactKeys({ ...household, address, phone }), institution_id: institutionId })
    .where('id', '=', householdId)
    .execute();
  await recordEvent(context, { householdId, kind: 'corrected', day, reason, document, changes });
  context.note(`household:${householdId}`);
  return {};
};

const institutionName = async (tx: Tx, id: number | null): Promise<string> => {
  if (id === null) return '';
  const found = await tx.selectFrom('institution').select('name').where('id', '=', id).executeTakeFirst();
  if (!found) throw new Refusal('not-found');
  return found.name;
};

/** Who left or died keeps a correct name and number all the same. Refusals: those of papers and names; `id-already-here`. */
export const correctPerson = async (
  context: Context,
  { personId, reason, document, ...typed }: ParsedInput<'people.correctPerson'>,
): Promise<Done> => {
  const { tx, day, actor } = context;
  const person = await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!person) throw new Refusal('not-found');
  const { household } = await openHousehold(context, person.household_id);
  const read = readPerson(typed, day);
  refuseAll([...read.reasons, ...(await takenReasons(tx, person, read.papers, read.oldForm))]);
  await refuseBornLater(tx, personId, read.papers.birth_day);
  const isHead = person.is_head === 1;
  const after = {
    ...read.papers,
    document_checked_by: typed.documentChecked ? (person.document_checked_by ?? actor.staffId) : null,
    relation: isHead || saysHead(typed.relation) ? relationOf(person, typed.relation) : typed.relation,
    care: typed.care,
    flags: typed.flags,
    certificate: typed.certificate,
  };
  const changes = personChanges(person, after);
  if (changes.length === 0) throw new Refusal('nothing-changed');
  const renamed = after.name !== person.name;
  if (renamed) await eraseWords(tx, [personId]);
  await tx.updateTable('person').set(after).where('id', '=', personId).execute();
  if (renamed) await writeWords(tx, [after]);
  if (isHead) await nameHousehold(context, household.id, after);
  await recordEvent(context, {
    householdId: household.id,
    personId,
    kind: 'corrected',
    day,
    reason,
    document,
    changes,
  });
  context.note(`household:${household.id}`, { person: personId });
  return {};
};

/** Who is the head is said by changeHead alone. */
const relationOf = (person: Person, typed: string): string =>
  person.is_head === 1 ? HEAD : saysHead(typed) ? person.relation : typed;

const takenReasons = async (
  tx: Tx,
  person: Person,
  papers: PersonPapers,
  oldForm: string | null,
): Promise<readonly Reason[]> => {
  const known = await holderOf(tx, oldForm === null ? papers : { id_number: oldForm, document_key: null });
  if (oldForm !== null) return [oldFormReason(known)];
  if (known?.entering) return [{ code: 'person-entering', field: 'documentNumber' }];
  return known && known.personId !== person.id
    ? [{ code: 'id-already-here', field: 'documentNumber', params: { household: known.household } }]
    : [];
};

/** Nobody was covered before they were born. */
const refuseBornLater = async (tx: Tx, personId: number, birthDay: string | null): Promise<void> => {
  if (birthDay === null) return;
  const early = await tx
    .selectFrom('cover')
    .select('from_day')
    .where('person_id', '=', personId)
    .where('from_day', '<', birthDay)
    .executeTakeFirst();
  if (early)
    throw new Refusal('day-before-birth', { day: early.from_day }, [
      { code: 'day-before-birth', field: 'birthDay', params: { day: early.from_day } },
    ]);
};

const personFields = {
  name: 'name',
  document_kind: 'documentKind',
  id_number: 'idNumber',
  document_number: 'documentNumber',
  sex: 'sex',
  birth_day: 'birthDay',
  relation: 'relation',
  care: 'care',
  flags: 'flags',
  certificate: 'certificate',
  disability: 'disability',
} as const;
type PersonColumn = keyof typeof personFields;

const personChanges = (
  before: Person,
  after: Readonly<Record<PersonColumn, string | null>>,
): readonly FieldChange[] =>
  (Object.keys(personFields) as PersonColumn[])
    .map((column) => ({
      field: personFields[column],
      before: before[column] ?? '',
      after: after[column] ?? '',
    }))
    .filter(({ before: was, after: is }) => was !== is);
