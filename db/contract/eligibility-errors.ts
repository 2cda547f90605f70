// What the books refuse about covers, categories and reviews.

export const eligibilityRefusals = [
  'category-unknown',
  'category-not-open',
  'category-same',
  'category-name-taken',
  'category-code-taken',
  'category-day-past',
  'category-day-reversed',
  'category-name-day-taken',
  'category-ended',
  'category-not-ended',
  'category-order-incomplete',
  'cover-none',
  'cover-there-already',
  'cover-last',
  'cover-person-left',
  'grace-with-void',
  'void-before-end',
  'review-day-future',
  'review-next-before',
  'review-changed',
] as const;
