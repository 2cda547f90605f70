// Acts on volunteers' points: who helps, their hours, goods for points, and what was taken back.
import { sql } from 'kysely';
import type { Handlers } from '../context.ts';
import { monthRange } from '../domain/business-day.ts';
import { exchange, reverseExchange } from './exchange.ts';
import { earn, reverseHours } from './hours.ts';
import { printExchange } from './slip.ts';
import { addVolunteer, changeVolunteer, listVolunteers, ownStory, storyOf } from './volunteers.ts';

export const pointsHandlers: Handlers<'points'> = {
  'points.volunteers': listVolunteers,
  'points.volunteer': ({ tx }, { volunteerId }) => storyOf(tx, volunteerId),
  'points.own': (context) => ownStory(context),
  async 'points.month'({ tx }, { month }) {
    const { first, last } = monthRange(month);
    const { rows } = await sql<{ minutes: number; earned: number; exchanged: number; exchanges: number }>`
      SELECT coalesce(sum(minutes), 0) AS minutes,
        coalesce(sum(CASE WHEN kind = 'earned' THEN points ELSE 0 END), 0) AS earned,
        coalesce(sum(CASE WHEN kind = 'exchanged' THEN 0 - points ELSE 0 END), 0) AS exchanged,
        coalesce(sum(CASE WHEN kind = 'exchanged' THEN CASE WHEN reverses IS NULL THEN 1 ELSE -1 END ELSE 0 END), 0) AS exchanges
      FROM point_posting WHERE business_day BETWEEN ${first} AND ${last}`.execute(tx);
    return rows[0] ?? { minutes: 0, earned: 0, exchanged: 0, exchanges: 0 };
  },
  'points.addVolunteer': addVolunteer,
  'points.changeVolunteer': changeVolunteer,
  'points.earn': earn,
  'points.reverseHours': reverseHours,
  'points.exchange': exchange,
  'points.reverseExchange': reverseExchange,
  'points.printSlip': printExchange,
};
