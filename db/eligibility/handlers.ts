// Acts on eligibility: covers of a household, the category table, reviews, the month's movement.
import type { Handlers } from '../context.ts';
import { beginCover } from './begin.ts';
import { categoryHandlers } from './category-table.ts';
import { changeCover, endCover } from './change.ts';
import { endEligibility, endMany } from './end.ts';
import { movement } from './movement.ts';
import { printMovement } from './print-movement.ts';
import { printReviews } from './print-reviews.ts';
import { coversOfHousehold, endFigures, householdsByNumbers } from './read.ts';
import { renew } from './renew.ts';
import { listReviews, reviewQueues } from './reviews.ts';

export const eligibilityHandlers: Handlers<'eligibility'> = {
  ...categoryHandlers,
  'eligibility.covers': coversOfHousehold,
  'eligibility.begin': beginCover,
  'eligibility.endCover': endCover,
  'eligibility.change': changeCover,
  'eligibility.end': endEligibility,
  'eligibility.endFigures': endFigures,
  'eligibility.endMany': endMany,
  'eligibility.byNumbers': householdsByNumbers,
  'eligibility.reviewQueues': (context) => reviewQueues(context),
  'eligibility.reviews': listReviews,
  'eligibility.renew': renew,
  'eligibility.printReviews': printReviews,
  'eligibility.movement': movement,
  'eligibility.printMovement': printMovement,
};
