// The life of a single voucher (券的一生) after its issue: handed over, lost and replaced, open and running out, void in mass, its whole
// story and the papers of a dispute.
import { z } from 'zod';
import { VOUCHER_STATES } from '../domain/voucher-state.ts';
import { command, document, query, queryInSteps } from './act.ts';
import { batchKinds } from './batches.ts';
import { day, done, id, instant, officeFormat, optionalText, pageInput, text } from './common.ts';
import { approval } from './counter-shown.ts';
import { approvalRefusals } from './proxy-errors.ts';

/** Whose signature stands on the sign-off sheet (领取签收花名册). */
const signedBy = ['holder', 'proxy'] as const;
/** 遗失, 损坏, 错发, 冒用, or its key was revoked (lessons.md row 11). */
const replaceReasons = ['lost', 'damaged', 'wrongly-issued', 'misused', 'key-revoked'] as const;
/** First issue and eight replacements: whoever loses more brings the papers in person. */
export const MOST_GENERATIONS = 9;

/** What happened to a voucher, as the screen names it. */
const storyEvents = [
  'issued',
  'handed-over',
  'handover-taken-back',
  'printed',
  'refused',
  'redeemed',
  'reversed',
  'replaced',
  'reissued',
  'void',
  'expired',
] as const;

const openOf = {
  batchId: id.nullable().default(null),
  /** Last day within so many days from today; null: any. */
  withinDays: z.int().min(0).max(366).nullable().default(null),
};
const openFilter = { ...openOf, community: z.string().trim().max(60).nullable().default(null) };

const sum = { pieces: z.int(), fen: z.int(), points: z.int() };
const handoverDay = { day, signedBy: z.enum(signedBy).default('holder'), note: optionalText(60) };

