// Gifts: goods and cash that came in, and the internal receipt for them (捐赠接收凭证).
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  chosenSheet,
  day,
  done,
  fenOrUnknown,
  id,
  importPreview,
  instant,
  month,
  optionalText,
  pageInput,
  pageOf,
  officeFormat,
  paperFormat,
  positiveFen,
  quantity,
  text,
} from './common.ts';
import { acceptanceReason, designation, grades, reason } from './measures.ts';
import { receiptActs } from './receipts.ts';

export const donorKinds = ['person', 'company', 'organisation', 'school', 'anonymous'] as const;
/** domain.md §4.3: evidence first, else fair value, else no value at all (quantity only, never 0). */
export const valueBases = ['evidence', 'fair-value', 'unpriced'] as const;

/** Older than any gift of this shop: a slip of the finger. */
const sensibleDay = day.refine((given) => given >= '2000-01-01');

export const donationLineInput = z.strictObject({
  itemId: id,
  quantity,
  /** What the invoice or agreement says for the whole line, also where the fair value is taken instead. */
  evidenceFen: positiveFen.nullable().default(null),
  /** Worth of the whole line in fen; null exactly when `basis` is unpriced. */
  valueFen: positiveFen.nullable(),
  basis: z.enum(valueBases),
  /** Name of the evidence, or where a fair value comes from and why the evidence was set aside. */
  basisNote: optionalText(100),
  /** The evidence is kept although it is far from fair value; the note says why. */
  keepEvidence: z.boolean().default(false),
  productionDay: sensibleDay.nullable(),
  expiryDay: sensibleDay.nullable(),
  /** Why goods with too little shelf life left are taken all the same. */
  acceptanceReason,
  /** Second-hand goods: their grade, and the day they were disinfected (without it they are held). */
  grade: z.enum(grades).nullable().default(null),
  disinfectedDay: sensibleDay.nullable().default(null),
  /** Every piece becomes a tagged lot of its own. */
  pieces: z.boolean().default(false),
});

/** Valid: counts. Void: ended in its own month, number and copies kept. Red: taken back by a red entry of a later month. */
export const receiptStates = ['valid', 'void', 'red'] as const;

const summary = z.object({
  id,
  receiptNumber: z.string(),
  state: z.enum(receiptStates),
  day,
  /** The day it belongs to when that one's month was closed (补录). */
  lateForDay: day.nullable(),
  donorName: z.string(),
  anonymous: z.boolean(),
  cashFen: fenOrUnknown,
  goodsLines: z.int(),
  /** Sum of the priced lines; null when no line has a value. */
  goodsFen: fenOrUnknown,
  unpricedLines: z.int(),
  purpose: z.string(),
  /** In the list of a month: the red entry booked in it for a gift of an earlier one; `day` is its own, amounts are negative. */
  redEntry: z.boolean(),
});

