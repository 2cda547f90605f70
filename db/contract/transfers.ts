// Transfers (调拨): goods from one place of the shop to another.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, fenOrUnknown, id, optionalText, pageInput, pageOf, quantity } from './common.ts';
import { itemName, lotName, reason, reversal } from './measures.ts';

const transferSummary = z.object({
  transferId: id,
  number: z.string(),
  day,
  from: z.string(),
  to: z.string(),
  lines: z.int(),
  note: z.string(),
  operator: z.string(),
  reversed: reversal,
});

export const transferActs = {
  /** 调拨. Expired and held goods may be moved (to set them apart), reserved ones not. */
  'stock.transfer': command({
    needs: 'stock.move',
    refusals: ['place-same', 'place-closed', 'not-found', 'stock-short', 'lines-empty', 'line-twice'],
    changes: ['stock', 'goods', 'counter', 'reports'],
    input: z.strictObject({
      fromPlaceId: id,
      toPlaceId: id,
      note: optionalText(100),
      lines: z.array(z.strictObject({ lotId: id, quantity })).max(500),
    }),
    output: z.object({ transferId: id, number: z.string() }),
  }),
  'stock.transfers': query({
    needs: 'goods.view',
    input: z.strictObject({ search: optionalText(60), ...pageInput }),
    output: pageOf(transferSummary),
  }),
  'stock.transferRead': query({
    needs: 'goods.view',
    refusals: ['not-found'],
    input: z.strictObject({ transferId: id }),
    output: transferSummary.extend({
      prints: z.int(),
      goods: z.array(z.object({ ...itemName, ...lotName, quantity: z.int(), valueFen: fenOrUnknown })),
    }),
  }),
  'stock.printTransfer': document({
    needs: 'goods.view',
    refusals: ['not-found', 'glyph-missing'],
    changes: ['stock'],
    input: z.strictObject({ transferId: id }),
    output: z.unknown(),
  }),
  'stock.reverseTransfer': command({
    needs: 'stock.move',
    refusals: ['not-found', 'already-reversed', 'reversal-negative'],
    changes: ['stock', 'goods', 'counter', 'reports'],
    input: z.strictObject({ transferId: id, reason }),
    output: done,
  }),
} as const;
