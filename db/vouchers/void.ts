// Making vouchers void: one by hand, all open ones of a household that left, or all unused ones of a batch. The row stays, its value goes.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { mayChange } from '../domain/voucher-state.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { refuseOtherTotals, refuseRelativesIn } from './approve.ts';
import { batchById } from './batch-row.ts';

interface OpenVoucher {
  readonly id: number;
  readonly category: string;
  readonly balance_fen: number;
  readonly balance_points: number;
  readonly community: string;
}

/** Only what was never redeemed, not even in part (reliability.md §5.2 V10). Refusals: `not-found`, `voucher-not-voidable`, `own-relative`. */
export const voidVoucher = async (
  context: Context,
  { voucherId, reason }: ParsedInput<'vouchers.void'>,
): Promise<Record<string, never>> => {
  const voucher = await context.tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .select([
      'voucher.id',
      'voucher.state',
      'voucher.serial',
      'voucher.category',
      'voucher.balance_fen',
      'voucher.balance_points',
      'voucher.household_id',
      'household.community',
    ])
    .where('voucher.id', '=', voucherId)
    .executeTakeFirst();
  if (!voucher) throw new Refusal('not-found');
  context.note(`voucher:${voucherId}`);
  await refuseOwnRelative(context, voucher.household_id);
  if (!mayChange('void', voucher.state, 'void'))
    throw new Refusal('voucher-not-voidable', { serial: voucher.serial, state: voucher.state });
  await makeVoid(context, [voucher], reason);
  return {};
};

/** Every open voucher of a household that left or died out, the unused rest of a partly used one too (scenario 5); answers how many. */
export const voidOpenVouchers = async (
  context: Context,
  householdId: number,
  reason: string,
): Promise<number> => {
  const open = await context.tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .select([
      'voucher.id',
      'voucher.category',
      'voucher.balance_fen',
      'voucher.balance_points',
      'household.community',
    ])
    .where('voucher.household_id', '=', householdId)
    .where('voucher.state', 'in', ['issued', 'active', 'partly-used'])
    .execute();
  await makeVoid(context, open, reason);
  return open.length;
};

const makeVoid = async (
  { tx, now, day, actor }: Context,
  vouchers: readonly OpenVoucher[],
  reason: string,
): Promise<void> => {
  if (vouchers.length === 0) return;
  await tx
    .updateTable('voucher')
    .set({ state: 'void', balance_fen: 0, balance_points: 0 })
    .where(
      'id',
      'in',
      vouchers.map(({ id }) => id),
    )
    .execute();
  await tx
    .insertInto('voucher_posting')
    .values(
      vouchers.map((voucher) => ({
        voucher_id: voucher.id,
        kind: 'void' as const,
        category: voucher.category,
        community: voucher.community,
        pieces: -1,
        amount_fen: 0 - voucher.balance_fen,
        amount_points: 0 - voucher.balance_points,
        business_day: day,
        at: now,
        redemption_id: null,
        reverses: null,
        reason,
        staff_id: actor.staffId,
      })),
    )
    .execute();
};

/** Open and never used, not even in part: written out, so that one statement ends a batch of a hundred thousand. */
const unusedOf = (batchId: number) =>
  sql<boolean>`voucher.batch_id = ${batchId} AND voucher.state IN ('issued', 'active')`;

export const openOfBatch = async (
  { tx }: Context,
  { batchId }: ParsedInput<'vouchers.openOfBatch'>,
): Promise<Output<'vouchers.openOfBatch'>> => {
  await batchById(tx, batchId);
  return sumsOfUnused(tx, batchId);
};

const sumsOfUnused = (tx: Tx, batchId: number) =>
  tx
    .selectFrom('voucher')
    .select([
      sql<number>`count(*)`.as('pieces'),
      sql<number>`coalesce(sum(balance_fen), 0)`.as('fen'),
      sql<number>`coalesce(sum(balance_points), 0)`.as('points'),
    ])
    .where(unusedOf(batchId))
    .executeTakeFirstOrThrow();

/** Refusals: `not-found`, `voucher-none-open`, `open-totals-differ` (what was confirmed is no longer what is open), `own-relative`. */
export const voidOpen = async (
  context: Context,
  { batchId, reason, expectPieces, expectFen, expectPoints }: ParsedInput<'vouchers.voidOpen'>,
): Promise<Output<'vouchers.voidOpen'>> => {
  const { tx, now, day, actor } = context;
  await batchById(tx, batchId);
  await refuseRelativesIn(tx, batchId, actor);
  const { pieces, fen, points } = await sumsOfUnused(tx, batchId);
  if (pieces === 0) throw new Refusal('voucher-none-open');
  refuseOtherTotals(
    { pieces: expectPieces, faceFen: expectFen, facePoints: expectPoints },
    { pieces, faceFen: fen, facePoints: points },
    'open-totals-differ',
  );
  await sql`
    INSERT INTO voucher_posting (voucher_id, kind, category, community, pieces, amount_fen, amount_points, business_day, at, reason, staff_id)
    SELECT voucher.id, 'void', voucher.category, household.community, -1, 0 - voucher.balance_fen, 0 - voucher.balance_points,
      ${day}, ${now}, ${reason}, ${actor.staffId}
    FROM voucher JOIN household ON household.id = voucher.household_id WHERE ${unusedOf(batchId)} ORDER BY voucher.id`.execute(
    tx,
  );
  await tx
    .updateTable('voucher')
    .set({ state: 'void', balance_fen: 0, balance_points: 0 })
    .where(unusedOf(batchId))
    .execute();
  context.note(`batch:${batchId}`, { voided: pieces, fen, points });
  return { voided: pieces };
};
