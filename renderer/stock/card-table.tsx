// The rows of a stock card, and what stood before and after them.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { readTag } from '../../db/domain/goods-tag.ts';
import type { Output } from '../../db/contract/index.ts';
import { amount, day, money, quantity } from '../i18n/format.ts';
import { DataTable, Day, Money, ReverseMark, type Column } from '../ui/index.ts';
import { lotAddress, paperAddress } from './addresses.ts';

type Card = Output<'stock.card'>;
type Row = Card['rows'][number];

export const CardFigures = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation('stock');
  const said = (pieces: number, fen: number | null): string =>
    `${quantity(pieces, card.unitScale, card.unit)} · ${money(fen)}`;
  return (
    <>
      <h2 data-testid="card-title">{card.title}</h2>
      <dl className="card-figures">
        <div>
          <dt>{t('card.opening')}</dt>
          <dd className="figure" data-testid="card-opening">
            {said(card.opening, card.openingFen)}
          </dd>
        </div>
        <div>
          <dt>{t('card.closing')}</dt>
          <dd className="figure" data-testid="card-closing">
            {said(card.closing, card.closingFen)}
          </dd>
        </div>
      </dl>
    </>
  );
};

interface Props {
  readonly card: Card;
  readonly rows: readonly Row[];
  readonly loading: boolean;
  readonly total: number;
  readonly onNear: () => void;
}

export const CardTable = ({ card, rows, loading, total, onNear }: Props) => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const openPaper = (row: Row): void => {
    const address = paperAddress(row.document, row.documentId);
    if (address !== null) void navigate(address);
  };
  const openLot = ({ tag }: Row): void => {
    const reading = readTag(tag);
    if (reading?.kind === 'ok') void navigate(lotAddress(reading.number));
  };
  return (
    <DataTable<Row>
      label={t('card.title')}
      columns={columns(t, card.unitScale)}
      rows={rows}
      rowKey={({ postingId }) => postingId}
      loading={loading}
      total={total}
      emptyText={t('card.none')}
      onNear={onNear}
      onOpen={openPaper}
      rowKeys={{ F9: openLot }}
    />
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'stock'>>['t'],
  scale: number,
): readonly Column<Row>[] => [
  { key: 'day', title: t('card.columns.day'), width: 138, render: (row) => <Day value={row.day} /> },
  {
    key: 'number',
    title: t('card.columns.number'),
    width: 140,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  {
    key: 'kind',
    title: t('card.columns.kind'),
    width: 190,
    render: (row) => (
      <>
        {row.reverses && `${t('card.undoes')} `}
        {t(`card.kinds.${row.document === 'exchange' ? 'exchanged' : row.kind}`)}
        {row.lateForDay !== null && ` (${t('card.late', { day: day(row.lateForDay) })})`}{' '}
        <ReverseMark how={row.reversed ? 'reversed' : null} />
      </>
    ),
  },
  {
    key: 'in',
    title: t('card.columns.in'),
    width: 90,
    figure: true,
    render: (row) => (row.quantity > 0 ? amount(row.quantity, scale) : ''),
  },
  {
    key: 'out',
    title: t('card.columns.out'),
    width: 90,
    figure: true,
    render: (row) => (row.quantity < 0 ? amount(0 - row.quantity, scale) : ''),
  },
  {
    key: 'balance',
    title: t('card.columns.balance'),
    width: 100,
    figure: true,
    render: (row) => <b>{amount(row.balance, scale)}</b>,
  },
  {
    key: 'value',
    title: t('card.columns.value'),
    width: 115,
    figure: true,
    render: (row) => <Money fen={row.valueFen} />,
  },
  {
    key: 'balanceValue',
    title: t('card.columns.balanceValue'),
    width: 125,
    figure: true,
    render: (row) => <Money fen={row.balanceFen} />,
  },
  { key: 'place', title: t('card.columns.place'), width: 110, render: (row) => row.place },
  {
    key: 'tag',
    title: t('card.columns.tag'),
    width: 120,
    render: (row) => <span className="figure">{row.tag}</span>,
  },
  { key: 'operator', title: t('card.columns.operator'), width: 100, render: (row) => row.operator },
];
