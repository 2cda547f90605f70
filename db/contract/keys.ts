// 签发密钥: the keys that sign voucher codes, one a year. Private halves never appear in any act.
import { z } from 'zod';
import { command, document, queryOfSnapshot } from './act.ts';
import { id, instant, nothing, text } from './common.ts';
import { approval } from './counter-shown.ts';
import { approvalRefusals } from './proxy-errors.ts';

export const keyActs = {
  'keys.list': queryOfSnapshot({
    needs: 'shop.manage',
    input: nothing,
    output: z.array(
      z.object({
        keyId: id,
        /** Number of the shop that issues, as it stands in every code. Keys of other issuers are not kept: their vouchers are in other books. */
        issuer: z.int(),
        year: z.int(),
        createdAt: instant,
        /** First characters of the SHA-256 of the public half, to compare by telephone. */
        fingerprint: z.string(),
        /** Vouchers signed with it and issued; of those, still open. */
        vouchers: z.int(),
        open: z.int(),
        revokedAt: instant.nullable(),
        revokeReason: z.string(),
        /** The one that signs the next issue. */
        signs: z.boolean(),
        /** Where its open vouchers are: what is to be replaced after a revocation. */
        batches: z.array(z.object({ batchId: id, name: z.string(), open: z.int() })),
      }),
    ),
  }),
  /** Revoked for good: every voucher it signed is refused at the till until it is replaced. */
  'keys.revoke': command({
    needs: 'shop.manage',
    refusals: ['not-found', 'key-revoked', 'count-differs', 'reason-missing', ...approvalRefusals],
    changes: ['keys', 'vouchers', 'counter', 'shop'],
    input: z.strictObject({ keyId: id, reason: text(100), expectOpen: z.int().min(0), approval }),
    output: z.object({ open: z.int() }),
  }),
  /** The public halves, for whoever checks codes without the books. */
  'keys.export': document({
    needs: 'shop.manage',
    refusals: ['glyph-missing'],
    input: nothing,
    output: z.unknown(),
  }),
} as const;
