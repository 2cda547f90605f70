// Households on the screen: found, listed, counted, read. Everything personal is masked here; the full data has an act of its
// own that leaves a trace.
import type { Handlers, Tx } from '../context.ts';
import { readCategories, type Categories } from '../categories.ts';
import { eligibilityOn, reviewOverdue } from '../domain/eligibility.ts';
import { maskName } from '../domain/mask.ts';
import { filedAmong } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { stateCondition } from './filters.ts';
import { findHouseholds, isEntering, type HouseholdFilters, type Page } from './search.ts';

interface HouseholdFacts {
  readonly id: number;
  readonly number: string;
  readonly head_name: string;
  readonly category: string;
  readonly members: number;
  readonly id_tail: string;
  readonly street: string;
  readonly community: string;
  readonly start_day: string | null;
  readonly end_day: string | null;
  readonly grace_to_day: string | null;
  readonly next_review_day: string | null;
  readonly stopped: string;
}
const shownColumns = [
  'id',
  'number',
  'head_name',
  'category',
  'members',
  'id_tail',
  'street',
  'community',
  'start_day',
  'end_day',
  'grace_to_day',
  'next_review_day',
  'stopped',
] as const;

export const rowOf = (
  household: HouseholdFacts,
  day: string,
  categories: Categories,
  filed: ReadonlySet<number>,
) => ({
  id: household.id,
  number: household.number,
  headName: maskName(household.head_name),
  categoryCode: household.category,
  category: categories.nameOf(household.category),
  members: household.members,
  idTail: household.id_tail,
  street: household.street,
  community: household.community,
  state: eligibilityOn(
    { startDay: household.start_day, endDay: household.end_day, graceToDay: household.grace_to_day },
    day,
  ),
  nextReviewDay: household.next_review_day,
  reviewOverdue: reviewOverdue(household.next_review_day, day),
  relative: filed.has(household.id),
  stopped: household.stopped !== '',
});

/** Households and their number. What is entering (roster_run) is looked for only while something is: counting then reads every row. */
const listed = async (
  tx: Tx,
  { category, community, condition }: HouseholdFilters,
  { offset, limit }: Page,
) => {
  const entering = await isEntering(tx);
  let found = entering ? tx.selectFrom('household_here as household') : tx.selectFrom('household');
  if (category !== '') found = found.where('household.category', '=', category);
  if (community !== '') found = found.where('household.community', '=', community);
  if (condition) found = found.where(condition);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found.select(shownColumns).orderBy('household.id').limit(limit).offset(offset).execute();
  return { total, more: false, rows };
};

const searched = async (tx: Tx, search: string, filters: HouseholdFilters, page: Page) => {
  const { ids, total, more } = await findHouseholds(tx, search, filters, page);
  if (ids.length === 0) return { total, more, rows: [] };
  const rows = await tx.selectFrom('household').select(shownColumns).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { total, more, rows: ids.flatMap((id) => byId.get(id) ?? []) };
};

export const householdOf = async (tx: Tx, householdId: number) => {
  const household = await tx
    .selectFrom('household')
    .selectAll()
    .where('id', '=', householdId)
    .executeTakeFirst();
  if (!household) throw new Refusal('not-found');
  return household;
};

export const peopleOf = (tx: Tx, householdId: number) =>
  tx
    .selectFrom('person')
    .selectAll()
    .where('household_id', '=', householdId)
    .orderBy('is_head', 'desc')
    .orderBy('id')
    .execute();

export const coversOfHousehold = async (tx: Tx, householdId: number) => {
  const rows = await tx
    .selectFrom('cover')
    .selectAll()
    .where('household_id', '=', householdId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    personId: row.person_id,
    fromDay: row.from_day,
    toDay: row.to_day,
    endReason: row.end_reason,
  }));
};

export const householdQueries: Pick<Handlers<'people'>, 'people.list' | 'people.summary'> = {
  async 'people.list'({ tx, day }, { search, category, community, offset, limit, ...states }) {
    const filters = { category, community, condition: stateCondition(states, day) };
    const page = { offset, limit };
    const { total, more, rows } =
      search === '' ? await listed(tx, filters, page) : await searched(tx, search, filters, page);
    const categories = await readCategories(tx, day);
    const filed = await filedAmong(
      { tx },
      rows.map(({ id }) => id),
    );
    return { total, more, rows: rows.map((row) => rowOf(row, day, categories, filed)) };
  },

  async 'people.summary'({ tx, day }) {
    const counted = await tx
      .selectFrom('household_here')
      .select(({ fn }) => [
        'category',
        fn.countAll<number>().as('households'),
        fn.sum<number>('members').as('people'),
      ])
      .where((eb) => eb.or([eb('start_day', 'is', null), eb('start_day', '<=', day)]))
      .where((eb) => eb.or([eb('end_day', 'is', null), eb('end_day', '>', day)]))
      .groupBy('category')
      .execute();
    const byCategory = (await readCategories(tx, day)).list.flatMap(({ code, name }) => {
      const found = counted.find((row) => row.category === code);
      return found ? [[name, { households: found.households, people: found.people }] as const] : [];
    });
    return {
      people: counted.reduce((sum, { people }) => sum + people, 0),
      households: counted.reduce((sum, { households }) => sum + households, 0),
      byCategory: Object.fromEntries(byCategory),
    };
  },
};
