// Words for what relatives on file, spot checks, complaints and the lens say no to, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { fairnessErrors as source } from '../zh-CN/fairness-errors.ts';

export const fairnessErrors = {
  'kinship-filed': {
    title: 'This member of staff is already on file with this household',
    detail: '{{staff}} · household {{number}}',
    next: 'Nothing more to file; if the relation is wrong, end that entry and file it again.',
  },
  'kinship-ended': {
    title: 'This entry has already ended',
    detail: 'Ended on {{endDay}}',
    next: 'Read the list again.',
  },
  'fairness-day-ahead': {
    title: 'The day cannot be after today',
    detail: 'Given: {{day}}',
    next: 'Give the day on which it happened.',
  },
  'check-nobody': {
    title: 'No household in this scope can be checked',
    detail: '',
    next: 'Widen category or community; only households eligible today are drawn.',
  },
  'check-closed': {
    title: 'This check is closed',
    detail: 'Check: {{number}}',
    next: 'Draw another one.',
  },
  'check-result-stands': {
    title: 'This household has its result, which stands',
    detail: 'Household {{number}}, visited on {{visitedDay}}',
    next: 'Results are not changed; draw anew, or say it in the decision.',
  },
  'check-note-missing': {
    title: 'A misfit needs words',
    detail: '',
    next: 'Say what does not fit, for whoever decides.',
  },
  'check-nothing-to-decide': {
    title: 'Nothing is to be decided about this household',
    detail: 'Household {{number}}',
    next: 'Only a household found not to fit needs a decision.',
  },
  'check-decided': {
    title: 'This household has been decided about',
    detail: '{{by}} · {{day}}',
    next: 'Read the decision; for anything new, check again.',
  },
  'check-open-lines': {
    title: 'Some households have no result yet',
    detail: 'Without a result: {{open}}',
    next: 'Enter each; where nobody was met, enter “not seen”.',
  },
  'complaint-closed': {
    title: 'This complaint is closed',
    detail: 'Number: {{number}}',
    next: 'Record anything new as another one.',
  },
  'concerns-yourself': {
    title: 'This concerns you, so somebody else must handle it',
    detail: '',
    next: 'Nothing was changed. Another person with the right to do so signs in and handles it.',
  },
  'lens-changed': {
    title: 'This group has changed',
    detail: '',
    next: 'Read it again and look into the households as they are now.',
  },
} satisfies SameKeys<typeof source>;
