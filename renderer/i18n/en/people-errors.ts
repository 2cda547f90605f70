// Words for what the acts on household files say no to, English.
import type { SameKeys } from '../same-keys.ts';
import type { peopleErrors as source } from '../zh-CN/people-errors.ts';

export const peopleErrors = {
  // the household
  'household-number-taken': {
    title: 'This household number is taken',
    detail: 'Number: {{number}}',
    next: 'Choose another one, or leave it empty and the program gives one.',
  },
  'household-closed': {
    title: 'Nobody lives in this household any more; it takes no changes',
    detail: 'Household: {{household}}',
    next: 'The file stays to be read. If somebody comes back, enter a new household.',
  },
  'household-merged': {
    title: 'This household was merged into another',
    detail: 'Household: {{household}}, into {{into}}',
    next: 'Do it in the household it was merged into.',
  },
  'household-same': {
    title: 'Both sides are the same household',
    detail: '',
    next: 'Choose another household.',
  },
  'household-undecided': {
    title: 'A check found this household unfit and nothing is decided yet',
    detail: 'Household: {{household}}',
    next: 'Decide under “Spot checks” first, then split or merge.',
  },
  'nothing-changed': { title: 'Everything is as it was', detail: '', next: 'There is nothing to save.' },
  // days
  'day-in-future': {
    title: 'The day cannot be after today',
    detail: 'You wrote {{day}}',
    next: 'Write the day on which it happened.',
  },
  'day-too-far': {
    title: 'The day is more than a year ahead',
    detail: 'You wrote {{day}}',
    next: 'Check the year.',
  },
  'day-before-birth': {
    title: 'The day is before the day of birth',
    detail: 'You wrote {{day}}',
    next: 'Check both days.',
  },
  'day-before-joined': {
    title: 'The day is before they came into this household',
    detail: 'You wrote {{day}}\nThey came on {{joinedDay}}',
    next: 'Write a day after that.',
  },
  'day-before-last-move': {
    title: 'The day is before the last move, split or merge',
    detail: 'You wrote {{day}}\nThe last one: {{lastDay}}',
    next: 'Write the days in the order in which things happened.',
  },
  // members
  'person-not-here': {
    title: 'This person is not in this household',
    detail: '',
    next: 'Refresh the file and choose one of its members.',
  },
  'person-left': {
    title: 'This person left the household',
    detail: 'Household: {{household}}\nLeft on {{endDay}}',
    next: 'If they come back, use “Add a member”.',
  },
  'person-there': {
    title: 'This person did not leave',
    detail: '',
    next: 'Nothing was changed; refresh the file.',
  },
  'person-entering': {
    title: 'This number is in a roster that is being imported',
    detail: '',
    next: 'Wait until the import is done or cancelled; once it is done, look the person up among the households.',
  },
  'person-died': {
    title: 'This person is recorded as dead',
    detail: 'Household: {{household}}\nDay: {{endDay}}',
    next: 'Check the number; if the record is wrong, take it back in that household.',
  },
  'person-same': {
    title: 'The same person is written twice',
    detail: '',
    next: 'Take one out, or check the number.',
  },
  'head-needed': {
    title: 'No head was chosen',
    detail: '',
    next: 'When the head leaves, choose a new one among those who stay and say what everybody is to them.',
  },
  'head-already': {
    title: 'The head does not change',
    detail: '',
    next: 'The head is still there; no other is needed.',
  },
  'relation-missing': {
    title: 'What somebody is to the head was not said',
    detail: '',
    next: 'Say it for every member; there is one head only.',
  },
  'split-nobody': { title: 'Nobody was chosen to go', detail: '', next: 'Choose at least one.' },
  'split-everybody': {
    title: 'Not everybody can go',
    detail: '',
    next: 'Leave at least one; when the whole household goes, use “Move”.',
  },
  'vouchers-undecided': {
    title: 'The household that is merged still has open vouchers',
    detail: '{{count}} in all: {{serials}}',
    next: 'Say whether they become void or may be used until they end.',
  },
  // covers
  'cover-missing': {
    title: 'Nobody is covered yet',
    detail: '',
    next: 'Give at least one member a category and its first day.',
  },
  'cover-before-joined': {
    title: 'The cover begins before they came into this household',
    detail: '{{category}}: {{day}}\nThey came on {{joinedDay}}',
    next: 'What was before stands in their former household; write a later day.',
  },
  // papers
  'id-old-form': {
    title: 'This is the old number of 15 digits',
    detail: 'Under the 18 digits it means, this person is in household {{household}}',
    next: 'Write the 18 digits of the present card.',
  },
  'document-missing': {
    title: 'No document number',
    detail: '',
    next: 'Copy it from the paper; if there is none, choose “no paper”.',
  },
  'document-characters': {
    title: 'The document number holds characters that do not belong there',
    detail: '',
    next: 'Type it again from the paper; do not paste it.',
  },
  'document-too-long': {
    title: 'The document number is too long',
    detail: '',
    next: 'Check the kind of paper and the number.',
  },
  'document-with-none': {
    title: '“No paper” was chosen, yet there is a number',
    detail: '',
    next: 'Choose the kind of paper, or delete the number.',
  },
  'document-unchecked': {
    title: 'Somebody must have looked at this paper',
    detail: '',
    next: 'Look at the original and tick “original seen”; your name is kept.',
  },
  'disability-length': {
    title: 'The disability certificate number has a wrong length',
    detail: '',
    next: 'It has 20 characters (21 or 22 when reissued).',
  },
  'disability-characters': {
    title: 'The disability certificate number holds characters that do not belong there',
    detail: '',
    next: 'Type it again from the certificate.',
  },
  'disability-kind': {
    title: 'The kind in the disability certificate number is wrong',
    detail: '',
    next: 'Digit 19 is 1 to 7; check it.',
  },
  'disability-grade': {
    title: 'The grade in the disability certificate number is wrong',
    detail: '',
    next: 'Digit 20 is 1 to 4; check it.',
  },
  'disability-holder': {
    title: "The disability certificate is not this person's",
    detail: '',
    next: 'Its first 18 characters are the identity number; check both papers.',
  },
  'division-characters': {
    title: 'A division code has digits only',
    detail: '',
    next: 'Write 12 digits, or leave it empty.',
  },
  'division-length': {
    title: 'The division code has a wrong length',
    detail: '',
    next: 'Write 12 digits, or leave it empty.',
  },
  'division-province': {
    title: 'The division code begins wrongly',
    detail: '',
    next: 'The first two digits are the province; check them.',
  },
  'division-order': {
    title: 'The middle of the division code is wrong',
    detail: '',
    next: 'A village needs a township above it; check the code.',
  },
  // warnings
  'warn-birth-contradicts-id': {
    title: 'Day of birth and identity number say different things',
    detail: '',
    next: 'The number decides; check the original.',
  },
  'warn-document-is-number': {
    title: 'This is an identity number',
    detail: '',
    next: 'The kind of paper was set by the number; check it.',
  },
  'warn-document-unusual': {
    title: 'The number looks unusual',
    detail: '',
    next: 'It can be saved; check it once more.',
  },
} satisfies SameKeys<typeof source>;
