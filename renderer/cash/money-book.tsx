// The money books of a month: every source with opening, in, out, closing side by side (never summed), and one source line by line.
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { moneySources } from '../../db/contract/measures.ts';
import { monthOf } from '../../db/domain/business-day.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day, money } from '../i18n/format.ts';
import {
  DataTable,
  Day,
  Failed,
  Money,
  MonthChoice,
  monthAfter,
  Notice,
  Page,
  PaperButtons,
  ReverseMark,
  useKept,
  useKeys,
  type Column,
} from '../ui/index.ts';
import { ReverseFunding } from './reverse-funding.tsx';

export type Movement = Output<'cash.book'>['rows'][number];
type Source = (typeof moneySources)[number];

export const MoneyBook = () => {
  const { t } = useTranslation('cash');
  const navigate = useNavigate();
  const { may, status } = useSession();
  const [month, setMonth] = useKept('cash.month', monthOf(status.businessDay));
  const [source, setSource] = useKept<Source>('cash.source', 'donated');
  const [taking, setTaking] = useState<Movement | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  const mayRecord = may('cash.record');
  const step = (by: number) => (): void => setMonth(monthAfter(month, by));
  const turn = (): void =>
    setSource(moneySources[(moneySources.indexOf(source) + 1) % moneySources.length] ?? source);
  const fund = (): void => void navigate('fund');
  useKeys({
    'Alt+ArrowLeft': step(-1),
    'Alt+ArrowRight': step(1),
    F7: turn,
    ...(mayRecord ? { F2: fund } : {}),
  });
  const list = useActPages('cash.book', { source, month });
  const takeBack = (row: Movement): void => {
    setElsewhere(row.document !== 'funding');
    if (row.document === 'funding' && !row.reversed && !row.reverses) setTaking(row);
  };
  return (
    <Page
      fill
      title={t('title')}
      keys={[
        ...(mayRecord ? [{ key: 'F2', does: t('keys.fund') }] : []),
        { key: 'F7', does: t('keys.source') },
        { key: 'Alt+←  Alt+→', does: t('keys.month') },
        ...(mayRecord ? [{ key: 'F8', does: t('keys.reverse') }] : []),
        { key: 'Ctrl+P', does: t('keys.print') },
      ]}
      acts={
        <>
          {may('reports.print') && <Papers key={month} month={month} />}
          {mayRecord && (
            <Button data-testid="cash-fund" type="primary" onClick={fund}>
              {t('fund')} F2
            </Button>
          )}
        </>
      }
    >
      <div className="filter-line">
        <Button aria-label={t('previousMonth')} title={`${t('previousMonth')} Alt+←`} onClick={step(-1)}>
          ◀
        </Button>
        <MonthChoice label={t('month')} testId="cash-month" value={month} onChange={setMonth} />
        <Button aria-label={t('nextMonth')} title={`${t('nextMonth')} Alt+→`} onClick={step(1)}>
          ▶
        </Button>
      </div>
      <Sources month={month} />
      <p className="secondary">{t('apart')}</p>
      <Tabs
        activeKey={source}
        onChange={(key) => setSource(moneySources.find((known) => known === key) ?? source)}
        items={moneySources.map((key) => ({
          key,
          label: <span data-testid={`cash-${key}`}>{t(`moneySources.${key}`, { ns: 'common' })}</span>,
        }))}
      />
      <Failed failure={list.failure} />
      {elsewhere && <Notice tone="info" title={t('reverseOnlyFunding')} />}
      <DataTable
        label={t(`moneySources.${source}`, { ns: 'common' })}
        columns={useColumns()}
        rows={list.rows}
        rowKey={(row) => row.postingId}
        loading={list.loading}
        total={list.total}
        onNear={list.more}
        rowKeys={mayRecord ? { F8: takeBack } : {}}
      />
      {taking && <ReverseFunding movement={taking} onClose={() => setTaking(null)} />}
    </Page>
  );
};

const Papers = ({ month }: { readonly month: string }) => {
  const { t } = useTranslation('cash');
  return (
    <>
      <PaperButtons
        act="cash.print"
        input={{ month, format: 'pdf' }}
        testId="cash-pdf"
        printKey="Ctrl+P"
        label={`${t('print')} Ctrl+P`}
      />
      <PaperButtons
        act="cash.print"
        input={{ month, format: 'xlsx' }}
        kind="sheet"
        testId="cash-xlsx"
        label={t('saveXlsx')}
      />
    </>
  );
};

/** No total line: what the sources hold together is nobody's money. */
const Sources = ({ month }: { readonly month: string }) => {
  const { t } = useTranslation('cash');
  const { data, failure } = useAct(
    'cash.book',
    { source: 'donated', month, limit: 1 },
    { keepPrevious: true },
  );
  const figures = ['openingFen', 'inFen', 'outFen', 'closingFen'] as const;
  return (
    <>
      <Failed failure={failure} />
      <table className="small-table" data-testid="cash-sources">
        <caption>{t('sourcesLabel')}</caption>
        <thead>
          <tr>
            <td />
            {(['opening', 'in', 'out', 'closing'] as const).map((name) => (
              <th key={name} scope="col" className="figure">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(data?.sources ?? []).map((row) => (
            <tr key={row.source} data-testid={`cash-of-${row.source}`}>
              <th scope="row">{t(`moneySources.${row.source}`, { ns: 'common' })}</th>
              {figures.map((name) => (
                <td key={name} className="figure">
                  {money(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

/** What a line of the book is about, in words. */
const useSummary = () => {
  const { t } = useTranslation('cash');
  return ({ document, fundingKind, about, reverses }: Movement): string => {
    const what = document === 'funding' ? (fundingKind ?? 'grant') : document;
    return [reverses ? t('reversal') : '', t(`documents.${what}`), about]
      .filter((part) => part !== '')
      .join(' · ');
  };
};

const useColumns = (): readonly Column<Movement>[] => {
  const { t } = useTranslation('cash');
  const summary = useSummary();
  const isIn = ({ amountFen, reverses }: Movement): boolean => amountFen > 0 !== reverses;
  return [
    {
      key: 'day',
      title: t('day'),
      width: 150,
      render: (row) => (
        <>
          <Day value={row.day} />
          {row.lateForDay !== null && (
            <div className="secondary">{t('late', { day: day(row.lateForDay) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'number',
      title: t('number'),
      width: 205,
      render: (row) => (
        <>
          <span className="figure">{row.number}</span> <ReverseMark how={row.reversed ? 'reversed' : null} />
        </>
      ),
    },
    { key: 'about', title: t('about'), width: 230, render: summary },
    {
      key: 'in',
      title: t('in'),
      width: 130,
      figure: true,
      render: (row) => (isIn(row) ? <Money fen={row.amountFen} /> : ''),
    },
    {
      key: 'out',
      title: t('out'),
      width: 130,
      figure: true,
      render: (row) => (isIn(row) ? '' : <Money fen={0 - row.amountFen} />),
    },
    {
      key: 'balance',
      title: t('balance'),
      width: 140,
      figure: true,
      render: (row) => <Money fen={row.balanceFen} />,
    },
    { key: 'by', title: t('operator'), width: 100, render: (row) => row.operator },
  ];
};
