// Who receives vouchers of a batch today, and who is left out and why. Reads only; preview, preparing and approval ask the same
// function, so that what was shown is what is issued. It reads page by page: a long roster leaves the till its turns.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { BatchSpec, whyLeftOut } from '../contract/batches.ts';
import { faceOf } from '../domain/batch-face.ts';
import { eligibilityOn, reviewOverdue } from '../domain/eligibility.ts';
import { Refusal } from '../failures.ts';
import { readShop } from '../shop/shop.ts';

/** What one household receives under one category: `pieces` vouchers of this face each. */
export interface Grant {
  readonly householdId: number;
  readonly number: string;
  readonly headName: string;
  /** The category the vouchers count under. */
  readonly category: string;
  /** Covered members of the household. */
  readonly members: number;
  readonly community: string;
  readonly reviewOverdue: boolean;
  readonly pieces: number;
  readonly faceFen: number;
  readonly facePoints: number;
}
export type WhyLeftOut = (typeof whyLeftOut)[number];
export type LeftOut = Pick<Grant, 'number' | 'headName' | 'members' | 'community'> & {
  readonly why: WhyLeftOut;
};
export interface Receivers {
  /** In the order of the sheet: by community, then household number. */
  readonly grants: readonly Grant[];
  readonly leftOut: ReadonlyMap<WhyLeftOut, number>;
  /** The first of them. */
  readonly leftOutFirst: readonly LeftOut[];
  /** Equal exactly when the same households receive as many vouchers of the same category and face. */
  readonly digest: string;
}
/** Runs a piece of reading: each in a turn of its own, or all in the transaction of an act. */
export type Turns = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/** Households of one turn. */
const PAGE = 2_000;
/** Left-out households the preview shows by name; the rest is in the figures. */
const LEFT_OUT_SHOWN = 200;

/** `packageFen`: what refuseBadBatch answered. Refusal: `batch-nobody`. */
export const receiversOf = async (
  turn: Turns,
  spec: BatchSpec,
  packageFen: number | null,
): Promise<Receivers> => {
  const gathered = gather(spec, packageFen);
  let after: Place | null = { community: '', number: '' };
  while (after !== null) {
    const from: Place = after;
    after = await turn(async ({ tx, day }) => {
      const page = await householdsAfter(tx, from);
      const { overdueReviewBlocks } = (await readShop(tx)).settings;
      const covers = spec.highestOnly ? null : await coversOf(tx, page, day);
      for (const household of page) gathered.add(household, { day, overdueReviewBlocks, covers });
      return page.length < PAGE ? null : (page.at(-1) ?? null);
    });
  }
  const receivers = gathered.done();
  if (receivers.grants.length === 0) throw new Refusal('batch-nobody');
  return receivers;
};

interface Place {
  readonly community: string;
  readonly number: string;
}
type Household = Awaited<ReturnType<typeof householdsAfter>>[number];
interface Moment {
  readonly day: string;
  readonly overdueReviewBlocks: boolean;
  /** Covered members by category, of every household of the page. */
  readonly covers: ReadonlyMap<number, ReadonlyMap<string, number>> | null;
}

const gather = (spec: BatchSpec, packageFen: number | null) => {
  const categories = new Set(spec.categories);
  const communities = new Set(spec.communities);
  const grants: Grant[] = [];
  const leftOut = new Map<WhyLeftOut, number>();
  const leftOutFirst: LeftOut[] = [];
  const hash = createHash('sha256');

  const whyNot = (household: Household, { day, overdueReviewBlocks }: Moment): WhyLeftOut | null => {
    if (communities.size > 0 && !communities.has(household.community)) return 'community';
    if (household.stopped !== '') return 'stopped';
    // In grace what is open may be used up, but nothing new is issued: without `graceToDay` it has ended.
    const state = eligibilityOn({ startDay: household.start_day, endDay: household.end_day }, day);
    if (state === 'not-yet') return state;
    if (state !== 'eligible') return 'ended';
    if (overdueReviewBlocks && reviewOverdue(household.next_review_day, day)) return 'review-overdue';
    return spec.basis !== 'household' && household.members === 0 ? 'nobody-covered' : null;
  };
  const leave = (why: WhyLeftOut, household: Household): void => {
    leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
    if (leftOutFirst.length < LEFT_OUT_SHOWN) leftOutFirst.push({ why, ...shownOf(household) });
  };
  return {
    add(household: Household, moment: Moment): void {
      const shares = sharesOf(spec, household, moment.covers).filter(([category]) =>
        categories.has(category),
      );
      const why = shares.length === 0 ? 'category' : whyNot(household, moment);
      if (why !== null) {
        leave(why, household);
        return;
      }
      for (const [category, pieces] of shares) {
        const face = faceOf(spec, household.members, packageFen);
        const grant: Grant = {
          householdId: household.id,
          ...shownOf(household),
          category,
          reviewOverdue: reviewOverdue(household.next_review_day, moment.day),
          pieces,
          ...face,
        };
        grants.push(grant);
        hash.update(`${keyOf(grant)}\n`);
      }
    },
    done: (): Receivers => ({ grants, leftOut, leftOutFirst, digest: hash.digest('base64url') }),
  };
};

const shownOf = ({ number, head_name, members, community }: Household) => ({
  number,
  headName: head_name,
  members,
  community,
});

/** What the digest and the check at approval compare. */
export const keyOf = ({
  householdId,
  category,
  pieces,
  faceFen,
  facePoints,
}: Pick<Grant, 'householdId' | 'category' | 'pieces' | 'faceFen' | 'facePoints'>): string =>
  `${householdId} ${category} ${pieces} ${faceFen} ${facePoints}`;

/** Under which categories a household receives how many (ruling 7): without 就高 each that its covered members hold. */
const sharesOf = (
  { basis, highestOnly }: BatchSpec,
  household: Household,
  covers: Moment['covers'],
): readonly (readonly [string, number])[] => {
  if (highestOnly) return [[household.category, basis === 'person' ? household.members : 1]];
  const held = covers?.get(household.id) ?? new Map<string, number>();
  // Whoever left has no covers: said by its state, not by its category.
  if (basis === 'person') return held.size > 0 ? [...held] : [[household.category, 0]];
  return [...new Set([household.category, ...held.keys()])].map((category) => [category, 1]);
};

/** Through the index of communities and numbers; between two turns nothing is remembered but the last one read. */
const householdsAfter = (tx: Tx, { community, number }: Place) =>
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
    .where(sql<boolean>`(community, number) > (${community}, ${number})`)
    .orderBy('community')
    .orderBy('number')
    .limit(PAGE)
    .execute();

const coversOf = async (
  tx: Tx,
  households: readonly { readonly id: number }[],
  day: string,
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> => {
  const held = new Map<number, Map<string, number>>();
  if (households.length === 0) return held;
  const rows = await tx
    .selectFrom('cover')
    .select(['household_id', 'category', sql<number>`count(*)`.as('people')])
    .where(
      'household_id',
      'in',
      households.map(({ id }) => id),
    )
    .where((eb) => eb.or([eb('from_day', 'is', null), eb('from_day', '<=', day)]))
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
    .groupBy(['household_id', 'category'])
    .orderBy('household_id')
    .orderBy('category')
    .execute();
  for (const { household_id, category, people } of rows) {
    const of = held.get(household_id) ?? new Map<string, number>();
    held.set(household_id, of.set(category, people));
  }
  return held;
};
