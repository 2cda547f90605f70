// What the books refuse about relatives, checks and complaints.

export const fairnessRefusals = [
  'kinship-filed',
  'kinship-ended',
  'fairness-day-ahead',
  'check-nobody',
  'check-closed',
  'check-result-stands',
  'check-note-missing',
  'check-nothing-to-decide',
  'check-decided',
  'check-open-lines',
  'complaint-closed',
  'concerns-yourself',
  'lens-changed',
] as const;
