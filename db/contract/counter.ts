// The counter: scan, basket, redemption (核销), slip. Every refusal has a code of its own.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, fen, fenOrUnknown, id, instant, optionalText, text } from './common.ts';
import {
  basketChoices,
  basketLine,
  basketOf,
  basketRefusals,
  entry,
  lineRefusals,
  putDownRefusals,
} from './counter-basket.ts';
import { scanRefusals } from './errors.ts';
import { counterFlowActs } from './counter-flow.ts';
import { approval, goodsLine, openedBasket } from './counter-shown.ts';
import { institutionCounterActs } from './institution-counter.ts';
import { limitRefusals } from './limit-errors.ts';
import { limitOverride } from './limits.ts';
import { proxyDocument } from './proxies.ts';
import { signatureActs, slipPaper } from './signature.ts';
import { batchKinds } from './batches.ts';
import { approvalRefusals, proxyFactRefusals } from './proxy-errors.ts';

const code = z.string().max(200);

const counterChanges = [
  'counter',
  'shift',
  'delivery',
  'vouchers',
  'goods',
  'stock',
  'donors',
  'proxies',
  'cash',
  'reports',
  'shop',
] as const;

export const counterActs = {
  ...institutionCounterActs,
  ...counterFlowActs,
  /**
   * Opens a basket, or puts one more voucher into it. A refused attempt is logged; five bad ones in ten minutes stop the till for a
   * minute. A card brings every voucher that may be taken today, and says of the others why not.
   */
  'counter.scan': query({
    needs: 'counter.redeem',
    refusals: [...scanRefusals, 'card-ended', 'vouchers-of-others', 'vouchers-mixed', 'voucher-none-usable'],
    logsRefusals: true,
    input: z.strictObject({
      code,
      entry: entry.extract(['scanned', 'typed']),
      /** Of the basket that is open; null: none. */
      householdId: id.nullable().default(null),
      /** Those that lie in it already. */
      voucherIds: z.array(id).max(20).default([]),
    }),
    output: openedBasket,
  }),
  /** Goods by barcode or item code for this household's basket. */
  'counter.goods': query({
    needs: 'counter.redeem',
    refusals: [...lineRefusals, ...putDownRefusals, 'weight-missing'],
    input: z.strictObject({ ...basketOf, code }),
    output: goodsLine,
  }),
  /** Goods by name, pinyin or initials (F3). */
  'counter.findGoods': query({
    needs: 'counter.redeem',
    refusals: putDownRefusals,
    input: z.strictObject({ ...basketOf, search: text(60) }),
    output: z.array(goodsLine),
  }),
  /** Standing proxies of the household that may collect today, and how often each collected for others this month. */
  'counter.proxies': query({
    needs: 'counter.redeem',
    refusals: putDownRefusals,
    input: z.strictObject({ ...basketOf }),
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
  /** One basket, one transaction: vouchers, stock, cash, redemption and audit together or not at all. */
  'counter.redeem': command({
    needs: 'counter.redeem',
    refusals: [
      ...scanRefusals,
      ...lineRefusals,
      ...basketRefusals,
      ...limitRefusals,
      ...proxyFactRefusals,
      'proxy-not-valid',
      'proxy-tail-reason',
      'proxy-over-limit',
      'lookup-not-approved',
      'held-gone',
      'delivery-address-missing',
      ...approvalRefusals,
    ],
    logsRefusals: true,
    changes: counterChanges,
    input: z.strictObject({
      ...basketOf,
      entry: entry.default('scanned'),
      lines: z.array(basketLine).max(100),
      /** More than a limit allows, with why; somebody approves it with `approval`. Null: not asked for. */
      overrides: limitOverride.nullable().default(null),
      /** Needed for a proxy beyond the monthly limit and for `overrides`: a manager or the bureau, somebody else than at the till. */
      approval: approval.nullable().default(null),
      /** Cash put down for what the vouchers do not cover, to the fen; only where the shop allows it. */
      topUpFen: fen.min(0).default(0),
      ...basketChoices,
      /** The held basket (挂单) it was; null: none. */
      heldId: id.nullable().default(null),
    }),
    output: z.object({
      redemptionId: id,
      number: z.string(),
      /** Over the vouchers of the act. */
      beforeFen: z.int(),
      /** Worth taken from them: goods at list price, a package at its face. */
      usedFen: z.int(),
      /** What was not taken and lapses (不找零). */
      lapsedFen: z.int(),
      afterFen: z.int(),
      usedPoints: z.int(),
      topUpFen: z.int(),
      freeFen: z.int(),
      vouchers: z.array(
        z.object({
          voucherId: id,
          serial: z.string(),
          kind: z.enum(batchKinds),
          beforeFen: z.int(),
          usedFen: z.int(),
          lapsedFen: z.int(),
          afterFen: z.int(),
          beforePoints: z.int(),
          usedPoints: z.int(),
          lapsedPoints: z.int(),
          afterPoints: z.int(),
          validTo: day,
        }),
      ),
      /** Rules that were overridden, and who answers for it; null: none. */
      overLimits: z.object({ rules: z.array(z.string()), approvedBy: z.string() }).nullable(),
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
          points: z.int().nullable(),
        }),
      ),
    }),
  }),
  'counter.printSlip': document({
    needs: 'counter.redeem',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ redemptionId: id, paper: slipPaper }),
    output: z.unknown(),
  }),
  ...signatureActs,
  /** A linked reversal, never a delete: balance and the same lots come back (rulings.md 6). */
  'counter.reverse': command({
    needs: 'signed-in',
    refusals: [
      'not-found',
      'redemption-reversed',
      'line-reversed',
      'reverse-package-whole',
      'money-short',
      'institution-redemption',
      'reverse-not-own',
      'reverse-not-today',
      'reverse-shift-ended',
      'reason-missing',
      'own-relative',
    ],
    logsRefusals: true,
    changes: counterChanges,
    input: z.strictObject({
      redemptionId: id,
      /** Numbers of the lines that come back; null: everything that is still out. */
      lines: z.array(z.int().min(1)).min(1).max(200).nullable().default(null),
      reason: text(100),
    }),
    output: z.object({
      reversalId: id,
      number: z.string(),
      /** Worth that went back to the vouchers; cash given back out of the trading book. */
      backFen: z.int(),
      topUpFen: z.int(),
    }),
  }),
  /** Acts of a day, the newest first. */
  'counter.today': query({
    needs: 'counter.redeem',
    refusals: ['not-permitted'],
    input: z.strictObject({
      search: optionalText(60),
      /** Another day is for who may take back what others did; null: today. */
      day: day.nullable().default(null),
    }),
    output: z.array(
      z.object({
        redemptionId: id,
        number: z.string(),
        at: instant,
        headName: z.string(),
        category: z.string(),
        /** When it was made; what came back of it since, and what stands: used = back + stands. */
        usedFen: z.int(),
        backFen: z.int(),
        standsFen: z.int(),
        lapsedFen: z.int(),
        operator: z.string(),
        reversed: z.boolean(),
        /** Some of its lines came back. */
        partlyReversed: z.boolean(),
        /** Who collected, masked; empty: the household itself. */
        proxy: z.string(),
        /** Number of the institution's act it is part of. */
        institutionNumber: z.string().nullable(),
      }),
    ),
  }),
} as const;
