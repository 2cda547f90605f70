// Reads a sheet of a roster chunk by chunk: finds the table, reads the rows into people, judges them, and keeps nothing else. The
// counter has its turns between two chunks.
import { readCategories, type Categories } from '../categories.ts';
import type { RosterColumnKey } from '../contract/people-import.ts';
import type { Steps } from '../context.ts';
import { fingerprintOf, type Layouts } from '../imports/locate.ts';
import {
  bestTable,
  tableReader,
  type DataRow,
  type FoundHeading,
  type TableReader,
} from '../imports/table.ts';
import { rowsOfChunk } from '../imports/whole-tables.ts';
import { rosterJudge, type Judgement, type RosterJudge } from './judge-roster.ts';
import { rosterReader } from './read-roster.ts';
import { rosterColumns } from './roster-columns.ts';
import { booksAreEmpty, rosterInBooks, type RosterInBooks } from './roster-in-books.ts';
import { rosterRows, type RosterRows } from './roster-rows.ts';

export interface ReadRoster {
  readonly heading: FoundHeading<RosterColumnKey>;
  readonly fingerprint: string;
  readonly sha256: string;
  readonly rows: RosterRows;
  readonly judgement: Judgement;
}
interface Sheet {
  readonly name: string;
  readonly reader: TableReader<RosterColumnKey>;
  readonly rows: RosterRows;
  readonly judge: RosterJudge;
}

const nobody: RosterInBooks = { people: new Map(), households: new Map() };
const LAYOUT = 'roster';

/** Refuses `sheet-headings-missing`, `sheet-empty`. */
export const readRoster = async (
  steps: Steps,
  layouts: Layouts<RosterColumnKey>,
  categories: Categories,
): Promise<ReadRoster> => {
  const { today, empty } = await steps.turn(async ({ tx, day }) => ({
    today: day,
    empty: await booksAreEmpty(tx),
  }));
  const read = rosterReader(today, categories);
  const sheets: Sheet[] = [];

  const take = async ({ rows, judge }: Sheet, found: readonly DataRow<RosterColumnKey>[]): Promise<void> => {
    if (found.length === 0) return;
    const people = found.map(read);
    rows.add(people);
    judge.add(people, empty ? nobody : await steps.turn(({ tx, day }) => rosterInBooks(tx, day, people)));
  };
  const end = async (): Promise<void> => {
    const sheet = sheets.at(-1);
    if (sheet) await take(sheet, sheet.reader.end());
  };

  const { sha256 } = await steps.readSheet(async (chunk) => {
    let sheet = sheets.at(-1);
    if (sheet?.name !== chunk.sheet) {
      await end();
      const rows = rosterRows();
      sheet = {
        name: chunk.sheet,
        reader: tableReader(chunk.sheet, rosterColumns, layouts),
        rows,
        judge: rosterJudge(rows, categories.nameOf),
      };
      sheets.push(sheet);
    }
    await take(sheet, sheet.reader.read(rowsOfChunk(chunk), chunk.from));
    await steps.progress(chunk.done, chunk.total);
  });
  await end();
  const { rows, ...heading } = bestTable(sheets, rosterColumns);
  const judge = sheets.find((sheet) => sheet.rows === rows)?.judge;
  if (!judge) throw new Error('a table without its judge');
  return {
    heading,
    fingerprint: fingerprintOf(heading.columns.map(({ cell }) => cell)),
    sha256,
    rows,
    judgement: judge.end(),
  };
};

/** The same rows against books that changed since. */
export const judgeAgain = async (
  steps: Steps,
  rows: RosterRows,
  categories: Categories,
): Promise<Judgement> => {
  const judge = rosterJudge(rows, categories.nameOf);
  const step = 1_000;
  for (let from = 0; from < rows.length; from += step) {
    const some = rows.slice(from, from + step);
    judge.add(some, await steps.turn(({ tx, day }) => rosterInBooks(tx, day, some)));
    await steps.progress(from, rows.length * 2);
  }
  return judge.end();
};

export const categoriesToday = (steps: Pick<Steps, 'turn'>): Promise<Categories> =>
  steps.turn(({ tx, day }) => readCategories(tx, day));

/** What was said about layouts before. */
export const rememberedLayouts = (
  steps: Pick<Steps, 'turn'>,
): Promise<Map<string, readonly (RosterColumnKey | null)[]>> =>
  steps.turn(async ({ tx }) => {
    const rows = await tx
      .selectFrom('import_layout')
      .select(['fingerprint', 'mapping'])
      .where('kind', '=', LAYOUT)
      .execute();
    return new Map(
      rows.map(({ fingerprint, mapping }) => [
        fingerprint,
        JSON.parse(mapping) as (RosterColumnKey | null)[],
      ]),
    );
  });

export const layoutKind = LAYOUT;
