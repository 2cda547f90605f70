// The household at the till: everything its basket must know about it, with or without a voucher in hand, and why it may not be served.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Context, Tx } from '../context.ts';
import { settings } from '../contract/shop.ts';
import { eligibilityOn, reviewOverdue, type Eligibility } from '../domain/eligibility.ts';
import { Refusal } from '../failures.ts';

export interface Holder {
  readonly household_id: number;
  readonly household_number: string;
  readonly head_name: string;
  readonly household_category: string;
  /** Covered members today (rulings.md 9). */
  readonly members: number;
  readonly id_tail: string;
  readonly street: string;
  readonly community: string;
  readonly start_day: string | null;
  readonly end_day: string | null;
  readonly end_reason: string;
  readonly grace_to_day: string | null;
  readonly stopped: '' | 'check-misfits';
  /** Members of staff on file as its relatives, `,3,17,`; null: none. */
  readonly relatives: string | null;
  readonly next_review_day: string | null;
  /** JSON of the shop's settings. */
  readonly settings: string;
}

/** Through the index of filings by household, in the query the till asks anyhow. */
const relativesOnFile = sql<string | null>`(SELECT ',' || group_concat(kinship.staff_id) || ',' FROM kinship
  WHERE kinship.household_id = household.id AND kinship.to_day IS NULL)`.as('relatives');

/** Columns of `household` and `shop` that make a holder. */
export const holderColumns = [
  'household.id as household_id',
  'household.number as household_number',
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
  relativesOnFile,
  'household.next_review_day',
  'shop.settings',
] as const;

const byId = compiled((tx, { id }: { id: number }) =>
  tx
    .selectFrom('household_here as household')
    .innerJoin('shop', (join) => join.on('shop.id', '=', 1))
    .select(holderColumns)
    .where('household.id', '=', id)
    .compile(),
);

/** Refusal: `not-found`. */
export const holderById = async (tx: Tx, id: number): Promise<Holder> => {
  const [holder] = (await byId(tx, { id })).rows;
  if (!holder) throw new Refusal('not-found');
  return holder;
};

export const settingsOf = ({ settings: text }: Holder) => settings.parse(JSON.parse(text));

const standingOf = ({ start_day, end_day, grace_to_day }: Holder, day: string): Eligibility =>
  eligibilityOn({ startDay: start_day, endDay: end_day, graceToDay: grace_to_day }, day);

/** Struck off, and taken in the months of grace: counted apart in the report (scenario 4). */
export const inGrace = (holder: Holder, day: string): boolean => standingOf(holder, day) === 'grace';

/**
 * Throws why the household may not be served today by whoever stands at the till: `own-relative` (近亲属备案: somebody else serves),
 * `household-stopped` (found 不符合, a manager decides), `household-not-eligible`. `serial` of the voucher in hand, if any.
 */
export const refuseHolder = ({ day, actor }: Context, holder: Holder, serial = ''): void => {
  if (holder.relatives?.includes(`,${actor.staffId},`))
    throw new Refusal('own-relative', { number: holder.household_number });
  if (holder.stopped !== '') throw new Refusal('household-stopped', { serial });
  const standing = standingOf(holder, day);
  if (standing === 'ended')
    throw new Refusal('household-not-eligible', {
      serial,
      endDay: holder.end_day,
      reason: holder.end_reason,
    });
  if (standing === 'not-yet')
    throw new Refusal('household-not-eligible', { serial, startDay: holder.start_day, reason: '' });
  if (settingsOf(holder).overdueReviewBlocks && reviewOverdue(holder.next_review_day, day))
    throw new Refusal('household-not-eligible', { serial, reviewDay: holder.next_review_day, reason: '' });
};

/** Last day on which the household collected anything, acts wholly taken back aside. */
export const lastCollectedDay = async (tx: Tx, householdId: number): Promise<string | null> => {
  const { rows } = await sql<{ day: string }>`
    SELECT counted_day AS day FROM redemption AS taken WHERE household_id = ${householdId} AND reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = taken.id AND back.whole = 1)
    ORDER BY counted_day DESC LIMIT 1`.execute(tx);
  return rows[0]?.day ?? null;
};
