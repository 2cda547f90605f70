// What the new people of a roster are found by (db/migrations/0001/found-by.sql.ts): written after their rows, each table in its own
// order, so that every page of it is written about once. Whoever takes the rows away takes this away with them.
import type { Context } from '../context.ts';
import { bulkInsert } from '../imports/bulk.ts';
import { wordSteps, writeWordRows } from './search-words.ts';

/** A new household, written. */
export interface Entered {
  readonly id: number;
  /** Street and community: neighbours stand together in the table of doors. */
  readonly place: string;
  /** Empty: no door. */
  readonly addressKey: string;
  readonly names: readonly string[];
}
interface Steps {
  readonly turn: <T>(work: (context: Context) => Promise<T>) => Promise<T>;
  /** Between two turns: a cancel arrives. */
  readonly pause: () => Promise<void>;
}

/** Rows of one step: some ten milliseconds. */
const STEP = 4_000;

const insertBearers = bulkInsert('name_bearer', ['name', 'household_id'], 'skipped');
const insertDoors = bulkInsert('door', ['address_key', 'household_id']);

export const enterFoundBy = async ({ turn, pause }: Steps, entered: readonly Entered[]): Promise<void> => {
  for (const rows of wordSteps(namesIn(entered))) {
    await turn(({ tx }) => writeWordRows(tx, rows));
    await pause();
  }
  for (const rows of sortedSteps(entered, namesOf, firstCharacter)) {
    await turn(({ tx }) => insertBearers(tx, rows));
    await pause();
  }
  for (const rows of sortedSteps(entered, doorOf, ({ place }) => place)) {
    await turn(({ tx }) => insertDoors(tx, rows));
    await pause();
  }
};

const namesOf = ({ names }: Entered): readonly string[] => names;
const namesIn = (entered: readonly Entered[]): ReadonlySet<string> =>
  new Set(entered.flatMap(({ names }) => names));
const firstCharacter = (_: Entered, name: string): string => name.charAt(0);
const doorOf = ({ addressKey }: Entered): readonly string[] => (addressKey === '' ? [] : [addressKey]);

/**
 * What these households are found by, sorted, in steps. Sorted group by group: the counter would notice the sorting of a whole county,
 * and groups that follow each other nearly as the table does are as good.
 */
function* sortedSteps(
  entered: readonly Entered[],
  keysOf: (household: Entered) => readonly string[],
  groupOf: (household: Entered, key: string) => string,
): Generator<readonly (readonly [key: string, householdId: number])[]> {
  const groups = new Map<string, Set<Entered>>();
  for (const household of entered) {
    for (const key of keysOf(household)) {
      const group = groupOf(household, key);
      const alike = groups.get(group);
      if (alike) alike.add(household);
      else groups.set(group, new Set([household]));
    }
  }
  let rows: (readonly [string, number])[] = [];
  for (const group of [...groups.keys()].sort()) {
    const found = Array.from(groups.get(group) ?? [], (household) =>
      keysOf(household)
        .filter((key) => groupOf(household, key) === group)
        .map((key) => [key, household.id] as const),
    ).flat();
    rows.push(...found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    for (; rows.length >= STEP; rows = rows.slice(STEP)) yield rows.slice(0, STEP);
  }
  if (rows.length > 0) yield rows;
}
