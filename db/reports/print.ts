// Puts a report on paper, but only one that ties: a figure that cannot be explained does not leave the shop.
import type { Context, Steps } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { BalanceReportModel, DistributionReportModel, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { chainHead } from '../audit/chain.ts';
import { refuseAll } from '../failures.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { balance } from './balance.ts';
import { distributionWithGaps } from './distribution.ts';
import type { Gap } from './gap.ts';
import { lotGaps } from './gaps.ts';
import { redemptionGaps } from './redemption-gaps.ts';
import { voucherGaps } from './sum-gaps.ts';

export const printReport = async (
  steps: Steps,
  { report, month, placeId, format }: ParsedInput<'reports.print'>,
): Promise<RenderRequest> => {
  const model = await steps.snapshot<RenderRequest['model']>((context) =>
    report === 'distribution' ? distributionModel(context, month) : balanceModel(context, month, placeId),
  );
  return steps.finish((context) => {
    context.note(`report:${report}:${month}`, { format });
    return Promise.resolve({ format, model });
  });
};

const distributionModel = async (context: Context, month: string): Promise<DistributionReportModel> => {
  const { report, gaps } = await distributionWithGaps(context, month);
  refuseGaps([...gaps, ...(await voucherGaps(context.tx)), ...(await redemptionGaps(context.tx))]);
  const { asOf, rows, communities, total, grace, institutionTimes, apart, overriddenBy } = report;
  return {
    kind: 'distribution-report',
    ...(await frame(context)),
    month,
    asOf,
    rows,
    communities,
    total,
    grace,
    apart,
    overriddenBy,
    // No act of an institution all year: no line.
    ...((institutionTimes.year !== 0 || institutionTimes.month !== 0) && { institutionTimes }),
    money: 'wan',
  };
};

const balanceModel = async (
  context: Context,
  month: string,
  placeId: number | null,
): Promise<BalanceReportModel> => {
  const { rows, ties, asOf } = await balance(context, { month, placeId });
  const gaps: Gap[] = [...(await lotGaps(context.tx))];
  for (const row of rows) {
    if (!row.ties && gaps.length === 0)
      gaps.push({
        what: 'row',
        where: row.name,
        expected: row.closing.quantity,
        found: row.opening.quantity,
      });
  }
  // Two edits of one item that cancel out in its sums are found lot by lot, before anything is printed.
  if (!ties || gaps.length > 0) refuseGaps(gaps);
  return { kind: 'balance-report', ...(await frame(context)), month, asOf, rows };
};

/** Refusal: `report-does-not-tie`, every gap named. */
const refuseGaps = (gaps: readonly Gap[]): void =>
  refuseAll(
    gaps.map(({ what, where, expected, found }): Reason => ({
      code: 'report-does-not-tie',
      params: { what, where, expected, found, gap: found - expected },
    })),
  );

const frame = async (context: Context) => ({
  ...(await paperFrame(context)),
  closed: false,
  auditHead: await chainHead(context.tx),
  reprint: 0,
  signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
});
