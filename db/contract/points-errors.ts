// Refusals of volunteers and their points (志愿者积分).

export const volunteerRefusals = ['volunteer-phone', 'volunteer-twice', 'volunteer-account-taken'] as const;
export const pointsRefusals = [
  'volunteer-inactive',
  'points-own',
  'points-day-future',
  'points-hours-step',
  'points-hours-over',
  'points-short',
  'points-entry-reversed',
  'exchange-reversed',
] as const;