export const donationActs = {
  ...receiptActs,
  'donations.record': command({
    needs: 'donations.record',
    refusals: [
      'donation-empty',
      'donation-day-in-future',
      'month-closed',
      'value-far-from-fair',
      'value-not-evidence',
      'value-reference-missing',
      'shelf-life-short',
      'shelf-life-over',
      'inspectors-two',
      'pieces-too-many',
      'row-quantity-fraction',
      'place-closed',
      'designation-unknown',
      'not-found',
      'donation-ended',
      'reversal-negative',
      'money-short',
      'value-without-basis',
      'amount-not-positive',
      'expiry-before-production',
      'row-day-in-future',
      'expiry-missing',
      'donor-missing',
      'item-unknown',
      'name-missing',
      'name-too-long',
      'name-control-character',
      'name-bidi',
      'name-ill-formed',
    ],
    changes: ['donations', 'donors', 'stock', 'goods', 'counter', 'cash', 'reports', 'shop'],
    input: z.strictObject({
      day: sensibleDay,
      donor: z.strictObject({ name: z.string().max(200), kind: z.enum(donorKinds), phone: optionalText(30) }),
      /** Decided per gift, not per donor. */
      anonymous: z.boolean(),
      channel: optionalText(30),
      campaign: optionalText(60),
      /** In the donor's words; empty = 非定向. */
      purpose: optionalText(200),
      /** To whom it is restricted; nothing set: 非定向. */
      designation: designation.prefault({}),
      /** Donated goods may be disaster or 优抚 goods. */
      stockClass: z.enum(['donated', 'disaster', 'preferential']).default('donated'),
      /** Where the goods are put. */
      placeId: id.default(1),
      cash: z.strictObject({ fen: positiveFen, way: z.enum(['cash', 'transfer']) }).nullable(),
      lines: z.array(donationLineInput).max(200),
      /** Offered and not taken, with the reason; printed on the receipt. */
      refused: z
        .array(z.strictObject({ description: text(60), quantity: optionalText(30), reason: text(100) }))
        .max(50)
        .default([]),
      /** 验收人: two people when goods come in. */
      inspectors: z.tuple([optionalText(50), optionalText(50)]).default(['', '']),
      checker: optionalText(50),
      /**
       * The wrong receipt this one is written for: that one is ended (void or red), in the same act. When only the head differs the
       * goods stay where they are, even if some are gone; otherwise they are taken back, which may be refused.
       */
      replaces: z.strictObject({ donationId: id, reason }).nullable().default(null),
    }),
    output: z.object({ donationId: id, receiptNumber: z.string() }),
  }),
  'donations.previewImport': query({
    needs: 'donations.record',
    readsSheet: true,
    refusals: ['sheet-headings-missing', 'sheet-empty'],
    input: z.strictObject({ sheet: chosenSheet }),
    output: importPreview.extend({ cashFen: z.int(), goodsRows: z.int() }),
  }),
  'donations.confirmImport': command({
    needs: 'donations.record',
    refusals: ['preview-gone', 'import-nothing-to-do', 'month-closed'],
    changes: ['donations', 'donors', 'stock', 'goods', 'counter', 'cash', 'reports', 'shop'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.object({ imported: z.int(), cashFen: z.int(), receiptNumbers: z.array(z.string()) }),
  }),
  'donations.refusedRows': document({
    needs: 'donations.record',
    refusals: ['preview-gone'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.unknown(),
  }),
  /** Another use than the donor named, with the donor's consent (慈善法 art. 56). */
  'donations.changeUse': command({
    needs: 'donations.record',
    refusals: ['not-found', 'donation-ended', 'designation-unknown', 'row-day-in-future'],
    changes: ['donations', 'stock', 'goods', 'counter'],
    input: z.strictObject({
      donationId: id,
      purpose: optionalText(200),
      designation,
      consent: z.strictObject({ by: text(50), day, document: text(100) }),
    }),
    output: done,
  }),
  'donations.addPhoto': command({
    needs: 'donations.record',
    refusals: ['not-found', 'photo-unreadable', 'photo-too-large', 'photo-too-many'],
    changes: ['donations'],
    input: z.strictObject({ donationId: id, bytes: z.instanceof(Uint8Array<ArrayBufferLike>) }),
    output: z.object({ photoId: id }),
  }),
  'donations.photo': query({
    needs: 'donations.view',
    refusals: ['not-found'],
    input: z.strictObject({ photoId: id }),
    output: z.object({ mime: z.string(), bytes: z.instanceof(Uint8Array<ArrayBufferLike>) }),
  }),
  /** 捐赠接收明细 (layout 3); the public one keeps out what must not hang on a board. */
  'donations.printList': document({
    needs: 'reports.print',
    refusals: ['glyph-missing'],
    input: z.strictObject({ month, public: z.boolean(), format: officeFormat }),
    output: z.unknown(),
  }),
  'donations.export': document({
    needs: 'reports.print',
    input: z.strictObject({ search: optionalText(60), month: z.string().default(''), format: paperFormat }),
    output: z.unknown(),
  }),
  'donations.list': query({
    needs: 'donations.view',
    input: z.strictObject({ search: optionalText(60), month: z.string().default(''), ...pageInput }),
    /** Totals count valid gifts, and red entries of the month as negative. */
    output: pageOf(summary).extend({ cashFen: z.int(), goodsFen: z.int(), unpricedLines: z.int() }),
  }),
  'donations.read': query({
    needs: 'donations.view',
    refusals: ['not-found'],
    input: z.strictObject({ donationId: id }),
    output: summary.extend({
      donorKind: z.enum(donorKinds),
      channel: z.string(),
      campaign: z.string(),
      cashWay: z.enum(['cash', 'transfer']).nullable(),
      recordedBy: z.string(),
      recordedAt: instant,
      checker: z.string(),
      prints: z.int(),
      /** Never shown of an anonymous gift. */
      donorId: id.nullable(),
      designation,
      stockClass: z.enum(['donated', 'disaster', 'preferential']),
      /** Where its goods were put; null for money alone. */
      placeId: id.nullable(),
      inspectors: z.array(z.string()),
      /** `day`: when it was done; a void receipt is booked on the gift's own day. */
      ended: z.object({ kind: z.enum(['void', 'red']), day, reason: z.string(), by: z.string() }).nullable(),
      replaces: z.object({ donationId: id, number: z.string() }).nullable(),
      replacedBy: z.object({ donationId: id, number: z.string() }).nullable(),
      official: z.object({ code: z.string(), number: z.string() }).nullable(),
      uses: z.array(
        z.object({
          purpose: z.string(),
          designation,
          consentBy: z.string(),
          consentDay: day,
          consentDocument: z.string(),
          by: z.string(),
        }),
      ),
      refused: z.array(z.object({ description: z.string(), quantity: z.string(), reason: z.string() })),
      photos: z.array(id),
      lines: z.array(
        z.object({
          itemId: id,
          /** Lots of the line; several for tagged pieces. */
          lots: z.array(z.object({ lotId: id, tag: z.string(), onHand: z.int() })),
          evidenceFen: fenOrUnknown,
          basisNote: z.string(),
          acceptanceReason: z.string(),
          grade: z.enum(grades).nullable(),
          disinfectedDay: day.nullable(),
          pieces: z.boolean(),
          itemName: z.string(),
          spec: z.string(),
          unit: z.string(),
          unitScale: z.int(),
          quantity: z.int(),
          valueFen: fenOrUnknown,
          basis: z.enum(valueBases),
          productionDay: day.nullable(),
          expiryDay: day.nullable(),
        }),
      ),
    }),
  }),
} as const;
