// Residents as rows, with the one thing that can be done to each; Enter does it too.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';
import { DataTable, type Column } from '../ui/index.ts';
import type { Resident } from './roster.tsx';

interface Props {
  readonly label: string;
  readonly rows: readonly Resident[];
  readonly emptyText: string;
  readonly markOf: (row: Resident) => 'new' | 'gone' | null;
  /** Null: the role may only look. */
  readonly verbOf: ((row: Resident) => string) | null;
  readonly onAct: (row: Resident) => void;
  readonly testId: string;
}

export const ResidentTable = ({ label, rows, emptyText, markOf, verbOf, onAct, testId }: Props) => {
  const { t } = useTranslation('proxies');
  const columns: readonly Column<Resident>[] = [
    {
      key: 'number',
      title: t('roster.number'),
      width: 170,
      render: (row) => {
        const mark = markOf(row);
        return (
          <span data-testid="resident">
            <span className="figure">{row.number}</span> {mark !== null && <b>{t(`roster.mark.${mark}`)}</b>}
          </span>
        );
      },
    },
    { key: 'head', title: t('roster.head'), width: 110, render: ({ headName }) => headName },
    { key: 'tail', title: t('roster.tail'), width: 100, render: ({ idTail }) => idTail },
    { key: 'category', title: t('roster.category'), width: 170, render: ({ category }) => category },
    {
      key: 'members',
      title: t('roster.members'),
      width: 80,
      figure: true,
      render: ({ members }) => count(members),
      total: count(rows.reduce((sum, { members }) => sum + members, 0)),
    },
    { key: 'community', title: t('roster.community'), width: 160, render: ({ community }) => community },
    {
      key: 'state',
      title: t('roster.state'),
      width: 140,
      render: ({ ended }) => t(ended ? 'roster.ended' : 'roster.eligible'),
    },
    ...(verbOf
      ? [
          {
            key: 'act',
            title: t('acts'),
            width: 110,
            render: (row: Resident) => (
              <Button data-testid={testId} onClick={() => onAct(row)}>
                {verbOf(row)}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable<Resident>
      label={label}
      height={320}
      columns={columns}
      rows={rows}
      rowKey={({ householdId }) => householdId}
      emptyText={emptyText}
      {...(verbOf && { onOpen: onAct })}
    />
  );
};
