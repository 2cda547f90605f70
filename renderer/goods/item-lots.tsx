// One kind of goods and its lots: where each stands, when it came in, from whom, how long it is good, what of it can be given out.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useActPages } from '../api/index.ts';
import { amount, quantity } from '../i18n/format.ts';
import { DataTable, Day, Failed, Money, Notice, Page, Quantity, useKeys, type Column } from '../ui/index.ts';

type Item = Output<'goods.read'>;
type Lot = Output<'stock.lots'>['rows'][number];

export const ItemLots = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const itemId = Number(useParams()['itemId']);
  const { data: item, failure } = useAct('goods.read', { itemId });
  const lots = useActPages('stock.lots', { itemId });
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      fill
      title={item ? `${item.name} ${item.spec}` : t('item')}
      keys={[{ key: 'Esc', does: t('back', { ns: 'common' }) }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
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
          rowKey={(lot) => `${String(lot.lotId)} ${String(lot.placeId)}`}
          loading={lots.loading}
          total={lots.total}
          onNear={lots.more}
          emptyText={t('lots.none')}
          rowClassName={(lot) => (isOver(lot) ? 'row-expired' : '')}
        />
      )}
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
    [t('onHand'), measure(item.onHand)],
    [t('reserved'), measure(item.reserved)],
    [t('held'), measure(item.held)],
    [t('expired'), measure(item.expired)],
    [t('available'), <b key="available">{measure(item.available)}</b>],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const isOver = (lot: Lot): boolean => lot.daysLeft !== null && lot.daysLeft < 0;

const DaysLeft = ({ lot }: { readonly lot: Lot }) => {
  const { t } = useTranslation('goods');
  if (lot.daysLeft === null) return <>{t('lots.noDate')}</>;
  if (isOver(lot)) return <span className="off">✖ {t('lots.expired')}</span>;
  return <>{lot.daysLeft === 0 ? t('lots.today') : t('lots.days', { n: lot.daysLeft })}</>;
};

const columns = (t: ReturnType<typeof useTranslation<'goods'>>['t'], item: Item): readonly Column<Lot>[] => [
  {
    key: 'tag',
    title: t('lots.tag'),
    width: 110,
    render: (lot) => <span className="figure">{lot.tag}</span>,
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
    render: (lot) => <DaysLeft lot={lot} />,
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
