// What the till shows of an open basket: the household (masked), its vouchers, goods with what may be taken of them; and the yes of a
// second person.
import { z } from 'zod';
import { batchKinds } from './batches.ts';
import { day, fenOrUnknown, id, instant, text } from './common.ts';
import { entry } from './counter-basket.ts';
import { limitLeft } from './limits.ts';

/** Why a voucher may not be taken today, as a scan of it would say. */
export const stopped = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const basketHousehold = z.object({
  householdId: id,
  /** Masked: 韦*兰. */
  headName: z.string(),
  category: z.string(),
  members: z.int(),
  idTail: z.string(),
  community: z.string(),
  lastCollectedDay: day.nullable(),
  reviewOverdue: z.boolean(),
  /** 限领: what is left today of each rule that concerns it, whatever the voucher. */
  limits: z.array(limitLeft),
});

/** A usable voucher as the till shows it. */
export const basketVoucher = z.object({
  voucherId: id,
  serial: z.string(),
  batch: z.string(),
  place: z.string(),
  kind: z.enum(batchKinds),
  /** 分次使用: what is not taken stays on it. */
  inParts: z.boolean(),
  /** Signed for on the list; a voucher nobody signed for is shown with a warning. */
  handedOver: z.boolean(),
  balanceFen: z.int(),
  faceFen: z.int(),
  balancePoints: z.int(),
  facePoints: z.int(),
  validTo: day,
  /** Vouchers with the same sign may lie in one basket: points apart from money, each class of goods apart. */
  goesWith: z.string(),
  /** 套餐: what it is good for, all of it or nothing. */
  package: z.array(
    z.object({
      itemId: id,
      name: z.string(),
      /** Its category in the catalogue: limits may speak of all of it. */
      sort: z.string(),
      unit: z.string(),
      unitScale: z.int(),
      quantity: z.int(),
      /** Smallest units this household may take today. */
      available: z.int(),
      priceFen: fenOrUnknown,
    }),
  ),
});

export const goodsLine = z.object({
  itemId: id,
  code: z.string(),
  name: z.string(),
  /** Its category in the catalogue. */
  sort: z.string(),
  spec: z.string(),
  unit: z.string(),
  unitScale: z.int(),
  /** Price of one `unit`; null: not priced, counts 0 against the voucher. */
  priceFen: fenOrUnknown,
  /** Of one `unit`, on a points voucher; null: not to be had for points. */
  pointsPrice: z.int().nullable(),
  /** Smallest units this household may still take today (its designations considered, expired excluded). */
  available: z.int(),
  /** Date of the lot that leaves first. */
  firstExpiryDay: day.nullable(),
  /** Smallest units that one scan adds. */
  perScan: z.int(),
  /** Set when the label of one lot or tagged piece was scanned: exactly that one leaves. */
  lotId: id.nullable(),
});

/** A basket that was put aside (挂单) and waits. */
export const heldBasket = z.object({
  heldId: id,
  at: instant,
  terminal: z.string(),
  operator: z.string(),
  /** Masked. */
  headName: z.string(),
  category: z.string(),
  vouchers: z.int(),
  lines: z.int(),
  note: z.string(),
});

export const openedBasket = z.object({
  entry,
  household: basketHousehold,
  /** Those that may be taken today. */
  vouchers: z.array(basketVoucher),
  /** Open ones of the household that may not be taken today, and why. */
  stopped: z.array(z.object({ serial: z.string(), stop: stopped })),
  /** The shop gives short-dated goods without a voucher. */
  freeAllowed: z.boolean(),
  /** Its basket that waits already; null: none. */
  held: heldBasket.nullable(),
});

/** A second person's sign-in under this one act; the password is checked and forgotten. */
export const approval = z.strictObject({ login: text(30), password: z.string().max(200) });
