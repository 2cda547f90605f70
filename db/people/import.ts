// Import of a roster: preview, confirmation, the sheet of refused rows. Between preview and confirmation the sheet lives in
// memory only; the books are asked again when it is confirmed.
import type { Context, Handlers } from '../context.ts';
import { CATEGORIES } from '../domain/categories.ts';
import { Refusal } from '../failures.ts';
import { refusedSheet } from '../imports/refused-sheet.ts';
import { findTable, type FoundTable } from '../imports/table.ts';
import { enterRoster } from './enter-roster.ts';
import { judgeRoster, type Joining, type Judgement } from './judge-roster.ts';
import { readRosterRow, type RosterRow } from './read-roster.ts';
import { rosterColumns, type RosterColumn } from './roster-columns.ts';
import { rosterInBooks } from './roster-in-books.ts';

interface KeptRoster {
  readonly table: FoundTable<RosterColumn>;
  readonly rows: readonly RosterRow[];
}
const KIND = 'roster';
const PROGRESS_STEP = 1000;

const readRows = async (context: Context, table: FoundTable<RosterColumn>): Promise<readonly RosterRow[]> => {
  const rows: RosterRow[] = [];
  for (const row of table.rows) {
    rows.push(readRosterRow(row, context.day));
    if (rows.length % PROGRESS_STEP === 0) await context.progress(rows.length, table.rows.length);
  }
  return rows;
};

const keptRoster = ({ previews }: Context, previewId: string): KeptRoster => {
  const kept = previews.get(KIND, previewId) as KeptRoster | null;
  if (!kept) throw new Refusal('preview-gone');
  return kept;
};

const judge = async ({ tx }: Context, { rows }: KeptRoster): Promise<Judgement> =>
  judgeRoster(rows, await rosterInBooks(tx, rows));

/** New households and people by payee category, in the order of the category table. */
const countByCategory = (
  joining: readonly Joining[],
): Record<string, { households: number; people: number }> =>
  Object.fromEntries(
    CATEGORIES.map(({ code, name }) => {
      const inIt = joining.filter(({ category }) => category === code);
      const people = inIt.reduce((sum, household) => sum + household.people.length, 0);
      return [name, { households: inIt.filter(({ known }) => known === null).length, people }] as const;
    }).filter(([, { people }]) => people > 0),
  );

export const rosterImport: Pick<
  Handlers<'people'>,
  'people.previewImport' | 'people.confirmImport' | 'people.refusedRows'
> = {
  async 'people.previewImport'(context) {
    const table = findTable(context.tables, rosterColumns);
    const kept: KeptRoster = { table, rows: await readRows(context, table) };
    const { good, alreadyHere, faults, warnings, joining } = await judge(context, kept);
    return {
      previewId: context.previews.put(KIND, kept),
      sheet: table.sheet,
      headingRow: table.headingRow,
      dataRows: table.rows.length,
      good,
      alreadyHere,
      refused: [...faults],
      warned: [...warnings],
      leftOut: [...table.leftOut],
      households: joining.filter(({ known }) => known === null).length,
      byCategory: countByCategory(joining),
    };
  },

  async 'people.confirmImport'(context, { previewId }) {
    const { good, joining } = await judge(context, keptRoster(context, previewId));
    if (good === 0) throw new Refusal('import-nothing-to-do');
    await enterRoster(context, joining);
    const households = joining.filter(({ known }) => known === null).length;
    context.note('roster', { people: good, households });
    return { imported: good, households };
  },

  async 'people.refusedRows'(context, { previewId }) {
    const kept = keptRoster(context, previewId);
    const { faults } = await judge(context, kept);
    context.note('roster', { refused: faults.length });
    return refusedSheet(context, '花名册', kept.table, faults);
  },
};
