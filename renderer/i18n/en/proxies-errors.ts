// Words for what is said no to around those who collect for others, English.
import type { SameKeys } from '../same-keys.ts';
import type { proxiesErrors as chinese } from '../zh-CN/proxies-errors.ts';

export const proxiesErrors: SameKeys<typeof chinese> = {
  'proxy-is-member': {
    title: 'This is a member of the household; no proxy is needed',
    detail: '',
    next: 'A member collects as the household itself: do not enter a proxy.',
  },
  'proxy-over-limit': {
    title: 'This person has reached the monthly limit of collecting for others',
    detail:
      'Unrelated households this month: {{households}}\nLimit a month: {{limit}}\nMay collect again from {{againDay}}',
    next: 'A manager or the bureau may look into it and approve here; without approval nothing is given out.',
  },
  'proxy-not-valid': {
    title: 'This proxy may not collect today',
    detail: 'Valid from {{fromDay}} to {{toDay}}\nEnded as of {{endedDay}}',
    next: 'Enter the person on the spot, or ask the manager for a new authority.',
  },
  'proxy-tail-reason': {
    title: 'Only the last four characters: say why',
    detail: '',
    next: 'Write why the whole number was not shown; if it can be shown, enter all of it.',
  },
  'proxy-period': {
    title: 'The dates of this proxy are wrong',
    detail: 'Latest last day: {{latestDay}}',
    next: 'The last day is not before the first, nor before today; an authority holds for a year at most.',
  },
  'proxy-already': {
    title: 'This person is already a proxy of the household',
    detail: 'Valid from {{fromDay}} to {{toDay}}',
    next: 'Periods may not overlap; to change one, end it and enter it anew.',
  },
  'proxy-ended': {
    title: 'This proxy has already ended',
    detail: 'Ended as of {{endedDay}}\nValid to {{toDay}}',
    next: 'There is nothing left to end.',
  },
  'approval-wrong': {
    title: 'Name or password of the approver is wrong',
    detail: 'Nothing was given out.',
    next: 'The approver may type the password again; too many mistakes block that sign-in.',
  },
  'approval-same-person': {
    title: 'Whoever serves cannot approve the same act',
    detail: '',
    next: 'Ask another manager or the bureau to approve.',
  },
  'approval-not-permitted': {
    title: 'This person may not approve',
    detail: 'Role: {{role}}',
    next: 'A manager or the bureau approves, and nobody who is on file as a relative of the household.',
  },
  'institution-name-taken': {
    title: 'There is an institution of this name',
    detail: '{{name}}',
    next: 'Use that one, or say in the name how they differ.',
  },
  'institution-closed': {
    title: 'This institution is closed',
    detail: '{{institution}}',
    next: 'The manager may open it again, or choose another.',
  },
  'institution-not-empty': {
    title: 'There are still residents on its roster',
    detail: '{{institution}}: {{residents}} households',
    next: 'Take them off the roster first.',
  },
  'resident-elsewhere': {
    title: 'This household is on the roster of another institution',
    detail: 'Household: {{number}}\nInstitution: {{institution}}',
    next: 'Take it off that roster first, then add it here.',
  },
  'resident-not-here': {
    title: 'This voucher is not of a resident of the institution',
    detail: 'Voucher: {{serial}}',
    next: 'Check the roster; whoever is not on it collects in person or through a proxy.',
  },
  'institution-redemption': {
    title: 'Part of an act of an institution; it is not taken back alone',
    detail: 'Act: {{number}}',
    next: 'Take back the whole act under institutions, then enter it anew.',
  },
};
