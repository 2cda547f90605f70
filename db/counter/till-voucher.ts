// The voucher in the volunteer's hand with everything the till must know about it, in one indexed query, and why it may not be
// taken. Reads only.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Context, Tx } from '../context.ts';
import type { VoucherState } from '../domain/voucher-state.ts';
import { eligibilityOn, reviewOverdue, type Eligibility } from '../domain/eligibility.ts';
import { Refusal } from '../failures.ts';
import type { Taker } from '../stock/lots.ts';

export interface TillVoucher {
  readonly id: number;
  readonly serial: string;
  readonly state: VoucherState;
  readonly generation: number;
  /** The category it was issued under; reports count by this one. */
  readonly category: string;
  readonly face_fen: number;
  readonly balance_fen: number;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly batch_id: number;
  readonly batch: string;
  readonly place: string;
  readonly stock_class: Taker['batchClass'];
  readonly household_id: number;
  readonly head_name: string;
  readonly household_category: string;
  readonly members: number;
  readonly id_tail: string;
  readonly street: string;
  readonly community: string;
  readonly start_day: string | null;
  readonly end_day: string | null;
  readonly end_reason: string;
  readonly grace_to_day: string | null;
  readonly stopped: '' | 'check-misfits';
  readonly household_number: string;
  /** Members of staff on file as its relatives, `,3,17,`; null: none. */
  readonly relatives: string | null;
  readonly next_review_day: string | null;
  /** JSON of the shop's settings. */
  readonly settings: string;
}

/** Through the index of filings by household, in the query the till asks anyhow. */
const relativesOnFile = sql<string | null>`(SELECT ',' || group_concat(kinship.staff_id) || ',' FROM kinship
  WHERE kinship.household_id = household.id AND kinship.to_day IS NULL)`.as('relatives');

const select = (tx: Tx) =>
  tx
    .selectFrom('voucher')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('shop', (join) => join.on('shop.id', '=', 1))
    .select([
      'voucher.id',
      'voucher.serial',
      'voucher.state',
      'voucher.generation',
      'voucher.category',
      'voucher.face_fen',
      'voucher.balance_fen',
      'voucher.valid_from',
      'voucher.valid_to',
      'voucher.batch_id',
      'batch.name as batch',
      'batch.place',
      'batch.stock_class',
      'voucher.household_id',
      'household.head_name',
      'household.category as household_category',
      'household.members',
      'household.id_tail',
      'household.street',
      'household.community',
      'household.start_day',
      'household.end_day',
      'household.end_reason',
      'household.grace_to_day',
      'household.stopped',
      'household.number as household_number',
      relativesOnFile,
      'household.next_review_day',
      'shop.settings',
    ]);

const byId = compiled((tx, { id }: { id: number }) => select(tx).where('voucher.id', '=', id).compile());
const byToken = compiled((tx, { token }: { token: Uint8Array }) =>
  select(tx).where('voucher.token', '=', token).compile(),
);
const byTypedCode = compiled((tx, { code }: { code: string }) =>
  select(tx).where('voucher.typed_code', '=', code).compile(),
);

export const voucherById = async (tx: Tx, id: number): Promise<TillVoucher | null> =>
  (await byId(tx, { id })).rows[0] ?? null;
export const voucherByToken = async (tx: Tx, token: Uint8Array): Promise<TillVoucher | null> =>
  (await byToken(tx, { token })).rows[0] ?? null;
/** `code`: the ten random symbols, without check characters. */
export const voucherByTypedCode = async (tx: Tx, code: string): Promise<TillVoucher | null> =>
  (await byTypedCode(tx, { code })).rows[0] ?? null;

/** To whom goods would leave on this voucher. */
export const takerOf = (voucher: TillVoucher): Taker => ({
  category: voucher.household_category,
  street: voucher.street,
  community: voucher.community,
  batchId: voucher.batch_id,
  batchClass: voucher.stock_class,
});

/**
 * Throws why the voucher may not be taken today. Refusals, each with its facts: `voucher-draft`, `voucher-replaced`,
 * `voucher-void`, `voucher-redeemed` (when, where, by whom), `voucher-expired`, `voucher-not-yet-valid`,
 * `own-relative` (近亲属备案: somebody else serves), `household-not-eligible`, `household-stopped` (found 不符合, a manager decides).
 */
export const refuseUnusable = async (context: Context, voucher: TillVoucher): Promise<void> => {
  const { day } = context;
  const { serial, state } = voucher;
  if (state === 'draft') throw new Refusal('voucher-draft', { serial });
  if (state === 'replaced') throw new Refusal('voucher-replaced', { serial });
  if (state === 'void')
    throw new Refusal('voucher-void', { serial, ...(await endOf(context.tx, voucher.id)) });
  if (state === 'used')
    throw new Refusal('voucher-redeemed', { serial, ...(await redeemedBy(context.tx, voucher.id)) });
  if (state === 'expired' || voucher.valid_to < day)
    throw new Refusal('voucher-expired', { serial, validToDay: voucher.valid_to });
  if (voucher.valid_from > day)
    throw new Refusal('voucher-not-yet-valid', { serial, validFromDay: voucher.valid_from });
  if (voucher.relatives?.includes(`,${context.actor.staffId},`))
    throw new Refusal('own-relative', { number: voucher.household_number });
  refuseIneligible(voucher, day);
};

const standingOf = ({ start_day, end_day, grace_to_day }: TillVoucher, day: string): Eligibility =>
  eligibilityOn({ startDay: start_day, endDay: end_day, graceToDay: grace_to_day }, day);

/** Struck off, and taken in the months of grace: counted apart in the report (scenario 4). */
export const inGrace = (voucher: TillVoucher, day: string): boolean => standingOf(voucher, day) === 'grace';

const refuseIneligible = (voucher: TillVoucher, day: string): void => {
  const { serial } = voucher;
  if (voucher.stopped !== '') throw new Refusal('household-stopped', { serial });
  const standing = standingOf(voucher, day);
  if (standing === 'ended')
    throw new Refusal('household-not-eligible', {
      serial,
      endDay: voucher.end_day,
      reason: voucher.end_reason,
    });
  if (standing === 'not-yet')
    throw new Refusal('household-not-eligible', { serial, startDay: voucher.start_day, reason: '' });
  const { overdueReviewBlocks } = JSON.parse(voucher.settings) as { overdueReviewBlocks: boolean };
  if (overdueReviewBlocks && reviewOverdue(voucher.next_review_day, day)) {
    throw new Refusal('household-not-eligible', { serial, reviewDay: voucher.next_review_day, reason: '' });
  }
};

/** When, where and by whom the voucher was used up: what the second one to present it must be told. */
export const redeemedBy = async (tx: Tx, voucherId: number) => {
  const redemption = await tx
    .selectFrom('redemption')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .select([
      'redemption.number',
      'redemption.at as redeemedAt',
      'redemption.terminal',
      'staff.name as operator',
    ])
    .where('redemption.voucher_id', '=', voucherId)
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

/** Last day on which the household collected anything, reversed acts aside. */
export const lastCollectedDay = async (tx: Tx, householdId: number): Promise<string | null> => {
  const { rows } = await sql<{ day: string }>`
    SELECT business_day AS day FROM redemption AS taken WHERE household_id = ${householdId} AND reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = taken.id)
    ORDER BY business_day DESC LIMIT 1`.execute(tx);
  return rows[0]?.day ?? null;
};
