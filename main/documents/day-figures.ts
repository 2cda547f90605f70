// Figures of the 交班单 and 日结单 as rows: vouchers by what they are worth, the cash of the trading book with its check, the shifts.
import type { DayCash, DayShift, DayVouchers } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { checkMark } from './report-parts.ts';
import type { BodyRow, Column } from './table.ts';
import { beijing } from './words.ts';

export const voucherColumns: readonly Column[] = [
  { heading: '种类', width: 150 },
  { heading: '张数', width: 60, align: 'right' },
  { heading: '面值', width: 90, align: 'right' },
  { heading: '实领', width: 90, align: 'right' },
  { heading: '未领失效', width: 90, align: 'right' },
];

const kindWords: Readonly<Record<DayVouchers['is'], string>> = {
  fen: '金额券(元)',
  points: '积分券(积分)',
  package: '套餐券(按标价,元)',
};

export function voucherRow({ is, pieces, face, used, lapsed }: DayVouchers): BodyRow {
  const value = (figure: number | null): string =>
    figure === null ? '—' : is === 'points' ? String(figure) : formatYuan(figure);
  return { cells: [kindWords[is], String(pieces), value(face), value(used), value(lapsed)] };
}

export function cashRows(cash: DayCash): readonly BodyRow[] {
  const row = (name: string, times: string, fen: number | null, words = '', bold = false): BodyRow => ({
    cells: [name, times, fen === null ? '未清点' : formatYuan(fen), words],
    bold,
  });
  const { openingFen, expectedFen, countedFen } = cash;
  const expected = openingFen === null ? null : openingFen + cash.topUpFen - cash.returnedFen;
  const ties =
    expected === expectedFen
      ? expected === null
        ? '期初未清点'
        : checkMark
      : `× 不符,差 ${formatYuan((expectedFen ?? 0) - (expected ?? 0))}`;
  const difference = countedFen === null || expectedFen === null ? null : countedFen - expectedFen;
  const counted = difference === cash.differenceFen ? (cash.differenceReason ?? '') : '× 与实点不符,请核对';
  return [
    row('期初备用金', '', openingFen),
    row('补现金收入', String(cash.topUps), cash.topUpFen),
    row('撤销退还', String(cash.returns), -cash.returnedFen),
    row('应有现金', '', expectedFen, ties, true),
    row('实点现金', '', countedFen),
    row('差额(长款为正)', '', cash.differenceFen, counted, true),
  ];
}

export const shiftColumns: readonly Column[] = [
  { heading: '班次号', width: 80, align: 'center' },
  { heading: '柜台', width: 60 },
  { heading: '当班人', width: 66 },
  { heading: '起', width: 84, align: 'center' },
  { heading: '止', width: 84, align: 'center' },
  { heading: '户次', width: 40, align: 'right' },
  { heading: '实领(元)', width: 66, align: 'right' },
  { heading: '现金差额', width: 60, align: 'right' },
];

export const shiftRow = (shift: DayShift): BodyRow => ({
  cells: [
    shift.number,
    shift.terminal,
    shift.person,
    beijing(shift.from),
    shift.to === null ? '进行中' : beijing(shift.to),
    String(shift.householdTimes),
    formatYuan(shift.usedFen),
    shift.differenceFen === null ? '未清点' : formatYuan(shift.differenceFen),
  ],
});
