// Donors: who they are, what became of their gifts, doubles found and merged, letters to them.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, fenOrUnknown, id, optionalText, pageInput, pageOf, paperFormat } from './common.ts';
import { donorKinds, receiptStates } from './donations.ts';

const nameRefusals = [
  'name-missing',
  'name-too-long',
  'name-control-character',
  'name-bidi',
  'name-ill-formed',
  'name-full-stop',
  'donor-missing',
  'donor-taken',
  'credit-code-length',
  'credit-code-characters',
  'credit-code-check',
  'credit-code-taken',
  'credit-code-of-person',
] as const;

const facts = z.strictObject({
  name: z.string().max(200),
  kind: z.enum(['person', 'company', 'organisation', 'school']),
  /** 统一社会信用代码, GB 32100; not for persons. */
  creditCode: optionalText(30),
  contact: optionalText(50),
  phone: optionalText(30),
  address: optionalText(100),
  note: optionalText(200),
});

/** Ended gifts (void, red) are in no figure. */
const figures = {
  gifts: z.int(),
  cashFen: z.int(),
  /** Value of goods that have one. */
  goodsFen: z.int(),
  unpricedLines: z.int(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
};

const donorRow = z.object({ donorId: id, name: z.string(), kind: z.enum(donorKinds), ...figures });
/** `donorId` null: the row 匿名, all gifts given anonymously together. */
const listedRow = donorRow.extend({ donorId: id.nullable() });

export const donorActs = {
  /** Gifts given anonymously count for nobody here but the one row 匿名. */
  'donors.list': query({
    needs: 'donations.view',
    input: z.strictObject({
      search: optionalText(60),
      kind: z.enum(donorKinds).nullable().default(null),
      ...pageInput,
    }),
    output: pageOf(listedRow).extend({ duplicates: z.int() }),
  }),
  'donors.read': query({
    needs: 'donations.view',
    refusals: ['not-found'],
    /** Null: 匿名. One that was merged is read as the one it counts for now. */
    input: z.strictObject({ donorId: id.nullable() }),
    output: listedRow.extend({
      creditCode: z.string(),
      contact: z.string(),
      phone: z.string(),
      address: z.string(),
      note: z.string(),
      /** Those merged into this one. */
      merged: z.array(z.object({ donorId: id, name: z.string() })),
      /** What became of the goods, kind by kind; only like units add. */
      goods: z.array(
        z.object({
          itemId: id,
          itemName: z.string(),
          spec: z.string(),
          unit: z.string(),
          unitScale: z.int(),
          received: z.int(),
          issued: z.int(),
          households: z.int(),
          lastIssuedDay: day.nullable(),
          onHand: z.int(),
          writtenOff: z.int(),
          valueFen: fenOrUnknown,
        }),
      ),
      /** Distinct households that got anything of this donor. */
      households: z.int(),
      /** The newest gifts, ended ones too. */
      receipts: z.array(
        z.object({
          donationId: id,
          receiptNumber: z.string(),
          state: z.enum(receiptStates),
          day,
          cashFen: fenOrUnknown,
          goodsLines: z.int(),
          goodsFen: fenOrUnknown,
          unpricedLines: z.int(),
          purpose: z.string(),
        }),
      ),
    }),
  }),
  'donors.add': command({
    needs: 'donors.manage',
    refusals: nameRefusals,
    changes: ['donors'],
    input: facts,
    output: z.object({ donorId: id }),
  }),
  'donors.change': command({
    needs: 'donors.manage',
    refusals: ['not-found', ...nameRefusals],
    changes: ['donors', 'donations'],
    input: facts.extend({ donorId: id }),
    output: done,
  }),
  /** Likely doubles by name or telephone, a hint only. */
  'donors.duplicates': query({
    needs: 'donors.manage',
    input: z.strictObject({}),
    output: z.array(z.object({ why: z.enum(['name', 'phone', 'credit-code']), donors: z.array(donorRow) })),
  }),
  /** Gifts keep the name they were given under; lists and letters show them under `intoId`. */
  'donors.merge': command({
    needs: 'donors.manage',
    refusals: ['not-found', 'donor-merged', 'donor-same', 'donor-anonymous'],
    changes: ['donors', 'donations'],
    input: z.strictObject({ donorId: id, intoId: id }),
    output: done,
  }),
  'donors.unmerge': command({
    needs: 'donors.manage',
    refusals: ['not-found', 'donor-not-merged', 'credit-code-taken'],
    changes: ['donors', 'donations'],
    input: z.strictObject({ donorId: id }),
    output: done,
  }),
  /** One donor's letter for a period: given, handed out to how many households, in stock, written off and why. */
  'donors.letter': document({
    needs: 'donations.view',
    refusals: ['not-found', 'donor-nothing-given', 'donor-anonymous', 'glyph-missing'],
    input: z.strictObject({ donorId: id, from: day, to: day }),
    output: z.unknown(),
  }),
  /** All donors of a period in one paper; `unreceipted` leaves out gifts whose receipt or letter was printed before. */
  'donors.letters': document({
    needs: 'donations.view',
    refusals: ['donor-nothing-given', 'glyph-missing'],
    changes: ['donations', 'donors'],
    input: z.strictObject({ from: day, to: day, unreceipted: z.boolean() }),
    output: z.unknown(),
  }),
  'donors.export': document({
    needs: 'reports.print',
    input: z.strictObject({ search: optionalText(60), format: paperFormat }),
    output: z.unknown(),
  }),
} as const;
