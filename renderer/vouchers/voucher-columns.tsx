// Columns of the list of vouchers.
import type { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { RelativeMark } from '../fairness/relative-mark.tsx';
import { count } from '../i18n/format.ts';
import { Money, type Column } from '../ui/index.ts';

export type Row = Output<'vouchers.list'>['rows'][number];
export type State = Row['state'];

const signs: Readonly<Record<State, string>> = {
  draft: '○',
  issued: '●',
  active: '●',
  'partly-used': '◐',
  used: '✔',
  expired: '▲',
  void: '✖',
  replaced: '✖',
};

export const voucherColumns = (
  t: ReturnType<typeof useTranslation<'vouchers'>>['t'],
): readonly Column<Row>[] => [
  {
    key: 'serial',
    title: t('list.serial'),
    width: 145,
    render: (row) => (
      <span className="figure" data-testid="voucher-row" data-voucher={row.id} data-state={row.state}>
        {row.state === 'draft' ? (
          row.serial
        ) : (
          <Link to={`../voucher/${String(row.id)}`} relative="path">
            {row.serial}
          </Link>
        )}
      </span>
    ),
  },
  {
    key: 'head',
    title: t('list.head'),
    width: 130,
    render: (row) => (
      <>
        {row.headName}
        <RelativeMark relative={row.relative} />
      </>
    ),
  },
  { key: 'category', title: t('list.category'), width: 125, spare: true, render: (row) => row.category },
  { key: 'community', title: t('list.community'), width: 120, render: (row) => row.community },
  {
    key: 'state',
    title: t('list.state'),
    width: 160,
    render: (row) => (
      <>
        <span aria-hidden="true">{signs[row.state]}</span> {t(`states.${row.state}`)}
      </>
    ),
  },
  {
    key: 'balance',
    title: t('list.balance'),
    width: 100,
    figure: true,
    render: (row) =>
      row.kind === 'points' ? (
        t('unit.nPoints', { n: count(row.balancePoints) })
      ) : (
        <Money fen={row.balanceFen} />
      ),
  },
  {
    key: 'code',
    title: t('list.code'),
    width: 165,
    render: (row) => (
      <span className="figure" data-testid="voucher-code">
        {row.typedCode}
      </span>
    ),
  },
  {
    key: 'validTo',
    title: t('list.validTo'),
    width: 115,
    spare: true,
    render: (row) => <span className="figure">{row.validTo}</span>,
  },
];
