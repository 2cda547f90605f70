// What keeps it fair: relatives of staff on file (近亲属备案), spot checks (抽查) and what is decided after them, complaints (举报), and
// the lens that names coincidences. Everything personal here is masked.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  id,
  instant,
  nothing,
  officeFormat,
  optionalText,
  pageInput,
  pageOf,
  text,
} from './common.ts';
import { complaintActs } from './complaints.ts';
import { reason } from './measures.ts';

export const checkResults = ['fits', 'misfits', 'not-seen'] as const;
export const checkOutcomes = ['stays', 'ends'] as const;
export const lensKinds = [
  'staff-phone',
  'staff-address',
  'staff-proxy',
  'after-leaving',
  'proxy',
  'phone',
  'address',
] as const;

/** A household as a line of these lists names it. */
const household = {
  householdId: id,
  number: z.string(),
  /** Masked. */
  headName: z.string(),
  category: z.string(),
  community: z.string(),
};
const period = { from: day, to: day };

const kinship = z.object({
  kinshipId: id,
  staffId: id,
  staff: z.string(),
  ...household,
  /** What the household is to the member of staff: 兄, 岳母. */
  relation: z.string(),
  document: z.string(),
  fromDay: day,
  /** First day without; null: in force. */
  toDay: day.nullable(),
  endReason: z.string(),
  filedBy: z.string(),
  /** Of the one who asks: who may not end it. */
  own: z.boolean(),
});

/** Hundredths of a percent: 30% is 3000. */
const basisPoints = z.int().min(1).max(10_000);
/** Empty: all. */
const scope = { basisPoints, category: optionalText(40), community: optionalText(60) };

const checkRow = z.object({
  checkId: id,
  number: z.string(),
  title: z.string(),
  basisPoints: z.int(),
  /** In words; empty: all. */
  category: z.string(),
  community: z.string(),
  day,
  population: z.int(),
  /** By the percentage, and relatives beyond it. */
  drawn: z.int(),
  relatives: z.int(),
  fits: z.int(),
  misfits: z.int(),
  notSeen: z.int(),
  /** Lines without a result. */
  open: z.int(),
  /** Found 不符合 and not decided. */
  undecided: z.int(),
  closedAt: instant.nullable(),
});

const checkLine = z.object({
  position: z.int(),
  ...household,
  members: z.int(),
  why: z.enum(['drawn', 'relative']),
  /** On file as a relative of staff today. */
  relative: z.boolean(),
  result: z.enum(checkResults).nullable(),
  note: z.string(),
  visitedDay: day.nullable(),
  visitors: z.string(),
  enteredBy: z.string(),
  /** The one who asks entered the result, and so may not decide. */
  own: z.boolean(),
  decision: z.object({ outcome: z.enum(checkOutcomes), reason: z.string(), by: z.string(), day }).nullable(),
});

const lensGroup = z.object({
  kind: z.enum(lensKinds),
  /** Stands for exactly this group: another one more in it is another subject. */
  subject: z.string(),
  /** What they have in common, masked; empty where nothing of it may be shown. */
  shared: z.string(),
  /** Whom of the staff it concerns. */
  staff: z.string(),
  /** For 去世或离开后仍领取: the day nobody was left, and the last collection since. */
  leftDay: day.nullable(),
  collectedDay: day.nullable(),
  /** All of them, and the first by name. */
  count: z.int(),
  households: z.array(z.object(household)),
  seen: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
});

