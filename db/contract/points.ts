// 志愿者积分: hours of service earn points, goods are had for them. A currency of its own: in no total with vouchers or money.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, id, instant, month, optionalText, pageInput, pageOf, quantity, text } from './common.ts';
import { volunteerRefusals } from './points-errors.ts';
import { nameRefusals } from './sheet-errors.ts';

const facts = {
  // The rules of names are the books' to say.
  name: z.string().max(200),
  /** Account of this shop's staff; null: helps without one. */
  staffId: id.nullable().default(null),
};

const volunteer = {
  volunteerId: id,
  number: z.string(),
  name: z.string(),
  /** Masked. */
  phone: z.string(),
  staffId: id.nullable(),
  /** Name of the account; '' without one. */
  account: z.string(),
  active: z.boolean(),
  /** Whole points. */
  balance: z.int(),
  /** Served and entered, what was taken back taken off. */
  minutes: z.int(),
  /** More service that makes the next whole point. */
  toNextMinutes: z.int(),
};

const story = z.object({
  ...volunteer,
  /** Latest first. */
  entries: z.array(
    z.object({
      entryId: id,
      kind: z.enum(['earned', 'exchanged']),
      /** Of the service, or of the exchange. */
      day,
      at: instant,
      minutes: z.int(),
      points: z.int(),
      balance: z.int(),
      about: z.string(),
      /** Slip of an exchange or of its reversal. */
      number: z.string(),
      exchangeId: id.nullable(),
      /** Takes another entry back; was taken back. */
      reverses: z.boolean(),
      reversed: z.boolean(),
      operator: z.string(),
    }),
  ),
});

export const pointsActs = {
  'points.volunteers': query({
    needs: 'points.manage',
    input: z.strictObject({
      search: optionalText(60),
      /** Those who no longer help too. */
      inactive: z.boolean().default(false),
      ...pageInput,
    }),
    output: pageOf(z.object(volunteer)),
  }),
  'points.volunteer': query({
    needs: 'points.manage',
    refusals: ['not-found'],
    input: z.strictObject({ volunteerId: id }),
    output: story,
  }),
  /** One's own, by one's account; null: nobody entered one as a volunteer. */
  'points.own': query({ needs: 'signed-in', input: z.strictObject({}), output: story.nullable() }),
  /** Of a month: hours and points apart from vouchers and money. */
  'points.month': query({
    needs: 'points.manage',
    input: z.strictObject({ month }),
    output: z.object({
      minutes: z.int(),
      earned: z.int(),
      /** Less what was taken back. */
      exchanged: z.int(),
      exchanges: z.int(),
    }),
  }),
  'points.addVolunteer': command({
    needs: 'points.manage',
    refusals: [...nameRefusals, ...volunteerRefusals, 'not-found'],
    changes: ['points'],
    input: z.strictObject({ ...facts, phone: optionalText(40) }),
    output: z.object({ volunteerId: id, number: z.string() }),
  }),
  'points.changeVolunteer': command({
    needs: 'points.manage',
    refusals: [...nameRefusals, ...volunteerRefusals, 'not-found'],
    changes: ['points'],
    input: z.strictObject({
      volunteerId: id,
      ...facts,
      /** null: stays as it is; the screen knows only the mask. */
      phone: z.string().trim().max(40).nullable(),
      active: z.boolean(),
    }),
    output: done,
  }),
  /** 1 hour = the shop's points (`pointsPerHour`); what is less than a whole point waits for the next hours. */
  'points.earn': command({
    needs: 'points.manage',
    refusals: [
      'not-found',
      'volunteer-inactive',
      'points-own',
      'points-day-future',
      'points-hours-step',
      'points-hours-over',
    ],
    logsRefusals: true,
    changes: ['points'],
    input: z.strictObject({
      volunteerId: id,
      serviceDay: day,
      minutes: z.int().min(1).max(10_000),
      about: text(100),
    }),
    output: z.object({ entryId: id, points: z.int(), balance: z.int(), toNextMinutes: z.int() }),
  }),
  /** Hours entered wrongly; refused when their points are spent. */
  'points.reverseHours': command({
    needs: 'points.manage',
    refusals: ['not-found', 'points-own', 'points-entry-reversed', 'points-short'],
    logsRefusals: true,
    changes: ['points'],
    input: z.strictObject({ entryId: id, reason: text(100) }),
    output: z.object({ points: z.int(), balance: z.int() }),
  }),
  /** Goods for points. Designated goods, 救灾 and 优抚 never leave for them, expired ones never at all. */
  'points.exchange': command({
    needs: 'points.manage',
    refusals: [
      'not-found',
      'volunteer-inactive',
      'points-own',
      'points-short',
      'item-unknown',
      'item-without-points',
      'stock-short',
      'stock-expired',
      'stock-designated',
      'stock-held',
      'stock-elsewhere',
      'stock-short-dated',
    ],
    logsRefusals: true,
    changes: ['points', 'stock', 'goods', 'counter', 'reports', 'shop'],
    input: z.strictObject({
      volunteerId: id,
      lines: z
        .array(z.strictObject({ itemId: id, lotId: id.nullable().default(null), quantity }))
        .min(1)
        .max(200),
    }),
    output: z.object({ exchangeId: id, number: z.string(), points: z.int(), balance: z.int() }),
  }),
  /** Whole: the goods back into the same lots, the points back to the volunteer. */
  'points.reverseExchange': command({
    needs: 'points.manage',
    refusals: ['not-found', 'points-own', 'exchange-reversed'],
    logsRefusals: true,
    changes: ['points', 'stock', 'goods', 'counter', 'reports', 'shop'],
    input: z.strictObject({ exchangeId: id, reason: text(100) }),
    output: z.object({ exchangeId: id, number: z.string(), points: z.int(), balance: z.int() }),
  }),
  'points.printSlip': document({
    needs: 'points.manage',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ exchangeId: id, paper: z.enum(['roll-80', 'a5']).default('roll-80') }),
    output: z.unknown(),
  }),
} as const;
