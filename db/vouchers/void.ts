// Making vouchers void: one by hand, or all open ones of a household that left. The row stays, its value goes.
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { mayChange } from '../domain/voucher-state.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';

interface OpenVoucher {
  readonly id: number;
  readonly category: string;
  readonly balance_fen: number;
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
    .select(['voucher.id', 'voucher.category', 'voucher.balance_fen', 'household.community'])
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
    .set({ state: 'void', balance_fen: 0 })
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
        amount_fen: -voucher.balance_fen,
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
