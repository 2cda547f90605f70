// The dynamic table of a month (动态变动表, domain.md §7.2 no. 7), of any month, from the covers alone. Households with a change in the
// month, or with several categories or places, are walked through day by day (db/domain/cover-movement.ts); all others stand the whole
// month as they stood on its eve and are counted by one query.
import { sql } from 'kysely';
import { readCategories, type Categories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addDays, monthRange } from '../domain/business-day.ts';
import {
  coverExits,
  coverMovements,
  movementDifference,
  type Cover,
  type CoverMovement,
  type HouseholdCovers,
  type Period,
  type Standing,
} from '../domain/cover-movement.ts';
import { chunksOf } from '../imports/bulk.ts';

type Report = Output<'eligibility.movement'>;
type Row = Report['rows'][number];
export type MovementBy = ParsedInput<'eligibility.movement'>['by'];

/** Households that neither came, went nor changed, by where they stand. */
interface Still {
  readonly category: string;
  readonly community: string;
  readonly households: number;
  readonly people: number;
}
/** What the tables of a month are counted from, read once for all of them. */
export interface MonthCovers {
  readonly period: Period;
  readonly categories: Categories;
  readonly walked: readonly HouseholdCovers[];
  readonly still: readonly Still[];
}

export const readMonth = async (tx: Tx, month: string): Promise<MonthCovers> => {
  const period = monthRange(month);
  const categories = await readCategories(tx, period.last);
  const standing = await standingOnEve(tx, period);
  const mixed = standing.filter(({ mixedId }) => mixedId !== 0).map(({ mixedId }) => mixedId);
  const walked = await coversOf(tx, [...(await changedIn(tx, period)), ...mixed]);
  return { period, categories, walked, still: standing.filter(({ mixedId }) => mixedId === 0) };
};

/** Rows of a roster that is still entering are not there yet. */
const entering = sql`SELECT id FROM household WHERE run_id IN (SELECT id FROM roster_run WHERE published_at IS NULL)`;

const changed = ({ first, last }: Period) => sql`
  SELECT household_id FROM cover WHERE from_day BETWEEN ${first} AND ${last}
  UNION SELECT household_id FROM cover WHERE to_day BETWEEN ${first} AND ${last}`;

