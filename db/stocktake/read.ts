// Stocktakes as the screens see them. A blind one shows nothing of the books while it is open, to nobody.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readBarcode } from '../domain/barcode.ts';
import { searchPattern } from '../search-columns.ts';
import { readTag, tagOf } from '../stock/tags.ts';
import { hidesBooks, stocktakeOf, type Stocktake } from './find.ts';
import { countedLines, walkingOrder, type CountedLine } from './lines.ts';
import { countersOf } from './post.ts';
import { progressOf } from './states.ts';
import { differencesOf } from './worth.ts';
import { summaries } from './summaries.ts';

type Read = Output<'stocktake.read'>;
type Input = ParsedInput<'stocktake.read'>;

/** Refusal: `not-found`. Sums and counts are of the whole stocktake, `total` of what matches. */
export const readStocktake = async (context: Context, input: Input): Promise<Read> => {
  const { tx, actor } = context;
  const stocktake = await stocktakeOf(tx, input.stocktakeId);
  const hidden = hidesBooks(stocktake, actor);
  const { total, rows } = await page(tx, stocktake, input, hidden);
  const differences = hidden ? [] : await differencesOf(tx, stocktake);
  const fenOf = new Map(differences.map(({ lineId, fen }) => [lineId, fen]));
  const progress = await progressOf(tx, stocktake.id);
  const [summary] = await summaries(tx, sql`stocktake.id = ${stocktake.id}`, sql`LIMIT 1`);
  if (!summary) throw new Error('the stocktake was found a moment ago');
  const fens = differences.map(({ fen }) => fen ?? 0);
  return {
    stocktake: summary,
    total,
    rows: rows.map((line) => shown(line, stocktake, hidden, actor.staffId, fenOf)),
    round: await roundOf(tx, stocktake, progress, actor.staffId),
    own: (await countersOf(tx, stocktake.id)).includes(actor.staffId),
    uncounted: progress.uncounted,
    misfits: progress.misfits,
    surplusFen: fens.filter((fen) => fen > 0).reduce((sum, fen) => sum + fen, 0),
    shortageFen: fens.filter((fen) => fen < 0).reduce((sum, fen) => sum - fen, 0),
    unpricedDifferences: differences.filter(({ fen }) => fen === null).length,
  };
};

const page = async (
  tx: Tx,
  stocktake: Stocktake,
  { search, show, offset, limit }: Input,
  hidden: boolean,
): Promise<{ readonly total: number; readonly rows: readonly CountedLine[] }> => {
  const lines = sql`FROM (${countedLines(sql`stocktake.id = ${stocktake.id} AND ${matching(search)}`)}) WHERE ${showing(show, hidden)}`;
  const { rows: sums } = await sql<{ total: number }>`SELECT count(*) AS total ${lines}`.execute(tx);
  const { rows } = await sql<CountedLine>`
    SELECT * ${lines} ORDER BY ${walkingOrder} LIMIT ${limit} OFFSET ${offset}`.execute(tx);
  return { total: sums[0]?.total ?? 0, rows };
};

/** What a scanner reads (a lot's label, a barcode, the goods' code) finds exactly, what is typed finds names and spellings. */
const matching = (search: string): RawBuilder<unknown> => {
  const pattern = searchPattern(search);
  if (pattern === null) return sql`true`;
  const tag = readTag(search);
  if (tag?.kind === 'ok') return sql`line.lot_id = ${tag.number}`;
  const barcode = readBarcode(search);
  if (barcode.kind === 'ok')
    return sql`(line.item_id IN (SELECT item_id FROM item_barcode WHERE barcode = ${barcode.barcode}) OR item.code = ${search.trim()})`;
  return sql`item.search LIKE ${pattern} ESCAPE '\\'`;
};

const showing = (show: Input['show'], hidden: boolean): RawBuilder<unknown> => {
  switch (show) {
    case 'all':
      return sql`true`;
    case 'uncounted':
      return sql`status IN ('uncounted', 'one-of-two')`;
    case 'misfit':
      return sql`status = 'misfit'`;
    case 'different':
      // Which lines differ would tell what is expected.
      return hidden ? sql`false` : sql`difference <> 0`;
  }
};

const shown = (
  line: CountedLine,
  { blind, state }: Stocktake,
  hidden: boolean,
  staffId: number,
  fenOf: ReadonlyMap<number, number | null>,
): Read['rows'][number] => {
  const { lineId, itemId, itemCode, itemName, spec, unit, unitScale, category, lotId, expiryDay, status } =
    line;
  // The second count is one of its own only while nobody shows it the first.
  const others = blind && state === 'open' && status === 'one-of-two' && line.firstBy !== staffId;
  const known = line.expected ?? (state === 'open' ? line.onHand : line.snapshot);
  return {
    ...{ lineId, itemId, itemCode, itemName, spec, unit, unitScale, category, lotId, expiryDay, status },
    tag: lotId === null ? '' : tagOf({ id: lotId, grade: line.grade }),
    first: others ? null : line.first,
    second: line.second,
    third: line.third,
    expected: hidden ? null : known,
    counted: line.counted,
    difference: hidden ? null : line.difference,
    differenceFen: hidden || line.difference === null ? null : valueOf(line, fenOf),
    reason: line.reason,
  };
};

const valueOf = (
  { lineId, difference }: CountedLine,
  fenOf: ReadonlyMap<number, number | null>,
): number | null => (difference === 0 ? 0 : (fenOf.get(lineId) ?? null));

/** Whoever began a round goes on with it; a newcomer takes the first while nobody has counted, else the second. */
const roundOf = async (
  tx: Tx,
  { id, twice }: Stocktake,
  { uncounted, misfits }: { readonly uncounted: number; readonly misfits: number },
  staffId: number,
): Promise<number> => {
  if (!twice) return 1;
  if (uncounted === 0) return misfits > 0 ? 3 : 2;
  const rounds = await tx
    .selectFrom('stocktake_entry as entry')
    .innerJoin('stocktake_line as line', 'line.id', 'entry.line_id')
    .select(['entry.staff_id', 'entry.round'])
    .distinct()
    .where('line.stocktake_id', '=', id)
    .where('entry.round', '<', 3)
    .orderBy('entry.round')
    .execute();
  const own = rounds.find(({ staff_id }) => staff_id === staffId);
  return own?.round ?? (rounds.length === 0 ? 1 : 2);
};
