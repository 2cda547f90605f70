// Acts of the review calendar (年审, domain.md §5.2; lessons.md 22) and of the month's movement (动态变动表, domain.md §7.2 no. 7).
import { z } from 'zod';
import { command, document, documentInSteps, query, queryInSteps } from './act.ts';
import { categoryCode } from './category-table.ts';
import {
  day,
  id,
  instant,
  month,
  officeFormat,
  optionalText,
  pageInput,
  pageOf,
  paperFormat,
  text,
} from './common.ts';

/** Queues that are worked through; who is due later is not asked for. */
const dueQueue = z.enum(['overdue', 'due-today', 'due-7', 'due-30', 'unset']);

/** Queue null: all of those who have a day within 30; category null, community empty: any. */
const reviewFilter = z.strictObject({
  queue: dueQueue.nullable().default(null),
  category: categoryCode.nullable().default(null),
  community: optionalText(60),
});
export type ReviewFilter = z.output<typeof reviewFilter>;

const counted = z.object({ households: z.int(), people: z.int() });
const queueCounts = z.record(dueQueue, counted);

const headCount = {
  openingHouseholds: z.int(),
  openingPeople: z.int(),
  joinedHouseholds: z.int(),
  joinedPeople: z.int(),
  movedInHouseholds: z.int(),
  movedInPeople: z.int(),
  movedOutHouseholds: z.int(),
  movedOutPeople: z.int(),
  peopleJoined: z.int(),
  peopleLeft: z.int(),
  leftHouseholds: z.int(),
  leftPeople: z.int(),
  closingHouseholds: z.int(),
  closingPeople: z.int(),
};
const movementRow = z.object({ key: z.string(), name: z.string(), ...headCount });

export const reviewActs = {
  /** How many are overdue, due today, within 7 and within 30 days, by category and by community. Only who is covered today. */
  'eligibility.reviewQueues': query({
    needs: 'people.view',
    input: z.strictObject({}),
    output: z.object({
      day,
      total: queueCounts,
      byCategory: z.array(z.object({ code: z.string(), name: z.string(), queues: queueCounts })),
      byCommunity: z.array(z.object({ community: z.string(), queues: queueCounts })),
    }),
  }),
  /** Most urgent first. */
  'eligibility.reviews': query({
    needs: 'people.view',
    input: z.strictObject({ filter: reviewFilter, ...pageInput }),
    output: pageOf(
      z.object({
        id,
        number: z.string(),
        /** Masked. */
        headName: z.string(),
        category: z.string(),
        community: z.string(),
        members: z.int(),
        nextReviewDay: day.nullable(),
        /** Negative: overdue. */
        daysLeft: z.int().nullable(),
        /** Day of the last review in these books. */
        lastReviewDay: day.nullable(),
      }),
    ),
  }),
  /** Reviewed on `day` with one evidence, all or nothing; who lapsed is not deleted, only late. */
  'eligibility.renew': command({
    needs: 'eligibility.manage',
    refusals: [
      'not-found',
      'review-day-future',
      'review-next-before',
      'review-changed',
      'eligibility-ended',
      'own-relative',
    ],
    changes: ['eligibility', 'people', 'vouchers'],
    input: z.strictObject({
      of: z.union([
        z.strictObject({ householdIds: z.array(id).min(1).max(20_000) }),
        /** `expect`: households the screen showed; others are not renewed unseen. */
        z.strictObject({ filter: reviewFilter, expect: z.int().min(1) }),
      ]),
      day,
      /** What was seen: minutes, visit, statement. */
      evidence: text(200),
      /** Null: as each category says. */
      nextDay: day.nullable().default(null),
    }),
    output: z.object({ renewed: z.int() }),
  }),
  /** The list as it is filtered, masked, with room for what was found. */
  'eligibility.printReviews': document({
    needs: 'people.export',
    refusals: ['export-too-many', 'glyph-missing'],
    input: z.strictObject({ filter: reviewFilter, format: paperFormat }),
    output: z.unknown(),
  }),
  /** Closing = opening + all that came - all that went, in every row. Names as of the month's end. */
  'eligibility.movement': queryInSteps({
    needs: 'reports.view',
    input: z.strictObject({ month, by: z.enum(['category', 'community', 'total']) }),
    output: z.object({
      month,
      asOf: instant,
      rows: z.array(movementRow),
      /** Sum of the rows; what moves from row to row stands in both 转入 and 转出. */
      total: movementRow,
      /** Why households left (退出); together as many as left. */
      exits: z.array(z.object({ reason: z.string(), households: z.int(), people: z.int() })),
      ties: z.boolean(),
    }),
  }),
  'eligibility.printMovement': documentInSteps({
    needs: 'reports.print',
    refusals: ['report-does-not-tie', 'glyph-missing'],
    input: z.strictObject({ month, format: officeFormat }),
    output: z.unknown(),
  }),
} as const;
