// Handing vouchers over: what the signed sheet (领取签收花名册) says is entered, for a batch at one go or for single ones, and taken back
// where it was entered wrongly. No value moves.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { businessDay } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { mayChange } from '../domain/voucher-state.ts';
import { ownRelatives, refuseNumbers, refuseOwnRelative, refuseOwnRelatives } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { batchById } from './batch-row.ts';

/** Vouchers still to be handed over that a screen names. */
const MOST_NAMED = 5_000;

interface Signed {
  readonly day: string;
  readonly signedBy: 'holder' | 'proxy';
  readonly note: string;
}

/** As the ledger keeps it: who signed, and what was noted. */
const reasonOf = ({ signedBy, note }: Signed): string => (note === '' ? signedBy : `${signedBy}:${note}`);

/** Refusal: `handover-day`: before the issue, or in the future. */
const refuseDay = ({ day: today }: Context, issuedAt: string | null, { day }: Signed): void => {
  const from = businessDay(issuedAt ?? '');
  if (day < from || day > today) throw new Refusal('handover-day', { fromDay: from, toDay: today });
};

export const handOverBatch = async (
  context: Context,
  { batchId, except, expect, ...signed }: ParsedInput<'vouchers.handOverBatch'>,
): Promise<Output<'vouchers.handOverBatch'>> => {
  const { tx, now, actor } = context;
  const batch = await batchById(tx, batchId);
  if (batch.issued_at === null) throw new Refusal('batch-not-approved', { name: batch.name });
  refuseDay(context, batch.issued_at, signed);
  // A sheet of thousands: by the batch and not by voucher.
  const chosen = sql<boolean>`voucher.batch_id = ${batchId} AND voucher.state = 'issued'
    AND voucher.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))`;
  await refuseOwnAmong(context, chosen);
  const { pieces } = await tx
    .selectFrom('voucher')
    .select(sql<number>`count(*)`.as('pieces'))
    .where(chosen)
    .executeTakeFirstOrThrow();
  if (pieces !== expect) throw new Refusal('count-differs', { expected: expect, found: pieces });
  if (pieces === 0) throw new Refusal('handover-nobody', { name: batch.name });
  await sql`
    INSERT INTO voucher_posting (voucher_id, kind, category, community, pieces, amount_fen, business_day, at, reason, staff_id)
    SELECT voucher.id, 'handed-over', voucher.category, household.community, 0, 0, ${signed.day}, ${now}, ${reasonOf(signed)},
      ${actor.staffId}
    FROM voucher JOIN household ON household.id = voucher.household_id WHERE ${chosen} ORDER BY voucher.id`.execute(
    tx,
  );
  await tx.updateTable('voucher').set({ state: 'active' }).where(chosen).execute();
  context.note(`batch:${batchId}`, { handedOver: pieces, except: except.length, day: signed.day });
  return { handedOver: pieces };
};

/** Refusal: `own-relative` with every own household among them. */
const refuseOwnAmong = async (
  { tx, actor }: Context,
  chosen: ReturnType<typeof sql<boolean>>,
): Promise<void> => {
  const own = await ownRelatives({ tx, actor });
  if (own.length === 0) return;
  const rows = await tx
    .selectFrom('voucher')
    .select('household_id')
    .distinct()
    .where(chosen)
    .where(
      'household_id',
      'in',
      own.map(({ householdId }) => householdId),
    )
    .execute();
  const among = new Set(rows.map(({ household_id }) => household_id));
  refuseNumbers(own.filter(({ householdId }) => among.has(householdId)).map(({ number }) => number));
};

/** All of them or none. Refusals: `not-found`, `handover-not-open` (which, and what it is), `handover-day`, `own-relative`. */
export const handOver = async (
  context: Context,
  { voucherIds, ...signed }: ParsedInput<'vouchers.handOver'>,
): Promise<Output<'vouchers.handOver'>> => {
  const { tx, now, actor } = context;
  const wanted = [...new Set(voucherIds)];
  const vouchers = await lifeOf(tx, wanted);
  if (vouchers.length !== wanted.length) throw new Refusal('not-found');
  context.note(wanted.length === 1 ? `voucher:${wanted[0] ?? 0}` : `batch:${vouchers[0]?.batch_id ?? 0}`, {
    vouchers: wanted.length,
    day: signed.day,
  });
  await refuseOwnRelatives(
    context,
    vouchers.map(({ household_id }) => household_id),
  );
  for (const { serial, state, issued_at } of vouchers) {
    if (!mayChange('hand-over', state, 'active')) throw new Refusal('handover-not-open', { serial, state });
    refuseDay(context, issued_at, signed);
  }
  for (const { id, category, community } of vouchers) {
    await tx
      .insertInto('voucher_posting')
      .values({
        ...{ voucher_id: id, kind: 'handed-over', category, community, pieces: 0, amount_fen: 0 },
        ...{ business_day: signed.day, at: now, redemption_id: null, reverses: null },
        ...{ reason: reasonOf(signed), staff_id: actor.staffId },
      })
      .execute();
    await tx.updateTable('voucher').set({ state: 'active' }).where('id', '=', id).execute();
  }
  return { handedOver: vouchers.length };
};

