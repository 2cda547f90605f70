// Signing keys: which there are, what they signed, one revoked for good, and their public halves for others. The private halves are
// read by whoever prints vouchers (db/vouchers/print.ts) and answered by nothing. Only keys of this issuer: a voucher's row decides
// (reliability.md §5.3) and rows of another issuer are in other books, so the till answers `code-other-shop` and needs no key for that.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Handlers, Steps, Tx } from '../context.ts';
import type { RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { inParts, summed } from '../in-parts.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { readShop } from '../shop/shop.ts';
import { verifyApproval } from '../staff/approve.ts';

const openState = sql<boolean>`voucher.state IN ('issued', 'active', 'partly-used')`;

/** Twelve characters in groups of four, as they are read aloud. */
const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash('sha256')
    .update(publicKey)
    .digest('hex')
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');

/** Of years of vouchers: read between other acts. */
const listKeys = (steps: Steps): Promise<Output<'keys.list'>> => steps.snapshot(keysNow);

const keysNow = async ({ tx, day }: Context): Promise<Output<'keys.list'>> => {
  const { shopNumber } = await readShop(tx);
  const keys = await tx.selectFrom('signing_key').selectAll().orderBy('key_id', 'desc').execute();
  const signed = await signedBy(tx);
  const signing = keys.find(
    ({ year, revoked_at, private_key }) =>
      private_key !== null && revoked_at === null && year === Number(day.slice(0, 4)),
  );
  const names = new Map(
    (await tx.selectFrom('batch').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  return keys.map((key) => ({
    ...countsOf(signed.filter(({ keyId }) => keyId === key.key_id)),
    keyId: key.key_id,
    issuer: shopNumber,
    year: key.year,
    createdAt: key.created_at,
    fingerprint: fingerprintOf(key.public_key),
    revokedAt: key.revoked_at,
    revokeReason: key.revoke_reason,
    signs: key.key_id === signing?.key_id,
    // Of revoked keys alone: what is to be replaced.
    batches:
      key.revoked_at === null
        ? []
        : signed
            .filter(({ keyId, open }) => keyId === key.key_id && open > 0)
            .map(({ batchId, open }) => ({ batchId, name: names.get(batchId) ?? '', open })),
  }));
};

interface Signed {
  readonly keyId: number;
  readonly batchId: number;
  readonly vouchers: number;
  readonly open: number;
}
/** What each key signed in each batch, batches in their order. */
const signedBy = async (tx: Tx): Promise<readonly Signed[]> => {
  const parts = await inParts(
    tx,
    'voucher',
    (from, to) => sql<Signed>`
    SELECT key_id AS keyId, batch_id AS batchId, count(*) AS vouchers, sum(${openState}) AS open FROM voucher
    WHERE id BETWEEN ${from} AND ${to} AND +state <> 'draft' GROUP BY key_id, batch_id`,
  );
  const sums = new Map<string, Signed>();
  for (const part of parts) {
    const key = `${part.keyId}/${part.batchId}`;
    const so = sums.get(key);
    sums.set(key, {
      ...part,
      vouchers: part.vouchers + (so?.vouchers ?? 0),
      open: part.open + (so?.open ?? 0),
    });
  }
  return [...sums.values()].sort((a, b) => a.batchId - b.batchId);
};

const countsOf = (signed: readonly Signed[]) =>
  summed(
    signed.map(({ vouchers, open }) => ({ vouchers, open })),
    { vouchers: 0, open: 0 },
  );

/** Refusals: `not-found`, `key-revoked`, `count-differs` (other vouchers would stop than were shown), those of the approval. */
const revokeKey = async (
  context: Context,
  { keyId, reason, expectOpen, approval }: ParsedInput<'keys.revoke'>,
): Promise<Output<'keys.revoke'>> => {
  const { tx, now } = context;
  const key = await tx
    .selectFrom('signing_key')
    .select(['year', 'revoked_at'])
    .where('key_id', '=', keyId)
    .executeTakeFirst();
  if (!key) throw new Refusal('not-found');
  context.note(`key:${keyId}`);
  if (key.revoked_at !== null)
    throw new Refusal('key-revoked', { year: key.year, revokedAt: key.revoked_at });
  const { open } = await tx
    .selectFrom('voucher')
    .select(sql<number>`count(*)`.as('open'))
    .where('key_id', '=', keyId)
    .where(openState)
    .executeTakeFirstOrThrow();
  if (open !== expectOpen) throw new Refusal('count-differs', { expected: expectOpen, found: open });
  const { staffId } = await verifyApproval(context, approval);
  await tx
    .updateTable('signing_key')
    .set({ revoked_at: now, revoke_reason: reason })
    .where('key_id', '=', keyId)
    .execute();
  context.note(`key:${keyId}`, { open, approvedBy: staffId });
  return { open };
};

const exportKeys = async (context: Context): Promise<RenderRequest> => {
  const { tx } = context;
  const { shopNumber } = await readShop(tx);
  const keys = await tx.selectFrom('signing_key').selectAll().orderBy('key_id').execute();
  context.note('keys', { keys: keys.length });
  return {
    format: 'csv',
    model: {
      kind: 'table',
      ...(await paperFrame(context)),
      title: '签发公钥',
      notes: [],
      columns: [
        { heading: '店号', type: 'text' },
        { heading: '密钥号', type: 'number' },
        { heading: '年份', type: 'text' },
        { heading: '公钥(SPKI,Base64)', type: 'text', width: 4 },
        { heading: '指纹', type: 'text' },
        { heading: '吊销时间', type: 'text' },
      ],
      rows: keys.map((key) => [
        String(shopNumber),
        key.key_id,
        String(key.year),
        Buffer.from(key.public_key).toString('base64'),
        fingerprintOf(key.public_key),
        key.revoked_at ?? '',
      ]),
      totals: null,
    },
  };
};

export const keyHandlers: Handlers<'keys'> = {
  'keys.list': listKeys,
  'keys.revoke': revokeKey,
  'keys.export': exportKeys,
};
