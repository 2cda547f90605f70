// Words for what leaves the books and what is erased says no to, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { privacyErrors as source } from '../zh-CN/privacy-errors.ts';

export const privacyErrors = {
  'guardian-missing': {
    title: 'A guardian must be told or agree',
    detail: '{{name}}',
    next: 'For somebody under 14 a guardian acts: fill in the guardian’s name and relation.',
  },
  'consent-there': {
    title: 'This is already on file',
    detail: '{{name}}: {{day}}',
    next: 'Nothing to enter; if it changed, record the withdrawal first.',
  },
  'consent-withdrawn': {
    title: 'This consent was withdrawn',
    detail: 'Withdrawn on {{withdrawnDay}}',
    next: 'Refresh to see it.',
  },
  'consent-notice-stays': {
    title: 'A notice cannot be withdrawn',
    detail: '',
    next: 'That they were told is a fact; only a consent can be withdrawn.',
  },
  'export-nobody': {
    title: 'Nobody fits these conditions',
    detail: '',
    next: 'Widen category, community or state.',
  },
  'export-too-many': {
    title: 'Too many people for one export',
    detail: 'At most {{most}} people at once',
    next: 'Export by community or category, one after the other.',
  },
  'public-list-nobody': {
    title: 'There is nobody to list',
    detail: '',
    next: 'Choose another batch, or widen category and community.',
  },
  'public-list-past': {
    title: 'The first day of posting has passed',
    detail: 'Entered: {{day}}',
    next: 'Begin today or later; the first day counts.',
  },
  'public-list-changed': {
    title: 'The list changed after it was reviewed',
    detail: '',
    next: 'Nothing was printed. Look at the list as it is now, then print.',
  },
  'public-list-too-many': {
    title: 'The list is too long to post',
    detail: 'At most {{most}} households on one',
    next: 'Post it by community, one list each.',
  },
  'erase-not-left': {
    title: 'This household has not left; its data cannot be erased',
    detail: 'Household {{household}}\nLeft on {{endDay}}',
    next: 'Only households that left, grace included, can be erased.',
  },
  'erase-too-early': {
    title: 'The retention period of this household is not over',
    detail: 'Household {{household}}\nLeft on {{endDay}}\nKept for {{years}} years',
    next: 'It can be erased once the period is over; its length is in the settings.',
  },
  'erase-voucher-open': {
    title: 'This household still has an open voucher',
    detail: 'Household {{household}}',
    next: 'Wait until it is used, expired or void.',
  },
  'erase-check-open': {
    title: 'A spot check of this household is not finished',
    detail: 'Household {{household}}',
    next: 'Enter the result and decide first.',
  },
  'erase-complaint-open': {
    title: 'A complaint about this household is open',
    detail: 'Household {{household}}',
    next: 'Close the complaint first.',
  },
  'erase-already': {
    title: 'The personal data of this household was erased',
    detail: 'Household {{household}}\nErased at {{erasedAt}}',
    next: 'Refresh the list.',
  },
  'erase-merged': {
    title: 'This household was merged into another',
    detail: 'Household {{household}}\nInto {{into}}',
    next: 'It is erased together with that one.',
  },
} satisfies SameKeys<typeof source>;
