// 挂失补发: a new generation of the same entitlement takes the place of a lost or damaged voucher. Value moves from the old paper to the
// new one on the same day and under the same category, so no total changes (rulings.md 5).
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { MOST_GENERATIONS } from '../contract/voucher-life.ts';
import { TOKEN_BYTES } from '../domain/voucher-code.ts';
import { mayChange } from '../domain/voucher-state.ts';
import { refuseOwnRelative, refuseOwnRelatives } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { bulkInsert, chunksOf, nextId } from '../imports/bulk.ts';
import { keyOfYear } from '../keys/yearly.ts';
import { verifyApproval, type Approval } from '../staff/approve.ts';
import { freshCodes } from '../typed-codes.ts';
import { batchById } from './batch-row.ts';
import { lifeOf } from './handover.ts';

type Voucher = Awaited<ReturnType<typeof lifeOf>>[number];

/** Refusals: `not-found`, `own-relative`, `voucher-not-replaceable`, `voucher-too-often-replaced`, `key-none-left`, those of the approval. */
export const replaceVoucher = async (
  context: Context,
  { voucherId, reason, note, approval }: ParsedInput<'vouchers.replace'>,
): Promise<Output<'vouchers.replace'>> => {
  const [voucher] = await lifeOf(context.tx, [voucherId]);
  if (!voucher) throw new Refusal('not-found');
  context.note(`voucher:${voucherId}`);
  await refuseOwnRelative(context, voucher.household_id);
  refuseReplacing(voucher);
  const approvedBy = await secondHand(context, [voucher.household_id], approval);
  const [made] = await replaced(context, [voucher], note === '' ? reason : `${reason}:${note}`);
  if (!made) throw new Error('no new paper');
  context.note(`voucher:${voucherId}`, { reason, by: made.voucherId, approvedBy });
  return made;
};

/** Refusals: `voucher-not-replaceable` unless it is open, `voucher-too-often-replaced`. */
const refuseReplacing = ({ serial, state, generation }: Voucher): void => {
  if (!mayChange('replace', state, 'replaced'))
    throw new Refusal('voucher-not-replaceable', { serial, state });
  if (generation >= MOST_GENERATIONS)
    throw new Refusal('voucher-too-often-replaced', { serial, most: MOST_GENERATIONS - 1 });
};

/** Refusals: those of the approval; nobody says yes for a relative either. */
const secondHand = async (
  context: Context,
  householdIds: readonly number[],
  approval: Approval,
): Promise<number> => {
  const { staffId } = await verifyApproval(context, approval, ['vouchers.issue']);
  await refuseOwnRelatives({ tx: context.tx, actor: { ...context.actor, staffId } }, householdIds);
  return staffId;
};

type Replacement = Output<'vouchers.replace'>;

const insertPapers = bulkInsert('voucher', [
  ...(['id', 'batch_id', 'household_id', 'serial', 'category', 'ordinal', 'generation', 'replaces'] as const),
  ...(['token', 'typed_code', 'key_id', 'face_fen', 'balance_fen', 'face_points', 'balance_points'] as const),
  ...(['valid_from', 'valid_to', 'state'] as const),
]);
const insertMoves = bulkInsert('voucher_posting', [
  ...(['voucher_id', 'kind', 'pieces', 'amount_fen', 'amount_points', 'category', 'community'] as const),
  ...(['business_day', 'at', 'reason', 'staff_id'] as const),
]);

/**
 * The new papers, in the same order: their rows in few statements, since a revoked key may take a whole batch at once. One that was partly
 * used has been in somebody's hand; any other must be signed for again.
 */
const replaced = async (
  context: Context,
  vouchers: readonly Voucher[],
  reason: string,
): Promise<readonly Replacement[]> => {
  const { tx } = context;
  const codes = await freshCodes(tx, vouchers.length);
  const keyId = await keyOfYear(context);
  const firstId = await nextId(tx, 'voucher');
  const made = vouchers.map(({ serial, generation }, at): Replacement => {
    const next = generation + 1;
    return { voucherId: firstId + at, serial: `${baseOf(serial, generation)}-${next}`, generation: next };
  });
  await insertPapers(
    tx,
    vouchers.map((old, at) => [
      ...[firstId + at, old.batch_id, old.household_id, made[at]?.serial ?? '', old.category, old.ordinal],
      ...[old.generation + 1, old.id, randomBytes(TOKEN_BYTES), codes[at] ?? '', keyId],
      ...[old.face_fen, old.balance_fen, old.face_points, old.balance_points, old.valid_from, old.valid_to],
      old.state === 'partly-used' ? 'partly-used' : 'issued',
    ]),
  );
  await tx
    .updateTable('voucher')
    .set({ state: 'replaced', balance_fen: 0, balance_points: 0 })
    .where(
      'id',
      'in',
      vouchers.map(({ id }) => id),
    )
    .execute();
  await move(context, vouchers, firstId, reason);
  return made;
};

const move = async (
  { tx, day, now, actor }: Context,
  vouchers: readonly Voucher[],
  firstId: number,
  reason: string,
): Promise<void> =>
  insertMoves(
    tx,
    vouchers.flatMap(({ id, balance_fen: fen, balance_points: points, category, community }, at) => {
      const shared = [category, community, day, now, reason, actor.staffId];
      return [
        [id, 'replaced', -1, 0 - fen, 0 - points, ...shared],
        [firstId + at, 'reissued', 1, fen, points, ...shared],
      ];
    }),
  );

/** LQ2026-000123-2 → LQ2026-000123. */
const baseOf = (serial: string, generation: number): string =>
  generation === 1 ? serial : serial.slice(0, serial.lastIndexOf('-'));

/**
 * Every open voucher of a batch whose key was revoked. Refusals: `not-found` (also for a key that is in force), `voucher-none-open`,
 * `own-relative`, `key-none-left`, those of the approval, `voucher-too-often-replaced` never: a revocation is nobody's carelessness.
 */
export const replaceOfKey = async (
  context: Context,
  { keyId, batchId, approval }: ParsedInput<'vouchers.replaceOfKey'>,
): Promise<Output<'vouchers.replaceOfKey'>> => {
  const { tx } = context;
  await batchById(tx, batchId);
  const key = await tx
    .selectFrom('signing_key')
    .select('revoked_at')
    .where('key_id', '=', keyId)
    .executeTakeFirst();
  if (!key || key.revoked_at === null) throw new Refusal('not-found');
  const open = await openOfKey(tx, keyId, batchId);
  if (open.length === 0) throw new Refusal('voucher-none-open');
  const households = open.map(({ household_id }) => household_id);
  await refuseOwnRelatives(context, households);
  const approvedBy = await secondHand(context, households, approval);
  let done = 0;
  for (const some of chunksOf(open)) {
    await replaced(context, some, 'key-revoked');
    done += some.length;
    await context.progress(done, open.length);
  }
  context.note(`batch:${batchId}`, { replaced: done, keyId, approvedBy });
  return { replaced: done };
};

const openOfKey = (tx: Tx, keyId: number, batchId: number) =>
  tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .selectAll('voucher')
    .select(['household.community', 'batch.issued_at'])
    .where('voucher.batch_id', '=', batchId)
    .where('voucher.key_id', '=', keyId)
    .where(sql<boolean>`voucher.state IN ('issued', 'active', 'partly-used')`)
    .orderBy('voucher.id')
    .execute();
