// Goods: the catalogue, its barcodes and what stands on the shelf.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  chosenSheet,
  done,
  fenOrUnknown,
  id,
  importPreview,
  optionalText,
  pageInput,
  pageOf,
  paperFormat,
  positiveFen,
  text,
} from './common.ts';
import { standing } from './stock.ts';

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
  /** 积分价 of one `unit`; null: not to be had for points. */
  pointsPrice: z.int().nullable(),
  keepsDate: z.boolean(),
  /** `packs`: units of the item that one scan stands for. */
  barcodes: z.array(z.object({ barcode: z.string(), packs: z.int() })),
  /** Packing units; `quantity` smallest units are in one. */
  packs: z.array(z.object({ unit: z.string(), quantity: z.int() })),
});
export type GoodsItem = z.infer<typeof goodsItem>;

/** What a manager may say of an item. `packs`: 1 袋 = 50 件 is { unit: '袋', quantity: 50 }, in units of the item. */
const itemFacts = {
  name: text(60),
  category: text(30),
  spec: optionalText(60),
  listPriceFen: positiveFen.nullable(),
  /** Whole points, at least 1: goods for 0 points would be a gift to whoever asks. */
  pointsPrice: z.int().min(1).max(100_000).nullable().default(null),
  keepsDate: z.boolean(),
  barcodes: z
    .array(z.strictObject({ barcode: text(20), packs: z.int().min(1).max(100_000).default(1) }))
    .max(20),
  packs: z
    .array(z.strictObject({ unit: text(10), quantity: z.int().min(2).max(1_000_000) }))
    .max(10)
    .default([]),
};
const packRefusals = ['pack-unit-taken', 'pack-unit-measure'] as const;

const rule = z.strictObject({
  category: text(30),
  /** Days before its date on which a lot is alarmed; null: the shop's setting. */
  alarmDays: z.int().min(1).max(3650).nullable(),
  /** What must be left of the shelf life on receipt (domain.md §4.6); null: no such rule. */
  minPercent: z.int().min(1).max(100).nullable(),
  minDays: z.int().min(1).max(3650).nullable(),
  /** Goods that live no longer than this in all need only `shortMinDays`. */
  shortLifeDays: z.int().min(1).max(3650).nullable(),
  shortMinDays: z.int().min(1).max(3650).nullable(),
});

export const labelSheets = ['a4-3x8', 'a4-4x10', 'roll-60x40', 'roll-50x30', 'roll-40x30'] as const;

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
    output: pageOf(goodsItem.extend(standing)).extend({ categories: z.array(z.string()) }),
  }),
  'goods.add': command({
    needs: 'goods.manage',
    refusals: ['item-code-taken', 'unit-unknown', ...barcodeRefusals, ...packRefusals],
    changes: ['goods'],
    input: z.strictObject({ code: text(30), unit: text(10), ...itemFacts }),
    output: z.object({ itemId: id }),
  }),
  /** Everything but code and unit, by which the ledger counts. */
  'goods.change': command({
    needs: 'goods.manage',
    refusals: ['item-unknown', ...barcodeRefusals, ...packRefusals],
    changes: ['goods', 'counter', 'stock'],
    input: z.strictObject({ itemId: id, ...itemFacts }),
    output: done,
  }),
  /** Every category in use with its rules; nothing set where the shop's settings apply. */
  'goods.rules': query({
    needs: 'goods.view',
    input: z.strictObject({}),
    output: z.array(rule.extend({ items: z.int() })),
  }),
  'goods.changeRule': command({
    needs: 'goods.manage',
    refusals: ['rule-short-life'],
    changes: ['goods', 'stock', 'shop'],
    input: rule,
    output: done,
  }),
  /** Shelf labels of items, or labels of lots and pieces; exactly one of both lists. */
  'goods.printLabels': document({
    needs: 'goods.view',
    refusals: [
      'labels-none',
      'item-unknown',
      'not-found',
      'glyph-missing',
      'label-too-small',
      'label-code-characters',
    ],
    input: z.strictObject({
      kind: z.enum(['shelf', 'item', 'lot']),
      sheet: z.enum(labelSheets),
      /** First free label of a sheet that was begun, from 1. */
      startAt: z.int().min(1).max(40).default(1),
      items: z
        .array(z.strictObject({ itemId: id, copies: z.int().min(1).max(500) }))
        .max(500)
        .default([]),
      lots: z
        .array(z.strictObject({ lotId: id, copies: z.int().min(1).max(500) }))
        .max(2000)
        .default([]),
    }),
    output: z.unknown(),
  }),
  /** In the columns the import reads, so that a sheet goes out and comes in again. */
  'goods.export': document({
    needs: 'goods.view',
    input: z.strictObject({ search: optionalText(60), category: optionalText(30), format: paperFormat }),
    output: z.unknown(),
  }),
  /** One kind of goods; its lots are in `stock.lots`. */
  'goods.read': query({
    needs: 'goods.view',
    refusals: ['item-unknown'],
    input: z.strictObject({ itemId: id }),
    output: goodsItem.extend(standing),
  }),
} as const;
