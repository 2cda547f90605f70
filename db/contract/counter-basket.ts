// The basket as it is sent: for whom, with which vouchers, which goods; and what it may be refused with, at the till and where an
// institution collects.
import { z } from 'zod';
import { id, optionalText, quantity, text } from './common.ts';
import { proxyDocument } from './proxies.ts';

export const basketLine = z.strictObject({ itemId: id, quantity, lotId: id.nullable().default(null) });

/** How its household was known: scanned or typed code, its card, or looked up by name with a manager's yes. */
export const entries = ['scanned', 'typed', 'card', 'looked-up'] as const;
export const entry = z.enum(entries);

/** The vouchers put down for one household; none where goods are free, then the household says whose basket it is. */
export const basketOf = {
  householdId: id.nullable().default(null),
  voucherIds: z.array(id).max(20),
};

/** Who stands at the counter instead of the holder (代领), as it is typed or picked there. */
const typedProxies = [
  z.strictObject({ kind: z.literal('standing'), proxyId: id }),
  z.strictObject({
    kind: z.literal('on-the-spot'),
    name: z.string().max(200),
    document: proxyDocument,
    /** The whole number, or the last four characters with `tailReason`. */
    number: z.string().max(60),
    relation: text(30),
    related: z.boolean(),
    /** Why the holder does not come. */
    reason: text(100),
    /** Why no more than the last four were shown. */
    tailReason: optionalText(100),
  }),
] as const;
export const typedProxy = z.discriminatedUnion('kind', typedProxies);

/** 送货上门: with whom the goods go, and where; `address` null: the registered one. */
export const wantedDelivery = z.strictObject({ carrier: text(60), address: text(200).nullable() });

/** What was chosen beside the goods. */
export const basketChoices = {
  /** `held`: whom the held basket names; name and number do not leave the books again. Null: the household itself. */
  proxy: z
    .discriminatedUnion('kind', [...typedProxies, z.strictObject({ kind: z.literal('held') })])
    .nullable()
    .default(null),
  /** Null: taken along. */
  delivery: wantedDelivery.nullable().default(null),
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
