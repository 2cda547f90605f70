// Words of the counter screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { counter as source } from '../zh-CN/counter.ts';

export const counter = {
  title: 'Counter',
  screen: 'Counter; the scanner works here without a click',
  todayCount: '{{n}} households served today',
  idle: { sign: 'Please scan a voucher', typing: 'Typing', typingHint: 'Enter when complete; Esc to cancel' },
  waiting: { title: 'One moment, checking…', detail: 'No need to scan or press again; nothing is redeemed twice.' },
  keys: {
    quantity: 'Quantity', find: 'Find', reverse: 'Reverse / today', confirm: 'Redeem', remove: 'Remove line', clear: 'Clear', code: 'Type code', up: 'Previous or next line',
    printSlip: 'Print the last slip again', saveSlip: 'Save the slip as PDF',
  },
  basket: {
    title: 'Goods taken', empty: 'Please scan goods', emptyHint: 'Goods without a barcode: F3', line: 'No.', name: 'Goods', amount: 'Quantity', value: 'Amount', until: 'Good to',
    noDate: 'no date',
  },
  household: {
    title: 'Household', members: '{{n}} people', idTail: 'ID ends in', eligible: '✔ eligible', voucher: 'Voucher', validTo: 'Valid to', last: 'Last collected',
    never: 'First time', place: 'Place of use', community: 'Community', serial: 'Voucher no.',
  },
  figures: {
    face: 'Face value', balance: 'Balance', used: 'Chosen', left: 'Still free', over: 'Too much',
    lapses: 'No change given: {{left}} lapses', nothingLapses: 'Used up exactly',
  },
  notes: {
    title: 'Reminders',
    'over-face': '{{over}} over the voucher; please take something out, cash cannot be added',
    'too-many': '{{name}}: only {{available}} can be given',
    'near-expiry': 'Expires soon, please say so: {{goods}}',
    and: ', ',
    'review-overdue': 'The review of this household is overdue. It may collect; please remind them to see their community office',
  },
  warnings: {
    'voucher-first': { title: 'This is a goods barcode', next: 'Please scan the voucher first, then the goods.' },
    'basket-open': { title: 'The last household is not finished', next: 'Press F9 to redeem or Esc to clear, then scan the next voucher.' },
    'same-voucher': { title: 'This voucher is open already', next: 'Please scan the goods.' },
    'basket-empty': { title: 'No goods chosen yet', next: 'Please scan goods first, then press F9.' },
  },
  done: {
    title: 'Redeemed {{used}}', before: 'Before', used: 'Used', lapsed: 'Lapsed (no change)', after: 'After', number: 'Slip no. {{number}}', next: 'You may scan the next voucher',
    goods: 'Please hand over the goods',
  },
  slip: {
    making: 'Slip: being made…', printed: 'Slip: sent to the printer', saved: 'Slip saved: {{fileName}}', previewed: 'Slip: preview opened',
    failed: 'The slip was not printed: {{why}}', safe: 'The redemption is recorded all the same.', of: 'No. {{number}}', print: 'Print slip', save: 'Save PDF', preview: 'Preview slip', closed: 'The slip was not printed',
  },
  refused: {
    any: 'Any key goes back, or just scan the next one',
    who: 'Who may decide: ',
    manager: 'the manager',
    self: 'you can settle this yourself',
    also: '{{n}} things do not pass:',
    basketKept: 'The goods are still listed; nothing was redeemed',
  },
  quantity: { title: 'Change quantity', label: 'Quantity ({{unit}})', hint: 'At most {{available}} can be given', bad: 'Please type a number above zero, such as 2 or 1.5', whole: 'Only whole numbers for this item' },
  find: { title: 'Find goods', label: 'Name, pinyin or initials', hint: 'Arrows choose, Enter adds', none: 'Nothing found, please try another spelling', available: '{{available}} to give', gone: 'cannot be given now' },
  code: {
    title: 'Type the short code', label: 'Short code (foot of the voucher, 12 characters in groups of four)', hint: 'The scanner pauses; please use the keyboard', left: '{{n}} more', more: '{{n}} too many',
    ok: 'Check passed, Enter opens it', wrong: 'One character is wrong, please compare with the paper', characters: 'There is no “{{character}}” in these codes, please compare with the paper', open: 'Open',
  },
  today: {
    title: 'Redeemed today', acts: 'Act', search: 'Find by name in pinyin or slip number', number: 'No.', at: 'Time', name: 'Household', category: 'Category', used: 'Amount', lapsed: 'Lapsed', operator: 'By',
    state: 'State', reversed: 'reversed', standing: 'redeemed', hint: 'Arrows choose, Enter reverses the chosen one', empty: 'Nothing redeemed yet today',
    reverse: 'Reverse', reverseTitle: 'Reverse this redemption', reason: 'Reason', reasonOther: 'Other (please write)',
    reasons: { wrongGoods: 'Wrong goods scanned', wrongQuantity: 'Wrong quantity', changedMind: 'Recipient wants other goods', wrongVoucher: 'Wrong voucher taken' },
    effect: 'Result', effectText: 'Value goes back to the voucher, goods to the same lots', done: 'Reversed, no. {{number}}', slip: 'Print slip',
  },
} satisfies SameKeys<typeof source>;
