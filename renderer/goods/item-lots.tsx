// One kind of goods and its lots: when each came in, from whom, how long it is good, what of it is still here.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { amount, quantity } from '../i18n/format.ts';
import { DataTable, Day, Failed, Money, Notice, Page, Quantity, useKeys, type Column } from '../ui/index.ts';

type Answer = Output<'goods.lots'>;
type Item = Answer['item'];
type Lot = Answer['lots'][number];

export const ItemLots = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const itemId = Number(useParams()['itemId']);
  const { data, failure, isPending } = useAct('goods.lots', { itemId });
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      fill
      title={data ? `${data.item.name} ${data.item.spec}` : t('item')}
      keys={[{ key: 'Esc', does: t('back', { ns: 'common' }) }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <Failed failure={failure} />
      {data && <ItemFacts item={data.item} />}
      {data && data.item.expired > 0 && (
        <Notice
          tone="warn"
          title={t('lots.expiredNote', {
            amount: quantity(data.item.expired, data.item.unitScale, data.item.unit),
          })}
        />
      )}
      {data && (
        <DataTable
          label={t('lots.title')}
          columns={columns(t, data.item)}
          rows={data.lots}
          rowKey={(lot) => lot.lotId}
          loading={isPending}
          emptyText={t('lots.none')}
          rowClassName={(lot) => (lot.expired ? 'row-expired' : '')}
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
  return (
    <dl className="facts">
      <div>
        <dt>{t('code')}</dt>
        <dd>{item.code}</dd>
      </div>
      <div>
        <dt>{t('category')}</dt>
        <dd>{item.category}</dd>
      </div>
      <div>
        <dt>{t('price')}</dt>
        <dd>
          <Money fen={item.listPriceFen} /> / {item.unit}
        </dd>
      </div>
      <div>
        <dt>{t('barcodes')}</dt>
        <dd>{item.barcodes.length === 0 ? t('none', { ns: 'common' }) : item.barcodes.join(' ')}</dd>
      </div>
      <div>
        <dt>{t('onHand')}</dt>
        <dd>{measure(item.onHand)}</dd>
      </div>
      <div>
        <dt>{t('expired')}</dt>
        <dd>{measure(item.expired)}</dd>
      </div>
      <div>
        <dt>{t('available')}</dt>
        <dd>
          <b>{measure(item.available)}</b>
        </dd>
      </div>
    </dl>
  );
};

const DaysLeft = ({ lot }: { readonly lot: Lot }) => {
  const { t } = useTranslation('goods');
  if (lot.daysLeft === null) return <>{t('lots.noDate')}</>;
  if (lot.expired) return <span className="off">✖ {t('lots.expired')}</span>;
  return <>{lot.daysLeft === 0 ? t('lots.today') : t('lots.days', { n: lot.daysLeft })}</>;
};

const columns = (t: ReturnType<typeof useTranslation<'goods'>>['t'], item: Item): readonly Column<Lot>[] => [
  {
    key: 'received',
    title: t('lots.received'),
    width: 138,
    render: (lot) => <Day value={lot.receivedDay} />,
  },
  {
    key: 'production',
    title: t('lots.production'),
    width: 138,
    render: (lot) => <Day value={lot.productionDay} />,
  },
  { key: 'expiry', title: t('lots.expiry'), width: 138, render: (lot) => <Day value={lot.expiryDay} /> },
  {
    key: 'left',
    title: t('lots.daysLeft'),
    width: 100,
    figure: true,
    render: (lot) => <DaysLeft lot={lot} />,
  },
  { key: 'donor', title: t('lots.donor'), width: 190, render: (lot) => lot.donorName },
  { key: 'designation', title: t('lots.designation'), width: 130, render: (lot) => lot.designation },
  {
    key: 'in',
    title: t('lots.quantityIn'),
    width: 85,
    figure: true,
    render: (lot) => amount(lot.received, item.unitScale),
  },
  {
    key: 'here',
    title: t('lots.quantityHere'),
    width: 75,
    figure: true,
    render: (lot) => <b>{amount(lot.onHand, item.unitScale)}</b>,
  },
  {
    key: 'value',
    title: t('lots.value'),
    width: 115,
    figure: true,
    render: (lot) => <Money fen={lot.valueFen} />,
  },
];
