// Refusals of the acts on household files: who a person is, where they belong, from when to when.

export const fileRefusals = [
  // the household
  'household-number-taken',
  'household-closed',
  'household-merged',
  'household-same',
  'household-undecided',
  'nothing-changed',
  // days
  'day-in-future',
  'day-too-far',
  'day-before-birth',
  'day-before-joined',
  'day-before-last-move',
  // members
  'person-not-here',
  'person-left',
  'person-there',
  'person-died',
  'person-entering',
  'person-same',
  'head-needed',
  'head-already',
  'relation-missing',
  'split-nobody',
  'split-everybody',
  'vouchers-undecided',
  // covers
  'cover-missing',
  'cover-before-joined',
  // papers
  'id-old-form',
  'document-missing',
  'document-characters',
  'document-too-long',
  'document-with-none',
  'document-unchecked',
  'disability-length',
  'disability-characters',
  'disability-kind',
  'disability-grade',
  'disability-holder',
  'division-characters',
  'division-length',
  'division-province',
  'division-order',
] as const;

/** Let a person in and are named beside the field. */
export const fileWarnings = [
  'warn-birth-contradicts-id',
  'warn-document-is-number',
  'warn-document-unusual',
] as const;
