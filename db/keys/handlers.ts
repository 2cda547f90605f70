// Signing keys: which there are, what they signed, one revoked for good, and their public halves for others. The private halves are
// read by whoever prints vouchers (db/vouchers/print.ts) and answered by nothing. Only keys of this issuer: a voucher's row decides
// (reliability.md §5.3) and rows of another issuer are in other books, so the till answers `code-other-shop` and needs no key for that.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Handlers } from '../context.ts';
import type { RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
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

const listKeys = async ({ tx, day }: Context): Promise<Output<'keys.list'>> => {
  const { shopNumber } = await readShop(tx);
  const keys = await tx.selectFrom('signing_key').selectAll().orderBy('key_id', 'desc').execute();
  const { rows } = await sql<{ key_id: number; vouchers: number; open: number }>`
    SELECT key_id, count(*) AS vouchers, sum(${openState}) AS open FROM voucher WHERE state <> 'draft' GROUP BY key_id`.execute(
    tx,
  );
  const counted = new Map(rows.map((row) => [row.key_id, row]));
  const signing = keys.find(
    ({ year, revoked_at, private_key }) =>
      private_key !== null && revoked_at === null && year === Number(day.slice(0, 4)),
  );
  const places = await openByBatch(
    { tx },
    keys.filter(({ revoked_at }) => revoked_at !== null).map(({ key_id }) => key_id),
  );
  return keys.map((key) => ({
    keyId: key.key_id,
    issuer: shopNumber,
    year: key.year,
    createdAt: key.created_at,
    fingerprint: fingerprintOf(key.public_key),
    vouchers: counted.get(key.key_id)?.vouchers ?? 0,
    open: counted.get(key.key_id)?.open ?? 0,
    revokedAt: key.revoked_at,
    revokeReason: key.revoke_reason,
    signs: key.key_id === signing?.key_id,
    batches: places
      .filter(({ keyId }) => keyId === key.key_id)
      .map(({ batchId, name, open }) => ({ batchId, name, open })),
  }));
};

/** Of revoked keys alone: what is to be replaced. */
const openByBatch = ({ tx }: Pick<Context, 'tx'>, keyIds: readonly number[]) =>
  tx
    .selectFrom('voucher')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .select([
      'voucher.key_id as keyId',
      'batch.id as batchId',
      'batch.name',
      sql<number>`count(*)`.as('open'),
    ])
    .where('voucher.key_id', 'in', keyIds)
    .where(openState)
    .groupBy(['voucher.key_id', 'batch.id', 'batch.name'])
    .orderBy('batch.id')
    .execute();

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
