// A household entered by hand, with its people and what they are covered by.
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { dropInvisible, foldWidth } from '../domain/fold-width.ts';
import { readDivisionCode } from '../domain/division-code.ts';
import { lastFour } from '../domain/mask.ts';
import { nextReviewDay } from '../domain/review.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { contactKeys } from './contact-keys.ts';
import { beginCovers } from './covers.ts';
import { recordEvents, type HouseholdEvent } from './events.ts';
import { judgeNewcomer, saysHead, writeNewcomer, type Judged } from './newcomer.ts';
import { isTooFar } from './open-household.ts';
import { refreshStanding } from './standing.ts';

type Entered = ParsedInput<'people.enter'>;

/** Refusals: everything wrong with the household and its people at once, each with its row and field. */
export const enterHousehold = async (context: Context, input: Entered): Promise<Output<'people.enter'>> => {
  const { tx, day: today } = context;
  const division = readDivision(input.divisionCode);
  const judged: Judged[] = [];
  for (const [at, person] of input.people.entries())
    judged.push(await judgeNewcomer(context, person, { row: at + 1, joinedDay: null }));
  const first = input.people.flatMap(({ covers }) => covers)[0];
  refuseAll([
    ...(await numberReasons(tx, input.number)),
    ...division.reasons,
    ...(isTooFar(today, input.day)
      ? [{ code: 'day-too-far' as const, field: 'day', params: { day: input.day } }]
      : []),
    ...judged.flatMap(({ reasons }) => reasons),
    ...rolesReasons(input.people),
    ...twiceReasons(judged),
    ...(first ? [] : [{ code: 'cover-missing' as const, field: 'category' }]),
  ]);
  const head = judged[0];
  if (!first || !head) throw new Error('a household without anybody covered passed');
  const { id, number } = await insertHousehold(context, input, {
    divisionCode: division.code,
    category: first.category,
    head: head.papers,
  });
  await enterPeople(context, id, input, judged);
  await refreshStanding(tx, today, [id]);
  if (input.nextReviewDay === null) await setFirstReview(context, id, input.day);
  context.note(`household:${id}`, { people: input.people.length });
  return { householdId: id, number };
};

/** Approved on the day is reviewed on the day: the next one as the category asks (domain.md §5.2). */
const setFirstReview = async (
  { tx, day: today }: Context,
  householdId: number,
  day: string,
): Promise<void> => {
  const { category } = await tx
    .selectFrom('household')
    .select('category')
    .where('id', '=', householdId)
    .executeTakeFirstOrThrow();
  const months = (await readCategories(tx, today)).get(category)?.reviewMonths;
  if (months === undefined) return;
  await tx
    .updateTable('household')
    .set({ next_review_day: nextReviewDay(day, months) })
    .where('id', '=', householdId)
    .execute();
};

const enterPeople = async (
  context: Context,
  householdId: number,
  input: Entered,
  judged: readonly Judged[],
): Promise<void> => {
  const { reason, document, day } = input;
  const events: HouseholdEvent[] = [{ householdId, kind: 'entered', day, reason, document }];
  for (const [at, each] of judged.entries()) {
    const personId = await writeNewcomer(context, householdId, each, { isHead: at === 0 });
    await beginCovers(context, householdId, personId, input, each.typed.covers);
    if (each.known)
      events.push({
        householdId,
        personId,
        kind: 'joined',
        day,
        reason,
        changes: [cameFrom(each.known.household)],
      });
    events.push(...beganEvents(householdId, personId, each.typed.covers, { reason, document }));
  }
  await recordEvents(context, events);
};

export const cameFrom = (household: string) => ({ field: 'household', before: household, after: '' });

/** One line of history for each cover that begins. */
export const beganEvents = (
  householdId: number,
  personId: number,
  covers: Judged['typed']['covers'],
  because: { readonly reason: string; readonly document: string },
): readonly HouseholdEvent[] =>
  covers.map((cover) => ({
    householdId,
    personId,
    kind: 'began',
    day: cover.fromDay,
    reason: cover.reason || because.reason,
    document: cover.document || because.document,
    changes: [{ field: 'category', before: '', after: cover.category }],
  }));

export interface NewHousehold {
  readonly divisionCode: string;
  readonly category: string;
  readonly head: { readonly name: string; readonly id_number: string | null };
}
type Facts = Pick<Entered, 'number' | 'street' | 'community' | 'address' | 'phone'> &
  Partial<Pick<Entered, 'institutionId' | 'nextReviewDay'>>;

/** The row alone; what it amounts to is filled by refreshStanding. */
export const insertHousehold = async (
  { tx, now, day }: Context,
  input: Facts,
  { divisionCode, category, head }: NewHousehold,
): Promise<{ readonly id: number; readonly number: string }> => {
  const number = plainNumber(input.number) || (await freeNumber(tx, day));
  const { id } = await tx
    .insertInto('household')
    .values({
      number,
      head_name: head.name,
      id_tail: lastFour(head.id_number ?? ''),
      street: input.street,
      community: input.community,
      division_code: divisionCode,
      address: input.address,
      phone: input.phone,
      ...contactKeys(input),
      category,
      members: 0,
      institution_id: input.institutionId ?? null,
      next_review_day: input.nextReviewDay ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, number };
};

const plainNumber = (typed: string): string => dropInvisible(foldWidth(typed)).toUpperCase();

/** A roster may have brought a number of our own series along. */
const freeNumber = async (tx: Tx, day: string): Promise<string> => {
  for (;;) {
    const number = await nextNumber(tx, 'household', day);
    if ((await numberReasons(tx, number)).length === 0) return number;
  }
};

export const numberReasons = async (tx: Tx, typed: string): Promise<readonly Reason[]> => {
  const number = plainNumber(typed);
  if (number === '') return [];
  const taken = await tx.selectFrom('household').select('id').where('number', '=', number).executeTakeFirst();
  return taken ? [{ code: 'household-number-taken', field: 'number', params: { number } }] : [];
};

/** Empty is allowed: not every office knows the code. */
export const readDivision = (
  typed: string,
): { readonly code: string; readonly reasons: readonly Reason[] } => {
  const read = readDivisionCode(typed);
  if (read.kind === 'ok') return { code: read.code, reasons: [] };
  return read.code === 'division-missing'
    ? { code: '', reasons: [] }
    : { code: '', reasons: [{ code: read.code, field: 'divisionCode' }] };
};

export const divisionOf = (typed: string): string => {
  const { code, reasons } = readDivision(typed);
  const [reason] = reasons;
  if (reason) throw new Refusal(reason.code, undefined, reasons);
  return code;
};

/** The first is the head, and nobody else is called so. */
const rolesReasons = (people: Entered['people']): readonly Reason[] =>
  people.flatMap(({ relation }, at): readonly Reason[] =>
    at > 0 && saysHead(relation) ? [{ code: 'relation-missing', field: 'relation', row: at + 1 }] : [],
  );

const twiceReasons = (judged: readonly Judged[]): readonly Reason[] => {
  const seen = new Set<string>();
  return judged.flatMap(({ papers }, at): readonly Reason[] => {
    const key = papers.id_number ?? papers.document_key;
    if (key === null) return [];
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [{ code: 'person-same', field: 'documentNumber', row: at + 1 }] : [];
  });
};
