// Complaints (举报): recorded, followed step by step, closed with what was found. Who reported has an act of its own and stands nowhere else.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, id, instant, officeFormat, optionalText, pageInput, pageOf, text } from './common.ts';

export const complaintWays = ['phone', 'box', 'letter', 'visit', 'online', 'other'] as const;
export const complaintOutcomes = ['confirmed', 'partly', 'unfounded', 'referred'] as const;

const complaintRow = z.object({
  complaintId: id,
  number: z.string(),
  day,
  way: z.enum(complaintWays),
  /** Empty in a list for the one it is about, who does not read it. */
  matter: z.string(),
  householdId: id.nullable(),
  householdNumber: z.string(),
  aboutStaff: z.string(),
  outcome: z.enum(complaintOutcomes).nullable(),
});

export const complaintActs = {
  'fairness.complaints': query({
    needs: 'fairness.view',
    input: z.strictObject({ search: optionalText(60), openOnly: z.boolean().default(false), ...pageInput }),
    output: pageOf(complaintRow),
  }),
  'fairness.complaint': query({
    needs: 'fairness.view',
    refusals: ['not-found', 'concerns-yourself'],
    input: z.strictObject({ complaintId: id }),
    output: complaintRow.extend({
      recordedBy: z.string(),
      at: instant,
      /** False: anonymous. Who it was, `fairness.reporter` tells. */
      named: z.boolean(),
      /** About a household on file as a relative of the one who asks: somebody else must handle it. */
      own: z.boolean(),
      steps: z.array(z.object({ words: z.string(), day, by: z.string() })),
      end: z
        .object({
          outcome: z.enum(complaintOutcomes),
          finding: z.string(),
          measures: z.string(),
          day,
          by: z.string(),
        })
        .nullable(),
    }),
  }),
  'fairness.recordComplaint': command({
    needs: 'fairness.manage',
    refusals: ['not-found'],
    changes: ['fairness', 'shop'],
    input: z.strictObject({
      way: z.enum(complaintWays),
      matter: text(500),
      householdId: id.nullable().default(null),
      aboutStaffId: id.nullable().default(null),
      reporter: optionalText(50),
      reporterPhone: optionalText(30),
    }),
    output: z.object({ complaintId: id, number: z.string() }),
  }),
  /** Who reported: uncovered once, in the log, never to the one it is about and never on paper. */
  'fairness.reporter': command({
    needs: 'fairness.manage',
    forgetsAnswer: true,
    refusals: ['not-found', 'concerns-yourself', 'own-relative'],
    logsRefusals: true,
    input: z.strictObject({ complaintId: id, reason: text(200) }),
    output: z.object({ reporter: z.string(), reporterPhone: z.string() }),
  }),
  'fairness.addStep': command({
    needs: 'fairness.manage',
    refusals: ['not-found', 'complaint-closed', 'concerns-yourself', 'own-relative'],
    logsRefusals: true,
    changes: ['fairness'],
    input: z.strictObject({ complaintId: id, words: text(500) }),
    output: done,
  }),
  'fairness.closeComplaint': command({
    needs: 'fairness.manage',
    refusals: ['not-found', 'complaint-closed', 'concerns-yourself', 'own-relative'],
    logsRefusals: true,
    changes: ['fairness', 'shop'],
    input: z.strictObject({
      complaintId: id,
      outcome: z.enum(complaintOutcomes),
      finding: text(500),
      measures: optionalText(300),
    }),
    output: done,
  }),
  'fairness.printComplaints': document({
    needs: 'fairness.view',
    refusals: ['concerns-yourself', 'glyph-missing', 'report-does-not-tie'],
    input: z.strictObject({ from: day, to: day, format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
} as const;
