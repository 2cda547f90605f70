// What it is called when two ways of counting the same do not agree. No queries here.

/** One disagreement: `expected` by the first way of counting, `found` by the second. */
export interface Gap {
  readonly what:
    | 'row'
    | 'rows-against-total'
    | 'communities-against-total'
    | 'vouchers-issued'
    | 'vouchers-open'
    | 'vouchers-balance'
    | 'voucher-state'
    | 'voucher-numbers'
    | 'redemptions'
    | 'redemption-vouchers'
    | 'redemption-goods'
    | 'redemption-paid'
    | 'redemption-postings'
    | 'points'
    | 'topups'
    | 'volunteer-balance'
    | 'volunteer-hours'
    | 'exchange-points'
    | 'exchange-postings'
    | 'exchange-goods'
    | 'institution-acts'
    | 'lot-balance'
    | 'lot-value';
  /** Row, serial, item, volunteer or slip it concerns. */
  readonly where: string;
  readonly expected: number;
  readonly found: number;
}

/** As a query answers it. */
export type Found = Omit<Gap, 'what'>;

/** Gaps of one line named by examples are enough to find the rest. */
export const mostNamed = 5;
