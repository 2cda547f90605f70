// Stocktakes as the screens see them. A blind one shows nothing of the books while it is open, to nobody.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readBarcode } from '../domain/barcode.ts';
import { searchPattern } from '../search-columns.ts';
import { readTag, tagOf } from '../stock/tags.ts';
import { hidesBooks, stocktakeOf, type Stocktake } from './find.ts';
import { countedLines, walkingOrder, type CountedLine } from './lines.ts';
import { countersOf, progressOf, type Counter, type Progress } from './progress.ts';
import { summaryOf } from './summaries.ts';
import { worthOf } from './worth.ts';

type Read = Output<'stocktake.read'>;
type Input = ParsedInput<'stocktake.read'>;

/** Refusal: `not-found`. Sums and counts are of the whole stocktake, `total` of what matches. */
export const readStocktake = async (context: Context, input: Input): Promise<Read> => {
  const { tx, actor } = context;
  const stocktake = await stocktakeOf(tx, input.stocktakeId);
  const hidden = hidesBooks(stocktake, actor);
  const progress = await progressOf(
    tx,
    stocktake.id,
    sql`${matching(input.search)} AND ${showing(input.show, hidden)}`,
  );
  const fenOf = hidden ? new Map<number, number | null>() : await worthOf(tx, stocktake);
  const fens = [...fenOf.values()].map((fen) => fen ?? 0);
  const counters = await countersOf(tx, stocktake.id);
  return {
    stocktake: await summaryOf(tx, stocktake.id, progress, counters),
    total: progress.matching,
    rows: (await page(tx, stocktake, input, hidden)).map((line) =>
      shown(line, stocktake, hidden, actor.staffId, fenOf),
    ),
    round: roundOf(stocktake, progress, counters, actor.staffId),
    own: counters.some(({ staffId }) => staffId === actor.staffId),
    uncounted: progress.uncounted,
    misfits: progress.misfits,
    surplusFen: fens.filter((fen) => fen > 0).reduce((sum, fen) => sum + fen, 0),
    shortageFen: fens.filter((fen) => fen < 0).reduce((sum, fen) => sum - fen, 0),
    unpricedDifferences: [...fenOf.values()].filter((fen) => fen === null).length,
  };
};

/** The lines are put in order before their figures are looked up: of a long list only a page is folded. */
const page = async (
  tx: Tx,
  { id }: Stocktake,
  { search, show, offset, limit }: Input,
  hidden: boolean,
): Promise<readonly CountedLine[]> => {
  const part = sql`ORDER BY ${walkingOrder} LIMIT ${limit} OFFSET ${offset}`;
  const { rows } =
    show === 'all'
      ? await sql<CountedLine>`
        SELECT * FROM (${countedLines(sql`line.id IN (
          SELECT lineId FROM (
            SELECT line.id AS lineId, line.lot_id AS lotId, line.item_id AS itemId, line.expiry_day AS expiryDay,
              item.category AS category, item.code AS itemCode, item.search AS search
            FROM stocktake_line AS line JOIN item ON item.id = line.item_id WHERE line.stocktake_id = ${id}
          ) WHERE ${matching(search)} ${part})`)}) ORDER BY ${walkingOrder}`.execute(tx)
      : await sql<CountedLine>`
        SELECT * FROM (${countedLines(sql`stocktake.id = ${id}`)})
        WHERE ${matching(search)} AND ${showing(show, hidden)} ${part}`.execute(tx);
  return rows;
};

/** What a scanner reads (a lot's label, a barcode, the goods' code) finds exactly, what is typed finds names and spellings. */
const matching = (search: string): RawBuilder<unknown> => {
  const pattern = searchPattern(search);
  if (pattern === null) return sql`true`;
  const tag = readTag(search);
  if (tag?.kind === 'ok') return sql`coalesce(lotId = ${tag.number}, 0)`;
  const barcode = readBarcode(search);
  if (barcode.kind === 'ok')
    return sql`(itemId IN (SELECT item_id FROM item_barcode WHERE barcode = ${barcode.barcode}) OR itemCode = ${search.trim()})`;
  return sql`search LIKE ${pattern} ESCAPE '\\'`;
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
      return hidden ? sql`false` : sql`coalesce(difference <> 0, 0)`;
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
const roundOf = (
  { twice }: Stocktake,
  { uncounted, misfits }: Progress,
  counters: readonly Counter[],
  staffId: number,
): number => {
  if (!twice) return 1;
  if (uncounted === 0) return misfits > 0 ? 3 : 2;
  const own = counters.filter(({ round }) => round < 3).find((counter) => counter.staffId === staffId);
  return own?.round ?? (counters.length === 0 ? 1 : 2);
};
