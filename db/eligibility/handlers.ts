// Acts on eligibility.
import type { Handlers } from '../context.ts';
import { endEligibility } from './end.ts';

export const eligibilityHandlers: Handlers<'eligibility'> = {
  'eligibility.end': endEligibility,
};