export const voucherLifeActs = {
  /** The signed sheet of a batch: everybody but these; they stay 待交付. `expect` is the count the screen showed. */
  'vouchers.handOverBatch': command({
    needs: 'vouchers.issue',
    refusals: [
      'not-found',
      'batch-not-approved',
      'handover-day',
      'handover-nobody',
      'count-differs',
      'own-relative',
    ],
    changes: ['vouchers', 'counter'],
    input: z.strictObject({
      batchId: id,
      except: z.array(id).max(5_000).default([]),
      expect: z.int().min(0),
      ...handoverDay,
    }),
    output: z.object({ handedOver: z.int() }),
  }),
  'vouchers.handOver': command({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'handover-day', 'handover-not-open', 'own-relative'],
    changes: ['vouchers', 'counter'],
    input: z.strictObject({ voucherIds: z.array(id).min(1).max(500), ...handoverDay }),
    output: z.object({ handedOver: z.int() }),
  }),
  /** Entered by mistake: back to 待交付, while nothing was taken on it. */
  'vouchers.takeBackHandOver': command({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'handover-none', 'handover-used', 'reason-missing', 'own-relative'],
    changes: ['vouchers', 'counter'],
    input: z.strictObject({ voucherId: id, reason: text(100) }),
    output: done,
  }),
  /** How far the sheet of a batch is entered. */
  'vouchers.handovers': query({
    needs: 'vouchers.view',
    refusals: ['not-found'],
    input: z.strictObject({ batchId: id }),
    output: z.object({
      waiting: z.int(),
      handedOver: z.int(),
      /** Of those waiting: the first, with what the sheet calls them. */
      first: z.array(z.object({ id, serial: z.string(), headName: z.string(), community: z.string() })),
    }),
  }),

  /** A new paper for the same entitlement; the old one answers 已挂失 and names the new number. Always by two persons. */
  'vouchers.replace': command({
    needs: 'vouchers.issue',
    refusals: [
      'not-found',
      'voucher-not-replaceable',
      'voucher-too-often-replaced',
      'key-none-left',
      'own-relative',
      ...approvalRefusals,
    ],
    changes: ['vouchers', 'counter', 'reports', 'shop'],
    input: z.strictObject({
      voucherId: id,
      reason: z.enum(replaceReasons),
      note: optionalText(100),
      approval,
    }),
    output: z.object({ voucherId: id, serial: z.string(), generation: z.int() }),
  }),
  /** Every open voucher signed by a revoked key; of one batch, so that each village's papers lie together. */
  'vouchers.replaceOfKey': command({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'voucher-none-open', 'key-none-left', 'own-relative', ...approvalRefusals],
    changes: ['keys', 'vouchers', 'counter', 'reports', 'shop'],
    input: z.strictObject({ keyId: id, batchId: id, approval }),
    output: z.object({ replaced: z.int() }),
  }),
  /** The one paper of a replacement, marked 补发. */
  'vouchers.printReplacement': document({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'voucher-not-reissued', 'glyph-missing'],
    changes: ['vouchers'],
    input: z.strictObject({ voucherId: id }),
    output: z.unknown(),
  }),

  /** 未领清单: open vouchers, the first to end first. */
  'vouchers.outstanding': query({
    needs: 'vouchers.view',
    input: z.strictObject({ ...openFilter, ...pageInput }),
    output: z.object({
      total: z.int(),
      fen: z.int(),
      points: z.int(),
      rows: z.array(
        z.object({
          id,
          serial: z.string(),
          batch: z.string(),
          headName: z.string(),
          phone: z.string().nullable(),
          category: z.string(),
          community: z.string(),
          state: z.enum(VOUCHER_STATES),
          kind: z.enum(batchKinds),
          balanceFen: z.int(),
          balancePoints: z.int(),
          validTo: day,
        }),
      ),
    }),
  }),
  /** Of how many open vouchers each community is, for the choice of one; '' where a household has none. */
  'vouchers.openByCommunity': queryInSteps({
    needs: 'vouchers.view',
    input: z.strictObject(openOf),
    output: z.array(z.object({ community: z.string(), open: z.int() })),
  }),
  /** On paper by community: 未领清单, or 到期提醒 where a last day is asked for. */
  'vouchers.printOutstanding': document({
    needs: 'vouchers.issue',
    refusals: ['voucher-none-open', 'glyph-missing'],
    input: z.strictObject({ ...openFilter, format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
  /** What `vouchers.voidOpen` would end: open and never used, not even in part. */
  'vouchers.openOfBatch': query({
    needs: 'vouchers.view',
    refusals: ['not-found'],
    input: z.strictObject({ batchId: id }),
    output: z.object(sum),
  }),
  /** Ends every unused voucher of a batch; the figures the screen showed must still be those. */
  'vouchers.voidOpen': command({
    needs: 'vouchers.void',
    refusals: ['not-found', 'voucher-none-open', 'open-totals-differ', 'own-relative'],
    changes: ['vouchers', 'counter', 'reports', 'shop'],
    input: z.strictObject({
      batchId: id,
      reason: text(100),
      expectPieces: z.int().min(0),
      expectFen: z.int().min(0),
      expectPoints: z.int().min(0).default(0),
    }),
    output: z.object({ voided: z.int() }),
  }),

  /** By number, or by the code of the paper; the code itself is written nowhere. */
  'vouchers.find': query({
    needs: 'vouchers.view',
    refusals: ['not-found', 'code-check'],
    input: z.strictObject({ text: text(200) }),
    output: z.object({ voucherId: id }),
  }),
  'vouchers.read': query({
    needs: 'vouchers.view',
    refusals: ['not-found'],
    input: z.strictObject({ voucherId: id }),
    output: z.object({
      id,
      serial: z.string(),
      generation: z.int(),
      batchId: id,
      batch: z.string(),
      kind: z.enum(batchKinds),
      packageName: z.string().nullable(),
      inParts: z.boolean(),
      state: z.enum(VOUCHER_STATES),
      headName: z.string(),
      householdNumber: z.string(),
      category: z.string(),
      community: z.string(),
      faceFen: z.int(),
      balanceFen: z.int(),
      facePoints: z.int(),
      balancePoints: z.int(),
      validFrom: day,
      validTo: day,
      place: z.string(),
      keyRevoked: z.boolean(),
      replaces: z.object({ id, serial: z.string() }).nullable(),
      replacedBy: z.object({ id, serial: z.string() }).nullable(),
      /** What may still be done with it, by its state alone. */
      may: z.object({
        handOver: z.boolean(),
        takeBackHandOver: z.boolean(),
        replace: z.boolean(),
        void: z.boolean(),
        print: z.boolean(),
      }),
      events: z.array(
        z.object({
          at: instant,
          what: z.enum(storyEvents),
          by: z.string().nullable(),
          /** Slip or paper it stands on. */
          number: z.string().nullable(),
          fen: z.int(),
          points: z.int(),
          /** Reason as written, or the code of a refusal. */
          note: z.string(),
        }),
      ),
    }),
  }),
  /** 争议材料. Whole names and numbers only for those who may see them; every print is in the log. */
  'vouchers.disputePack': document({
    needs: 'vouchers.void',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ voucherId: id, full: z.boolean().default(false) }),
    output: z.unknown(),
  }),
} as const;
