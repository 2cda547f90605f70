// Goods vouchers (领物券): lists, papers, void. Packages and batches: packages.ts, batches.ts.
import { z } from 'zod';
import { VOUCHER_STATES } from '../domain/voucher-state.ts';
import { command, document, query } from './act.ts';
import { batchKinds } from './batches.ts';
import { day, done, id, officeFormat, optionalText, pageInput, pageOf, text } from './common.ts';

/** 8 or 10 to an A4 page with cut marks, one to an A5 page, or one after the other on an 80 mm roll. */
export const voucherLayouts = ['a4-8', 'a4-10', 'single', 'roll-80'] as const;

export const voucherActs = {
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
        kind: z.enum(batchKinds),
        faceFen: z.int(),
        balanceFen: z.int(),
        facePoints: z.int(),
        balancePoints: z.int(),
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
  /** Ordered by community and household, so that a village's vouchers lie together. */
  'vouchers.printSheet': document({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'batch-not-approved', 'glyph-missing'],
    input: z.strictObject({ batchId: id, layout: z.enum(voucherLayouts).default('a4-8') }),
    output: z.unknown(),
  }),
  'vouchers.signOffList': document({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'batch-not-approved', 'glyph-missing'],
    input: z.strictObject({ batchId: id, format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
} as const;
