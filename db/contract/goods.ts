// Goods: the catalogue, its barcodes and what stands on the shelf.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  chosenSheet,
  day,
  fenOrUnknown,
  id,
  importPreview,
  optionalText,
  pageInput,
  pageOf,
  positiveFen,
  text,
} from './common.ts';

const barcodeRefusals = ['barcode-length', 'barcode-check', 'barcode-taken'] as const;

/** One kind of goods. Quantities count smallest units; `unitScale` of them make one `unit` (1 公斤 = 1000 g). */
export const goodsItem = z.object({
  id,
  code: z.string(),
  name: z.string(),
  category: z.string(),
  spec: z.string(),
  unit: z.string(),
  unitScale: z.int(),
  /** Reference price of one `unit`, or null: not priced, which is not 0. */
  listPriceFen: fenOrUnknown,
  keepsDate: z.boolean(),
  barcodes: z.array(z.string()),
});
export type GoodsItem = z.infer<typeof goodsItem>;

export const stockFigures = {
  /** All pieces in the shop, expired ones too. */
  onHand: z.int(),
  /** Past their date; never issued by any path. */
  expired: z.int(),
  /** What can be given out today to somebody (designated goods included). */
  available: z.int(),
};

export const goodsActs = {
  'goods.previewImport': query({
    needs: 'goods.manage',
    readsSheet: true,
    refusals: ['sheet-headings-missing', 'sheet-empty'],
    input: z.strictObject({ sheet: chosenSheet }),
    output: importPreview,
  }),
  'goods.confirmImport': command({
    needs: 'goods.manage',
    refusals: ['preview-gone', 'import-nothing-to-do'],
    changes: ['goods'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.object({ imported: z.int() }),
  }),
  'goods.refusedRows': document({
    needs: 'goods.manage',
    refusals: ['preview-gone'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.unknown(),
  }),
  /** Found by name, pinyin, initials, code or barcode. */
  'goods.list': query({
    needs: 'goods.view',
    input: z.strictObject({ search: optionalText(60), category: optionalText(30), ...pageInput }),
    output: pageOf(goodsItem.extend(stockFigures)).extend({ categories: z.array(z.string()) }),
  }),
  'goods.add': command({
    needs: 'goods.manage',
    refusals: ['item-code-taken', 'unit-unknown', ...barcodeRefusals],
    changes: ['goods'],
    input: z.strictObject({
      code: text(30),
      name: text(60),
      category: text(30),
      spec: optionalText(60),
      unit: text(10),
      listPriceFen: positiveFen.nullable(),
      keepsDate: z.boolean(),
      barcodes: z.array(text(20)).max(20),
    }),
    output: z.object({ itemId: id }),
  }),
  'goods.lots': query({
    needs: 'goods.view',
    refusals: ['item-unknown'],
    input: z.strictObject({ itemId: id }),
    output: z.object({
      item: goodsItem.extend(stockFigures),
      lots: z.array(
        z.object({
          lotId: id,
          receivedDay: day,
          productionDay: day.nullable(),
          expiryDay: day.nullable(),
          donorName: z.string(),
          designation: z.string(),
          received: z.int(),
          onHand: z.int(),
          valueFen: fenOrUnknown,
          expired: z.boolean(),
          daysLeft: z.int().nullable(),
        }),
      ),
    }),
  }),
} as const;
