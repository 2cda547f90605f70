// Losses: goods scrapped (报废) or, unusable here, sold for charity (义卖). One person proposes, another approves; only then they leave.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  fenOrUnknown,
  id,
  instant,
  optionalText,
  pageInput,
  pageOf,
  positiveFen,
  quantity,
  text,
} from './common.ts';
import { itemName, lotAtPlace, lotName, reason, reversal } from './measures.ts';

export const lossKinds = ['scrap', 'sale'] as const;
export const lossStates = ['proposed', 'approved', 'withdrawn', 'reversed'] as const;
export const scrapReasons = ['expired', 'spoiled', 'damaged', 'unsafe', 'unusable', 'other'] as const;

const lossSummary = z.object({
  lossId: id,
  number: z.string(),
  kind: z.enum(lossKinds),
  state: z.enum(lossStates),
  /** Day of the proposal. */
  day,
  reason: z.enum(scrapReasons),
  /** What else is to say of the reason. */
  reasonNote: z.string(),
  method: z.string(),
  witness: z.string(),
  lines: z.int(),
  proceedsFen: fenOrUnknown,
  proposedBy: z.string(),
  /** True when the one who asks is the one who proposed, and so may not approve. */
  own: z.boolean(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
});

export const lossActs = {
  /** Reserves the goods until the second person decides. */
  'losses.propose': command({
    needs: 'stock.move',
    refusals: [
      'lines-empty',
      'line-twice',
      'not-found',
      'stock-short',
      'witness-missing',
      'method-missing',
      'proceeds-missing',
      'reason-missing',
    ],
    changes: ['losses', 'stock', 'goods', 'counter'],
    input: z.strictObject({
      kind: z.enum(lossKinds),
      /** Code of the reason; `other` says it in `reasonNote`. */
      reason: z.enum(scrapReasons),
      reasonNote: optionalText(100),
      /** How the goods are destroyed, or how they are sold. */
      method: optionalText(100),
      witness: optionalText(50),
      /** A sale only. */
      proceeds: z
        .strictObject({
          fen: positiveFen,
          way: z.enum(['cash', 'transfer']),
          buyer: optionalText(60),
          purpose: text(200),
        })
        .nullable(),
      lines: z.array(z.strictObject({ ...lotAtPlace, quantity })).max(500),
    }),
    output: z.object({ lossId: id, number: z.string() }),
  }),
  'losses.approve': command({
    needs: 'stock.approve',
    refusals: ['not-found', 'two-people-needed', 'loss-decided'],
    logsRefusals: true,
    changes: ['losses', 'stock', 'goods', 'donors', 'counter', 'cash', 'reports'],
    input: z.strictObject({ lossId: id }),
    output: done,
  }),
  /** Taken back before it was approved, by anyone who may propose; the goods are free again. */
  'losses.withdraw': command({
    needs: 'stock.move',
    refusals: ['not-found', 'loss-decided'],
    changes: ['losses', 'stock', 'goods', 'counter'],
    input: z.strictObject({ lossId: id, reason }),
    output: done,
  }),
  /** After it was approved: goods back into the same lots, proceeds out of the trading book. */
  'losses.reverse': command({
    needs: 'stock.approve',
    refusals: ['not-found', 'already-reversed', 'loss-not-approved', 'money-short'],
    changes: ['losses', 'stock', 'goods', 'donors', 'counter', 'cash', 'reports'],
    input: z.strictObject({ lossId: id, reason }),
    output: done,
  }),
  'losses.list': query({
    needs: 'goods.view',
    input: z.strictObject({
      search: optionalText(60),
      state: z.enum(lossStates).nullable().default(null),
      ...pageInput,
    }),
    output: pageOf(lossSummary).extend({ waiting: z.int() }),
  }),
  'losses.read': query({
    needs: 'goods.view',
    refusals: ['not-found'],
    input: z.strictObject({ lossId: id }),
    output: lossSummary.extend({
      proceedsWay: z.enum(['cash', 'transfer']).nullable(),
      buyer: z.string(),
      purpose: z.string(),
      /** Why it was withdrawn. */
      decidedReason: z.string(),
      reversed: reversal,
      prints: z.int(),
      goods: z.array(
        z.object({ ...itemName, ...lotName, place: z.string(), quantity: z.int(), valueFen: fenOrUnknown }),
      ),
    }),
  }),
  'losses.print': document({
    needs: 'goods.view',
    refusals: ['not-found', 'glyph-missing'],
    changes: ['losses'],
    input: z.strictObject({ lossId: id }),
    output: z.unknown(),
  }),
} as const;
