// Filings, those in force first asked for; F8 ends the one the cursor stands on, never one's own.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../db/contract/index.ts';
import { useActPages, useCommand } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { day } from '../../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ListPage,
  ReverseDialog,
  StateTag,
  useKept,
  useSettled,
  type Column,
} from '../../ui/index.ts';

type Row = Output<'fairness.relatives'>['rows'][number];
const start: { readonly search: string; readonly show: 'in-force' | 'all' } = {
  search: '',
  show: 'in-force',
};

export const RelativeList = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const mayManage = useSession().may('fairness.manage');
  const [filter, setFilter] = useKept('relatives', start);
  const search = useSettled(filter.search);
  const list = useActPages('fairness.relatives', { search, inForce: filter.show === 'in-force' });
  const [ending, setEnding] = useState<Row | null>(null);
  const mayEnd = (row: Row): boolean => mayManage && row.toDay === null && !row.own;
  const end = (row: Row): void => {
    if (mayEnd(row)) setEnding(row);
  };
  return (
    <ListPage
      title={t('relatives.title')}
      searchLabel={t('relatives.search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={[
        {
          key: 'F9',
          label: t('relatives.report'),
          run: () => void navigate('report'),
          testId: 'relatives-report',
        },
        ...(mayManage
          ? [
              {
                key: 'F2',
                label: t('relatives.file'),
                run: () => void navigate('file'),
                testId: 'relative-file',
                primary: true,
              },
            ]
          : []),
      ]}
      keys={mayManage ? [{ key: 'F8', does: t('relatives.end') }] : []}
      filters={
        <Choice
          label={t('relatives.filter')}
          testId="relatives-show"
          value={filter.show}
          options={[
            { value: 'in-force', label: t('relatives.onlyInForce') },
            { value: 'all', label: t('relatives.everything') },
          ]}
          onChange={(show) => setFilter({ ...filter, show })}
        />
      }
      failure={list.failure}
    >
      <p className="secondary">{t('relatives.about')}</p>
      <DataTable
        label={t('relatives.title')}
        columns={columns(t, { mayEnd, end })}
        rows={list.rows}
        rowKey={(row) => row.kinshipId}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== ''}
        {...(filter.search === '' ? { emptyText: t('relatives.empty') } : {})}
        onNear={list.more}
        rowKeys={{ F8: end }}
      />
      {ending && <EndDialog row={ending} onClose={() => setEnding(null)} />}
    </ListPage>
  );
};

const EndDialog = ({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) => {
  const { t } = useTranslation('fairness');
  const end = useCommand('fairness.endRelative');
  return (
    <ReverseDialog
      testId="relative-end"
      paper={t('relatives.paper')}
      number={row.number}
      title={t('relatives.endTitle')}
      verb={t('relatives.end')}
      figures={[
        { label: t('relatives.staff'), value: row.staff },
        { label: t('relatives.relation'), value: row.relation },
      ]}
      effect={t('relatives.endEffect', { staff: row.staff })}
      pending={end.pending}
      failure={end.failure}
      onConfirm={(reason) =>
        void end.run({ kinshipId: row.kinshipId, reason }).then((done) => done && onClose())
      }
      onClose={onClose}
    />
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'fairness'>>['t'],
  { mayEnd, end }: { readonly mayEnd: (row: Row) => boolean; readonly end: (row: Row) => void },
): readonly Column<Row>[] => [
  { key: 'staff', title: t('relatives.staff'), width: 95, render: (row) => row.staff },
  { key: 'relation', title: t('relatives.relation'), width: 85, render: (row) => row.relation },
  {
    key: 'number',
    title: t('number'),
    width: 90,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'head', title: t('head'), width: 80, render: (row) => row.headName },
  { key: 'category', title: t('category'), width: 125, render: (row) => row.category },
  { key: 'from', title: t('relatives.from'), width: 145, render: (row) => <Day value={row.fromDay} /> },
  { key: 'document', title: t('relatives.document'), width: 120, render: (row) => row.document },
  {
    key: 'state',
    title: t('relatives.state'),
    width: 170,
    render: (row) =>
      row.toDay === null ? (
        <StateTag tone="warn" word={t('relatives.inForce')} />
      ) : (
        t('relatives.ended', { day: day(row.toDay), reason: row.endReason })
      ),
  },
  { key: 'by', title: t('relatives.filedBy'), width: 80, render: (row) => row.filedBy },
  {
    key: 'acts',
    title: t('relatives.end'),
    width: 125,
    render: (row) =>
      mayEnd(row) ? (
        <Button size="small" data-testid="relative-end" onClick={() => end(row)}>
          {t('relatives.end')} F8
        </Button>
      ) : row.own && row.toDay === null ? (
        <span className="secondary">{t('relatives.own')}</span>
      ) : null,
  },
];