/** Refusals: `not-found`, `own-relative`, `handover-used` (something was taken on it), `handover-none` (nothing to take back). */
export const takeBackHandOver = async (
  context: Context,
  { voucherId, reason }: ParsedInput<'vouchers.takeBackHandOver'>,
): Promise<Record<string, never>> => {
  const { tx, now, day, actor } = context;
  const [voucher] = await lifeOf(tx, [voucherId]);
  if (!voucher) throw new Refusal('not-found');
  context.note(`voucher:${voucherId}`);
  await refuseOwnRelative(context, voucher.household_id);
  const { serial, state } = voucher;
  // Also one that was taken and brought back: whoever took it had the paper.
  if (state === 'partly-used' || state === 'used' || (await everTaken(tx, voucherId)))
    throw new Refusal('handover-used', { serial });
  const handed = await standingHandOver(tx, voucherId);
  if (handed === null || !mayChange('take-back', state, 'issued'))
    throw new Refusal('handover-none', { serial, state });
  await tx
    .insertInto('voucher_posting')
    .values({
      ...{
        voucher_id: voucherId,
        kind: 'handed-over',
        category: voucher.category,
        community: voucher.community,
      },
      ...{ pieces: 0, amount_fen: 0, business_day: day, at: now, redemption_id: null, reverses: handed },
      ...{ reason, staff_id: actor.staffId },
    })
    .execute();
  await tx.updateTable('voucher').set({ state: 'issued' }).where('id', '=', voucherId).execute();
  return {};
};

/** The entry that says it was handed over, unless that one was taken back. */
export const standingHandOver = async (tx: Tx, voucherId: number): Promise<number | null> => {
  const handed = await tx
    .selectFrom('voucher_posting as post')
    .select('post.id')
    .where('post.voucher_id', '=', voucherId)
    .where('post.kind', '=', 'handed-over')
    .where('post.reverses', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('voucher_posting as back')
            .select('back.id')
            .whereRef('back.reverses', '=', 'post.id'),
        ),
      ),
    )
    .orderBy('post.id', 'desc')
    .executeTakeFirst();
  return handed?.id ?? null;
};

export const everTaken = async (tx: Tx, voucherId: number): Promise<boolean> =>
  (await tx
    .selectFrom('redemption_voucher')
    .select('voucher_id')
    .where('voucher_id', '=', voucherId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** What every act of the life asks of vouchers. */
export const lifeOf = (tx: Tx, voucherIds: readonly number[]) =>
  tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .selectAll('voucher')
    .select(['household.community', 'batch.issued_at'])
    .where('voucher.id', 'in', voucherIds)
    .where('voucher.state', '<>', 'draft')
    .orderBy('voucher.id')
    .execute();

export const handovers = async (
  { tx }: Context,
  { batchId }: ParsedInput<'vouchers.handovers'>,
): Promise<Output<'vouchers.handovers'>> => {
  await batchById(tx, batchId);
  const { waiting } = await tx
    .selectFrom('voucher')
    .select(sql<number>`count(*)`.as('waiting'))
    .where('batch_id', '=', batchId)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  // Handed over or taken: a voucher used before the sheet came in is in somebody's hand as well.
  const { handedOver } = await tx
    .selectFrom('voucher')
    .select(sql<number>`count(*)`.as('handedOver'))
    .where('batch_id', '=', batchId)
    .where('state', 'in', ['active', 'partly-used', 'used'])
    .executeTakeFirstOrThrow();
  const first = await tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .select(['voucher.id', 'voucher.serial', 'household.head_name', 'household.community'])
    .where('voucher.batch_id', '=', batchId)
    .where('voucher.state', '=', 'issued')
    .orderBy('voucher.id')
    .limit(MOST_NAMED)
    .execute();
  return {
    waiting,
    handedOver,
    first: first.map(({ head_name, ...rest }) => ({ ...rest, headName: maskName(head_name) })),
  };
};
