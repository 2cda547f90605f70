// What the reports and books share: head lines, the block of signatures, the marks of a check.
import type {
  BalanceReportModel,
  DistributionReportModel,
  ReportSignatures,
} from '../../db/contract/documents.ts';
import { gap } from './flow.ts';
import type { Section } from './flow.ts';
import { printedLine, signatureRow, textBlock } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import type { Paper } from './paper.ts';
import { beijing, dayWords, monthWords, reprintWords } from './words.ts';

type ReportModel = DistributionReportModel | BalanceReportModel;

export interface Signed {
  readonly signatures: ReportSignatures;
}

export const checkMark = '✓';

export function reportHead(model: ReportModel, title: string, units: string): OfficeHead {
  const status = model.closed ? '本月已结账' : '本月未结账,数字可能变动';
  return {
    title,
    corner: reprintWords(model.reprint),
    under: [
      [`填报单位(盖章):${model.shop.name}(${model.shop.districtName})`, `报告期:${monthWords(model.month)}`],
      [`数据截至 ${beijing(model.asOf)}  ${status}`, units],
    ],
    foot: `${printedLine(model)}  账册校验码 ${model.auditHead}`,
  };
}

export function signatureSection(paper: Paper, model: Signed, width: number): readonly Section[] {
  const { head, statistician, preparer, reportedOn } = model.signatures;
  const places = [
    ['单位负责人', head],
    ['统计负责人', statistician],
    ['填表人', preparer],
    ['报出日期', reportedOn === null ? null : dayWords(reportedOn)],
  ] as const;
  return [gap(8), signatureRow(paper, width, places, 40)];
}

export function notesSection(paper: Paper, notes: readonly string[], width: number): readonly Section[] {
  return [gap(3), ...notes.map((note) => textBlock(paper, note, width, { size: 9.5 }, 2))];
}

/** The same lines under a sheet's table. */
export function signatureLine(model: Signed): string {
  const { head, statistician, preparer, reportedOn } = model.signatures;
  const day = reportedOn === null ? '' : dayWords(reportedOn);
  return `单位负责人:${head ?? ''}    统计负责人:${statistician ?? ''}    填表人:${preparer ?? ''}    报出日期:${day}`;
}
