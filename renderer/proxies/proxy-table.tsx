// Standing proxies as rows. Masked; the tail of the paper is what a till compares.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { DataTable, type Column } from '../ui/index.ts';

export type StandingRow = Output<'proxies.list'>['rows'][number];

interface Props {
  readonly rows: readonly StandingRow[];
  readonly total: number;
  readonly loading: boolean;
  readonly filtered: boolean;
  readonly emptyText: string;
  readonly onNear: () => void;
  /** Null: the role may only look. */
  readonly onEnd: ((row: StandingRow) => void) | null;
}

export const ProxyTable = ({ rows, total, loading, filtered, emptyText, onNear, onEnd }: Props) => {
  const { t } = useTranslation('proxies');
  return (
    <DataTable<StandingRow>
      label={t('standing.title')}
      columns={columns(t, onEnd)}
      rows={rows}
      rowKey={({ id }) => id}
      total={total}
      loading={loading}
      filtered={filtered}
      {...(filtered ? {} : { emptyText })}
      onNear={onNear}
      {...(onEnd && { onOpen: (row: StandingRow) => isOpen(row) && onEnd(row) })}
    />
  );
};

const isOpen = ({ state }: StandingRow): boolean => state === 'valid' || state === 'not-yet';
const signs = { valid: '✔', 'not-yet': '○', expired: '✖', ended: '✖' } as const;

const columns = (t: TFunction<'proxies'>, onEnd: Props['onEnd']): readonly Column<StandingRow>[] => [
  {
    key: 'household',
    title: t('standing.household'),
    width: 150,
    render: (row) => (
      <>
        <span className="figure">{row.householdNumber}</span> {row.headName}
      </>
    ),
  },
  { key: 'name', title: t('standing.name'), width: 90, render: (row) => <b>{row.name}</b> },
  {
    key: 'paper',
    title: t('standing.paper'),
    width: 165,
    render: (row) => `${t(`documents.${row.document}`)} ${row.documentTail}`,
  },
  {
    key: 'relation',
    title: t('standing.relation'),
    width: 145,
    render: (row) => `${row.relation} · ${t(row.related ? 'related' : 'unrelated')}`,
  },
  {
    key: 'others',
    title: t('standing.others'),
    width: 90,
    render: (row) => (row.otherHouseholds === 0 ? '' : t('standing.othersOf', { n: row.otherHouseholds })),
  },
  { key: 'ground', title: t('standing.ground'), width: 130, render: (row) => row.ground },
  {
    key: 'period',
    title: t('standing.period'),
    width: 125,
    render: (row) => (
      <span className="figure">
        {row.fromDay} – {row.endedDay ?? row.toDay}
      </span>
    ),
  },
  {
    key: 'state',
    title: t('standing.state'),
    width: 105,
    render: (row) => (
      <span data-testid="proxy-state">
        {signs[row.state]} {t(`standing.states.${row.state}`)}{' '}
        {row.endReason !== '' && <span className="secondary">{row.endReason}</span>}
      </span>
    ),
  },
  ...(onEnd
    ? [
        {
          key: 'end',
          title: t('acts'),
          width: 90,
          render: (row: StandingRow) =>
            isOpen(row) && (
              <Button data-testid="proxy-end" onClick={() => onEnd(row)}>
                {t('standing.end')}
              </Button>
            ),
        },
      ]
    : []),
];
