// Import of a goods list: preview, confirmation, the sheet of refused rows.
import type { Context, Handlers } from '../context.ts';
import { Refusal } from '../failures.ts';
import { refusedSheet } from '../imports/refused-sheet.ts';
import { findTable, type FoundTable } from '../imports/table.ts';
import { goodsColumns, type GoodsColumn } from './goods-columns.ts';
import { addItem, catalogueOf } from './items.ts';
import { judgeGoods, readGoodsRow, type GoodsJudgement, type GoodsRow } from './read-goods.ts';

interface KeptGoods {
  readonly table: FoundTable<GoodsColumn>;
  readonly rows: readonly GoodsRow[];
}
const KIND = 'goods';
const PROGRESS_STEP = 500;

const judge = async ({ tx }: Context, { rows }: KeptGoods): Promise<GoodsJudgement> => {
  const items = rows.flatMap(({ item }) => (item ? [item] : []));
  return judgeGoods(
    rows,
    await catalogueOf(
      tx,
      items.map(({ code }) => code),
      items.flatMap(({ barcodes }) => barcodes.map(({ barcode }) => barcode)),
    ),
  );
};

const keptGoods = ({ previews }: Context, previewId: string): KeptGoods => {
  const kept = previews.get(KIND, previewId) as KeptGoods | null;
  if (!kept) throw new Refusal('preview-gone');
  return kept;
};

export const goodsImport: Pick<
  Handlers<'goods'>,
  'goods.previewImport' | 'goods.confirmImport' | 'goods.refusedRows'
> = {
  async 'goods.previewImport'(context) {
    const table = findTable(context.tables, goodsColumns);
    const kept: KeptGoods = { table, rows: table.rows.map(readGoodsRow) };
    const { good, alreadyHere, faults, warnings } = await judge(context, kept);
    return {
      previewId: context.previews.put(KIND, kept),
      sheet: table.sheet,
      headingRow: table.headingRow,
      dataRows: table.rows.length,
      good: good.length,
      alreadyHere,
      refused: [...faults],
      warned: [...warnings],
      leftOut: [...table.leftOut],
    };
  },

  async 'goods.confirmImport'(context, { previewId }) {
    const { good } = await judge(context, keptGoods(context, previewId));
    if (good.length === 0) throw new Refusal('import-nothing-to-do');
    await context.progress(0, good.length);
    for (const [at, item] of good.entries()) {
      await addItem(context.tx, context.now, item);
      if ((at + 1) % PROGRESS_STEP === 0) await context.progress(at + 1, good.length);
    }
    context.note('goods', { imported: good.length });
    return { imported: good.length };
  },

  async 'goods.refusedRows'(context, { previewId }) {
    const kept = keptGoods(context, previewId);
    const { faults } = await judge(context, kept);
    context.note('goods', { refused: faults.length });
    return refusedSheet(context, '物资', kept.table, faults);
  },
};
