// An institution at the counter (ruling 10): one act for its residents, one signature, the list of all of them.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, id, instant, text } from './common.ts';
import { basketLine, basketRefusals, lineRefusals } from './counter-basket.ts';
import { approval, stopped } from './counter-shown.ts';
import { scanRefusals } from './errors.ts';
import { limitRefusals } from './limit-errors.ts';
import { limitOverride } from './limits.ts';
import { approvalRefusals } from './proxy-errors.ts';

const changes = [
  'counter',
  'shift',
  'vouchers',
  'goods',
  'stock',
  'donors',
  'proxies',
  'reports',
  'shop',
] as const;

export const institutionCounterActs = {
  'counter.institutions': query({
    needs: 'counter.redeem',
    input: z.strictObject({}),
    output: z.object({
      institutions: z.array(
        z.object({ institutionId: id, name: z.string(), residents: z.int(), openVouchers: z.int() }),
      ),
      /** What was collected today. */
      today: z.array(
        z.object({
          pickupId: id,
          number: z.string(),
          at: instant,
          institution: z.string(),
          residents: z.int(),
          vouchers: z.int(),
          usedFen: z.int(),
          operator: z.string(),
          reversed: z.boolean(),
        }),
      ),
    }),
  }),
  /** Its residents with their open vouchers, and who is stopped and why. */
  'counter.institution': query({
    needs: 'counter.redeem',
    refusals: ['institution-closed'],
    input: z.strictObject({ institutionId: id }),
    output: z.object({
      institutionId: id,
      name: z.string(),
      residents: z.array(
        z.object({
          householdId: id,
          number: z.string(),
          headName: z.string(),
          idTail: z.string(),
          category: z.string(),
          members: z.int(),
          vouchers: z.array(
            z.object({
              voucherId: id,
              serial: z.string(),
              batch: z.string(),
              balanceFen: z.int(),
              validTo: day,
              stop: stopped.nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  /**
   * All or nothing: every voucher passes every check of a single redemption, or nothing is written and every failing voucher and
   * line is named, by its place in the list and its serial.
   */
  'counter.collectForInstitution': command({
    needs: 'counter.redeem',
    refusals: [
      ...scanRefusals,
      ...lineRefusals,
      ...basketRefusals,
      ...limitRefusals,
      ...approvalRefusals,
      'institution-closed',
      'resident-not-here',
      'line-twice',
      'name-missing',
      'name-too-long',
      'name-control-character',
      'name-bidi',
      'name-ill-formed',
      'name-full-stop',
    ],
    logsRefusals: true,
    changes,
    input: z.strictObject({
      institutionId: id,
      /** The same for each resident. */
      lines: z.array(basketLine).max(100),
      vouchers: z
        .array(
          z.strictObject({
            voucherId: id,
            /** Another basket than the others'. */
            lines: z.array(basketLine).max(100).nullable().default(null),
          }),
        )
        .min(1)
        .max(1_000),
      collectedBy: z.string().max(200),
      /** Last characters of the paper shown. */
      documentTail: text(8),
      /** More than a limit allows, for whomever of the list, with why; somebody approves it with `approval`. Null: not asked for. */
      overrides: limitOverride.nullable().default(null),
      /** Needed for `overrides`: a manager or the bureau, somebody else than at the till, no relative of any of them. */
      approval: approval.nullable().default(null),
    }),
    output: z.object({
      pickupId: id,
      number: z.string(),
      residents: z.int(),
      vouchers: z.int(),
      usedFen: z.int(),
      lapsedFen: z.int(),
      /** Rules that were overridden, and who answers for it; null: none. */
      overLimits: z.object({ rules: z.array(z.string()), approvedBy: z.string() }).nullable(),
    }),
  }),
  /** Takes the whole act back: every redemption of it, and its 机构户次. */
  'counter.reverseInstitution': command({
    needs: 'signed-in',
    refusals: [
      'redemption-reversed',
      'reverse-not-own',
      'reverse-not-today',
      'reverse-shift-ended',
      'reason-missing',
      'own-relative',
    ],
    logsRefusals: true,
    changes,
    input: z.strictObject({ pickupId: id, reason: text(100) }),
    output: done,
  }),
  /** 机构代领清单: all residents, one signature. */
  'counter.printInstitution': document({
    needs: 'counter.redeem',
    refusals: ['glyph-missing'],
    input: z.strictObject({ pickupId: id }),
    output: z.unknown(),
  }),
} as const;
