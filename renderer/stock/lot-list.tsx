// All lots at their places as they leave, with what needs attention a key away; from each one key to its way, its card, a transfer.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { amount, count } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ExportButtons,
  ListPage,
  Money,
  useKept,
  useKeys,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { cardAddress, transferAddress } from './addresses.ts';
import { HoldDialog } from './hold-dialog.tsx';
import { DaysLeft, isOver, lotKey, LotMarks, type LotRow } from './lot-marks.tsx';
import './stock.css';

const shows = ['all', 'ending', 'expired', 'held', 'designated', 'short-dated', 'reserved'] as const;
type Show = (typeof shows)[number];
const start = { search: '', show: 'all' as Show, placeId: '' };

export const LotList = () => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const { may } = useSession();
  const [filter, setFilter] = useKept('stock.lots', start);
  // The home screen leads to the lots that need attention: `?show=held`.
  const [address] = useSearchParams();
  const asksFor = shows.find((show) => show === address.get('show'));
  useEffect(() => {
    if (asksFor !== undefined) setFilter({ ...start, show: asksFor });
  }, [asksFor, setFilter]);
  const [holding, setHolding] = useState<LotRow | null>(null);
  const places = useAct('stock.places', {});
  const asked = {
    search: useSettled(filter.search),
    show: filter.show,
    placeId: filter.placeId === '' ? null : Number(filter.placeId),
  };
  const list = useActPages('stock.lots', asked);
  const nextShow = (): void =>
    setFilter({ ...filter, show: shows[(shows.indexOf(filter.show) + 1) % shows.length] ?? 'all' });
  useKeys({ F7: nextShow });
  const mayMove = may('stock.move');
  return (
    <ListPage
      title={t('lots.title')}
      searchLabel={t('lots.search')}
      search={filter.search}
      onSearch={(search) => setFilter({ ...filter, search })}
      keys={[
        { key: 'Enter', does: t('lots.keys.open') },
        { key: 'F7', does: t('lots.keys.show') },
        ...(mayMove
          ? [
              { key: 'F6', does: t('lots.keys.hold') },
              { key: 'F10', does: t('lots.keys.transfer') },
            ]
          : []),
        { key: 'F9', does: t('lots.keys.card') },
      ]}
      filters={
        <Choice
          label={t('lots.place')}
          testId="lots-place"
          value={filter.placeId}
          options={[
            { value: '', label: t('lots.anyPlace') },
            ...(places.data ?? []).map(({ placeId, name }) => ({ value: String(placeId), label: name })),
          ]}
          onChange={(placeId) => setFilter({ ...filter, placeId })}
        />
      }
      papers={
        may('reports.print') && (
          <ExportButtons
            act="stock.export"
            input={asked}
            formats={['xlsx', 'csv', 'pdf']}
            disabled={list.total === 0}
            testId="lots-export"
          />
        )
      }
      failure={list.failure ?? places.failure}
    >
      <div className="show-tabs" role="group" aria-label={`${t('lots.show')} F7`}>
        {shows.map((show) => (
          <Button
            key={show}
            data-testid={`show-${show}`}
            type={show === filter.show ? 'primary' : 'default'}
            aria-pressed={show === filter.show}
            onClick={() => setFilter({ ...filter, show })}
          >
            {t(`lots.shows.${show}`)}
          </Button>
        ))}
      </div>
      <DataTable<LotRow>
        label={t('lots.title')}
        columns={columns(t, list.first?.fen ?? 0)}
        rows={list.rows}
        rowKey={lotKey}
        loading={list.loading}
        total={list.total}
        filtered={asked.search !== '' || asked.placeId !== null}
        emptyText={t('lots.none')}
        onNear={list.more}
        onOpen={(lot) => void navigate(String(lot.lotId))}
        rowClassName={(lot) => (isOver(lot) ? 'row-expired' : '')}
        rowKeys={{
          F9: ({ lotId }) => void navigate(cardAddress({ lotId })),
          ...(mayMove && {
            F6: setHolding,
            F10: (lot: LotRow) => void navigate(transferAddress(lot)),
          }),
        }}
      />
      {(list.first?.unpricedLots ?? 0) > 0 && (
        <p className="secondary">{t('lots.unpriced', { n: count(list.first?.unpricedLots ?? 0) })}</p>
      )}
      {holding && <HoldDialog lot={holding} onClose={() => setHolding(null)} />}
    </ListPage>
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'stock'>>['t'],
  fen: number,
): readonly Column<LotRow>[] => [
  {
    key: 'item',
    title: t('columns.item'),
    width: 190,
    render: (lot) => (
      <>
        {lot.itemName} <span className="secondary">{lot.spec}</span>
      </>
    ),
  },
  { key: 'state', title: t('columns.state'), width: 120, render: (lot) => <LotMarks lot={lot} /> },
  { key: 'expiry', title: t('columns.expiry'), width: 138, render: (lot) => <Day value={lot.expiryDay} /> },
  {
    key: 'left',
    title: t('columns.daysLeft'),
    width: 100,
    figure: true,
    render: (lot) => <DaysLeft daysLeft={lot.daysLeft} />,
  },
  { key: 'place', title: t('columns.place'), width: 110, render: (lot) => lot.place },
  {
    key: 'onHand',
    title: t('columns.onHand'),
    width: 100,
    figure: true,
    render: (lot) => `${amount(lot.onHand, lot.unitScale)} ${lot.unit}`,
  },
  {
    key: 'reserved',
    title: t('columns.reserved'),
    width: 75,
    figure: true,
    render: (lot) => amount(lot.reserved, lot.unitScale),
  },
  {
    key: 'available',
    title: t('columns.available'),
    width: 80,
    figure: true,
    render: (lot) => <b>{amount(lot.available, lot.unitScale)}</b>,
  },
  {
    key: 'value',
    title: t('columns.value'),
    width: 120,
    figure: true,
    total: <Money fen={fen} />,
    render: (lot) => <Money fen={lot.onHandFen} />,
  },
  { key: 'origin', title: t('columns.origin'), width: 190, render: (lot) => lot.origin },
  { key: 'designation', title: t('columns.designation'), width: 130, render: (lot) => lot.designation },
  {
    key: 'tag',
    title: t('columns.tag'),
    width: 120,
    render: (lot) => <span className="figure">{lot.tag}</span>,
  },
];
