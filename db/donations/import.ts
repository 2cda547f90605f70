// Import of a list of gifts: every row one gift with its own receipt number, in the order of the days. Rows entered by an
// earlier import create nothing; equal rows within one sheet are as many gifts.
import type { Context, Handlers } from '../context.ts';
import { readCategories } from '../categories.ts';
import { Refusal } from '../failures.ts';
import { chunksOf, inChunks } from '../imports/bulk.ts';
import { refusedSheet } from '../imports/refused-sheet.ts';
import { rowWords, type RowFault, type RowRefusalCode, type RowWarning } from '../imports/row-fault.ts';
import type { RefusalCode } from '../contract/errors.ts';
import { findTable, type FoundTable } from '../imports/table.ts';
import type { DonorKind } from '../schema.ts';
import { judgeIncoming } from '../stock/incoming.ts';
import { enterGift } from './enter-gift.ts';
import type { Gift } from './gift.ts';
import { giftColumns, type GiftColumn } from './gift-columns.ts';
import { readGiftRow, type GiftRow, type GiftsInBooks } from './read-gifts.ts';

const KIND = 'donations';
const IMPORT_VALUES = 3;

type KeptGifts = FoundTable<GiftColumn>;
interface Entering {
  readonly row: number;
  readonly gift: Gift;
  readonly key: string;
}
interface Judgement {
  readonly entering: readonly Entering[];
  readonly alreadyHere: number;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
}

const giftsInBooks = async ({ tx, day }: Context, table: KeptGifts): Promise<GiftsInBooks> => {
  const said = (column: GiftColumn): readonly string[] => [
    ...new Set(table.rows.map(({ cells }) => cells[column]?.text.trim() ?? '')),
  ];
  const items = new Map<string, { id: number; unit: string; unitScale: number }>();
  for (const chunk of chunksOf(said('item'))) {
    const found = await tx
      .selectFrom('item')
      .select(['id', 'code', 'unit', 'unit_scale'])
      .where('code', 'in', chunk)
      .execute();
    for (const { id, code, unit, unit_scale } of found) items.set(code, { id, unit, unitScale: unit_scale });
  }
  const donorKinds = new Map<string, DonorKind[]>();
  for (const chunk of chunksOf(said('donor'))) {
    const found = await tx.selectFrom('donor').select(['name', 'kind']).where('name', 'in', chunk).execute();
    for (const { name, kind } of found) donorKinds.set(name, [...(donorKinds.get(name) ?? []), kind]);
  }
  const open = await tx.selectFrom('place').select(['id', 'name']).where('active', '=', 1).execute();
  const places = new Map(open.map(({ id, name }) => [name, id]));
  return {
    categoryOf: (await readCategories(tx, day)).codeOf,
    items,
    donorKinds,
    places,
  };
};

/** Goods that may not come in on the day they were offered, row by row: a sheet gives no reason to take them all the same. */
const withGoodsJudged = async (
  { tx, day: today }: Context,
  rows: readonly GiftRow[],
): Promise<readonly GiftRow[]> => {
  const byDay = new Map<string, GiftRow[]>();
  for (const row of rows)
    if (row.gift && row.gift.lines.length > 0)
      byDay.set(row.gift.day, [...(byDay.get(row.gift.day) ?? []), row]);
  const faults = new Map<GiftRow, RowFault[]>();
  for (const [day, given] of byDay) {
    const lines = given.flatMap(({ gift }) => gift?.lines ?? []);
    const { reasons } = await judgeIncoming(tx, { day, today }, lines);
    for (const { code, params, row: at } of reasons) {
      const row = given[(at ?? 0) - 1];
      if (row && isRowRefusal(code))
        faults.set(row, [
          ...(faults.get(row) ?? []),
          { row: row.row, code, field: 'expiry', params: { ...params } },
        ]);
    }
  }
  return rows.map((row) => {
    const own = faults.get(row);
    return own ? { ...row, gift: null, key: '', faults: [...row.faults, ...own] } : row;
  });
};

/** A reason without words for the sheet of refused rows would be lost there. */
const isRowRefusal = (code: RefusalCode): code is RowRefusalCode => {
  if (!Object.hasOwn(rowWords, code)) throw new Error(`no words for ${code} in a sheet`);
  return true;
};

