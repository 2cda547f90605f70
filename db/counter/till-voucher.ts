// The voucher in the volunteer's hand with everything the till must know about it and its holder, in one indexed query, and why it may
// not be taken. Reads only.
import { compiled } from '../compiled.ts';
import type { Context, Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import type { VoucherState } from '../domain/voucher-state.ts';
import { Refusal } from '../failures.ts';
import type { Taker } from '../stock/lots.ts';
import { standingVoucher } from './standing-voucher.ts';
import { holderColumns, refuseHolder, settingsOf, type Holder } from './holder.ts';

export interface TillVoucher extends Holder {
  readonly id: number;
  readonly serial: string;
  readonly state: VoucherState;
  readonly generation: number;
  /** The category it was issued under; reports count by this one. */
  readonly category: string;
  readonly face_fen: number;
  readonly balance_fen: number;
  readonly face_points: number;
  readonly balance_points: number;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly batch_id: number;
  readonly batch: string;
  readonly place: string;
  readonly kind: 'value' | 'package' | 'points';
  readonly in_parts: 0 | 1;
  readonly package_id: number | null;
  readonly stock_class: Taker['batchClass'];
  readonly key_revoked_at: string | null;
}

const select = (tx: Tx) =>
  tx
    .selectFrom('voucher')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('signing_key', 'signing_key.key_id', 'voucher.key_id')
    .innerJoin('shop', (join) => join.on('shop.id', '=', 1))
    .select(holderColumns)
    .select([
      'voucher.id',
      'voucher.serial',
      'voucher.state',
      'voucher.generation',
      'voucher.category',
      'voucher.face_fen',
      'voucher.balance_fen',
      'voucher.face_points',
      'voucher.balance_points',
      'voucher.valid_from',
      'voucher.valid_to',
      'voucher.batch_id',
      'batch.name as batch',
      'batch.place',
      'batch.kind',
      'batch.in_parts',
      'batch.package_id',
      'batch.stock_class',
      'signing_key.revoked_at as key_revoked_at',
    ]);

const byId = compiled((tx, { id }: { id: number }) => select(tx).where('voucher.id', '=', id).compile());
const byToken = compiled((tx, { token }: { token: Uint8Array }) =>
  select(tx).where('voucher.token', '=', token).compile(),
);
const byTypedCode = compiled((tx, { code }: { code: string }) =>
  select(tx).where('voucher.typed_code', '=', code).compile(),
);
const openOf = compiled((tx, { householdId }: { householdId: number }) =>
  select(tx)
    .where('voucher.household_id', '=', householdId)
    .where('voucher.state', 'in', ['issued', 'active', 'partly-used'])
    .orderBy('voucher.valid_to')
    .orderBy('voucher.id')
    .compile(),
);

export const voucherById = async (tx: Tx, id: number): Promise<TillVoucher | null> =>
  (await byId(tx, { id })).rows[0] ?? null;
export const voucherByToken = async (tx: Tx, token: Uint8Array): Promise<TillVoucher | null> =>
  (await byToken(tx, { token })).rows[0] ?? null;
/** `code`: the ten random symbols, without check characters. */
export const voucherByTypedCode = async (tx: Tx, code: string): Promise<TillVoucher | null> =>
  (await byTypedCode(tx, { code })).rows[0] ?? null;
/** Open vouchers of a household, the one that ends first first. */
export const openVouchersOf = async (tx: Tx, householdId: number): Promise<readonly TillVoucher[]> =>
  (await openOf(tx, { householdId })).rows;

/** To whom goods would leave on this voucher. */
export const takerOf = (voucher: TillVoucher): Taker => ({
  ...takerWithout(voucher),
  batchId: voucher.batch_id,
  batchClass: voucher.stock_class,
});
/** To whom goods would leave without any voucher. */
export const takerWithout = (holder: Holder): Taker => ({
  category: holder.household_category,
  street: holder.street,
  community: holder.community,
  batchId: null,
  batchClass: 'ordinary',
});

/**
 * Throws why the voucher may not be taken today. Refusals, each with its facts: `voucher-draft`, `voucher-replaced` (by which),
 * `code-revoked`, `voucher-void`, `voucher-redeemed` (when, where, by whom), `voucher-expired`, `voucher-not-yet-valid`,
 * `voucher-not-handed-over` where the shop asks for the signature first, and those of its holder (db/counter/holder.ts).
 */
export const refuseUnusable = async (context: Context, voucher: TillVoucher): Promise<void> => {
  const { day } = context;
  const { serial, state } = voucher;
  if (state === 'draft') throw new Refusal('voucher-draft');
  if (state === 'replaced') {
    const { serial: newSerial } = await standingVoucher(context.tx, voucher.id);
    throw new Refusal('voucher-replaced', { serial, newSerial });
  }
  if (voucher.key_revoked_at !== null) throw new Refusal('code-revoked', { serial });
  if (state === 'void')
    throw new Refusal('voucher-void', { serial, ...(await endOf(context.tx, voucher.id)) });
  if (state === 'used')
    throw new Refusal('voucher-redeemed', { serial, ...(await redeemedBy(context.tx, voucher.id)) });
  if (state === 'expired' || voucher.valid_to < day)
    throw new Refusal('voucher-expired', { serial, validToDay: voucher.valid_to });
  if (voucher.valid_from > day)
    throw new Refusal('voucher-not-yet-valid', { serial, validFromDay: voucher.valid_from });
  if (state === 'issued' && settingsOf(voucher).handoverNeeded)
    throw new Refusal('voucher-not-handed-over', { serial });
  refuseHolder(context, voucher, serial);
};

export type Stopped = Output<'counter.scan'>['stopped'][number]['stop'] & { readonly code: Refusal['code'] };

/** Why it may not be taken today, as data; null when it may. */
export const stopOf = async (context: Context, voucher: TillVoucher): Promise<Stopped | null> => {
  try {
    await refuseUnusable(context, voucher);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, params: { ...error.params } };
  }
};

/** When, where and by whom the voucher was used up: what the second one to present it must be told. */
export const redeemedBy = async (tx: Tx, voucherId: number) => {
  const redemption = await tx
    .selectFrom('redemption_voucher as part')
    .innerJoin('redemption', 'redemption.id', 'part.redemption_id')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .select([
      'redemption.number',
      'redemption.at as redeemedAt',
      'redemption.terminal',
      'staff.name as operator',
    ])
    .where('part.voucher_id', '=', voucherId)
    .where('redemption.reverses', 'is', null)
    .orderBy('redemption.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return redemption ?? { number: null, redeemedAt: null, terminal: null, operator: null };
};

const endOf = async (tx: Tx, voucherId: number) => {
  const ended = await tx
    .selectFrom('voucher_posting')
    .select(['business_day as voidDay', 'reason'])
    .where('voucher_id', '=', voucherId)
    .where('kind', '=', 'void')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return ended ?? { voidDay: null, reason: '' };
};
