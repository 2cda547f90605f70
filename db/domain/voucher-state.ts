// The life of a voucher as data: stored states, the acts that lead from one to the next, and how reports group them
// (rulings 4 to 6, domain.md scenario 1). Time, eligibility and money are checked elsewhere; here only what may follow what.
import { assertNever } from './assert-never.ts';

export const VOUCHER_STATES = [
  'draft',
  'issued',
  'active',
  'partly-used',
  'used',
  'expired',
  'void',
  'replaced',
] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/** Words of ruling 5, for tables and tests; the screen takes its own from the language files. */
export const VOUCHER_STATE_NAMES: Readonly<Record<VoucherState, string>> = {
  draft: '草稿',
  issued: '已发放(待交付)',
  active: '有效',
  'partly-used': '部分使用',
  used: '已用完',
  expired: '已过期',
  void: '已作废',
  replaced: '已挂失(被替换)',
};

export type VoucherAct =
  | 'issue'
  | 'hand-over'
  | 'take-back'
  | 'redeem-all'
  | 'redeem-part'
  | 'expire'
  | 'void'
  | 'end-with-holder'
  | 'replace'
  | 'reverse';

export interface VoucherTransition {
  readonly act: VoucherAct;
  readonly from: readonly VoucherState[];
  readonly to: VoucherState;
}

/**
 * Everything that may happen to a stored voucher. A draft may also be deleted; nothing else ever is.
 * - 'take-back' undoes a handover entered wrongly, while nothing was taken.
 * - 'void' never touches a voucher that was redeemed, not even in part: goods would leave without a voucher (V10).
 * - 'end-with-holder' is the exit or death of the only member (scenario 5): there the unused rest ends too.
 * - 'reverse' after the end date leads to expired, not open (ruling 6); the caller picks by date and balance.
 */
export const VOUCHER_TRANSITIONS: readonly VoucherTransition[] = [
  { act: 'issue', from: ['draft'], to: 'issued' },
  { act: 'hand-over', from: ['issued'], to: 'active' },
  { act: 'take-back', from: ['active'], to: 'issued' },
  { act: 'redeem-all', from: ['active', 'partly-used'], to: 'used' },
  { act: 'redeem-part', from: ['active', 'partly-used'], to: 'partly-used' },
  { act: 'expire', from: ['issued', 'active', 'partly-used'], to: 'expired' },
  { act: 'void', from: ['issued', 'active'], to: 'void' },
  { act: 'end-with-holder', from: ['issued', 'active', 'partly-used'], to: 'void' },
  { act: 'replace', from: ['issued', 'active', 'partly-used'], to: 'replaced' },
  { act: 'reverse', from: ['used', 'partly-used'], to: 'active' },
  { act: 'reverse', from: ['used', 'partly-used'], to: 'partly-used' },
  { act: 'reverse', from: ['used', 'partly-used', 'expired'], to: 'expired' },
];

/** True when `act` may lead a voucher from one state to another. */
export function mayChange(act: VoucherAct, from: VoucherState, to: VoucherState): boolean {
  return VOUCHER_TRANSITIONS.some((t) => t.act === act && t.to === to && t.from.includes(from));
}

/** True for the states in which a voucher can still be taken to the counter. */
export function isOpen(state: VoucherState): boolean {
  return reportGroup(state) === 'outstanding';
}

/** The four groups whose sum is what was issued: issued = redeemed + void + expired + outstanding (ruling 5). */
export type ReportGroup = 'redeemed' | 'void' | 'expired' | 'outstanding';

/**
 * The group a voucher counts in, or null when it counts nowhere: drafts were never issued, and a replaced one is counted
 * once, through the generation that took its place. Counts vouchers (张); money comes from the postings.
 */
export function reportGroup(state: VoucherState): ReportGroup | null {
  switch (state) {
    case 'draft':
    case 'replaced':
      return null;
    case 'issued':
    case 'active':
    case 'partly-used':
      return 'outstanding';
    case 'used':
      return 'redeemed';
    case 'expired':
      return 'expired';
    case 'void':
      return 'void';
    default:
      return assertNever(state);
  }
}
