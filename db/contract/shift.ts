// 当班: who has a till from when to when, what was given out meanwhile, and the cash of the trading book in its drawer.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { approval } from './counter-shown.ts';
import { day, done, fen, fenOrUnknown, id, instant, month, optionalText } from './common.ts';

/** Counted cash; null: nobody counted. */
const cashInDrawer = fen.min(0).nullable();

const shiftRow = z.object({
  shiftId: id,
  /** On its paper: day and place among the shifts of that day. */
  number: z.string(),
  terminal: z.string(),
  day,
  openedBy: z.string(),
  openedAt: instant,
  closedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  /** 'day-end': nobody closed it, the day changed. Null: still open. */
  ended: z.enum(['closed', 'handed-over', 'day-end']).nullable(),
  note: z.string(),
  floatFen: fenOrUnknown,
  topUpFen: z.int(),
  /** Given back by reversals. */
  returnedFen: z.int(),
  /** Float + top-ups − given back; null while the float is unknown. */
  expectedFen: fenOrUnknown,
  countedFen: fenOrUnknown,
  /** Counted − expected; shown, never corrected. */
  differenceFen: fenOrUnknown,
  /** 户次 less those taken back. */
  householdTimes: z.int(),
  institutionTimes: z.int(),
  usedFen: z.int(),
});

const figures = shiftRow.extend({
  freeTimes: z.int(),
  deliveries: z.int(),
  topUps: z.int(),
  returns: z.int(),
  /** Vouchers redeemed less those taken back, by what they are worth. */
  vouchers: z.array(
    z.object({
      is: z.enum(['fen', 'points', 'package']),
      pieces: z.int(),
      face: z.int().nullable(),
      used: z.int(),
      lapsed: z.int().nullable(),
    }),
  ),
  reversals: z.array(
    z.object({
      at: instant,
      number: z.string(),
      ofNumber: z.string(),
      by: z.string(),
      reason: z.string(),
      lines: z.int(),
      usedFen: z.int(),
    }),
  ),
  /** What this till refused meanwhile, from the log; the most frequent first. */
  refusals: z.array(z.object({ code: z.string(), times: z.int() })),
});

/** Refused when an open one is to be ended. */
const endRefusals = [
  'not-found',
  'shift-ended',
  'shift-elsewhere',
  'shift-not-own',
  'shift-difference',
] as const;
const ending = {
  /** The one whose figures were on the screen. */
  shiftId: id,
  countedFen: cashInDrawer,
  /** Why the cash differs, and what the next one must know. */
  note: optionalText(200),
};

export const shiftActs = {
  /** Of this till. It opens by itself at the first redemption, its float then unknown. */
  'shift.open': command({
    needs: 'counter.redeem',
    refusals: ['shift-open'],
    input: z.strictObject({ floatFen: cashInDrawer }),
    output: z.object({ shiftId: id }),
    changes: ['shift', 'shop'],
  }),
  'shift.current': query({
    needs: 'counter.redeem',
    input: z.strictObject({}),
    output: z.object({
      /** Null: none is open at this till. */
      shift: figures.nullable(),
      /** Put aside at this till and still waiting. */
      held: z.array(
        z.object({
          heldId: id,
          at: instant,
          by: z.string(),
          /** Masked. */
          headName: z.string(),
          lines: z.int(),
        }),
      ),
      /** Goods with a carrier that nobody has signed for yet, of the whole shop. */
      deliveriesOut: z.int(),
    }),
  }),
  /** Ending with baskets held is allowed; they are named on the sheet and can be taken up by whoever comes next. */
  'shift.close': command({
    needs: 'counter.redeem',
    refusals: endRefusals,
    input: z.strictObject(ending),
    output: done,
    changes: ['shift', 'shop'],
  }),
  /** Closes and opens the next one with the counted cash; whoever takes over signs in here at this window. */
  'shift.handOver': command({
    needs: 'counter.redeem',
    refusals: [
      ...endRefusals,
      'shift-same-person',
      'approval-wrong',
      'sign-in-blocked',
      'approval-not-permitted',
    ],
    input: z.strictObject({ ...ending, to: approval }),
    output: z.object({ shiftId: id, name: z.string() }),
    changes: ['shift', 'shop', 'staff'],
  }),
  /** The newest first. */
  'shift.list': query({
    needs: 'vouchers.view',
    input: z.strictObject({ month }),
    output: z.array(shiftRow),
  }),
  /** 交班单. */
  'shift.printSheet': document({
    needs: 'vouchers.view',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ shiftId: id }),
    output: z.unknown(),
  }),
  /** 日结单 of all tills. */
  'shift.printDay': document({
    needs: 'vouchers.view',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ day }),
    output: z.unknown(),
  }),
} as const;
