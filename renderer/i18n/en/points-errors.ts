// Words for what is said no to around volunteers' points, English.
import type { SameKeys } from '../same-keys.ts';
import type { pointsErrors as source } from '../zh-CN/points-errors.ts';

export const pointsErrors = {
  'volunteer-phone': {
    title: 'The telephone number is not complete',
    detail: '',
    next: 'Enter a mobile number of 11 digits or a landline with its area code, or nothing.',
  },
  'volunteer-twice': {
    title: 'This volunteer is entered already',
    detail: 'Volunteer: {{number}}',
    next: 'Use that number; for another person of the same name enter the telephone numbers.',
  },
  'volunteer-account-taken': {
    title: 'This account belongs to another volunteer',
    detail: 'Volunteer: {{number}}',
    next: 'Choose another account, or none.',
  },
  'volunteer-inactive': {
    title: 'This volunteer is no longer active',
    detail: 'Volunteer: {{number}}',
    next: 'Make the volunteer active again before entering hours or giving goods.',
  },
  'points-own': {
    title: 'Nobody handles their own points',
    detail: 'Volunteer: {{number}}',
    next: 'Another manager enters, exchanges or takes back.',
  },
  'points-day-future': {
    title: 'The day of service has not come yet',
    detail: 'Day: {{serviceDay}}',
    next: 'Enter today or an earlier day.',
  },
  'points-hours-step': {
    title: 'Hours are entered in quarters',
    detail: 'Entered: {{minutes}} minutes',
    next: 'Enter a multiple of 15 minutes, such as 1.5 hours.',
  },
  'points-hours-over': {
    title: 'A day does not have so many hours',
    detail: '{{serviceDay}}\n{{already}} hours entered already, {{wanted}} now',
    next: 'Check day and hours; the same time cannot be entered twice.',
  },
  'points-short': {
    title: 'Not enough points',
    detail: 'There are {{have}}, {{need}} are needed, {{missing}} are missing',
    next: 'Take fewer goods; hours already turned into goods come back only after that exchange was taken back.',
  },
  'points-entry-reversed': {
    title: 'These hours were taken back already',
    detail: '{{reversedAt}}\nReason: {{reason}}',
    next: 'Nothing to take back; enter hours anew if they were right.',
  },
  'exchange-reversed': {
    title: 'This exchange was taken back already',
    detail: 'Slip: {{exchange}}\n{{reversedAt}}\nReason: {{reason}}',
    next: 'Goods and points are back; nothing is left to do.',
  },
} as const satisfies SameKeys<typeof source>;
