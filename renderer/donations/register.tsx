// The section 凭证登记 of the place 捐赠 (票据/凭证使用登记, layout 6): every series with its first and last number, how many were
// used, void, red or lost, and none missing. A gap stands here in red with the numbers' names; nothing can be entered.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ExportButtons,
  Failed,
  Notice,
  Page,
  PaperButtons,
  ReverseMark,
  type Column,
} from '../ui/index.ts';
import './donations.css';

type Register = Output<'donations.register'>;
type Series = Register['series'][number];
type Ended = Register['ended'][number];

const RegisterPage = () => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { may } = useSession();
  const [period, setPeriod] = usePeriod();
  const { data, failure } = useAct('donations.register', period, { keepPrevious: true });
  return (
    <Page title={t('register.title')} keys={[{ key: 'Ctrl+P', does: t('register.print') }]}>
      <div className="receipt-choices">
        <PeriodChoice period={period} onChange={setPeriod} />
        {may('reports.print') && (
          <>
            <PaperButtons
              act="donations.printRegister"
              input={{ ...period, format: 'pdf' }}
              testId="register"
              printKey="Ctrl+P"
              primary
              label={`${t('register.print')} Ctrl+P`}
            />
            <ExportButtons
              act="donations.printRegister"
              input={period}
              formats={['xlsx']}
              testId="register-export"
            />
          </>
        )}
      </div>
      <Failed failure={failure} />
      {data && (
        <>
          <Verdict series={data.series} />
          <SeriesTable series={data.series} />
          <h2>{t('register.ended')}</h2>
          <DataTable
            label={t('register.ended')}
            columns={endedColumns(t)}
            rows={data.ended}
            rowKey={({ donationId }) => donationId}
            emptyText={t('register.noneEnded')}
            onOpen={({ donationId }) => void navigate(`../${String(donationId)}`, { relative: 'path' })}
          />
        </>
      )}
    </Page>
  );
};
export default RegisterPage;

interface Period {
  readonly year: number;
  readonly month: number | null;
}
const usePeriod = () => {
  const { status } = useSession();
  return useState<Period>({ year: Number(status.businessDay.slice(0, 4)), month: null });
};
const months = Array.from({ length: 12 }, (_, at) => at + 1);
/** Stubs are kept five years; ten cover what an inspector asks for. */
const yearsShown = 10;

const PeriodChoice = ({
  period,
  onChange,
}: {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}) => {
  const { t } = useTranslation('donations');
  const thisYear = Number(useSession().status.businessDay.slice(0, 4));
  return (
    <>
      <Choice
        label={t('register.year')}
        testId="register-year"
        value={String(period.year)}
        options={Array.from({ length: yearsShown }, (_, at) => String(thisYear - at)).map((value) => ({
          value,
          label: t('register.yearNamed', { year: value }),
        }))}
        onChange={(year) => onChange({ ...period, year: Number(year) })}
      />
      <Choice
        label={t('register.month')}
        testId="register-month"
        value={period.month === null ? '' : String(period.month)}
        options={[
          { value: '', label: t('register.wholeYear') },
          ...months.map((month) => ({
            value: String(month),
            label: t('month', { ns: 'common', year: String(period.year), month }),
          })),
        ]}
        onChange={(month) => onChange({ ...period, month: month === '' ? null : Number(month) })}
      />
    </>
  );
};

const isWrong = ({ missing, doubled }: Series): boolean => missing.length > 0 || doubled.length > 0;

const Verdict = ({ series }: { readonly series: readonly Series[] }) => {
  const { t } = useTranslation('donations');
  const wrong = series.filter(isWrong);
  if (wrong.length === 0)
    return (
      <Notice tone="done" title={t('register.whole')}>
        <span data-testid="register-verdict">{t('register.wholeNote')}</span>
      </Notice>
    );
  return (
    <Notice tone="stop" title={t('register.broken')}>
      <ul data-testid="register-verdict">
        {wrong.map(({ series: name, missing, doubled }) => (
          <li key={name}>
            {t(`register.series.${name}`)}:{' '}
            {missing.length > 0 && t('register.missingNamed', { numbers: missing.join('、') })}{' '}
            {doubled.length > 0 && t('register.doubledNamed', { numbers: doubled.join('、') })}
          </li>
        ))}
      </ul>
      <div className="notice-next">{t('register.brokenNext')}</div>
    </Notice>
  );
};

const figures = ['given', 'used', 'void', 'red', 'lost'] as const;

const SeriesTable = ({ series }: { readonly series: readonly Series[] }) => {
  const { t } = useTranslation('donations');
  return (
    <table className="small-table" data-testid="register-series">
      <caption>{t('register.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('register.kind')}</th>
          <th scope="col">{t('register.from')}</th>
          <th scope="col">{t('register.to')}</th>
          {figures.map((name) => (
            <th key={name} scope="col" className="figure">
              {t(`register.${name}`)}
            </th>
          ))}
          <th scope="col" className="figure">
            {t('register.missing')}
          </th>
        </tr>
      </thead>
      <tbody>
        {series.map((each) => (
          <tr key={each.series} data-testid={`register-${each.series}`}>
            <th scope="row">{t(`register.series.${each.series}`)}</th>
            <td className="figure">{each.from ?? t('noCash')}</td>
            <td className="figure">{each.to ?? t('noCash')}</td>
            {figures.map((name) => (
              <td key={name} className="figure">
                {count(each[name])}
              </td>
            ))}
            <td className={each.missing.length > 0 ? 'figure register-missing' : 'figure'}>
              {each.missing.length > 0 && '✖ '}
              {count(each.missing.length)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type T = ReturnType<typeof useTranslation<'donations'>>['t'];

const endedColumns = (t: T): readonly Column<Ended>[] => [
  {
    key: 'number',
    title: t('receipt'),
    width: 230,
    render: ({ number, kind }) => (
      <>
        <span className="figure">{number}</span> <ReverseMark how={kind} />
      </>
    ),
  },
  { key: 'day', title: t('end.bookedOn'), width: 150, render: (row) => <Day value={row.day} /> },
  { key: 'reason', title: t('reason', { ns: 'common' }), width: 280, render: (row) => row.reason },
  { key: 'operator', title: t('register.operator'), width: 120, render: (row) => row.operator },
  {
    key: 'anew',
    title: t('anew.replacedBy'),
    width: 180,
    render: (row) => <span className="figure">{row.replacedBy ?? t('noCash')}</span>,
  },
];
