// The way of a lot: its origin with a key back to that paper, what became of it in figures, and the households that got it.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { amount, day, quantity } from '../i18n/format.ts';
import {
  type Column,
  DataTable,
  Day,
  FactList,
  Failed,
  Money,
  PaperButtons,
  ReverseMark,
  useKeys,
} from '../ui/index.ts';
import { paperAddress } from './addresses.ts';

type Trace = Output<'stock.trace'>;
type Row = Trace['rows'][number];

export const LotTrace = ({ lotId }: { readonly lotId: number }) => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const { may } = useSession();
  const trace = useActPages('stock.trace', { lotId });
  const { first } = trace;
  const openOrigin = (): void => {
    const address = first && paperAddress(first.origin.document, first.origin.documentId);
    if (address) void navigate(address);
  };
  useKeys({ F4: openOrigin });
  return (
    <>
      <Failed failure={trace.failure} />
      {first && <Facts trace={first} openOrigin={openOrigin} />}
      {first && may('reports.print') && (
        <PaperButtons
          act="stock.printTrace"
          input={{ lotId }}
          label={t('lot.print')}
          printKey="Ctrl+P"
          testId="lot-trace"
        />
      )}
      <DataTable<Row>
        label={t('lot.whom')}
        columns={columns(t, first)}
        rows={trace.rows}
        rowKey={({ redemptionId }) => redemptionId}
        loading={trace.loading}
        total={trace.total}
        emptyText={t('lot.nobody')}
        onNear={trace.more}
        onOpen={({ householdId }) => void navigate(`/people/${String(householdId)}`)}
        rowClassName={({ reversed }) => (reversed ? 'secondary' : '')}
      />
    </>
  );
};

const Facts = ({ trace, openOrigin }: { readonly trace: Trace; readonly openOrigin: () => void }) => {
  const { t } = useTranslation('stock');
  const { origin, unit, unitScale } = trace;
  const measure = (smallest: number): ReactNode => (
    <span className="figure">{quantity(smallest, unitScale, unit)}</span>
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('lot.origin'),
      <Button key="origin" type="link" data-testid="lot-origin" onClick={openOrigin}>
        {t(`lot.documents.${origin.document}`)} {origin.number} · {origin.from} · {day(origin.day)} F4
      </Button>,
    ],
    [t('lot.class'), t(`stockClasses.${trace.stockClass}`, { ns: 'common' })],
    [t('lot.designation'), origin.designation === '' ? t('lot.anyone') : origin.designation],
    [t('columns.expiry'), <Day key="expiry" value={trace.expiryDay} />],
    [t('lot.value'), <Money key="value" fen={trace.valueFen} />],
    [t('lot.received'), measure(trace.received)],
    [t('lot.issued'), measure(trace.issued)],
    [
      t('lot.households'),
      <b key="households" data-testid="lot-households">
        {t('lot.householdCount', { n: trace.households })}
      </b>,
    ],
    ...(['exchanged', 'scrapped', 'sold', 'found', 'missing'] as const)
      .filter((name) => trace[name] !== 0)
      .map((name) => [t(`lot.${name}`), measure(trace[name])] as const),
    [t('lot.onHand'), measure(trace.onHand)],
  ];
  return (
    <section aria-label={t('lot.facts')}>
      <p>
        <b>{trace.itemName}</b> {trace.spec} <span className="secondary">{trace.itemCode}</span>
      </p>
      <FactList facts={facts} />
    </section>
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'stock'>>['t'],
  trace: Trace | undefined,
): readonly Column<Row>[] => [
  { key: 'day', title: t('lot.columns.day'), width: 138, render: (row) => <Day value={row.day} /> },
  {
    key: 'number',
    title: t('lot.columns.number'),
    width: 150,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'head', title: t('lot.columns.head'), width: 100, render: (row) => row.headName },
  { key: 'category', title: t('lot.columns.category'), width: 130, render: (row) => row.category },
  { key: 'community', title: t('lot.columns.community'), width: 160, render: (row) => row.community },
  {
    key: 'quantity',
    title: t('lot.columns.quantity'),
    width: 110,
    figure: true,
    render: (row) => `${amount(row.quantity, trace?.unitScale ?? 1)} ${trace?.unit ?? ''}`,
  },
  {
    key: 'state',
    title: t('lot.columns.state'),
    width: 110,
    render: (row) => <ReverseMark how={row.reversed ? 'reversed' : null} />,
  },
];
