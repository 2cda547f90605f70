// 收发存表: columns and the check of every row, the same for paper and sheet (domain.md §7.2 layout 2).
import type { BalanceFigure, BalanceReportModel, BalanceRow } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { fenDifference, quantityDifference } from '../../db/domain/report-checks.ts';
import { checkMark } from './report-parts.ts';

type FigureName = Exclude<keyof BalanceRow, 'name' | 'spec' | 'unit' | 'unitScale' | 'priced'>;

export interface BalanceColumn {
  readonly heading: string;
  readonly group: string;
  readonly figure: FigureName;
  readonly sign: 1 | -1 | 0;
}

const column = (group: string, heading: string, figure: FigureName, sign: 1 | -1 | 0): BalanceColumn => ({
  group,
  heading,
  figure,
  sign,
});

export const balanceColumns: readonly BalanceColumn[] = [
  column('期初', '结存', 'opening', 1),
  column('本期接收', '捐赠', 'inDonated', 1),
  column('本期接收', '采购', 'inPurchased', 1),
  column('本期接收', '调入', 'inMoved', 1),
  column('本期接收', '盘盈', 'inFound', 1),
  column('本期发出', '发放', 'outIssued', -1),
  column('本期发出', '调出', 'outMoved', -1),
  column('本期发出', '报废', 'outScrapped', -1),
  column('本期发出', '义卖', 'outSold', -1),
  column('本期发出', '盘亏', 'outMissing', -1),
  column('期末', '结存', 'closing', 0),
];

export const quantityText = (row: BalanceRow, figure: BalanceFigure): string =>
  formatQuantity(figure.quantity, row.unitScale);

export const quantityCheck = (row: BalanceRow): string => {
  const off = quantityDifference(row);
  return off === 0 ? checkMark : `差 ${formatQuantity(off, row.unitScale)}`;
};

export const fenCheck = (row: BalanceRow): string => {
  const off = fenDifference(row);
  if (off === null) return '未计价';
  return off === 0 ? checkMark : `差 ${formatYuan(off)}`;
};

/** Amounts may be added; quantities of different units never (domain.md §7.3). */
export function totalFen(rows: readonly BalanceRow[], figure: FigureName): number {
  return sumFen(rows.map((row) => row[figure].fen ?? 0));
}

export function balanceNotes(model: BalanceReportModel): readonly string[] {
  const off = model.rows.filter(
    (row) => quantityDifference(row) !== 0 || (row.priced && fenDifference(row) !== 0),
  ).length;
  const verdict = off === 0 ? `全部 ${model.rows.length} 行相符 ${checkMark}` : `${off} 行不符,请勿上报`;
  return [
    `钩稽关系 期初结存 + 本期接收 - 本期发出 = 期末结存,逐行核对:${verdict}`,
    '金额按批次入账成本计;未计价物资只登记数量,不计金额。不同计量单位的数量不相加。',
    ...(model.rows.length === 0 ? ['本月无收发、无结存,零报告。'] : []),
  ];
}
