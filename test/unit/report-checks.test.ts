// The sums readers check the reports by: every column counts, once, on its side.
import { describe, expect, it } from 'vitest';
import {
  balanceColumns,
  fenDifference,
  quantityDifference,
  voucherDifference,
} from '../../db/domain/report-checks.ts';
import type { BalanceColumn, BalanceFigures } from '../../db/domain/report-checks.ts';

const row = (
  figures: Partial<Record<BalanceColumn, readonly [quantity: number, fen: number | null]>>,
): BalanceFigures =>
  Object.fromEntries(
    balanceColumns.map((column) => {
      const [quantity, fen] = figures[column] ?? [0, 0];
      return [column, { quantity, fen }];
    }),
  ) as BalanceFigures;

/** Scenario 16: 120 bags at 45.00, in 200 at 47.00, 263 issued, 5 spoiled, 2 found. */
const rice = {
  opening: [120, 540_000],
  inDonated: [200, 940_000],
  inFound: [2, 9_400],
  outIssued: [263, 1_212_100],
  outScrapped: [5, 23_500],
  closing: [54, 253_800],
} as const;

describe('收发存', () => {
  it('ties for scenario 16', () => {
    expect(quantityDifference(row(rice))).toBe(0);
    expect(fenDifference(row(rice))).toBe(0);
  });

  it('counts goods sold for charity as gone', () => {
    const sold = { ...rice, outScrapped: [3, 14_100], outSold: [2, 9_400] } as const;
    expect(quantityDifference(row(sold))).toBe(0);
    expect(fenDifference(row(sold))).toBe(0);
    expect(quantityDifference(row({ ...sold, outSold: [0, 0] }))).toBe(2);
  });

  it.each(balanceColumns)('sees one piece and one fen too much in %s', (column) => {
    const [quantity, fen] = pair(row(rice), column);
    const off = row({ ...rice, [column]: [quantity + 1, fen + 1] });
    expect(Math.abs(quantityDifference(off))).toBe(1);
    expect(Math.abs(fenDifference(off) ?? 0)).toBe(1);
  });

  it('checks no amount where one is unknown', () => {
    expect(fenDifference(row({ ...rice, outSold: [0, null] }))).toBeNull();
  });
});

describe('领物券', () => {
  it('ties for scenario 1 and sees a voucher that is hidden', () => {
    const counts = {
      opening: 0,
      issued: 1_272,
      redeemed: 1_250,
      void: 7,
      expired: 15,
      outstanding: 0,
    };
    expect(voucherDifference(counts)).toBe(0);
    expect(voucherDifference({ ...counts, redeemed: 1_249 })).toBe(1);
  });
});

function pair(figures: BalanceFigures, column: BalanceColumn): readonly [number, number] {
  return [figures[column].quantity, figures[column].fen ?? 0];
}