export const fairnessActs = {
  // ---- 近亲属备案 ----
  'fairness.relatives': query({
    needs: 'fairness.view',
    input: z.strictObject({ search: optionalText(60), inForce: z.boolean().default(true), ...pageInput }),
    output: pageOf(kinship),
  }),
  /** From this moment on that member of staff can neither issue to, serve, check nor decide about the household. */
  'fairness.fileRelative': command({
    needs: 'fairness.manage',
    refusals: ['not-found', 'kinship-filed', 'fairness-day-ahead'],
    changes: ['fairness', 'people', 'vouchers', 'counter'],
    input: z.strictObject({
      staffId: id,
      householdId: id,
      relation: text(20),
      document: optionalText(60),
      fromDay: day,
    }),
    output: z.object({ kinshipId: id }),
  }),
  /** From today on; never by the relative. */
  'fairness.endRelative': command({
    needs: 'fairness.manage',
    refusals: ['not-found', 'kinship-ended', 'own-relative'],
    logsRefusals: true,
    changes: ['fairness', 'people', 'vouchers', 'counter'],
    input: z.strictObject({ kinshipId: id, reason }),
    output: done,
  }),
  /** Every filing in force in the period with every benefit of it. */
  'fairness.printRelatives': document({
    needs: 'fairness.view',
    refusals: ['glyph-missing', 'report-does-not-tie'],
    input: z.strictObject({ ...period, format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
  /** Who of the staff may be filed or complained about. */
  'fairness.staff': query({
    needs: 'fairness.view',
    input: nothing,
    output: z.array(z.object({ staffId: id, name: z.string(), active: z.boolean() })),
  }),

  // ---- 抽查 ----
  'fairness.checks': query({
    needs: 'fairness.view',
    input: z.strictObject({ search: optionalText(60), openOnly: z.boolean().default(false), ...pageInput }),
    output: pageOf(checkRow),
  }),
  'fairness.check': query({
    needs: 'fairness.view',
    refusals: ['not-found'],
    input: z.strictObject({ checkId: id }),
    output: checkRow.extend({
      seed: z.string(),
      drawnBy: z.string(),
      closedBy: z.string(),
      lines: z.array(checkLine),
    }),
  }),
  /** How many there are and how many would be drawn; draws nothing. */
  'fairness.sampleSize': query({
    needs: 'fairness.manage',
    input: z.strictObject(scope),
    output: z.object({ population: z.int(), drawn: z.int(), relatives: z.int() }),
  }),
  /** Eligible households of the scope today, in the order of a hash of the seed; relatives of staff always, beyond the percentage. */
  'fairness.draw': command({
    needs: 'fairness.manage',
    refusals: ['check-nobody'],
    changes: ['fairness', 'people'],
    input: z.strictObject({ title: text(60), ...scope, seed: optionalText(60) }),
    output: z.object({ checkId: id, number: z.string(), drawn: z.int(), relatives: z.int() }),
  }),
  /** Binding: 符合 and 不符合 stand; 未见人 may be visited again. 不符合 stops the household until somebody else has decided. */
  'fairness.enterResult': command({
    needs: 'fairness.manage',
    refusals: [
      'not-found',
      'check-closed',
      'check-result-stands',
      'check-note-missing',
      'fairness-day-ahead',
      'own-relative',
    ],
    logsRefusals: true,
    changes: ['fairness', 'people', 'vouchers', 'counter', 'shop'],
    input: z.strictObject({
      checkId: id,
      householdId: id,
      result: z.enum(checkResults),
      visitedDay: day,
      visitors: text(60),
      note: optionalText(200),
    }),
    output: done,
  }),
  'fairness.decide': command({
    needs: 'fairness.manage',
    refusals: [
      'not-found',
      'check-nothing-to-decide',
      'check-decided',
      'two-people-needed',
      'own-relative',
      'cover-none',
      'month-closed',
    ],
    logsRefusals: true,
    changes: ['fairness', 'people', 'eligibility', 'vouchers', 'counter', 'shop'],
    input: z.strictObject({ checkId: id, householdId: id, outcome: z.enum(checkOutcomes), reason }),
    output: done,
  }),
  'fairness.closeCheck': command({
    needs: 'fairness.manage',
    refusals: ['not-found', 'check-closed', 'check-open-lines'],
    changes: ['fairness'],
    input: z.strictObject({ checkId: id }),
    output: done,
  }),
  /** 入户抽查表 with names and addresses: who visits must find the door. */
  'fairness.printCheck': document({
    needs: 'fairness.manage',
    refusals: ['not-found', 'glyph-missing', 'report-does-not-tie'],
    input: z.strictObject({ checkId: id, format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
  /** The sample for another office (交叉互查), masked. */
  'fairness.exportCheck': document({
    needs: 'fairness.manage',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ checkId: id, format: z.enum(['xlsx']).default('xlsx') }),
    output: z.unknown(),
  }),

  ...complaintActs,

  // ---- 疑点 ----
  /** Largest groups first. What somebody looked into is left out unless asked for, and comes back when the group changes. */
  'fairness.lens': query({
    needs: 'fairness.view',
    input: z.strictObject({ kind: z.enum(lensKinds), seen: z.boolean().default(false), ...pageInput }),
    output: pageOf(lensGroup),
  }),
  'fairness.lensSeen': command({
    needs: 'fairness.manage',
    refusals: ['lens-changed', 'concerns-yourself', 'own-relative'],
    logsRefusals: true,
    changes: ['fairness'],
    input: z.strictObject({ kind: z.enum(lensKinds), subject: z.string().min(1).max(20_000), reason }),
    output: done,
  }),
} as const;
