// Somebody new in a household's file: typed facts judged against the books, then written; one who left another household before brings
// their row and its history along.
import type { Context } from '../context.ts';
import type { Params, Reason } from '../contract/act.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Day } from '../domain/business-day.ts';
import { relationByName, RELATIONS } from '../domain/categories.ts';
import { coverReasons } from './covers.ts';
import { readPerson, type PersonPapers } from './read-person.ts';
import { holderOf, type KnownPerson } from './same-person.ts';
import { eraseWords, writeWords } from './search-words.ts';

export type Newcomer = ParsedInput<'people.join'>['person'];
export interface Judged {
  readonly typed: Newcomer;
  readonly papers: PersonPapers;
  /** Who has this paper and left another household; null: nobody. */
  readonly known: KnownPerson | null;
  readonly reasons: readonly Reason[];
}
export const HEAD = RELATIONS[0].name;

/** `joinedDay` null: covers may have begun at any time, as when a household is first entered. */
export const judgeNewcomer = async (
  context: Pick<Context, 'tx' | 'day'>,
  typed: Newcomer,
  { row, joinedDay }: { readonly row: number | null; readonly joinedDay: Day | null },
): Promise<Judged> => {
  const { papers, oldForm, reasons } = readPerson(typed, context.day);
  const said = (reason: Reason): Reason => (row === null ? reason : { ...reason, row });
  const known = await holderOf(
    context.tx,
    oldForm === null ? papers : { id_number: oldForm, document_key: null },
  );
  const all = [...reasons.map(said)];
  if (oldForm !== null) all.push(said(oldFormReason(known)));
  else if (known) all.push(...knownReasons(known, context.day).map(said));
  if (joinedDay !== null && papers.birth_day !== null && joinedDay < papers.birth_day)
    all.push(said({ code: 'day-before-birth', field: 'day', params: { day: joinedDay } }));
  all.push(
    ...(await coverReasons(context, {
      row,
      covers: typed.covers,
      birthDay: papers.birth_day,
      notBefore: laterOf(joinedDay, known?.leftDay ?? null),
    })),
  );
  return { typed, papers, known: known?.leftDay === null ? null : known, reasons: all };
};

const laterOf = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a > b ? a : b);

/** 15 digits are refused at the form; who is here under the 18 they mean is named (rulings.md 17). */
export const oldFormReason = (known: KnownPerson | null): Reason => ({
  code: 'id-old-form',
  field: 'documentNumber',
  params: { household: known === null || known.entering ? null : known.household },
});

/** Refused while they are in a household or in an import that is entering, and for ever once they died. */
export const knownReasons = (known: KnownPerson, day: Day): readonly Reason[] => {
  if (known.entering) return [{ code: 'person-entering', field: 'documentNumber' }];
  const params: Params = { household: known.household, endDay: known.leftDay };
  if (known.leftWhy === 'died') return [{ code: 'person-died', field: 'documentNumber', params }];
  return known.leftDay === null || known.leftDay > day
    ? [{ code: 'id-already-here', field: 'documentNumber', params: { household: known.household } }]
    : [];
};

/** True for a word that names somebody the head (户主, 本人). */
export const saysHead = (relation: string): boolean => relationByName(relation) === 'head';

/** Writes the person; answers their id. */
export const writeNewcomer = async (
  context: Context,
  householdId: number,
  { typed, papers, known }: Judged,
  { isHead }: { readonly isHead: boolean },
): Promise<number> => {
  const { tx, now, actor } = context;
  const row = {
    household_id: householdId,
    ...papers,
    document_checked_by: typed.documentChecked ? actor.staffId : null,
    relation: isHead ? HEAD : typed.relation,
    is_head: isHead ? (1 as const) : (0 as const),
    care: typed.care,
    flags: typed.flags,
    certificate: typed.certificate,
    left_day: null,
    left_why: '' as const,
  };
  if (known) await eraseWords(tx, [known.personId]);
  const { id } = known
    ? await tx
        .updateTable('person')
        .set(row)
        .where('id', '=', known.personId)
        .returning('id')
        .executeTakeFirstOrThrow()
    : await tx
        .insertInto('person')
        .values({ ...row, created_at: now })
        .returning('id')
        .executeTakeFirstOrThrow();
  await writeWords(tx, [papers]);
  return id;
};
