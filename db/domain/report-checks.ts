// The sums by which a reader checks the monthly reports (钩稽, domain.md §7.2): the same on the screen and on the paper. Only the
// arithmetic; whether a report may leave the shop is decided in the books, which check more than a page can show.

/** Vouchers (张) of one line of layout 1. */
export interface VoucherCounts {
  readonly opening: number;
  readonly issued: number;
  readonly redeemed: number;
  readonly void: number;
  readonly expired: number;
  readonly outstanding: number;
}

/** 期初未核销 + 发券 - 核销 - 作废 - 过期 - 未核销; 0 when the line ties. */
export const voucherDifference = (f: VoucherCounts): number =>
  f.opening + f.issued - f.redeemed - f.void - f.expired - f.outstanding;

interface Figure {
  readonly quantity: number;
  readonly fen: number | null;
}
const received = ['opening', 'inDonated', 'inPurchased', 'inMoved', 'inFound'] as const;
const gone = ['outIssued', 'outMoved', 'outScrapped', 'outSold', 'outMissing', 'closing'] as const;
/** The columns of one line of layout 2, in their order on the paper. */
export const balanceColumns = [...received, ...gone] as const;
export type BalanceColumn = (typeof balanceColumns)[number];
export type BalanceFigures = Readonly<Record<BalanceColumn, Figure>>;

const difference = (row: BalanceFigures, of: (figure: Figure) => number): number =>
  received.reduce((sum, column) => sum + of(row[column]), 0) -
  gone.reduce((sum, column) => sum + of(row[column]), 0);

/** 期初 + 收 - 发 - 期末 in smallest units; 0 when the line ties. */
export const quantityDifference = (row: BalanceFigures): number =>
  difference(row, (figure) => figure.quantity);

/** The same in fen; null where an amount of the line is unknown and nothing can be checked. */
export const fenDifference = (row: BalanceFigures): number | null =>
  balanceColumns.some((column) => row[column].fen === null)
    ? null
    : difference(row, (figure) => figure.fen ?? 0);