/** The n-th row that says the same has a key of its own. */
const numbered = (rows: readonly GiftRow[]): readonly GiftRow[] => {
  const times = new Map<string, number>();
  return rows.map((row) => {
    if (row.gift === null) return row;
    const time = (times.get(row.key) ?? 0) + 1;
    times.set(row.key, time);
    return { ...row, key: `${row.key}#${time}` };
  });
};

const judge = async (context: Context, table: KeptGifts): Promise<Judgement> => {
  const { tx } = context;
  const books = await giftsInBooks(context, table);
  const read = table.rows.map((row) => readGiftRow(row, context.day, books));
  const rows = numbered(await withGoodsJudged(context, read));
  const entered = new Set<string>();
  for (const chunk of chunksOf(rows)) {
    const found = await tx
      .selectFrom('import_row')
      .select('row_key')
      .where('kind', '=', KIND)
      .where(
        'row_key',
        'in',
        chunk.map(({ key }) => key),
      )
      .execute();
    for (const { row_key } of found) entered.add(row_key);
  }
  const fresh = rows.filter(({ key }) => !entered.has(key));
  return {
    entering: fresh.flatMap(({ row, gift, key }) => (gift ? [{ row, gift, key }] : [])),
    alreadyHere: rows.length - fresh.length,
    faults: fresh.flatMap(({ faults }) => faults),
    warnings: fresh.filter(({ gift }) => gift !== null).flatMap(({ warnings }) => warnings),
  };
};

const keptGifts = ({ previews }: Context, previewId: string): KeptGifts => {
  const kept = previews.get(KIND, previewId) as KeptGifts | null;
  if (!kept) throw new Refusal('preview-gone');
  return kept;
};

const cashOf = (entering: readonly Entering[]): number =>
  entering.reduce((sum, { gift }) => sum + (gift.cash?.fen ?? 0), 0);

export const giftImport: Pick<
  Handlers<'donations'>,
  'donations.previewImport' | 'donations.confirmImport' | 'donations.refusedRows'
> = {
  async 'donations.previewImport'(context) {
    const table = findTable(context.tables, giftColumns);
    const { entering, alreadyHere, faults, warnings } = await judge(context, table);
    return {
      previewId: context.previews.put(KIND, table),
      sheet: table.sheet,
      headingRow: table.headingRow,
      dataRows: table.rows.length,
      good: entering.length,
      alreadyHere,
      refused: [...faults],
      warned: [...warnings],
      leftOut: [...table.leftOut],
      cashFen: cashOf(entering),
      goodsRows: entering.filter(({ gift }) => gift.lines.length > 0).length,
    };
  },

  async 'donations.confirmImport'(context, { previewId }) {
    const { entering } = await judge(context, keptGifts(context, previewId));
    if (entering.length === 0) throw new Refusal('import-nothing-to-do');
    const inOrder = entering.toSorted((a, b) =>
      a.gift.day < b.gift.day ? -1 : a.gift.day > b.gift.day ? 1 : a.row - b.row,
    );
    const steps = { done: 0, total: inOrder.length };
    const receiptNumbers: string[] = [];
    await context.progress(0, steps.total);
    await inChunks(context, inOrder, IMPORT_VALUES, steps, async (chunk) => {
      for (const { gift } of chunk) receiptNumbers.push((await enterGift(context, gift)).receiptNumber);
      await context.tx
        .insertInto('import_row')
        .values(chunk.map(({ key }) => ({ kind: KIND, row_key: key, at: context.now })))
        .execute();
    });
    context.note('donations', {
      imported: inOrder.length,
      first: receiptNumbers[0] ?? '',
      last: receiptNumbers.at(-1) ?? '',
    });
    return { imported: inOrder.length, cashFen: cashOf(inOrder), receiptNumbers };
  },

  async 'donations.refusedRows'(context, { previewId }) {
    const table = keptGifts(context, previewId);
    const { faults } = await judge(context, table);
    context.note('donations', { refused: faults.length });
    return refusedSheet(context, '捐赠', table, faults);
  },
};
