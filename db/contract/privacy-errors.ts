// Refusals around what leaves the books and what is erased from them: consent, lists taken out, lists posted, retention.

export const privacyRefusals = [
  // told and agreed
  'guardian-missing',
  'consent-there',
  'consent-withdrawn',
  'consent-notice-stays',
  // taken out and posted
  'export-nobody',
  'export-too-many',
  'public-list-nobody',
  'public-list-past',
  'public-list-changed',
  'public-list-too-many',
  // erased
  'erase-not-left',
  'erase-too-early',
  'erase-voucher-open',
  'erase-check-open',
  'erase-complaint-open',
  'erase-already',
  'erase-merged',
] as const;
