// Households on the screen: found, listed, counted, read. Everything personal is masked here; the full data has an act of its
// own that leaves a trace.
import type { Handlers, Tx } from '../context.ts';
import { readCategories, type Categories } from '../categories.ts';
import { CARE_LEVELS } from '../domain/categories.ts';
import { coversOn } from '../domain/standing.ts';
import { eligibilityOn, reviewOverdue } from '../domain/eligibility.ts';
import { maskIdentityNumber, maskName, maskPhone } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { findHouseholds, isEntering, type HouseholdFilters, type Page } from './search.ts';

const careNames: ReadonlyMap<string, string> = new Map(CARE_LEVELS.map(({ code, name }) => [code, name]));

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
] as const;

const rowOf = (household: HouseholdFacts, day: string, categories: Categories) => ({
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
});

/** Households and their number. What is entering (roster_run) is looked for only while something is: counting then reads every row. */
const listed = async (tx: Tx, { category, community }: HouseholdFilters, { offset, limit }: Page) => {
  const entering = await isEntering(tx);
  let found = entering ? tx.selectFrom('household_here as household') : tx.selectFrom('household');
  if (category !== '') found = found.where('household.category', '=', category);
  if (community !== '') found = found.where('household.community', '=', community);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found.select(shownColumns).orderBy('household.id').limit(limit).offset(offset).execute();
  return { total, rows };
};

const searched = async (tx: Tx, search: string, filters: HouseholdFilters, page: Page) => {
  const { ids, total } = await findHouseholds(tx, search, filters, page);
  if (ids.length === 0) return { total, rows: [] };
  const rows = await tx.selectFrom('household').select(shownColumns).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { total, rows: ids.flatMap((id) => byId.get(id) ?? []) };
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

export const householdQueries: Pick<
  Handlers<'people'>,
  'people.list' | 'people.summary' | 'people.household'
> = {
  async 'people.list'({ tx, day }, { search, category, community, offset, limit }) {
    const [filters, page] = [
      { category, community },
      { offset, limit },
    ];
    const { total, rows } =
      search === '' ? await listed(tx, filters, page) : await searched(tx, search, filters, page);
    const categories = await readCategories(tx, day);
    return { total, rows: rows.map((row) => rowOf(row, day, categories)) };
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

  async 'people.household'({ tx, day }, { householdId }) {
    const household = await householdOf(tx, householdId);
    const people = await peopleOf(tx, householdId);
    const categories = await readCategories(tx, day);
    const covers = coversOn(await coversOfHousehold(tx, householdId), day);
    const categoriesOf = (personId: number): string =>
      covers
        .filter((cover) => cover.personId === personId)
        .map(({ category }) => category)
        .sort(categories.compare)
        .map(categories.nameOf)
        .join('、');
    return {
      ...rowOf(household, day, categories),
      // The door stays behind people.reveal.
      address: `${household.street}${household.community}`,
      phone: maskPhone(household.phone),
      startDay: household.start_day,
      endDay: household.end_day,
      endReason: household.end_reason,
      people: people.map((person) => ({
        id: person.id,
        name: maskName(person.name),
        relation: person.relation,
        idMasked: maskIdentityNumber(person.id_number ?? ''),
        sex: person.sex ?? '',
        birthYear: person.birth_day?.slice(0, 4) ?? '',
        category: categoriesOf(person.id),
        care: careNames.get(person.care) ?? '',
        covered: covers.some(({ personId }) => personId === person.id),
      })),
    };
  },
};
