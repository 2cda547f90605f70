// Acts that keep it fair.
import type { Handlers } from '../context.ts';
import { exportCheck, printCheck } from './check-papers.ts';
import { listChecks, readCheck } from './checks.ts';
import {
  addStep,
  closeComplaint,
  listComplaints,
  printComplaints,
  readComplaint,
  recordComplaint,
  uncoverReporter,
} from './complaints.ts';
import { draw, sampleSizeOf } from './draw.ts';
import { endRelative, fileRelative, listRelatives, listStaff } from './filings.ts';
import { listLens, markSeen } from './lens.ts';
import { printRelatives } from './report.ts';
import { closeCheck, decide, enterResult } from './results.ts';

export const fairnessHandlers: Handlers<'fairness'> = {
  'fairness.relatives': listRelatives,
  'fairness.fileRelative': fileRelative,
  'fairness.endRelative': endRelative,
  'fairness.printRelatives': printRelatives,
  'fairness.staff': listStaff,
  'fairness.checks': listChecks,
  'fairness.check': readCheck,
  'fairness.sampleSize': sampleSizeOf,
  'fairness.draw': draw,
  'fairness.enterResult': enterResult,
  'fairness.decide': decide,
  'fairness.closeCheck': closeCheck,
  'fairness.printCheck': printCheck,
  'fairness.exportCheck': exportCheck,
  'fairness.complaints': listComplaints,
  'fairness.complaint': readComplaint,
  'fairness.recordComplaint': recordComplaint,
  'fairness.reporter': uncoverReporter,
  'fairness.addStep': addStep,
  'fairness.closeComplaint': closeComplaint,
  'fairness.printComplaints': printComplaints,
  'fairness.lens': listLens,
  'fairness.lensSeen': markSeen,
};
