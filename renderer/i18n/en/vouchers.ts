// Words of the vouchers screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { vouchers as source } from '../zh-CN/vouchers.ts';

export const vouchers = {
  title: 'Vouchers',
  new: 'Issue a batch',
  open: 'Open this batch',
  batch: {
    name: 'Batch', festival: 'Festival', face: 'Face value', valid: 'Valid', place: 'Place of use', issuedAt: 'Issued at', issued: 'Issued', redeemed: 'Redeemed', void: 'Void',
    expired: 'Expired', outstanding: 'Open', empty: 'No vouchers issued yet; F4 issues the first batch',
  },
  form: {
    title: 'Issue a batch of vouchers', name: 'Name of the batch', nameHint: 'Printed on the voucher, e.g. 2026年元旦春节慰问', festival: 'Festival', festivals: '元旦,春节,端午,中秋,重阳,国庆',
    face: 'Face value each (yuan)', faceHint: 'e.g. 100', categories: 'Categories that receive one', all: 'All', none: 'None',
    highest: 'One voucher a household, by its highest category', highestOff: 'One voucher for each category in a household',
    from: 'Valid from', to: 'Valid to', dayHint: 'e.g. 2026-05-31', toHint: 'this day included, e.g. 2026-05-31', place: 'Place of use', placeHint: 'Printed on the voucher', funding: 'Source of funds', fundingHint: 'May stay empty',
    preview: 'Preview: who receives one', previewing: 'Checking the roster…',
    mistakes: { face: 'Please type an amount above zero, at most two decimals', categories: 'Please choose at least one category', toBeforeFrom: 'The last day cannot be before the first', over: 'The last day has passed' },
  },
  preview: {
    title: 'Preview (nothing issued yet)', households: 'Households', vouchers: 'Vouchers', people: 'Covered people', faceFen: 'Total face value', unit: { households: '{{n}}', vouchers: '{{n}}', people: '{{n}}' },
    byCategory: 'By category', category: 'Category', leftOut: 'Households left out', why: { category: 'category not in this batch', 'not-yet': 'eligibility has not begun', ended: 'eligibility ended', 'review-overdue': 'review overdue (shop setting: none issued)' },
    reviewOverdue: '{{n}} of them have an overdue review and still receive one; please review soon', first: 'The first {{n}} (by community and number)', number: 'Number', head: 'Head', members: 'People', community: 'Community',
    stale: 'Something was changed; please preview again',
  },
  issue: {
    action: 'Issue', ask: 'Issue this batch', verb: 'Issue {{n}}', working: 'Issuing…', done: '{{n}} issued, {{face}} in all', next: 'Please print the vouchers and the sign-off list.',
    figures: { households: 'Households', vouchers: 'Vouchers', people: 'Covered people', face: 'Total face value', valid: 'Valid', each: 'Face value each' },
  },
  papers: { sheet: 'Print vouchers', signOff: 'Print sign-off list', signOffSheet: 'Sign-off list Excel', title: 'Print' },
  list: {
    search: 'Serial, name, pinyin, household number', state: 'State', allStates: 'All states', serial: 'Serial', code: 'Short code', head: 'Household', category: 'Category', community: 'Community', face: 'Face value',
    balance: 'Balance', validTo: 'Valid to', back: 'All batches', act: 'Act',
  },
  states: {
    draft: 'draft', issued: 'issued, not handed over', active: 'open', 'partly-used': 'partly used', used: 'redeemed', expired: 'expired', void: 'void', replaced: 'replaced',
  },
  void: {
    action: 'Void', title: 'Void this voucher', verb: 'Void', serial: 'Serial', head: 'Household', face: 'Amount that ends', reason: 'Reason', reasonHint: 'e.g. issued by mistake, lost, death',
    reasonMissing: 'Please write the reason', done: 'Void, serial {{serial}}', whole: 'This voucher can never be used again and cannot be restored.',
  },
  keys: { new: 'Issue a batch', search: 'Find', open: 'Open', preview: 'Preview', sheet: 'Print vouchers', signOff: 'Print sign-off list', void: 'Void the chosen voucher' },
} satisfies SameKeys<typeof source>;
