// What the amber band says while the basket stays usable, the gravest first. Pure.
import { daysBetween } from '../../db/domain/business-day.ts';
import {
  accountOf,
  isPackShort,
  isTooMany,
  packedLines,
  topUpDue,
  worthOf,
  type Currency,
  type PackedLine,
} from './account.ts';
import { limitsLeft, type LimitLeft } from './limits.ts';
import type { Basket, Goods } from './till.ts';

export type Note =
  | { readonly kind: 'over'; readonly unit: Currency; readonly over: number; readonly cashHelps: boolean }
  | { readonly kind: 'too-many'; readonly goods: Goods }
  | { readonly kind: 'package-short'; readonly goods: PackedLine['goods'] }
  | { readonly kind: 'no-points'; readonly goods: Goods }
  | { readonly kind: 'not-handed-over'; readonly vouchers: number }
  | { readonly kind: 'held-already'; readonly at: string; readonly terminal: string }
  | ({ readonly kind: 'limit' | 'limit-over' } & LimitLeft)
  | { readonly kind: 'free' }
  | { readonly kind: 'near-expiry'; readonly goods: readonly Goods[] }
  | { readonly kind: 'review-overdue' };

export interface NoteFacts {
  readonly day: string;
  readonly alarmDays: number;
  readonly topUpAllowed: boolean;
}

/** Last day near: within `alarmDays` from `day`. */
export const nearExpiry = (goods: Goods, day: string, alarmDays: number): boolean =>
  goods.firstExpiryDay !== null && daysBetween(day, goods.firstExpiryDay) <= alarmDays;

export const notesOf = (basket: Basket, { day, alarmDays, topUpAllowed }: NoteFacts): readonly Note[] => {
  const { unit, left } = accountOf(basket);
  const notes: Note[] = [];
  if (left < 0 && !basket.topUp)
    notes.push({ kind: 'over', unit, over: -left, cashHelps: topUpDue(basket, topUpAllowed) !== null });
  for (const line of packedLines(basket))
    if (isPackShort(basket, line)) notes.push({ kind: 'package-short', goods: line.goods });
  for (const line of basket.lines) {
    if (isTooMany(basket, line)) notes.push({ kind: 'too-many', goods: line.goods });
    if (unit === 'points' && worthOf(line, unit) === null)
      notes.push({ kind: 'no-points', goods: line.goods });
  }
  for (const limit of limitsLeft(basket))
    notes.push({ kind: limit.left < 0 ? 'limit-over' : 'limit', ...limit });
  const unsigned = basket.vouchers.filter(({ handedOver }) => !handedOver).length;
  if (unsigned > 0) notes.push({ kind: 'not-handed-over', vouchers: unsigned });
  if (basket.waiting)
    notes.push({ kind: 'held-already', at: basket.waiting.at, terminal: basket.waiting.terminal });
  if (basket.vouchers.length === 0) notes.push({ kind: 'free' });
  if (basket.household.reviewOverdue) notes.push({ kind: 'review-overdue' });
  // One line for all of them: a band for each would push the goods themselves off the screen.
  const near = basket.lines.map(({ goods }) => goods).filter((goods) => nearExpiry(goods, day, alarmDays));
  if (near.length > 0) notes.push({ kind: 'near-expiry', goods: near });
  return notes;
};
