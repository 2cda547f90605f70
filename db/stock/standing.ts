// What stands of goods on a day, as sums in SQL over lot_stock (`stock`) joined with its `lot`: the same figures on every screen.
// onHand = available + reserved + held + expired.
import { sql, type RawBuilder } from 'kysely';

export interface Standing {
  readonly onHand: number;
  readonly reserved: number;
  readonly held: number;
  readonly expired: number;
  readonly available: number;
}

/** Good through its date (ruling 20); what is both held and expired counts as expired, what is reserved as reserved. */
export const standingOf = (day: string): Readonly<Record<keyof Standing, RawBuilder<number>>> => {
  const expired = sql`(lot.expiry_day IS NOT NULL AND lot.expiry_day < ${day})`;
  const free = sql`(stock.on_hand - stock.reserved)`;
  return {
    onHand: sql<number>`stock.on_hand`,
    reserved: sql<number>`stock.reserved`,
    expired: sql<number>`CASE WHEN ${expired} THEN ${free} ELSE 0 END`,
    held: sql<number>`CASE WHEN NOT ${expired} AND lot.held_reason IS NOT NULL THEN ${free} ELSE 0 END`,
    available: sql<number>`CASE WHEN NOT ${expired} AND lot.held_reason IS NULL THEN ${free} ELSE 0 END`,
  };
};

/** Nothing anywhere. */
export const nothingStanding: Standing = { onHand: 0, reserved: 0, held: 0, expired: 0, available: 0 };
