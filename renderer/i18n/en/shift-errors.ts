// Words for what is said no to around shifts, signatures and deliveries, English.
export const shiftErrors = {
  'shift-open': {
    title: 'This till has an open shift already',
    detail: '{{terminal}}: opened {{openedAt}}',
    next: 'Nothing to open; hand over if somebody else takes the till.',
  },
  'shift-ended': {
    title: 'This shift has ended',
    detail: 'Ended: {{closedAt}}',
    next: 'Nothing was changed; look at the current shift.',
  },
  'shift-elsewhere': {
    title: 'This shift belongs to another till',
    detail: 'Till: {{terminal}}',
    next: 'Count the cash and end it at that till.',
  },
  'shift-not-own': {
    title: 'You did not open this shift',
    detail: 'Opened: {{openedAt}} · {{operator}}',
    next: 'Who opened it ends it, or the manager does.',
  },
  'shift-same-person': {
    title: 'You would take over from yourself',
    detail: '',
    next: 'Choose who takes over and let them type their password; to end only, close the shift.',
  },
  'shift-difference': {
    title: 'The counted cash differs from the expected cash',
    detail: 'Expected {{expectedFen}}, counted {{countedFen}}, difference {{differenceFen}}',
    next: 'Count again; if it still differs, say why in the note. The books are not corrected by themselves.',
  },
  'reverse-shift-ended': {
    title: 'The shift has ended; a volunteer cannot take this back any more',
    detail: 'Number: {{number}}\nEnded: {{closedAt}}',
    next: 'Ask the manager to take it back.',
  },
  'signature-off': {
    title: 'This shop signs on the slip, not on the screen',
    detail: '',
    next: 'Have the printed slip signed; the manager can change this in the settings.',
  },
  'signature-given': {
    title: 'This redemption is signed already',
    detail: 'Number: {{number}}\nSigned: {{signedAt}}',
    next: 'A signature does not change; if in doubt sign the slip as well.',
  },
  'signature-late': {
    title: 'Signed only on the same day and at the same till',
    detail: 'Number: {{number}}\nTill: {{terminal}}',
    next: 'Print the slip and have it signed on paper.',
  },
  'signature-empty': {
    title: 'Nothing is signed yet, or too little',
    detail: '',
    next: 'Have the name written in the frame, or sign the slip instead.',
  },
  'delivery-address-missing': {
    title: 'No address is registered for this household',
    detail: '',
    next: 'Type where the goods go.',
  },
  'delivery-ended': {
    title: 'This delivery has ended',
    detail: 'Ended: {{endedAt}}',
    next: 'Nothing was changed; refresh the list.',
  },
  'delivery-day': {
    title: 'The day of delivery cannot be right',
    detail: 'Left: {{fromDay}}\nToday: {{todayDay}}',
    next: 'Give a day from the one it left to today.',
  },
} as const;
