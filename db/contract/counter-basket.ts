// The basket as it is sent: for whom, with which vouchers, which goods; and what it may be refused with, at the till and where an
// institution collects.
import { z } from 'zod';
import { id, quantity } from './common.ts';

export const basketLine = z.strictObject({ itemId: id, quantity, lotId: id.nullable().default(null) });

/** How its household was known: scanned or typed code, its card, or looked up by name with a manager's yes. */
export const entries = ['scanned', 'typed', 'card', 'looked-up'] as const;
export const entry = z.enum(entries);

/** The vouchers put down for one household; none where goods are free, then the household says whose basket it is. */
export const basketOf = {
  householdId: id.nullable().default(null),
  voucherIds: z.array(id).max(20),
};

export const lineRefusals = [
  'item-unknown',
  'stock-short',
  'stock-expired',
  'stock-designated',
  'stock-held',
  'stock-elsewhere',
  'stock-short-dated',
  'tag-check',
  'item-without-price',
  'item-without-points',
  'item-not-free',
] as const;

/** What vouchers may be refused with once they lie together. */
export const putDownRefusals = [
  'not-found',
  'code-unknown',
  'basket-empty',
  'vouchers-of-others',
  'vouchers-mixed',
  'voucher-needed',
] as const;
export const basketRefusals = [
  ...putDownRefusals,
  'basket-over-face',
  'basket-over-points',
  'topup-not-due',
] as const;
