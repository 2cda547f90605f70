// The counter: scan, basket, redemption (核销), slip. Every refusal has a code of its own.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, fenOrUnknown, id, instant, optionalText, text } from './common.ts';
import { basketLine, lineRefusals } from './counter-basket.ts';
import { scanRefusals } from './errors.ts';
import { institutionCounterActs } from './institution-counter.ts';
import { proxyDocument } from './proxies.ts';
import { approvalRefusals, proxyFactRefusals } from './proxy-errors.ts';

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

/** Who stands at the counter instead of the holder (代领). */
const proxyAtTill = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standing'), proxyId: id }),
  z.strictObject({
    kind: z.literal('on-the-spot'),
    name: z.string().max(200),
    document: proxyDocument,
    /** The whole number, or the last four characters with `tailReason`. */
    number: z.string().max(60),
    relation: text(30),
    related: z.boolean(),
    /** Why the holder does not come. */
    reason: text(100),
    /** Why no more than the last four were shown. */
    tailReason: optionalText(100),
  }),
]);

/** A second person's sign-in under this one act; the password is checked and forgotten. */
export const approval = z.strictObject({ login: text(30), password: z.string().max(200) });

export const counterActs = {
  ...institutionCounterActs,
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
  /** Standing proxies of the household that may collect today, and how often each collected for others this month. */
  'counter.proxies': query({
    needs: 'counter.redeem',
    input: z.strictObject({ voucherId: id }),
    output: z.object({
      /** Households in a month for which somebody unrelated may collect. */
      limit: z.int(),
      proxies: z.array(
        z.object({
          proxyId: id,
          /** Masked. */
          name: z.string(),
          document: proxyDocument,
          documentTail: z.string(),
          relation: z.string(),
          related: z.boolean(),
          toDay: day,
          /** Other unrelated households this month; 0 for relatives, who have no limit. */
          households: z.int(),
        }),
      ),
    }),
  }),
  /** One voucher, one basket, one transaction: voucher, stock, redemption and audit together or not at all. */
  'counter.redeem': command({
    needs: 'counter.redeem',
    refusals: [
      ...scanRefusals,
      ...lineRefusals,
      'basket-empty',
      'basket-over-face',
      ...proxyFactRefusals,
      'proxy-not-valid',
      'proxy-tail-reason',
      'proxy-over-limit',
      ...approvalRefusals,
    ],
    logsRefusals: true,
    changes: ['counter', 'vouchers', 'goods', 'stock', 'donors', 'proxies', 'reports', 'shop'],
    input: z.strictObject({
      voucherId: id,
      entry: z.enum(['scanned', 'typed']),
      lines: z.array(basketLine).max(100),
      proxy: proxyAtTill.nullable().default(null),
      /** Needed for a proxy beyond the monthly limit: a manager or the bureau, somebody else than at the till. */
      approval: approval.nullable().default(null),
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
      /** Masked. */
      proxy: z
        .object({ name: z.string(), relation: z.string(), approvedBy: z.string().nullable() })
        .nullable(),
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
    refusals: [
      'not-found',
      'redemption-reversed',
      'institution-redemption',
      'reverse-not-own',
      'reverse-not-today',
      'reason-missing',
      'own-relative',
    ],
    logsRefusals: true,
    changes: ['counter', 'vouchers', 'goods', 'stock', 'donors', 'proxies', 'reports', 'shop'],
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
        /** Who collected, masked; empty: the household itself. */
        proxy: z.string(),
        /** Number of the institution's act it is part of. */
        institutionNumber: z.string().nullable(),
      }),
    ),
  }),
} as const;
