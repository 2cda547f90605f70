// 发放月报 as on the paper: every category with 本月 above 本年累计, the same by street and community, the checks and the definitions.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import type { Month } from '../../db/domain/business-day.ts';
import { formatWan, formatYuan } from '../../db/domain/money.ts';
import { voucherDifference } from '../../db/domain/report-checks.ts';
import { useAct } from '../api/index.ts';
import { count, instant } from '../i18n/format.ts';
import { Choice, Failed } from '../ui/index.ts';
import { ApartLines } from './apart-lines.tsx';
import { ReportPapers } from './report-papers.tsx';

type Report = Output<'reports.distribution'>;
type Row = Report['total'];
type Figures = Row['month'];
type Unit = 'wan' | 'yuan';

/** In the order of the paper; 户 and 人 are distinct counts and do not add up. */
const columns = [
  'households',
  'people',
  'householdTimes',
  'personTimes',
  'opening',
  'issued',
  'issuedFen',
  'redeemed',
  'redeemedFen',
  'goodsFen',
  'void',
  'expired',
  'outstanding',
] as const;
const adding = columns.filter((column) => column !== 'households' && column !== 'people');
const isMoney = (column: (typeof columns)[number]): boolean => column.endsWith('Fen');
const periods = ['month', 'year'] as const;

const blockTies = (rows: readonly Row[], total: Row): boolean =>
  rows.length === 0 ||
  periods.every((period) =>
    adding.every(
      (column) => rows.reduce((sum, row) => sum + row[period][column], 0) === total[period][column],
    ),
  );
const rowTies = (row: Row): boolean => periods.every((period) => voucherDifference(row[period]) === 0);

export const DistributionReport = ({ month }: { readonly month: Month }) => {
  const { t } = useTranslation('reports');
  const [unit, setUnit] = useState<Unit>('wan');
  const { data: report, failure } = useAct('reports.distribution', { month });
  if (!report) return <Failed failure={failure} />;
  const { total } = report;
  return (
    <>
      <ReportPapers report="distribution" month={month} ties={report.ties} />
      <article className="report-paper" data-testid="report-paper">
        <h2>{t('distribution.title')}</h2>
        <div className="report-head">
          <span>
            {t('month')}: <b className="figure">{report.month}</b>
          </span>
          <span>{t('asOf', { at: instant(report.asOf) })}</span>
          <span>{t('distribution.units', { money: t(`money.${unit}`) })}</span>
          <Choice
            label={t('money.label')}
            testId="report-unit"
            value={unit}
            options={(['wan', 'yuan'] as const).map((value) => ({ value, label: t(`money.${value}`) }))}
            onChange={setUnit}
          />
        </div>
        {total.month.issued === 0 && total.month.redeemed === 0 && <p>{t('distribution.nothing')}</p>}
        <Block
          title={t('distribution.byCategory')}
          heading={t('distribution.category')}
          rows={report.rows}
          total={total}
          unit={unit}
        />
        {report.communities.length > 0 && (
          <Block
            title={t('distribution.byCommunity')}
            heading={t('distribution.community')}
            rows={report.communities}
            total={total}
            unit={unit}
          />
        )}
        <Grace grace={report.grace} unit={unit} />
        <Institutions times={report.institutionTimes} />
        <ApartLines report={report} unit={unit} />
        <Checks report={report} />
        <p className="report-note">{t('distribution.definitions')}</p>
        <p className="report-note">{t('distribution.amounts')}</p>
      </article>
    </>
  );
};

/** 机构户次, which stands in no row; no act of an institution all year: no line. */
const Institutions = ({ times }: { readonly times: Report['institutionTimes'] }) => {
  const { t } = useTranslation('reports');
  if (times.year === 0 && times.month === 0) return null;
  return (
    <p data-testid="report-institutions">
      {t('distribution.institutions', { month: count(times.month), year: count(times.year) })}
    </p>
  );
};

