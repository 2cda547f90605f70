// Who receives a voucher of a batch today, and who is left out and why. Reads only; preview and issue ask the same function,
// so that what was shown is what is issued.
import { createHash } from 'node:crypto';
import type { Context, Tx } from '../context.ts';
import type { BatchSpec } from '../contract/vouchers.ts';
import { eligibilityOn, reviewOverdue } from '../domain/eligibility.ts';
import { Refusal } from '../failures.ts';
import { readShop } from '../shop/shop.ts';

export interface Receiver {
  readonly householdId: number;
  readonly number: string;
  readonly headName: string;
  /** The category the voucher counts under. */
  readonly category: string;
  readonly members: number;
  readonly community: string;
  readonly reviewOverdue: boolean;
}
/** `stopped`: found 不符合, not yet decided (ruling 8). */
export type WhyLeftOut = 'category' | 'not-yet' | 'ended' | 'stopped' | 'review-overdue';
export interface Receivers {
  /** One a voucher, in the order of the sheet: by community, then household number. */
  readonly vouchers: readonly Receiver[];
  readonly leftOut: ReadonlyMap<WhyLeftOut, number>;
}

/** Refusal: `batch-nobody`. */
export const receiversOf = async ({ tx, day }: Context, spec: BatchSpec): Promise<Receivers> => {
  const { overdueReviewBlocks } = (await readShop(tx)).settings;
  const chosen = new Set(spec.categories);
  const others = spec.highestOnly ? null : await otherCategories(tx, day);
  const vouchers: Receiver[] = [];
  const leftOut = new Map<WhyLeftOut, number>();
  const leave = (why: WhyLeftOut): void => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  for (const household of await households(tx)) {
    const held = new Set([household.category, ...(others?.get(household.id) ?? [])]);
    const categories = [...held].filter((category) => chosen.has(category));
    if (categories.length === 0) {
      leave('category');
      continue;
    }
    // In grace what is open may be used up, but nothing new is issued: without `graceToDay` it has ended.
    const state = eligibilityOn({ startDay: household.start_day, endDay: household.end_day }, day);
    const overdue = reviewOverdue(household.next_review_day, day);
    if (household.stopped !== '') leave('stopped');
    else if (state === 'not-yet') leave(state);
    else if (state !== 'eligible') leave('ended');
    else if (overdue && overdueReviewBlocks) leave('review-overdue');
    else {
      for (const category of categories) {
        vouchers.push({
          householdId: household.id,
          number: household.number,
          headName: household.head_name,
          category,
          members: household.members,
          community: household.community,
          reviewOverdue: overdue,
        });
      }
    }
  }
  if (vouchers.length === 0) throw new Refusal('batch-nobody');
  return { vouchers, leftOut };
};

const households = (tx: Tx) =>
  tx
    .selectFrom('household_here')
    .select([
      'id',
      'number',
      'head_name',
      'category',
      'members',
      'community',
      'start_day',
      'end_day',
      'next_review_day',
      'stopped',
    ])
    .orderBy('community')
    .orderBy('number')
    .execute();

/** Categories that covered members hold beside their household's: each counts where 就高 is off (rulings.md 7). */
const otherCategories = async (tx: Tx, day: string): Promise<ReadonlyMap<number, readonly string[]>> => {
  const rows = await tx
    .selectFrom('cover')
    .select(['household_id', 'category'])
    .distinct()
    .where((eb) => eb.or([eb('from_day', 'is', null), eb('from_day', '<=', day)]))
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
    .execute();
  const held = new Map<number, string[]>();
  for (const { household_id, category } of rows)
    held.set(household_id, [...(held.get(household_id) ?? []), category]);
  return held;
};

/** Households once each, however many vouchers they receive. */
export const distinctHouseholds = (vouchers: readonly Receiver[]): readonly Receiver[] => [
  ...new Map(vouchers.map((receiver) => [receiver.householdId, receiver])).values(),
];

/** Equal exactly when the same households receive vouchers of the same categories: as many others are not the same. */
export const digestOf = (vouchers: readonly Receiver[]): string =>
  createHash('sha256')
    .update(vouchers.map(({ householdId, category }) => `${householdId} ${category}`).join('\n'))
    .digest('base64url');