const changedIn = async (tx: Tx, period: Period): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    SELECT household_id AS id FROM (${changed(period)}) AS changed WHERE household_id NOT IN (${entering})`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

/** Who stood on the eve and did not change: `mixedId` 0 with the sums of all who stand alike, or one household with several standings. */
export const standingOnEve = async (
  tx: Tx,
  period: Period,
): Promise<readonly (Still & { readonly mixedId: number })[]> => {
  const { rows } = await standingQuery(period).execute(tx);
  return rows;
};

export const standingQuery = (period: Period) => {
  const eve = addDays(period.first, -1);
  return sql<Still & { mixedId: number }>`
    SELECT CASE WHEN category = category_2 AND community = community_2 THEN 0 ELSE household_id END AS mixedId,
      category, community, count(*) AS households, sum(people) AS people
    FROM (
      SELECT household_id, count(DISTINCT person_id) AS people, min(category) AS category, max(category) AS category_2,
        min(community) AS community, max(community) AS community_2
      FROM cover WHERE (from_day IS NULL OR from_day <= ${eve}) AND (to_day IS NULL OR to_day > ${eve})
        AND household_id NOT IN (${changed(period)}) AND household_id NOT IN (${entering})
      GROUP BY household_id
    ) AS standing GROUP BY 1, 2, 3`;
};

const coversOf = async (tx: Tx, ids: readonly number[]): Promise<readonly HouseholdCovers[]> => {
  const households = new Map<number, Cover[]>();
  for (const chunk of chunksOf(ids)) {
    const rows = await tx
      .selectFrom('cover')
      .select(['household_id', 'person_id', 'category', 'community', 'from_day', 'to_day', 'end_reason'])
      .where('household_id', 'in', chunk)
      .execute();
    for (const row of rows) {
      const covers = households.get(row.household_id) ?? [];
      households.set(row.household_id, covers);
      covers.push({
        personId: row.person_id,
        category: row.category,
        community: row.community,
        fromDay: row.from_day,
        toDay: row.to_day,
        endReason: row.end_reason,
      });
    }
  }
  return [...households.values()].map((covers) => ({ covers }));
};

const keys: Readonly<Record<MovementBy, (standing: Pick<Standing, 'category' | 'community'>) => string>> = {
  category: ({ category }) => category,
  community: ({ community }) => community,
  total: () => '',
};

const nothing: CoverMovement = {
  openingHouseholds: 0,
  openingPeople: 0,
  joinedHouseholds: 0,
  joinedPeople: 0,
  movedInHouseholds: 0,
  movedInPeople: 0,
  movedOutHouseholds: 0,
  movedOutPeople: 0,
  peopleJoined: 0,
  peopleLeft: 0,
  leftHouseholds: 0,
  leftPeople: 0,
  closingHouseholds: 0,
  closingPeople: 0,
};
const figures = Object.keys(nothing) as (keyof CoverMovement)[];
const added = (a: CoverMovement, b: CoverMovement): CoverMovement => {
  const sum = { ...a } as Record<keyof CoverMovement, number>;
  for (const figure of figures) sum[figure] += b[figure];
  return sum;
};

export const movementRows = (
  { period, categories, walked, still }: MonthCovers,
  by: MovementBy,
): readonly Row[] => {
  const lines = new Map(coverMovements(walked, period, categories.compare, keys[by]));
  for (const { households, people, ...standing } of still) {
    const key = keys[by](standing);
    lines.set(
      key,
      added(lines.get(key) ?? nothing, {
        ...nothing,
        openingHouseholds: households,
        openingPeople: people,
        closingHouseholds: households,
        closingPeople: people,
      }),
    );
  }
  return [...lines]
    .map(([key, line]) => ({ key, name: nameOf(categories, by, key), ...line }))
    .sort((a, b) =>
      by === 'category' ? orderOf(categories, a.key) - orderOf(categories, b.key) : a.key < b.key ? -1 : 1,
    );
};

/** In the order of the table, as on every report. */
const orderOf = ({ list }: Categories, code: string): number => {
  const at = list.findIndex((category) => category.code === code);
  return at < 0 ? list.length : at;
};

/** Names as of the month's end; where no community is registered the report says so. */
const nameOf = ({ nameOf: categoryName }: Categories, by: MovementBy, key: string): string => {
  if (by === 'category') return categoryName(key);
  return by === 'total' ? '合计' : key === '' ? '未登记' : key;
};

/** Households that left (退出) by why; the most frequent first. */
export const exitsOf = ({ period, categories, walked }: MonthCovers): Report['exits'] =>
  [...coverExits(walked, period, categories.compare)]
    .map(([reason, leaving]) => ({ reason, ...leaving }))
    .sort((a, b) => b.households - a.households || (a.reason < b.reason ? -1 : 1));

export const rowTies = (row: CoverMovement): boolean => {
  const { households, people } = movementDifference(row);
  return households === 0 && people === 0;
};

export const movement = async (
  { tx, now }: Context,
  { month, by }: ParsedInput<'eligibility.movement'>,
): Promise<Report> => {
  const covers = await readMonth(tx, month);
  const rows = movementRows(covers, by);
  const exits = exitsOf(covers);
  const total: Row = { key: '', name: '合计', ...rows.reduce<CoverMovement>(added, nothing) };
  const leaving = exits.reduce((sum, { households }) => sum + households, 0);
  return {
    month,
    asOf: now,
    rows: [...rows],
    total: { ...total, key: '', name: '合计' },
    exits,
    ties: [...rows, total].every(rowTies) && leaving === total.leftHouseholds,
  };
};
