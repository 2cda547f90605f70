// All batches with what became of their vouchers: issued = redeemed + void + expired + open (rulings.md 5).
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { DataTable, Failed, Page, useKeys, type Column } from '../ui/index.ts';
import { worthWords } from './face-words.ts';

type Row = Output<'vouchers.batches'>[number];
const figures = ['issued', 'redeemed', 'void', 'expired', 'outstanding'] as const;

export const BatchList = () => {
  const { t } = useTranslation('vouchers');
  const navigate = useNavigate();
  const mayIssue = useSession().may('vouchers.issue');
  const { data, isPending, failure, refetch } = useAct('vouchers.batches', {});
  const rows = data ?? [];
  const make = (): void => void navigate('new');
  useKeys(mayIssue ? { F4: make } : {});
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: t('batch.name'),
      width: 210,
      render: (row) => (
        <b data-testid="batch-row" data-batch={row.id}>
          {row.name}
        </b>
      ),
    },
    { key: 'festival', title: t('batch.festival'), width: 95, render: (row) => row.festival },
    {
      key: 'face',
      title: t('batch.face'),
      width: 100,
      figure: true,
      render: (row) => row.packageName ?? worthWords(t, row),
    },
    {
      key: 'valid',
      title: t('batch.valid'),
      width: 215,
      render: (row) => (
        <span className="figure">
          {row.validFrom} – {row.validTo}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('list.state'),
      width: 150,
      render: (row) =>
        row.state === 'draft' ? (
          <b data-testid="batch-draft">○ {t('draft.inList', { n: count(row.drafts) })}</b>
        ) : (
          <>
            ● {t('batch.issuedState')}
            {row.oneHand && ` ▲ ${t('facts.oneHand')}`}
          </>
        ),
    },
    ...figures.map((key): Column<Row> => ({
      key,
      title: t(`batch.${key}`),
      width: 72,
      figure: true,
      render: (row) => count(row[key]),
      total: count(rows.reduce((sum, row) => sum + row[key], 0)),
    })),
    { key: 'place', title: t('batch.place'), width: 135, render: (row) => row.place },
  ];
  return (
    <Page
      fill
      title={t('title')}
      keys={[
        ...(mayIssue ? [{ key: 'F4', does: t('keys.new') }] : []),
        { key: 'Enter', does: t('keys.open') },
      ]}
      acts={
        mayIssue && (
          <Button data-testid="vouchers-new" type="primary" onClick={make}>
            {t('new')} F4
          </Button>
        )
      }
    >
      <Failed failure={failure} onRetry={() => void refetch()} />
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={isPending}
        emptyText={t('batch.empty')}
        onOpen={(row) => void navigate(String(row.id))}
      />
    </Page>
  );
};
