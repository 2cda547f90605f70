// Words for what the category table, covers and reviews say no to, English.
import type { SameKeys } from '../same-keys.ts';
import type { eligibilityErrors as source } from '../zh-CN/eligibility-errors.ts';

export const eligibilityErrors = {
  'category-unknown': {
    title: 'There is no such category',
    detail: '',
    next: 'Choose one from the table of categories.',
  },
  'category-not-open': {
    title: 'No cover may begin under this category on that day',
    detail: 'Category: {{category}}\nWished from: {{day}}\nEarliest {{startDay}}\nLatest {{endDay}}',
    next: 'Change the day or take another category; its first and last day are set under “Categories”.',
  },
  'category-same': { title: 'The new category is the old one', detail: '', next: 'Choose another category.' },
  'category-name-taken': {
    title: 'A category is called that already',
    detail: 'Name: {{name}}',
    next: 'Choose another name, or use the category that is there.',
  },
  'category-code-taken': {
    title: 'This code of a category is in use',
    detail: '',
    next: 'Leave the code out; the program makes one.',
  },
  'category-day-past': {
    title: 'A category is not changed from a past day on',
    detail: 'Day given: {{day}}\nToday: {{todayDay}}',
    next: 'Give today or a later day; earlier reports keep printing the earlier name.',
  },
  'category-day-reversed': {
    title: 'The last day is before the first',
    detail: 'First {{startDay}}\nLast {{endDay}}',
    next: 'Check the days.',
  },
  'category-name-day-taken': {
    title: 'A name is given from that day on already',
    detail: 'From {{day}} on: {{name}}',
    next: 'Choose another day; a name that was given is not wiped out.',
  },
  'category-ended': {
    title: 'This category is out of use already',
    detail: 'Last day on which a cover could begin: {{endDay}}',
    next: 'To change that day, take it back into use first.',
  },
  'category-not-ended': {
    title: 'This category is in use',
    detail: '',
    next: 'There is nothing to take back.',
  },
  'category-order-incomplete': {
    title: 'The order does not name every category',
    detail: '',
    next: 'Somebody has just changed the table. Open it again and sort; the order was not changed.',
  },
  'cover-none': {
    title: 'Nothing lasts beyond that day that could be ended or changed',
    detail: 'Household: {{number}}',
    next: 'Check day, people and category; nothing was changed.',
  },
  'cover-there-already': {
    title: 'Somebody is covered under this category already',
    detail: 'Category: {{category}}\nFrom {{startDay}} on',
    next: 'Leave the person out, or end that cover first.',
  },
  'cover-last': {
    title: 'This is the last cover of the household',
    detail: 'Household: {{number}}',
    next: 'A household that leaves is ended with “End eligibility”, which settles grace and open vouchers; nothing was changed.',
  },
  'cover-person-left': {
    title: 'Somebody is not in this household on that day',
    detail: '{{name}}: not here from {{leftDay}} on',
    next: 'Leave the person out, or check the day.',
  },
  'grace-with-void': {
    title: 'Grace is given and open vouchers are to be void',
    detail: 'Months of grace: {{months}}',
    next: 'Choose one: vouchers pass in grace, or no grace and vouchers void at once.',
  },
  'void-before-end': {
    title: 'The day of leaving has not come; vouchers cannot be void yet',
    detail: 'Day of leaving: {{endDay}}',
    next: 'Choose “keep”: the till stops them on that day. Or let them leave today.',
  },
  'review-day-future': {
    title: 'The day of the review is after today',
    detail: 'Day given: {{day}}\nToday: {{todayDay}}',
    next: 'Give the day on which it was done.',
  },
  'review-next-before': {
    title: 'The next review is not after this one',
    detail: 'This one {{day}}\nNext {{nextDay}}',
    next: 'Change the day of the next review, or leave it out: the category says how long.',
  },
  'review-changed': {
    title: 'Other households are due now; nobody was renewed',
    detail: 'On the screen: {{expected}}\nNow: {{found}}',
    next: 'Look at the list again and renew then.',
  },
} satisfies SameKeys<typeof source>;
