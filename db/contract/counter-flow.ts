// What else the counter does around a basket: a forgotten voucher (忘带券), baskets put aside and taken up again (挂单, 取单), and what a
// redemption would give back.
import { z } from 'zod';
import { command, query } from './act.ts';
import { day, done, id, optionalText, quantity, text } from './common.ts';
import {
  basketChoices,
  basketLine,
  basketOf,
  entry,
  putDownRefusals,
  wantedDelivery,
} from './counter-basket.ts';
import { approval, goodsLine, heldBasket, openedBasket, stopped } from './counter-shown.ts';
import { scanRefusals } from './errors.ts';
import { approvalRefusals } from './proxy-errors.ts';

export const counterFlowActs = {
  /**
   * 忘带券: whom somebody without paper may be, by name, pinyin, or four and more last digits of an identity or telephone number. Masked,
   * and every search stands in the log.
   */
  'counter.findHolder': command({
    needs: 'counter.redeem',
    forgetsAnswer: true,
    input: z.strictObject({ search: text(60) }),
    output: z.object({
      households: z
        .array(
          z.object({
            householdId: id,
            number: z.string(),
            headName: z.string(),
            category: z.string(),
            members: z.int(),
            idTail: z.string(),
            community: z.string(),
            openVouchers: z.int(),
          }),
        )
        .max(20),
      /** Short-dated goods may leave without a voucher: a household that has none may be opened too. */
      freeAllowed: z.boolean(),
      /** More were found than are shown. */
      more: z.boolean(),
    }),
  }),
  /** Opens its vouchers without paper or card. Somebody else says yes to it; it holds at this till for ten minutes and one redemption. */
  'counter.openForgotten': command({
    needs: 'counter.redeem',
    refusals: [...scanRefusals, 'voucher-none-usable', ...approvalRefusals],
    logsRefusals: true,
    forgetsAnswer: true,
    input: z.strictObject({ householdId: id, reason: text(100), approval }),
    output: openedBasket,
  }),
  /** Puts the basket aside. Nothing is reserved by it, and it outlasts the program's end. */
  'counter.hold': command({
    needs: 'counter.redeem',
    refusals: [...putDownRefusals, 'basket-held', 'held-gone', 'lookup-not-approved'],
    input: z.strictObject({
      ...basketOf,
      entry,
      lines: z.array(basketLine).max(100),
      ...basketChoices,
      note: optionalText(60),
      /** Put aside before: this is how it stands now. */
      heldId: id.nullable().default(null),
    }),
    output: z.object({ heldId: id }),
    changes: ['counter', 'shift'],
  }),
  /** All that wait, at whichever till they were put aside. */
  'counter.held': query({
    needs: 'counter.redeem',
    input: z.strictObject({}),
    output: z.array(heldBasket),
  }),
  /** Everything is looked at again. It waits on until it is redeemed or dropped: nothing is lost when the program ends meanwhile. */
  'counter.recall': query({
    needs: 'counter.redeem',
    refusals: [...scanRefusals, ...putDownRefusals, 'held-gone', 'lookup-not-approved'],
    logsRefusals: true,
    input: z.strictObject({ heldId: id }),
    output: openedBasket.extend({
      lines: z.array(z.object({ goods: goodsLine, quantity })),
      /** Who collects, masked; null: the household itself, also when the one it named may not any more. */
      proxy: z.object({ name: z.string(), relation: z.string(), related: z.boolean() }).nullable(),
      delivery: wantedDelivery.nullable(),
      /** What was in it and no longer fits, line by line. */
      reasons: z.array(stopped),
    }),
  }),
  'counter.dropHeld': command({
    needs: 'counter.redeem',
    refusals: ['held-gone'],
    input: z.strictObject({ heldId: id }),
    output: done,
    changes: ['counter', 'shift'],
  }),
  /** A redemption line by line, and what goes back to whom if these lines (null: all that are still out) are taken back. */
  'counter.redemption': query({
    needs: 'counter.redeem',
    refusals: [
      'not-found',
      'redemption-reversed',
      'line-reversed',
      'reverse-package-whole',
      'institution-redemption',
    ],
    input: z.strictObject({
      redemptionId: id,
      back: z.array(z.int().min(1)).min(1).max(200).nullable().default(null),
    }),
    output: z.object({
      number: z.string(),
      day,
      lines: z.array(
        z.object({
          line: z.int(),
          itemId: id,
          itemName: z.string(),
          unit: z.string(),
          unitScale: z.int(),
          quantity,
          amountFen: z.int().nullable(),
          points: z.int().nullable(),
          /** It came back already. */
          back: z.boolean(),
        }),
      ),
      /** Lines that come back together: goods of one kind left out of the same lots. */
      chosen: z.array(z.int()),
      whole: z.boolean(),
      vouchers: z.array(
        z.object({
          serial: z.string(),
          backFen: z.int(),
          lapsedFen: z.int(),
          backPoints: z.int(),
          lapsedPoints: z.int(),
        }),
      ),
      /** Cash that goes back out of the trading book. */
      topUpFen: z.int(),
    }),
  }),
} as const;
