// All kinds of goods with what is here, what of it has expired and what can be given out, side by side (lessons.md 19).
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { amount } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  ExportButtons,
  ListPage,
  Money,
  useKept,
  useSettled,
  type Column,
  type KeyHelp,
} from '../ui/index.ts';
import { labelsOf } from './label-draft.ts';

type Row = Output<'goods.list'>['rows'][number];
const start = { search: '', category: '' };

export const GoodsList = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const mayManage = useSession().may('goods.manage');
  const [filter, setFilter] = useKept('goods', start);
  const search = useSettled(filter.search);
  const list = useActPages('goods.list', { search, category: filter.category });
  const add = (): void => void navigate('add');
  const bring = (): void => void navigate('import');
  const categories = list.first?.categories ?? [];

  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={
        mayManage
          ? [
              { key: 'F4', label: t('import'), run: bring, testId: 'goods-import' },
              { key: 'F2', label: t('add'), run: add, testId: 'goods-add', primary: true },
            ]
          : []
      }
      filters={
        <Choice
          label={t('category')}
          value={filter.category}
          options={[
            { value: '', label: t('allCategories') },
            ...categories.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(category) => setFilter({ ...filter, category })}
        />
      }
      papers={
        <ExportButtons
          act="goods.export"
          input={{ search, category: filter.category }}
          formats={['xlsx', 'csv', 'pdf']}
          disabled={list.total === 0}
          testId="goods-export"
        />
      }
      keys={rowHelp(t, mayManage)}
      failure={list.failure}
    >
      <DataTable<Row>
        label={t('title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.category !== ''}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.id))}
        rowKeys={{
          F8: (row) => void navigate(labelsOf('items', [row.id])),
          ...(mayManage && { F6: (row) => void navigate(`${String(row.id)}/change`) }),
        }}
      />
    </ListPage>
  );
};

/** Keys of the row one stands on. */
const rowHelp = (
  t: ReturnType<typeof useTranslation<'goods'>>['t'],
  mayManage: boolean,
): readonly KeyHelp[] => [
  { key: 'Enter', does: t('rowKeys.open') },
  ...(mayManage ? [{ key: 'F6', does: t('rowKeys.change') }] : []),
  { key: 'F8', does: t('rowKeys.labels') },
];

const columns = (t: ReturnType<typeof useTranslation<'goods'>>['t']): readonly Column<Row>[] => [
  { key: 'name', title: t('name'), width: 190, render: (row) => row.name },
  { key: 'spec', title: t('spec'), width: 130, render: (row) => row.spec },
  { key: 'unit', title: t('unit'), width: 60, render: (row) => row.unit },
  {
    key: 'price',
    title: t('price'),
    width: 100,
    figure: true,
    render: (row) => <Money fen={row.listPriceFen} />,
  },
  {
    key: 'onHand',
    title: t('onHand'),
    width: 80,
    figure: true,
    render: (row) => amount(row.onHand, row.unitScale),
  },
  {
    key: 'reserved',
    title: t('reserved'),
    width: 112,
    figure: true,
    render: (row) => amount(row.reserved, row.unitScale),
  },
  {
    key: 'held',
    title: t('held'),
    width: 90,
    figure: true,
    render: (row) => amount(row.held, row.unitScale),
  },
  {
    key: 'expired',
    title: t('expired'),
    width: 90,
    figure: true,
    render: (row) =>
      row.expired === 0 ? (
        amount(0, row.unitScale)
      ) : (
        <span className="off">✖ {amount(row.expired, row.unitScale)}</span>
      ),
  },
  {
    key: 'available',
    title: t('available'),
    width: 80,
    figure: true,
    render: (row) => <b>{amount(row.available, row.unitScale)}</b>,
  },
  { key: 'category', title: t('category'), width: 80, render: (row) => row.category },
  { key: 'code', title: t('code'), width: 80, render: (row) => row.code },
  {
    key: 'barcodes',
    title: t('barcodes'),
    width: 170,
    render: (row) =>
      row.barcodes
        .map(({ barcode, packs }) => (packs === 1 ? barcode : `${barcode}×${String(packs)}`))
        .join(' '),
  },
  {
    key: 'packs',
    title: t('packs'),
    width: 130,
    render: (row) =>
      row.packs.map(({ unit, quantity }) => `${unit}=${amount(quantity, row.unitScale)}`).join(' '),
  },
];
