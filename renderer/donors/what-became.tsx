// What became of the goods, kind by kind: each figure in its own unit, never added across units.
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';
import { DataTable, Day, Money, Quantity, type Column } from '../ui/index.ts';
import type { Donor, Words } from './donor-words.ts';

type Goods = Donor['goods'][number];

export const WhatBecame = ({ goods }: { readonly goods: Donor['goods'] }) => {
  const { t } = useTranslation('donors');
  return (
    <section data-testid="donor-became">
      <h2>{t('became.title')}</h2>
      {goods.length === 0 ? (
        <p className="secondary">{t('became.none')}</p>
      ) : (
        <DataTable
          label={t('became.title')}
          columns={columns(t)}
          rows={goods}
          rowKey={(row) => row.itemId}
          height={Math.min(360, 60 + goods.length * 48)}
        />
      )}
    </section>
  );
};

const columns = (t: Words): readonly Column<Goods>[] => {
  const pieces = (key: 'received' | 'issued' | 'onHand' | 'writtenOff', title: string): Column<Goods> => ({
    key,
    title,
    width: 120,
    figure: true,
    render: (row) => <Quantity smallest={row[key]} scale={row.unitScale} unit={row.unit} />,
  });
  return [
    { key: 'item', title: t('became.item'), width: 240, render: (row) => `${row.itemName} ${row.spec}` },
    pieces('received', t('became.received')),
    pieces('issued', t('became.issued')),
    {
      key: 'households',
      title: t('became.households'),
      width: 100,
      figure: true,
      render: (row) => t('became.householdCount', { n: count(row.households) }),
    },
    {
      key: 'last',
      title: t('became.lastIssued'),
      width: 150,
      render: (row) => <Day value={row.lastIssuedDay} />,
    },
    pieces('onHand', t('became.onHand')),
    pieces('writtenOff', t('became.writtenOff')),
    {
      key: 'value',
      title: t('goodsValue'),
      width: 130,
      figure: true,
      render: (row) => <Money fen={row.valueFen} />,
    },
  ];
};
