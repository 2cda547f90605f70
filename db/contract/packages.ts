// Packages (套餐): goods that one voucher stands for, all of them or none (scenario 9).
import { z } from 'zod';
import { command, query } from './act.ts';
import { done, fenOrUnknown, id, instant, optionalText, quantity, text } from './common.ts';

const packageFields = {
  name: text(40),
  note: optionalText(100),
  /** Quantities in smallest units. */
  lines: z
    .array(z.strictObject({ itemId: id, quantity }))
    .min(1)
    .max(30),
};

export const packageRow = z.object({
  id,
  name: z.string(),
  note: z.string(),
  at: instant,
  /** Ended ones are no longer given to a batch; what was promised stays. */
  endedAt: instant.nullable(),
  lines: z.array(
    z.object({
      itemId: id,
      code: z.string(),
      name: z.string(),
      spec: z.string(),
      unit: z.string(),
      unitScale: z.int(),
      quantity: z.int(),
      /** Of one unit, as it is today. */
      priceFen: fenOrUnknown,
      /** Smallest units that may leave today on an ordinary voucher: from the shop floor, and from all places together. */
      onFloor: z.int(),
      inStock: z.int(),
    }),
  ),
  /** At list price of today; null: one of its goods has none. */
  worthFen: fenOrUnknown,
  /** Whole packages that can be given today from the shop floor, and from all places together. */
  canGive: z.int(),
  canMakeUp: z.int(),
  /** Batches that promise it, drafts included. */
  batches: z.int(),
});

export const packageActs = {
  'packages.list': query({
    needs: 'vouchers.view',
    input: z.strictObject({ ended: z.boolean().default(false) }),
    output: z.array(packageRow),
  }),
  'packages.make': command({
    needs: 'vouchers.issue',
    refusals: ['package-name-taken', 'package-item-twice', 'not-found'],
    changes: ['packages', 'vouchers'],
    input: z.strictObject(packageFields),
    output: z.object({ packageId: id }),
  }),
  /** Ends the old row and begins a new one: whoever holds a voucher gets what was printed on it. */
  'packages.change': command({
    needs: 'vouchers.issue',
    refusals: ['package-name-taken', 'package-item-twice', 'package-ended', 'package-same', 'not-found'],
    changes: ['packages', 'vouchers'],
    input: z.strictObject({ packageId: id, ...packageFields }),
    output: z.object({ packageId: id }),
  }),
  'packages.end': command({
    needs: 'vouchers.issue',
    refusals: ['package-ended', 'not-found'],
    changes: ['packages', 'vouchers'],
    input: z.strictObject({ packageId: id }),
    output: done,
  }),
} as const;
