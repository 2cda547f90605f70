// Refusals of the limits: at the counter, and of a rule that is none.

/** What a basket over a limit may be refused with; each names rule, limit, used, left, by how much, and from when again. */
export const limitRefusals = ['limit-value', 'limit-pieces', 'limit-times', 'limit-points'] as const;
export const limitRuleRefusals = [
  'limit-amounts-order',
  'limit-every',
  'limit-carry-over',
  'limit-goods-both',
  'limit-proxy-amounts',
  'limit-end-past',
  'limit-days-reversed',
  'limit-begins-past',
] as const;
