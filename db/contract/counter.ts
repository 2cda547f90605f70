// The counter: scan, basket, redemption (核销), slip. Every refusal has a code of its own.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, fenOrUnknown, id, instant, optionalText, quantity, text } from './common.ts';
import { scanRefusals } from './errors.ts';

const code = z.string().max(200);

export const basketHousehold = z.object({
  householdId: id,
  /** Masked: 韦*兰. */
  headName: z.string(),
  category: z.string(),
  members: z.int(),
  idTail: z.string(),
  community: z.string(),
  lastCollectedDay: day.nullable(),
  reviewOverdue: z.boolean(),
});

const goodsLine = z.object({
  itemId: id,
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  unitScale: z.int(),
  /** Price of one `unit`; null: not priced, counts 0 against the voucher. */
  priceFen: fenOrUnknown,
  /** Smallest units this household may still take today (its designations considered, expired excluded). */
  available: z.int(),
  /** Date of the lot that leaves first. */
  firstExpiryDay: day.nullable(),
  /** Smallest units that one scan adds. */
  perScan: z.int(),
  /** Set when the label of one lot or tagged piece was scanned: exactly that one leaves. */
  lotId: id.nullable(),
});

const lineRefusals = [
  'item-unknown',
  'stock-short',
  'stock-expired',
  'stock-designated',
  'stock-held',
  'stock-elsewhere',
  'stock-short-dated',
  'tag-check',
  'item-without-price',
] as const;

export const counterActs = {
  /** Opens the basket. A refused attempt is logged; five bad ones in ten minutes stop the till for a minute. */
  'counter.scan': query({
    needs: 'counter.redeem',
    refusals: scanRefusals,
    logsRefusals: true,
    input: z.strictObject({ code, entry: z.enum(['scanned', 'typed']) }),
    output: z.object({
      voucherId: id,
      serial: z.string(),
      batch: z.string(),
      place: z.string(),
      balanceFen: z.int(),
      faceFen: z.int(),
      validTo: day,
      household: basketHousehold,
    }),
  }),
  /** Goods by barcode or item code for this household's basket. */
  'counter.goods': query({
    needs: 'counter.redeem',
    refusals: lineRefusals,
    input: z.strictObject({ voucherId: id, code }),
    output: goodsLine,
  }),
  /** Goods by name, pinyin or initials (F3). */
  'counter.findGoods': query({
    needs: 'counter.redeem',
    input: z.strictObject({ voucherId: id, search: text(60) }),
    output: z.array(goodsLine),
  }),
  /** One voucher, one basket, one transaction: voucher, stock, redemption and audit together or not at all. */
  'counter.redeem': command({
    needs: 'counter.redeem',
    refusals: [...scanRefusals, ...lineRefusals, 'basket-empty', 'basket-over-face'],
    logsRefusals: true,
    changes: ['counter', 'vouchers', 'goods', 'stock', 'donors', 'reports', 'shop'],
    input: z.strictObject({
      voucherId: id,
      entry: z.enum(['scanned', 'typed']),
      lines: z.array(z.strictObject({ itemId: id, quantity, lotId: id.nullable().default(null) })).max(100),
    }),
    output: z.object({
      redemptionId: id,
      number: z.string(),
      beforeFen: z.int(),
      /** Value of the goods taken, at list price. */
      usedFen: z.int(),
      /** What was not taken and lapses (不找零). */
      lapsedFen: z.int(),
      afterFen: z.int(),
      validTo: day,
      lines: z.array(
        z.object({
          itemName: z.string(),
          unit: z.string(),
          unitScale: z.int(),
          quantity: z.int(),
          amountFen: fenOrUnknown,
        }),
      ),
    }),
  }),
  'counter.printSlip': document({
    needs: 'counter.redeem',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ redemptionId: id }),
    output: z.unknown(),
  }),
  /** A linked reversal, never a delete: balance and the same lots come back (rulings.md 6). */
  'counter.reverse': command({
    needs: 'signed-in',
    refusals: ['not-found', 'redemption-reversed', 'reverse-not-own', 'reverse-not-today', 'reason-missing'],
    logsRefusals: true,
    changes: ['counter', 'vouchers', 'goods', 'stock', 'donors', 'reports', 'shop'],
    input: z.strictObject({ redemptionId: id, reason: text(100) }),
    output: done,
  }),
  'counter.today': query({
    needs: 'counter.redeem',
    input: z.strictObject({ search: optionalText(60) }),
    output: z.array(
      z.object({
        redemptionId: id,
        number: z.string(),
        at: instant,
        headName: z.string(),
        category: z.string(),
        usedFen: z.int(),
        lapsedFen: z.int(),
        operator: z.string(),
        reversed: z.boolean(),
      }),
    ),
  }),
} as const;
