// 收发存表 as on the paper: quantity above amount for every item with a value; goods without a value apart, quantities only; each
// row checked.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import type { Month } from '../../db/domain/business-day.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { balanceColumns, fenDifference, quantityDifference } from '../../db/domain/report-checks.ts';
import { useAct } from '../api/index.ts';
import { amount, instant, money, quantity } from '../i18n/format.ts';
import { Failed } from '../ui/index.ts';
import { ReportPapers } from './report-papers.tsx';

type Report = Output<'reports.balance'>;
type Row = Report['rows'][number];

const groups = [
  { name: 'opening', span: 1 },
  { name: 'in', span: 4 },
  { name: 'out', span: 5 },
  { name: 'closing', span: 1 },
] as const;

export const BalanceReport = ({ month }: { readonly month: Month }) => {
  const { t } = useTranslation('reports');
  const { data: report, failure } = useAct('reports.balance', { month });
  if (!report) return <Failed failure={failure} />;
  const priced = report.rows.filter((row) => row.priced);
  const unpriced = report.rows.filter((row) => !row.priced);
  const off = report.rows.filter((row) => !row.ties).length;
  return (
    <>
      <ReportPapers report="balance" month={month} ties={report.ties} />
      <article className="report-paper" data-testid="report-paper">
        <h2>{t('balance.title')}</h2>
        <div className="report-head">
          <span>
            {t('month')}: <b className="figure">{report.month}</b>
          </span>
          <span>{t('asOf', { at: instant(report.asOf) })}</span>
          <span>{t('balance.units')}</span>
        </div>
        {report.rows.length === 0 && <p>{t('balance.nothing')}</p>}
        {priced.length > 0 && <Block title={t('balance.priced')} rows={priced} withFen />}
        {unpriced.length > 0 && <Block title={t('balance.unpriced')} rows={unpriced} withFen={false} />}
        <p className={off === 0 ? 'ok' : 'off'} data-testid="balance-verdict">
          {off === 0
            ? `✔ ${t('balance.allTie', { n: report.rows.length })}`
            : `✖ ${t('balance.someOff', { n: off })}`}
        </p>
        <p className="report-note">{t('balance.notes')}</p>
      </article>
    </>
  );
};

const Block = ({
  title,
  rows,
  withFen,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly withFen: boolean;
}) => {
  const { t } = useTranslation('reports');
  return (
    <div className="report-scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="report-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('distribution.number')}
            </th>
            <th rowSpan={2} scope="col">
              {t('balance.item')}
            </th>
            <th rowSpan={2} scope="col">
              {t('balance.spec')}
            </th>
            <th rowSpan={2} scope="col">
              {t('balance.unit')}
            </th>
            {withFen && (
              <th rowSpan={2} scope="col">
                {t('balance.kind')}
              </th>
            )}
            {groups.map(({ name, span }) => (
              <th key={name} colSpan={span} scope="colgroup">
                {t(`balance.groups.${name}`)}
              </th>
            ))}
            <th rowSpan={2} scope="col">
              {t('balance.check')}
            </th>
          </tr>
          <tr>
            {balanceColumns.map((column) => (
              <th key={column} scope="col">
                {t(`balance.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, at) => (
          <ItemRows key={row.itemId} row={row} number={at + 1} withFen={withFen} />
        ))}
        {withFen && (
          <tbody className="sum">
            <tr>
              <td />
              <th scope="row" colSpan={3}>
                {t('balance.total')}
              </th>
              <td>{t('balance.fen')}</td>
              {balanceColumns.map((column) => (
                <td key={column} className="figure">
                  {formatYuan(sumFen(rows.map((row) => row[column].fen ?? 0)))}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        )}
      </table>
    </div>
  );
};

const ItemRows = ({
  row,
  number,
  withFen,
}: {
  readonly row: Row;
  readonly number: number;
  readonly withFen: boolean;
}) => {
  const { t } = useTranslation('reports');
  const span = withFen ? 2 : 1;
  return (
    <tbody className={row.ties ? '' : 'does-not-tie'}>
      <tr>
        <td rowSpan={span} className="figure">
          {number}
        </td>
        <th rowSpan={span} scope="rowgroup">
          {row.name}
        </th>
        <td rowSpan={span}>{row.spec}</td>
        <td rowSpan={span}>{row.unit}</td>
        {withFen && <td>{t('balance.quantity')}</td>}
        {balanceColumns.map((column) => (
          <td key={column} className="figure">
            {amount(row[column].quantity, row.unitScale)}
          </td>
        ))}
        <td rowSpan={span}>
          <Check row={row} />
        </td>
      </tr>
      {withFen && (
        <tr>
          <td>{t('balance.fen')}</td>
          {balanceColumns.map((column) => (
            <td key={column} className="figure">
              {row[column].fen === null ? money(null) : formatYuan(row[column].fen)}
            </td>
          ))}
        </tr>
      )}
    </tbody>
  );
};

/** ✔, or in words what is off and by how much. The books also compare with the lots, which this page cannot show. */
const Check = ({ row }: { readonly row: Row }) => {
  const { t } = useTranslation('reports');
  if (row.ties) return <span className="ok">{t('ties')}</span>;
  const pieces = quantityDifference(row);
  const fen = fenDifference(row);
  const said = [
    ...(pieces === 0
      ? []
      : [t('balance.offQuantity', { amount: quantity(pieces, row.unitScale, row.unit) })]),
    ...(fen === null || fen === 0 ? [] : [t('balance.offFen', { fen: money(fen) })]),
  ];
  return (
    <span className="off">
      {t('offWord')} {said.length === 0 ? t('balance.offLots') : said.join(' ')}
    </span>
  );
};
