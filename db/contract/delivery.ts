// 送货上门: goods that left with a carrier, and who signed for them at the door.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, id, instant, optionalText, text } from './common.ts';

export const deliveryActs = {
  /** Those still under way, and those that ended on the day. Without addresses: they stand on the note alone. */
  'delivery.list': query({
    needs: 'counter.redeem',
    input: z.strictObject({ endedDay: day }),
    output: z.array(
      z.object({
        deliveryId: id,
        redemptionId: id,
        slipNo: z.string(),
        /** Masked. */
        headName: z.string(),
        community: z.string(),
        carrier: z.string(),
        state: z.enum(['out', 'delivered', 'back']),
        at: instant,
        /** On which the goods left. */
        day,
        lines: z.int(),
        usedFen: z.int(),
        endedDay: day.nullable(),
        /** Masked. */
        receivedBy: z.string(),
        relation: z.string(),
        note: z.string(),
        operator: z.string(),
      }),
    ),
  }),
  /** What stands under the paper that came back signed. */
  'delivery.confirm': command({
    needs: 'counter.redeem',
    refusals: ['not-found', 'delivery-ended', 'delivery-day'],
    input: z.strictObject({
      deliveryId: id,
      receivedBy: text(50),
      /** 本人, 配偶, 邻居: to the head of the household. */
      relation: text(30),
      day,
      note: optionalText(200),
    }),
    output: done,
    changes: ['delivery', 'shift', 'shop'],
  }),
  /** Nobody was there, or it was refused: the goods come back whole, as any redemption is taken back. */
  'delivery.returned': command({
    needs: 'counter.redeem',
    refusals: [
      'not-found',
      'delivery-ended',
      'redemption-reversed',
      'line-reversed',
      'reverse-not-own',
      'reverse-not-today',
      'reverse-shift-ended',
      'own-relative',
      'money-short',
    ],
    input: z.strictObject({ deliveryId: id, reason: text(100) }),
    output: z.object({ reversalId: id, number: z.string() }),
    changes: [
      'delivery',
      'shift',
      'counter',
      'vouchers',
      'goods',
      'stock',
      'donors',
      'limits',
      'cash',
      'reports',
      'shop',
    ],
  }),
  /** 送货单: whole address and telephone for who carries; a print of it stands in the log. */
  'delivery.printNote': document({
    needs: 'counter.redeem',
    refusals: ['not-found', 'delivery-ended', 'glyph-missing'],
    input: z.strictObject({ deliveryIds: z.array(id).min(1).max(50) }),
    output: z.unknown(),
  }),
} as const;
