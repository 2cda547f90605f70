// The papers of one redemption at the till (核销小票, 撤销小票) and the signature drawn under it (drawn once, never changed).
import { z } from 'zod';
import { command, document } from './act.ts';
import { done, id } from './common.ts';

/** Of the printer at this PC; which one it is the window remembers. */
export const slipPaper = z.enum(['roll-80', 'a5']).default('roll-80');

export const mostStrokes = 200;
export const mostPoints = 5_000;
const side = z.int().min(1).max(4_000);
const at = z.int().min(0).max(4_000);

export const signatureActs = {
  /** 撤销小票. */
  'counter.printReversal': document({
    needs: 'signed-in',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ reversalId: id, paper: slipPaper }),
    output: z.unknown(),
  }),
  /** Once, at the till and on the day of the redemption, where the shop asks for it. Each stroke is the way of the pen. */
  'counter.sign': command({
    needs: 'counter.redeem',
    refusals: [
      'not-found',
      'redemption-reversed',
      'signature-off',
      'signature-given',
      'signature-late',
      'signature-empty',
    ],
    input: z.strictObject({
      redemptionId: id,
      strokes: z
        .array(z.array(z.tuple([at, at])).max(mostPoints))
        .max(mostStrokes)
        .refine((strokes) => strokes.reduce((sum, { length }) => sum + length, 0) <= mostPoints),
      width: side,
      height: side,
    }),
    output: done,
    changes: ['counter'],
  }),
} as const;
