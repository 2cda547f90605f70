// The shop itself: first run, settings, the figures of the home screen.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, instant, nothing, text } from './common.ts';
import { roles } from './permissions.ts';

export const settings = z.strictObject({
  /** Minutes without a key before the screen locks. */
  idleLockMinutes: z.int().min(1).max(60),
  /** Days before the expiry date on which a lot appears in the alarm list (domain.md §3: two months). */
  expiryAlarmDays: z.int().min(1).max(365),
  /** An overdue review stops a voucher instead of warning (rulings.md 8). */
  overdueReviewBlocks: z.boolean(),
  /** An invoice counts as far from fair value when it is more than so many times the list price, or less than that part of it. */
  farFromFairFactor: z.int().min(2).max(10).default(2),
  /** Households in a month for which one proxy who is not related may collect; beyond it somebody else approves. */
  proxyHouseholdsPerMonth: z.int().min(1).max(100).default(3),
  /** Volunteers' points for an hour of service (domain.md §3: 1 hour = 1 point). */
  pointsPerHour: z.int().min(1).max(60).default(1),
  /** Names on public lists: masked, or whole where the law requires the list (domain.md §6). */
  publicNames: z.enum(['masked', 'full']).default('masked'),
  /** Files of households that left are due for erasure after so many years. */
  retentionYears: z.int().min(1).max(30).default(5),
  /** What a basket is worth beyond its vouchers may be paid in cash, into the trading book (收支两条线). */
  topUpAllowed: z.boolean().default(false),
  /** Short-dated goods (临期) may be taken without a voucher, one piece a covered member and day. */
  shortDatedFree: z.boolean().default(false),
  /** A batch is approved by somebody else than who prepared it; off only in a shop of one, and the report says so. */
  issueNeedsSecond: z.boolean().default(true),
  /** A voucher nobody signed for is refused at the till instead of shown with a warning. */
  handoverNeeded: z.boolean().default(false),
  /** Who collects signs on the printed line, or draws on pad or screen after the redemption. */
  signatureAtTill: z.enum(['line', 'drawn']).default('line'),
});

export const shopActs = {
  /** What the sign-in screen must know. Names of staff are shown so that a volunteer picks instead of typing. */
  'shop.status': query({
    needs: 'public',
    input: nothing,
    output: z.object({
      setUp: z.boolean(),
      name: z.string(),
      districtName: z.string(),
      practice: z.boolean(),
      businessDay: day,
      now: instant,
      idleLockMinutes: z.int(),
      staff: z.array(z.object({ login: z.string(), name: z.string(), role: z.enum(roles) })),
    }),
  }),
  'shop.setUp': command({
    needs: 'public',
    refusals: [
      'shop-already-set-up',
      'district-code-bad',
      'password-too-short',
      'password-too-common',
      'password-needs-letter-and-digit',
    ],
    changes: ['shop', 'staff'],
    input: z.strictObject({
      name: text(60),
      /** Six digits of GB/T 2260, or twelve with township and village. */
      districtCode: text(12),
      districtName: text(60),
      reportPhone: text(30),
      practice: z.boolean(),
      manager: z.strictObject({ login: text(30), name: text(50), password: z.string().max(200) }),
    }),
    output: done,
  }),
  'shop.read': query({
    needs: 'signed-in',
    input: nothing,
    output: z.object({
      name: z.string(),
      districtCode: z.string(),
      districtName: z.string(),
      reportPhone: z.string(),
      practice: z.boolean(),
      settings,
    }),
  }),
  'shop.change': command({
    needs: 'shop.manage',
    changes: ['shop'],
    input: z.strictObject({ name: text(60), districtName: text(60), reportPhone: text(30), settings }),
    output: done,
  }),
  /** Figures of the home screen, all of the current business day. */
  'shop.today': query({
    needs: 'signed-in',
    input: nothing,
    output: z.object({
      businessDay: day,
      redemptions: z.int(),
      faceFen: z.int(),
      goodsFen: z.int(),
      vouchersOpen: z.int(),
      vouchersOpenFen: z.int(),
      vouchersEndingSoon: z.int(),
      lotsExpired: z.int(),
      lotsEndingSoon: z.int(),
      lotsHeld: z.int(),
      /** Papers that wait for their second signature. */
      lossesWaiting: z.int(),
      stocktakesWaiting: z.int(),
      reviewsOverdue: z.int(),
      /** Found 不符合 and not decided; complaints not closed. */
      misfitsWaiting: z.int(),
      complaintsOpen: z.int(),
      /** Goods with a carrier that nobody has signed for yet. */
      deliveriesOut: z.int(),
      /** Null when no backup was ever made. */
      lastBackupAt: instant.nullable(),
    }),
  }),
  /** The recovery code is known to the main process alone; it is printed, never stored. */
  'shop.recoverySheet': document({
    needs: 'shop.manage',
    input: z.strictObject({ recoveryCode: text(80) }),
    output: z.unknown(),
  }),
  /** High-water time of the clock; also the floor the benchmark compares with: one call, one synced UPDATE. */
  'shop.heartbeat': command({ needs: 'signed-in', unrecorded: true, input: nothing, output: done }),
} as const;
