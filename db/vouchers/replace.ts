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
  const made = await replaced(context, voucher, note === '' ? reason : `${reason}:${note}`);
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

/** The new paper. One that was partly used has been in somebody's hand; any other must be signed for again. */
const replaced = async (
  context: Context,
  voucher: Voucher,
  reason: string,
): Promise<Output<'vouchers.replace'>> => {
  const { tx } = context;
  const generation = voucher.generation + 1;
  const serial = `${baseOf(voucher.serial, voucher.generation)}-${generation}`;
  const [code = ''] = await freshCodes(tx, 1);
  const { batch_id, household_id, category, ordinal, face_fen, balance_fen } = voucher;
  const { face_points, balance_points, valid_from, valid_to } = voucher;
  const { id } = await tx
    .insertInto('voucher')
    .values({
      ...{ batch_id, household_id, serial, category, ordinal, generation, replaces: voucher.id },
      ...{ token: randomBytes(TOKEN_BYTES), typed_code: code, key_id: await keyOfYear(context) },
      ...{ face_fen, balance_fen, face_points, balance_points, valid_from, valid_to },
      state: voucher.state === 'partly-used' ? 'partly-used' : 'issued',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('voucher')
    .set({ state: 'replaced', balance_fen: 0, balance_points: 0 })
    .where('id', '=', voucher.id)
    .execute();
  await move(context, voucher, id, reason);
  return { voucherId: id, serial, generation };
};

const move = async (
  { tx, day, now, actor }: Context,
  voucher: Voucher,
  newId: number,
  reason: string,
): Promise<void> => {
  const { category, community, balance_fen, balance_points } = voucher;
  const shared = { category, community, business_day: day, at: now, redemption_id: null, reverses: null };
  const said = { reason, staff_id: actor.staffId };
  await tx
    .insertInto('voucher_posting')
    .values([
      {
        ...{ ...shared, ...said, voucher_id: voucher.id, kind: 'replaced', pieces: -1 },
        ...{ amount_fen: 0 - balance_fen, amount_points: 0 - balance_points },
      },
      {
        ...{ ...shared, ...said, voucher_id: newId, kind: 'reissued', pieces: 1 },
        ...{ amount_fen: balance_fen, amount_points: balance_points },
      },
    ])
    .execute();
};

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
  for (const voucher of open) {
    await replaced(context, voucher, 'key-revoked');
    done += 1;
    if (done % 200 === 0) await context.progress(done, open.length);
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
