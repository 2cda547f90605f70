// Words for what is said no to around the limits, English.
import type { SameKeys } from '../same-keys.ts';
import type { limitsErrors as chinese } from '../zh-CN/limits-errors.ts';

const facts = 'Taken {{used}}, left {{left}}, over by {{over}}\nMore from {{againDay}}';
const next =
  'Take less, or come back on that day; in real hardship a manager or the bureau writes down why and approves it here.';

export const limitsErrors: SameKeys<typeof chinese> = {
  'limit-value': {
    title: 'More than the limit in money',
    detail:
      '{{rule}}: limit {{limitFen}}\nTaken {{usedFen}}, left {{leftFen}}, over by {{overFen}}\nMore from {{againDay}}',
    next,
  },
  'limit-pieces': {
    title: 'More pieces than the limit',
    detail: `{{rule}}: limit {{limit}}\n{{item}}\n${facts}`,
    next,
  },
  'limit-times': {
    title: 'More often than the limit',
    detail: '{{rule}}: limit {{limit}} times\nCame {{used}} times, left {{left}}\nAgain from {{againDay}}',
    next,
  },
  'limit-points': {
    title: 'More points than the limit',
    detail:
      '{{rule}}: limit {{limit}} points\nTaken {{used}}, left {{left}}, over by {{over}}\nMore from {{againDay}}',
    next,
  },
  'limit-amounts-order': {
    title: 'Amounts by household size do not begin with 1 member and rise',
    detail: '',
    next: 'Begin with 1 member; each further line needs more members than the one before.',
  },
  'limit-every': {
    title: 'This period cannot come in such steps',
    detail: '',
    next: 'Months: 1, 2, 3, 4, 6; quarters: 1, 2; days, weeks and years: 1. For others choose “every n days” or “every n years”.',
  },
  'limit-carry-over': {
    title: 'Nothing can be carried over in such a period',
    detail: '',
    next: 'Only what is counted by month or quarter carries over, and never into the next year.',
  },
  'limit-goods-both': {
    title: 'One item and a category cannot both be chosen',
    detail: '',
    next: 'Choose one of them, or neither (all goods).',
  },
  'limit-proxy-amounts': {
    title: 'A proxy has one amount and carries nothing over',
    detail: '',
    next: 'Fill in one amount only and do not carry over.',
  },
  'limit-end-past': {
    title: 'A rule cannot be ended in the past',
    detail: 'Last day: {{endDay}}',
    next: 'Yesterday at the earliest, then it no longer holds from today. A rule that has ended cannot be changed.',
  },
  'limit-days-reversed': {
    title: 'The last day is before the first',
    detail: '',
    next: 'Change the last day or leave it empty.',
  },
  'limit-begins-past': {
    title: 'A rule cannot begin in the past',
    detail: '',
    next: 'Fill in today or a later day; what was taken earlier in the period counts all the same.',
  },
};
