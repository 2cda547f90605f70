// The store room: places, lots and what stands where, transfers, the ledger of every movement, where goods came from and went.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  fenOrUnknown,
  id,
  instant,
  officeFormat,
  optionalText,
  pageInput,
  pageOf,
  paperFormat,
  text,
} from './common.ts';
import { itemName, lotName, reason } from './measures.ts';
import { transferActs } from './transfers.ts';

export const placeKinds = ['shop', 'store', 'depot'] as const;
export const stockKinds = [
  'donated',
  'purchased',
  'issued',
  'moved',
  'scrapped',
  'sold',
  'found',
  'missing',
] as const;

/** Smallest units. onHand = available + reserved + held + expired; what is both held and expired counts as expired. */
export const standing = {
  onHand: z.int(),
  /** Spoken for by papers that wait for their second signature. */
  reserved: z.int(),
  /** On hold: not to be given out until released. */
  held: z.int(),
  /** Past their date; never issued by any path. */
  expired: z.int(),
  /** What can be given out today to somebody (designated goods included). */
  available: z.int(),
};

const lotRow = z.object({
  ...itemName,
  ...lotName,
  category: z.string(),
  placeId: id,
  place: z.string(),
  ...standing,
  onHandFen: fenOrUnknown,
  receivedDay: day,
  daysLeft: z.int().nullable(),
  /** In words for a list: categories, places, batches it is meant for; empty: 非定向. */
  designation: z.string(),
  shortDated: z.boolean(),
  heldReason: z.string().nullable(),
  /** Donor (匿名 where so given), supplier or stocktake. */
  origin: z.string(),
});

const cardLine = z.object({
  postingId: id,
  day,
  lateForDay: day.nullable(),
  at: instant,
  kind: z.enum(stockKinds),
  /** Number of the paper; documents answer to `document` and `documentId`. */
  number: z.string(),
  document: z.string(),
  documentId: id,
  place: z.string(),
  tag: z.string(),
  quantity: z.int(),
  valueFen: fenOrUnknown,
  /** After this line, of what the card is about. */
  balance: z.int(),
  balanceFen: fenOrUnknown,
  reverses: z.boolean(),
  reversed: z.boolean(),
  operator: z.string(),
});

/** What a card is about: one kind of goods or one lot, at one place or everywhere; empty days mean from the beginning, to today. */
const cardOf = {
  itemId: id.nullable().default(null),
  lotId: id.nullable().default(null),
  placeId: id.nullable().default(null),
  from: z.string().default(''),
  to: z.string().default(''),
};

export const stockActs = {
  ...transferActs,
  'stock.places': query({
    needs: 'goods.view',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        placeId: id,
        name: z.string(),
        kind: z.enum(placeKinds),
        active: z.boolean(),
        lots: z.int(),
      }),
    ),
  }),
  'stock.addPlace': command({
    needs: 'shop.manage',
    refusals: ['place-name-taken'],
    changes: ['stock'],
    input: z.strictObject({ name: text(30), kind: z.enum(['store', 'depot']) }),
    output: z.object({ placeId: id }),
  }),
  /** Closing a place is refused while anything stands there; place 1 is the shop floor and stays open. */
  'stock.changePlace': command({
    needs: 'shop.manage',
    refusals: ['not-found', 'place-name-taken', 'place-not-empty', 'place-is-shop'],
    changes: ['stock'],
    input: z.strictObject({ placeId: id, name: text(30), active: z.boolean() }),
    output: done,
  }),
  /** Lots with something on hand, place by place, as they leave; `show` picks what needs attention. */
  'stock.lots': query({
    needs: 'goods.view',
    input: z.strictObject({
      search: optionalText(60),
      show: z
        .enum(['all', 'ending', 'expired', 'held', 'designated', 'short-dated', 'reserved'])
        .default('all'),
      placeId: id.nullable().default(null),
      itemId: id.nullable().default(null),
      category: optionalText(30),
      ...pageInput,
    }),
    output: pageOf(lotRow).extend({
      /** Cost of all that match and have one. */
      fen: z.int(),
      /** Of them without a value. */
      unpricedLots: z.int(),
    }),
  }),
  /** Lot or piece label, barcode or item code: what a scan in the store room means. */
  'stock.scan': query({
    needs: 'goods.view',
    refusals: ['item-unknown', 'tag-check', 'weight-missing', 'barcode-check', 'barcode-length'],
    input: z.strictObject({ code: text(200) }),
    output: z.object({
      ...itemName,
      /** Set when the label of one lot was scanned. */
      lotId: id.nullable(),
      /** Smallest units one scan of this code stands for. */
      perScan: z.int(),
    }),
  }),
  'stock.hold': command({
    needs: 'stock.move',
    refusals: ['not-found', 'lot-held-already'],
    changes: ['stock', 'goods', 'counter'],
    input: z.strictObject({ lotId: id, reason }),
    output: done,
  }),
  /** `disinfectedDay` when goods were held for disinfection. */
  'stock.release': command({
    needs: 'stock.move',
    refusals: ['not-found', 'lot-not-held', 'row-day-in-future'],
    changes: ['stock', 'goods', 'counter'],
    input: z.strictObject({ lotId: id, reason, disinfectedDay: day.nullable().default(null) }),
    output: done,
  }),
  /** 物资明细账 / 台账 of an item or a lot, oldest first, with running balance; pages by offset. */
  'stock.card': query({
    needs: 'goods.view',
    refusals: ['not-found'],
    input: z.strictObject({ ...cardOf, ...pageInput }),
    output: pageOf(cardLine).extend({
      title: z.string(),
      unit: z.string(),
      unitScale: z.int(),
      opening: z.int(),
      openingFen: fenOrUnknown,
      closing: z.int(),
      closingFen: fenOrUnknown,
    }),
  }),
  'stock.printCard': document({
    needs: 'reports.print',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ ...cardOf, format: officeFormat }),
    output: z.unknown(),
  }),
  /** 去向: from the donor to the recipients of one lot ("这批米给了哪 37 户"). Names are masked. */
  'stock.trace': query({
    needs: 'people.view',
    refusals: ['not-found'],
    input: z.strictObject({ lotId: id, ...pageInput }),
    output: pageOf(
      z.object({
        redemptionId: id,
        number: z.string(),
        day,
        householdId: id,
        headName: z.string(),
        category: z.string(),
        community: z.string(),
        quantity: z.int(),
        reversed: z.boolean(),
      }),
    ).extend({
      ...itemName,
      ...lotName,
      origin: z.object({
        document: z.enum(['donation', 'purchase', 'stocktake']),
        documentId: id,
        number: z.string(),
        day,
        from: z.string(),
        designation: z.string(),
      }),
      received: z.int(),
      valueFen: fenOrUnknown,
      issued: z.int(),
      /** For volunteers' points: to no household. */
      exchanged: z.int(),
      households: z.int(),
      onHand: z.int(),
      scrapped: z.int(),
      sold: z.int(),
      found: z.int(),
      missing: z.int(),
    }),
  }),
  'stock.printTrace': document({
    needs: 'reports.print',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ lotId: id }),
    output: z.unknown(),
  }),
  'stock.export': document({
    needs: 'reports.print',
    input: z.strictObject({
      search: optionalText(60),
      show: z
        .enum(['all', 'ending', 'expired', 'held', 'designated', 'short-dated', 'reserved'])
        .default('all'),
      placeId: id.nullable().default(null),
      category: optionalText(30),
      format: paperFormat,
    }),
    output: z.unknown(),
  }),
} as const;
