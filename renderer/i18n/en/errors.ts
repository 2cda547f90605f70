// Words for every code the books may answer with, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { errors as source } from '../zh-CN/errors.ts';
import { batchErrors } from './batch-errors.ts';
import { eligibilityErrors } from './eligibility-errors.ts';
import { fairnessErrors } from './fairness-errors.ts';
import { faults } from './faults.ts';
import { giftErrors } from './gift-errors.ts';
import { limitsErrors } from './limits-errors.ts';
import { pointsErrors } from './points-errors.ts';
import { privacyErrors } from './privacy-errors.ts';
import { proxiesErrors } from './proxies-errors.ts';
import { peopleErrors } from './people-errors.ts';
import { nameErrors } from './name-errors.ts';
import { rowErrors } from './row-errors.ts';
import { shiftErrors } from './shift-errors.ts';
import { stockErrors } from './stock-errors.ts';
import { tillErrors } from './till-errors.ts';
import { voucherLifeErrors } from './voucher-life-errors.ts';

export const errors = {
  ...faults,
  ...nameErrors,
  ...rowErrors,
  ...peopleErrors,
  ...stockErrors,
  ...giftErrors,
  ...tillErrors,
  ...shiftErrors,
  ...voucherLifeErrors,
  ...privacyErrors,
  ...proxiesErrors,
  ...limitsErrors,
  ...pointsErrors,
  ...fairnessErrors,
  ...batchErrors,
  ...eligibilityErrors,
  bug: {
    title: 'The program failed',
    detail: 'Number {{incident}}; this act did not take effect.',
    next: 'Try again; if it comes back, give this number to whoever maintains the program.',
  },
  // any act
  'not-signed-in': {
    title: 'Please sign in first',
    detail: 'Nobody is on duty at this window.',
    next: 'Choose your name and enter your password.',
  },
  'session-locked': {
    title: 'The screen is locked',
    detail: 'Nobody used it for a while.',
    next: 'The person on duty unlocks it with the password.',
  },
  'not-permitted': { title: 'Your post may not do this', detail: 'Post: {{role}}', next: 'Ask the manager.' },
  'input-invalid': {
    title: 'Something is not filled in correctly',
    detail: '',
    next: 'Mend what is marked and submit again.',
  },
  'text-ill-formed': {
    title: 'The text has characters that cannot be kept',
    detail: '',
    next: 'Delete it and type it again instead of pasting.',
  },
  'act-unknown': {
    title: 'The window and the books are of different versions',
    detail: 'This act did not take effect.',
    next: 'Close the program and open it again.',
  },
  'command-id-missing': {
    title: 'This submission is incomplete',
    detail: 'This act did not take effect.',
    next: 'Submit it again.',
  },
  'command-id-reused': {
    title: 'This submission conflicts with an earlier one',
    detail: 'What the earlier one did has not changed.',
    next: 'Close this page, enter it again and repeat.',
  },
  cancelled: { title: 'Cancelled', detail: 'Nothing was kept.', next: '' },
  'shop-not-set-up': { title: 'The shop is not set up yet', detail: '', next: 'Finish the first set-up.' },
  'not-found': {
    title: 'This record was not found',
    detail: 'It may belong to other books, or the list is out of date.',
    next: 'Refresh the list and try again.',
  },
  'clock-went-back': {
    title: "The PC's clock is wrong: earlier than the books",
    detail: 'Newest entry: {{newestAt}}\nThe PC says: {{nowAt}}',
    next: 'Set date and time of the PC first, or entries get wrong dates.',
  },
  // staff and shop
  'sign-in-wrong': {
    title: 'Name or password is wrong',
    detail: '',
    next: 'Try again, mind capitals; ask the manager if you forgot it.',
  },
  'sign-in-blocked': {
    title: 'Too many wrong tries; sign-in is paused',
    detail: 'Try again after {{untilAt}}',
    next: 'Wait a while, or ask the manager.',
  },
  'password-too-short': {
    title: 'The password is too short',
    detail: '',
    next: 'Use at least 8 characters.',
  },
  'password-too-common': {
    title: 'This password is too common and easily guessed',
    detail: '',
    next: "Choose another, not 12345678, the shop's or your own name.",
  },
  'password-needs-letter-and-digit': {
    title: 'The password needs letters and digits',
    detail: '',
    next: 'Add a letter or a digit.',
  },
  'login-taken': { title: 'This login is in use', detail: 'Login: {{login}}', next: 'Choose another login.' },
  'last-manager': {
    title: 'The last manager cannot be deactivated',
    detail: 'Nobody could run the shop any more.',
    next: 'Add another manager first.',
  },
  'shop-already-set-up': { title: 'The shop is already set up', detail: '', next: 'Please sign in.' },
  'district-code-bad': {
    title: 'The district code is wrong',
    detail: '',
    next: 'Six digits (county) or twelve (village, community), such as 450202.',
  },
  // goods
  'barcode-length': {
    title: 'The barcode has the wrong length',
    detail: 'Barcode: {{barcode}}',
    next: 'Check the digits on the pack; 13 or 8 are usual.',
  },
  'barcode-check': {
    title: 'The barcode fails its check digit',
    detail: 'Barcode: {{barcode}}',
    next: 'Check the digits on the pack, or scan it again.',
  },
  'barcode-taken': {
    title: 'This barcode belongs to another item',
    detail: 'Barcode: {{barcode}}\nItem: {{itemName}}',
    next: 'Look at that item first.',
  },
  'item-code-taken': {
    title: 'The item code is in use',
    detail: 'Code: {{itemCode}}',
    next: 'Choose another code.',
  },
  'item-unknown': {
    title: 'There is no such item',
    detail: 'Barcode or code: {{code}}',
    next: 'Check it, or search by name or pinyin.',
  },
  'unit-unknown': {
    title: 'Unknown unit',
    detail: 'Unit: {{unit}}',
    next: 'Use units such as bag, bottle, piece, kg, litre.',
  },
  // donations
  'donation-empty': {
    title: 'The gift is empty',
    detail: '',
    next: 'Enter an amount of money or at least one item.',
  },
  'donation-day-in-future': {
    title: 'The day of the gift lies ahead',
    detail: 'Entered: {{day}}\nToday: {{todayDay}}',
    next: 'Use today or an earlier day.',
  },
  'quantity-not-positive': {
    title: 'The quantity must be more than zero',
    detail: '',
    next: 'Mend the quantity.',
  },
  'amount-not-positive': {
    title: 'The amount must be more than zero',
    detail: '',
    next: 'Goods without evidence of value are entered as "no value", not as 0.',
  },
  'basis-missing': {
    title: 'The basis of value is not chosen',
    detail: '',
    next: 'Choose evidence, fair value or no value.',
  },
  'value-without-basis': {
    title: 'There is an amount, but the basis says "no value"',
    detail: '',
    next: 'Choose a basis, or remove the amount.',
  },
  'expiry-before-production': {
    title: 'The expiry date lies before the production date',
    detail: 'Produced: {{productionDay}}\nExpires: {{expiryDay}}',
    next: 'Check the dates on the pack.',
  },
  'expiry-missing': {
    title: 'This item needs an expiry date',
    detail: 'Item: {{itemName}}',
    next: 'Enter the date from the pack.',
  },
  'donor-missing': { title: 'No donor is given', detail: '', next: 'Enter the donor, or choose anonymous.' },
  // vouchers
  'voucher-not-voidable': {
    title: 'This voucher cannot be voided now',
    detail: 'Voucher: {{serial}}',
    next: 'Used, expired or void vouchers need no voiding; a wrong redemption is reversed first.',
  },
  'eligibility-ended': {
    title: 'This household has been struck off already',
    detail: 'Household: {{number}}\nNot covered from {{endDay}} on',
    next: 'Nothing was changed; check a wrong date with the bureau.',
  },
  'reason-missing': {
    title: 'Please give a reason',
    detail: '',
    next: 'It goes into the log; a few words are enough.',
  },
  // papers
  'glyph-missing': {
    title: 'The fonts lack a character; nothing was printed',
    detail: 'Character: {{character}} ({{codePoint}})',
    next: 'Check for a slip; a truly rare one has to be added by whoever maintains the program.',
  },
  'report-does-not-tie': {
    title: 'The report does not tie and was not made',
    detail: 'Line: {{where}}\nshould be {{expected}}, is {{found}}',
    next: 'Do not report it; tell whoever maintains the program the time in the log. The books were not changed.',
  },
  'number-unmasked': {
    title: 'The public list still shows a number in full; it was not made',
    detail: 'Row: {{row}}\nColumn: {{column}}',
    next: 'Identity and mobile numbers, and any of eleven digits and more, may not be posted. Change the words there and print again; nothing was published.',
  },
} satisfies SameKeys<typeof source>;