/** 渐退 in a line of its own; nothing was taken in grace all year: no line. */
const Grace = ({ grace, unit }: { readonly grace: Report['grace']; readonly unit: Unit }) => {
  const { t } = useTranslation('reports');
  if (grace.year.redeemed === 0 && grace.month.redeemed === 0) return null;
  const fen = unit === 'wan' ? formatWan : formatYuan;
  const part = (period: (typeof periods)[number]): string =>
    t('distribution.graceFigures', {
      period: t(period === 'month' ? 'distribution.thisMonth' : 'distribution.thisYear'),
      redeemed: count(grace[period].redeemed),
      amount: `${fen(grace[period].redeemedFen)} ${t(`money.${unit}`)}`,
      times: count(grace[period].householdTimes),
    });
  return (
    <p data-testid="report-grace">{t('distribution.grace', { month: part('month'), year: part('year') })}</p>
  );
};

interface BlockProps {
  readonly title: string;
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly total: Row;
  readonly unit: Unit;
}

const Block = ({ title, heading, rows, total, unit }: BlockProps) => {
  const { t } = useTranslation('reports');
  return (
    <div className="report-scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="report-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('distribution.number')}</th>
            <th scope="col">{heading}</th>
            <th scope="col">{t('distribution.period')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`distribution.columns.${column}`)}
                {isMoney(column) && ` (${t(`money.${unit}`)})`}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, at) => (
          <RowGroup key={row.key} number={String(at + 1)} name={row.name} row={row} unit={unit} />
        ))}
        <RowGroup number="" name={t('distribution.total')} row={total} unit={unit} sum />
      </table>
    </div>
  );
};

const RowGroup = ({
  number,
  name,
  row,
  unit,
  sum = false,
}: {
  readonly number: string;
  readonly name: string;
  readonly row: Row;
  readonly unit: Unit;
  readonly sum?: boolean;
}) => {
  const { t } = useTranslation('reports');
  return (
    <tbody className={sum ? 'sum' : ''}>
      {periods.map((period, at) => (
        <tr key={period} className={voucherDifference(row[period]) === 0 ? '' : 'does-not-tie'}>
          {at === 0 && (
            <td rowSpan={2} className="figure">
              {number}
            </td>
          )}
          {at === 0 && (
            <th rowSpan={2} scope="rowgroup">
              {name}
            </th>
          )}
          <th scope="row">{t(period === 'month' ? 'distribution.thisMonth' : 'distribution.thisYear')}</th>
          {columns.map((column) => (
            <td key={column} className="figure" data-figure={`${row.key}.${period}.${column}`}>
              {figure(row[period], column, unit)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
};

const figure = (figures: Figures, column: (typeof columns)[number], unit: Unit): string => {
  const value = figures[column];
  if (!isMoney(column)) return count(value);
  return unit === 'wan' ? formatWan(value) : formatYuan(value);
};

const Verdict = ({ good, off = 0 }: { readonly good: boolean; readonly off?: number }) => {
  const { t } = useTranslation('reports');
  return good ? (
    <b className="ok">{t('ties')}</b>
  ) : (
    <b className="off">
      {t('offWord')}
      {off !== 0 && ` ${t('distribution.off', { n: off })}`}
    </b>
  );
};

const Checks = ({ report }: { readonly report: Report }) => {
  const { t } = useTranslation('reports');
  const { total, rows, communities } = report;
  const line = (period: (typeof periods)[number], name: string) => {
    const { opening, issued, redeemed, void: taken, expired, outstanding } = total[period];
    const off = voucherDifference(total[period]);
    return (
      <li key={period}>
        {t('distribution.tie', {
          period: name,
          opening,
          issued,
          redeemed,
          void: taken,
          expired,
          outstanding,
        })}{' '}
        <Verdict good={off === 0} off={off} />
      </li>
    );
  };
  return (
    <section className="report-checks" aria-label={t('distribution.tieHeading')}>
      <h3>{t('distribution.tieHeading')}</h3>
      <ul>
        {line('month', t('distribution.thisMonth'))}
        {line('year', t('distribution.thisYear'))}
        <li>
          {t('distribution.rowsTie')} <Verdict good={[...rows, ...communities].every(rowTies)} />
        </li>
        <li>
          {t('distribution.categoriesTie')} <Verdict good={blockTies(rows, total)} />
        </li>
        <li>
          {t('distribution.communitiesTie')} <Verdict good={blockTies(communities, total)} />
        </li>
      </ul>
    </section>
  );
};
