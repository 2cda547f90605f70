// Counts a month's movement (动态变动表) from the covers alone, of any month, in short turns: households with a change in the month, or
// with several categories or places, are walked through day by day (db/domain/cover-movement.ts); all others stand the whole month as
// they stood on its eve and are summed by the query. Nobody at the till waits for a county's 300,000 people.
import { sql } from 'kysely';
import { readCategories, type Categories } from '../categories.ts';
import type { Steps, Tx } from '../context.ts';
import { addDays, monthRange } from '../domain/business-day.ts';
import {
  coverExits,
  coverMovements,
  type Cover,
  type CoverMovement,
  type HouseholdCovers,
  type Leaving,
  type Period,
  type Standing,
} from '../domain/cover-movement.ts';

export type MovementBy = 'category' | 'community' | 'total';
export interface MonthLines {
  readonly categories: Categories;
  readonly lines: Readonly<Record<MovementBy, ReadonlyMap<string, CoverMovement>>>;
  /** 退出 by why. */
  readonly exits: ReadonlyMap<string, Leaving>;
}
type Turn = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Households of one turn that are summed, and that are walked. */
const SUMMED = 5_000;
const WALKED = 500;
/** So often it is read again because somebody changed covers meanwhile; then everybody waits for it once. */
const TRIES = 3;

export const readMonth = async (
  steps: Steps,
  month: string,
  wanted: readonly MovementBy[],
): Promise<MonthLines> => {
  const changes = (): number => steps.changesOf('people') + steps.changesOf('eligibility');
  for (let tried = 0; tried < TRIES; tried += 1) {
    const before = changes();
    const read = await readLines((work) => steps.turn(({ tx }) => work(tx)), month, wanted);
    if (changes() === before) return read;
  }
  return steps.turn(({ tx }) => readLines((work) => work(tx), month, wanted));
};

const readLines = async (turn: Turn, month: string, wanted: readonly MovementBy[]): Promise<MonthLines> => {
  const period = monthRange(month);
  const { categories, lastId } = await turn(async (tx) => ({
    categories: await readCategories(tx, period.last),
    lastId: await lastHousehold(tx),
  }));
  const counted = createCount(categories, period, wanted);
  for (let from = 0; from < lastId; from += SUMMED) {
    const rows = await turn((tx) => standingOnEve(tx, period, from, from + SUMMED));
    counted.still(rows.filter(({ walkId }) => walkId === 0));
    const walking = rows.filter(({ walkId }) => walkId !== 0).map(({ walkId }) => walkId);
    for (let at = 0; at < walking.length; at += WALKED)
      counted.walk(await turn((tx) => coversOf(tx, walking.slice(at, at + WALKED))));
  }
  return counted.done();
};

const lastHousehold = async (tx: Tx): Promise<number> => {
  const { last } = await tx
    .selectFrom('household')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
};

/** Who stood on the eve and does not change: `walkId` 0, with the sums of all who stand alike. Otherwise one household to be walked. */
interface Still {
  readonly walkId: number;
  readonly category: string;
  readonly community: string;
  readonly households: number;
  readonly people: number;
}

/** Households after `from` up to `to`. Rows of a roster that is still entering are not there yet. */
const standingOnEve = async (
  tx: Tx,
  { first, last }: Period,
  from: number,
  to: number,
): Promise<readonly Still[]> => {
  const eve = addDays(first, -1);
  const standing = sql`(from_day IS NULL OR from_day <= ${eve}) AND (to_day IS NULL OR to_day > ${eve})`;
  const { rows } = await sql<Still>`
    SELECT CASE WHEN changed = 0 AND category = category_2 AND community = community_2 THEN 0 ELSE household_id END AS walkId,
      category, community, count(*) AS households, sum(people) AS people
    FROM (
      SELECT household_id,
        max(CASE WHEN from_day >= ${first} OR to_day <= ${last} THEN 1 ELSE 0 END) AS changed,
        count(DISTINCT CASE WHEN ${standing} THEN person_id END) AS people,
        min(CASE WHEN ${standing} THEN category END) AS category,
        max(CASE WHEN ${standing} THEN category END) AS category_2,
        min(CASE WHEN ${standing} THEN community END) AS community,
        max(CASE WHEN ${standing} THEN community END) AS community_2
      FROM cover WHERE household_id > ${from} AND household_id <= ${to}
        AND (to_day IS NULL OR to_day >= ${first}) AND (from_day IS NULL OR from_day <= ${last})
        AND household_id NOT IN (
          SELECT id FROM household WHERE run_id IN (SELECT id FROM roster_run WHERE published_at IS NULL)
        )
      GROUP BY household_id
    ) AS standing GROUP BY 1, 2, 3`.execute(tx);
  return rows;
};

const coversOf = async (tx: Tx, ids: readonly number[]): Promise<readonly HouseholdCovers[]> => {
  const rows = await tx
    .selectFrom('cover')
    .select(['household_id', 'person_id', 'category', 'community', 'from_day', 'to_day', 'end_reason'])
    .where('household_id', 'in', ids)
    .execute();
  const households = new Map<number, Cover[]>();
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
  return [...households.values()].map((covers) => ({ covers }));
};

const keys: Readonly<Record<MovementBy, (standing: Pick<Standing, 'category' | 'community'>) => string>> = {
  category: ({ category }) => category,
  community: ({ community }) => community,
  total: () => '',
};

export const noMovement: CoverMovement = {
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
const figures = Object.keys(noMovement) as (keyof CoverMovement)[];
export const addedMovement = (a: CoverMovement, b: CoverMovement): CoverMovement => {
  const sum: Record<keyof CoverMovement, number> = { ...a };
  for (const figure of figures) sum[figure] += b[figure];
  return sum;
};

const createCount = (categories: Categories, period: Period, wanted: readonly MovementBy[]) => {
  const lines: Record<MovementBy, Map<string, CoverMovement>> = {
    category: new Map(),
    community: new Map(),
    total: new Map(),
  };
  const exits = new Map<string, Leaving>();
  const add = (by: MovementBy, key: string, line: CoverMovement): void =>
    void lines[by].set(key, addedMovement(lines[by].get(key) ?? noMovement, line));
  return {
    still: (rows: readonly Still[]): void => {
      for (const { households, people, ...standing } of rows)
        for (const by of wanted)
          add(by, keys[by](standing), {
            ...noMovement,
            openingHouseholds: households,
            openingPeople: people,
            closingHouseholds: households,
            closingPeople: people,
          });
    },
    walk: (households: readonly HouseholdCovers[]): void => {
      for (const by of wanted)
        for (const [key, line] of coverMovements(households, period, categories.compare, keys[by]))
          add(by, key, line);
      for (const [reason, left] of coverExits(households, period, categories.compare)) {
        const known = exits.get(reason) ?? { households: 0, people: 0 };
        exits.set(reason, {
          households: known.households + left.households,
          people: known.people + left.people,
        });
      }
    },
    done: (): MonthLines => ({ categories, lines, exits }),
  };
};
