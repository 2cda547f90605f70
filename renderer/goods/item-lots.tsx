// One kind of goods and its lots: where each stands, when it came in, from whom, how long it is good, what of it can be given out.
// From here its card, the way of a lot, a hold and a transfer are one key each.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { amount, quantity } from '../i18n/format.ts';
import {
  type Column,
  DataTable,
  Day,
  FactList,
  Failed,
  Money,
  Notice,
  Page,
  Quantity,
  useKeys,
} from '../ui/index.ts';
import { cardAddress, lotAddress, transferAddress } from '../stock/addresses.ts';
import { HoldDialog } from '../stock/hold-dialog.tsx';
import { DaysLeft, isOver, lotKey, LotMarks, type LotRow } from '../stock/lot-marks.tsx';
import { labelsOf } from './label-draft.ts';

type Item = Output<'goods.read'>;

export const ItemLots = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const itemId = Number(useParams()['itemId']);
  const { data: item, failure } = useAct('goods.read', { itemId });
  const lots = useActPages('stock.lots', { itemId });
  const { may } = useSession();
  const [mayMove, mayChange] = [may('stock.move'), may('goods.manage')];
  const [holding, setHolding] = useState<LotRow | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const openCard = (): void => void navigate(cardAddress({ itemId }));
  const change = (): void => void navigate('change');
  useKeys({ Escape: back, F9: openCard, ...(mayChange && { F2: change }) });
  return (
    <Page
      fill
      title={item ? `${item.name} ${item.spec}` : t('item')}
      keys={[
        { key: 'Enter', does: t('lots.keys.open', { ns: 'stock' }) },
        ...(mayChange ? [{ key: 'F2', does: t('change') }] : []),
        ...(mayMove
          ? [
              { key: 'F6', does: t('lots.keys.hold', { ns: 'stock' }) },
              { key: 'F10', does: t('lots.keys.transfer', { ns: 'stock' }) },
            ]
          : []),
        { key: 'F8', does: t('rowKeys.labels') },
        { key: 'F9', does: t('lots.keys.card', { ns: 'stock' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {mayChange && (
            <Button data-testid="goods-change" onClick={change}>
              {t('change')} F2
            </Button>
          )}
          <Button data-testid="item-card" onClick={openCard}>
            {t('lots.keys.card', { ns: 'stock' })} F9
          </Button>
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure ?? lots.failure} />
      {item && <ItemFacts item={item} />}
      {item && item.expired > 0 && (
        <Notice
          tone="warn"
          title={t('lots.expiredNote', { amount: quantity(item.expired, item.unitScale, item.unit) })}
        />
      )}
      {item && (
        <DataTable
          label={t('lots.title')}
          columns={columns(t, item)}
          rows={lots.rows}
          rowKey={lotKey}
          loading={lots.loading}
          total={lots.total}
          onNear={lots.more}
          emptyText={t('lots.none')}
          rowClassName={(lot) => (isOver(lot) ? 'row-expired' : '')}
          onOpen={({ lotId }) => void navigate(lotAddress(lotId))}
          rowKeys={{
            F8: ({ lotId }) => void navigate(`../${labelsOf('lots', [lotId])}`, { relative: 'path' }),
            ...(mayMove && {
              F6: setHolding,
              F10: (lot: LotRow) => void navigate(transferAddress(lot)),
            }),
          }}
        />
      )}
      {holding && <HoldDialog lot={holding} onClose={() => setHolding(null)} />}
    </Page>
  );
};

const ItemFacts = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation('goods');
  const measure = (smallest: number) => (
    <Quantity smallest={smallest} scale={item.unitScale} unit={item.unit} />
  );
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('code'), item.code],
    [t('category'), item.category],
    [
      t('price'),
      <span key="price">
        <Money fen={item.listPriceFen} /> / {item.unit}
      </span>,
    ],
    [
      t('barcodes'),
      item.barcodes.length === 0
        ? t('none', { ns: 'common' })
        : item.barcodes
            .map(({ barcode, packs }) => (packs === 1 ? barcode : `${barcode} ×${String(packs)}`))
            .join('  '),
    ],
    ...(item.packs.length === 0 ? [] : [[t('packs'), packsOf(item)] as const]),
    [t('onHand'), measure(item.onHand)],
    [t('reserved'), measure(item.reserved)],
    [t('held'), measure(item.held)],
    [t('expired'), measure(item.expired)],
    [t('available'), <b key="available">{measure(item.available)}</b>],
  ];
  return <FactList facts={facts} />;
};

/** 1 袋 = 50 件. */
const packsOf = ({ packs, unit, unitScale }: Item): string =>
  packs.map((pack) => `1 ${pack.unit} = ${quantity(pack.quantity, unitScale, unit)}`).join('  ');

const columns = (
  t: ReturnType<typeof useTranslation<'goods'>>['t'],
  item: Item,
): readonly Column<LotRow>[] => [
  {
    key: 'tag',
    title: t('lots.tag'),
    width: 110,
    render: (lot) => <span className="figure">{lot.tag}</span>,
  },
  {
    key: 'state',
    title: t('columns.state', { ns: 'stock' }),
    width: 120,
    render: (lot) => <LotMarks lot={lot} />,
  },
  { key: 'place', title: t('lots.place'), width: 110, render: (lot) => lot.place },
  {
    key: 'received',
    title: t('lots.received'),
    width: 138,
    render: (lot) => <Day value={lot.receivedDay} />,
  },
  { key: 'expiry', title: t('lots.expiry'), width: 138, render: (lot) => <Day value={lot.expiryDay} /> },
  {
    key: 'left',
    title: t('lots.daysLeft'),
    width: 100,
    figure: true,
    render: (lot) => <DaysLeft daysLeft={lot.daysLeft} />,
  },
  { key: 'origin', title: t('lots.origin'), width: 190, render: (lot) => lot.origin },
  { key: 'designation', title: t('lots.designation'), width: 130, render: (lot) => lot.designation },
  {
    key: 'here',
    title: t('lots.quantityHere'),
    width: 75,
    figure: true,
    render: (lot) => amount(lot.onHand, item.unitScale),
  },
  {
    key: 'available',
    title: t('available'),
    width: 80,
    figure: true,
    render: (lot) => <b>{amount(lot.available, item.unitScale)}</b>,
  },
  {
    key: 'value',
    title: t('lots.value'),
    width: 115,
    figure: true,
    render: (lot) => <Money fen={lot.onHandFen} />,
  },
];
