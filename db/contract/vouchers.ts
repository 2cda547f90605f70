// Goods vouchers (领物券): batches, issue, print, void.
import { z } from 'zod';
import { VOUCHER_STATES } from '../domain/voucher-state.ts';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  id,
  instant,
  officeFormat,
  optionalText,
  pageInput,
  pageOf,
  positiveFen,
  text,
} from './common.ts';

/** What a voucher is good for: goods of a value, one package (套餐), goods priced in points. */
export const batchKinds = ['value', 'package', 'points'] as const;

/** Settings of an issue; nothing here is a constant of the program (domain.md §0.1). */
export const batchSpec = z.strictObject({
  name: text(60),
  festival: optionalText(30),
  faceFen: positiveFen,
  /** Category codes that receive one voucher a household. */
  categories: z
    .array(z.string())
    .min(1)
    .max(50)
    .transform((codes) => [...new Set(codes)]),
  /** 就高: one voucher a household, its highest category decides (rulings.md 7). */
  highestOnly: z.boolean().default(true),
  validFrom: day,
  /** Good through this day. */
  validTo: day,
  place: text(100),
  fundingSource: optionalText(30),
});
export type BatchSpec = z.infer<typeof batchSpec>;

const byCategory = z.array(
  z.object({ code: z.string(), category: z.string(), households: z.int(), people: z.int() }),
);
const batchRefusals = [
  'batch-validity-reversed',
  'batch-category-none',
  'batch-nobody',
  'batch-over',
] as const;

export const batchRow = z.object({
  id,
  name: z.string(),
  festival: z.string(),
  faceFen: z.int(),
  validFrom: day,
  validTo: day,
  place: z.string(),
  issuedAt: instant.nullable(),
  issued: z.int(),
  redeemed: z.int(),
  void: z.int(),
  expired: z.int(),
  outstanding: z.int(),
});

export const voucherActs = {
  /** Who would get one today, and who is left out and why. Writes nothing. */
  'vouchers.previewBatch': query({
    needs: 'vouchers.issue',
    refusals: batchRefusals,
    input: z.strictObject({ spec: batchSpec }),
    output: z.object({
      households: z.int(),
      /** As many as households, more where 就高 is off. */
      vouchers: z.int(),
      people: z.int(),
      faceFen: z.int(),
      /** Stands for who would receive what; the issue is given it back and refuses anything else. */
      receivers: z.string(),
      /** Of the households that would receive one: review date past. A warning, unless the shop's setting leaves them out. */
      reviewOverdue: z.int(),
      byCategory,
      /** Household numbers of relatives of the one who asks (近亲属备案): somebody else must issue this batch. */
      ownRelatives: z.array(z.string()),
      leftOut: z.array(
        z.object({
          why: z.enum(['category', 'not-yet', 'ended', 'stopped', 'review-overdue']),
          households: z.int(),
        }),
      ),
      first: z.array(
        z.object({
          number: z.string(),
          headName: z.string(),
          category: z.string(),
          members: z.int(),
          community: z.string(),
          /** On file as a relative of staff. */
          relative: z.boolean(),
        }),
      ),
    }),
  }),
  /** Issues to exactly the households the preview counted; any change since then is refused and shown anew. */
  'vouchers.issueBatch': command({
    needs: 'vouchers.issue',
    refusals: [...batchRefusals, 'batch-changed-since-preview', 'own-relative'],
    changes: ['vouchers', 'reports', 'shop'],
    input: z.strictObject({
      spec: batchSpec,
      expectHouseholds: z.int().min(1),
      expectReceivers: z.string().max(60).optional(),
    }),
    output: z.object({ batchId: id, issued: z.int(), faceFen: z.int() }),
  }),
  'vouchers.batches': query({ needs: 'vouchers.view', input: z.strictObject({}), output: z.array(batchRow) }),
  'vouchers.list': query({
    needs: 'vouchers.view',
    input: z.strictObject({
      batchId: id.nullable(),
      state: z.enum(VOUCHER_STATES).nullable().default(null),
      search: optionalText(60),
      ...pageInput,
    }),
    output: pageOf(
      z.object({
        id,
        serial: z.string(),
        /** In groups of four. */
        typedCode: z.string(),
        headName: z.string(),
        category: z.string(),
        community: z.string(),
        /** On file as a relative of staff; for those who may see filings. */
        relative: z.boolean(),
        state: z.enum(VOUCHER_STATES),
        faceFen: z.int(),
        balanceFen: z.int(),
        validTo: day,
      }),
    ),
  }),
  'vouchers.void': command({
    needs: 'vouchers.void',
    refusals: ['not-found', 'voucher-not-voidable', 'reason-missing', 'own-relative'],
    changes: ['vouchers', 'reports', 'shop'],
    input: z.strictObject({ voucherId: id, reason: text(100) }),
    output: done,
  }),
  /** Eight vouchers to an A4 page, ordered by community and household. */
  'vouchers.printSheet': document({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ batchId: id }),
    output: z.unknown(),
  }),
  'vouchers.signOffList': document({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ batchId: id, format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
} as const;
