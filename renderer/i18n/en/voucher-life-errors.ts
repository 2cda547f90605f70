// Words for what the life of a voucher, household cards and signing keys may be refused with, English.
import type { SameKeys } from '../same-keys.ts';
import type { voucherLifeErrors as source } from '../zh-CN/voucher-life-errors.ts';

export const voucherLifeErrors = {
  'handover-day': {
    title: 'The day of signing is wrong',
    detail: 'It must be between {{fromDay}} and {{toDay}}',
    next: 'Enter the day on the sheet: not before the issue, not in the future.',
  },
  'handover-not-open': {
    title: 'This voucher does not wait for handover',
    detail: 'Voucher: {{serial}}',
    next: 'Check the number; what was handed over, used or voided needs no entry.',
  },
  'handover-none': {
    title: 'No handover of this voucher was entered',
    detail: 'Voucher: {{serial}}',
    next: 'There is nothing to take back; check the number.',
  },
  'handover-used': {
    title: 'This voucher was used: its handover stays',
    detail: 'Voucher: {{serial}}',
    next: 'Whoever used it had it in hand; in doubt print the papers of a dispute.',
  },
  'handover-nobody': {
    title: 'No voucher of this batch waits for handover',
    detail: 'Batch: {{name}}',
    next: 'All are entered already.',
  },
  'voucher-not-replaceable': {
    title: 'This voucher cannot be replaced',
    detail: 'Voucher: {{serial}}',
    next: 'Only a voucher that can still be used is replaced.',
  },
  'voucher-too-often-replaced': {
    title: 'This voucher was replaced too often',
    detail: 'Voucher: {{serial}}\nAt most {{most}} times',
    next: 'Void it; the bureau decides once the cause is known.',
  },
  'voucher-not-reissued': {
    title: 'This voucher is not printed alone',
    detail: 'Voucher: {{serial}}',
    next: 'Only a replacement that can be used is; a first issue is printed with its batch, a lost one is replaced.',
  },
  'voucher-none-open': {
    title: 'There are no such open vouchers',
    detail: '',
    next: 'Change the filters; where all were taken or ended there is no list.',
  },
  'open-totals-differ': {
    title: 'What is open has changed, nothing was voided',
    detail:
      'Confirmed: {{expectedPieces}} vouchers, now: {{pieces}}\nConfirmed balance: {{expectedFaceFen}}, now: {{faceFen}}\nConfirmed points: {{expectedPoints}}, now: {{points}}',
    next: 'Somebody used or changed one just now. Look at the new figures and confirm again.',
  },
  'count-differs': {
    title: 'The number has changed, nothing was done',
    detail: 'Confirmed: {{expected}}, now: {{found}}',
    next: 'Somebody did part of it just now. Look at the new number and confirm again.',
  },
  'card-there': {
    title: 'This household has a card',
    detail: 'Household: {{number}}',
    next: 'End the lost card first, then make a new one.',
  },
  'card-none': {
    title: 'There is no card to print',
    detail: '',
    next: 'Make cards first, or change the filters.',
  },
  'card-already-ended': {
    title: 'This card has ended',
    detail: 'Ended: {{endedAt}}',
    next: 'Nothing to do; make a new one where needed.',
  },
  'card-nobody': {
    title: 'All these households have a card',
    detail: '',
    next: 'Nothing to do; new households get theirs later.',
  },
  'key-revoked': {
    title: 'This key is revoked',
    detail: 'Year: {{year}}\nRevoked: {{revokedAt}}',
    next: 'Its vouchers are stopped; replace them.',
  },
  'key-none-left': {
    title: 'The numbers of signing keys are used up',
    detail: '',
    next: 'Ask who maintains the program; vouchers already issued work as before.',
  },
} satisfies SameKeys<typeof source>;
