// A batch that waits for approval: what it would issue, in totals; whoever checks compares them with the paper and types them, or
// the draft is deleted. Nothing of it can be printed or spent.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useActPages, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, instant } from '../i18n/format.ts';
import { ConfirmFinal, DataTable, Failed, Notice, Page, ProgressPanel, useKeys } from '../ui/index.ts';
import { ApproveBatch } from './approve-batch.tsx';
import { BatchFacts } from './batch-facts.tsx';
import { BatchWarnings } from './batch-warnings.tsx';
import { worthWords } from './face-words.ts';
import { voucherColumns, type Row } from './voucher-columns.tsx';

type Batch = Output<'vouchers.batch'>;

export const DraftPage = ({ batchId }: { readonly batchId: number }) => {
  const { data, failure } = useAct('vouchers.batch', { batchId });
  return data ? <Draft batch={data} /> : <Failed failure={failure} />;
};

const Draft = ({ batch }: { readonly batch: Batch }) => {
  const { t } = useTranslation('vouchers');
  const navigate = useNavigate();
  const mayIssue = useSession().may('vouchers.issue');
  const [asking, setAsking] = useState<'approve' | 'delete' | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const approve = (): void => setAsking(batch.mayApprove ? 'approve' : null);
  const remove = (): void => setAsking(mayIssue ? 'delete' : null);
  useKeys({ Escape: back, F9: approve, F8: remove });
  return (
    <Page
      title={`${batch.name} · ${t('draft.title')}`}
      keys={[
        ...(batch.mayApprove ? [{ key: 'F9', does: t('draft.approve') }] : []),
        ...(mayIssue ? [{ key: 'F8', does: t('draft.delete') }] : []),
        { key: 'Esc', does: t('list.back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('list.back')} Esc
        </Button>
      }
    >
      <Notice
        tone="warn"
        title={t(batch.mayApprove ? 'draft.waits' : 'draft.waitsForOther', { who: batch.preparedBy })}
      >
        {t('draft.prepared', { who: batch.preparedBy, at: instant(batch.preparedAt) })}
      </Notice>
      <dl className="batch-figures" data-testid="draft-figures">
        <div data-testid="draft-pieces">
          <dt>{t('preview.vouchers')}</dt>
          <dd className="figure">{t('preview.unit.vouchers', { n: count(batch.total.vouchers) })}</dd>
        </div>
        <div>
          <dt>{t('preview.households')}</dt>
          <dd className="figure">{t('preview.unit.households', { n: count(batch.total.households) })}</dd>
        </div>
        <div>
          <dt>{t('preview.people')}</dt>
          <dd className="figure">{t('preview.unit.people', { n: count(batch.total.people) })}</dd>
        </div>
        <div data-testid="draft-worth">
          <dt>{t('preview.faceFen')}</dt>
          <dd className="figure">{worthWords(t, batch.total)}</dd>
        </div>
      </dl>
      <BatchWarnings stock={batch.stock} sameList={batch.sameList} />
      {mayIssue && (
        <div className="button-row">
          {batch.mayApprove && (
            <Button data-testid="draft-approve" type="primary" size="large" onClick={approve}>
              {t('draft.approve')} F9
            </Button>
          )}
          <Button data-testid="draft-delete" size="large" danger onClick={remove}>
            {t('draft.delete')} F8
          </Button>
        </div>
      )}
      <Receivers batchId={batch.id} />
      <BatchFacts batch={batch} />
      {asking === 'approve' && <ApproveBatch batch={batch} onClose={() => setAsking(null)} />}
      {asking === 'delete' && <DeleteDraft batch={batch} onClose={() => setAsking(null)} onDone={back} />}
    </Page>
  );
};

const shown: ReadonlySet<string> = new Set(['head', 'category', 'community', 'balance', 'validTo']);

/** Every single one, for whoever checks: totals alone say nothing of whom. No number and no code yet. */
const Receivers = ({ batchId }: { readonly batchId: number }) => {
  const { t } = useTranslation('vouchers');
  const list = useActPages('vouchers.list', { batchId });
  return (
    <>
      <h2>{t('draft.receivers')}</h2>
      <DataTable<Row>
        label={t('draft.receivers')}
        height={240}
        columns={voucherColumns(t).filter(({ key }) => shown.has(key))}
        rows={list.rows}
        rowKey={({ id }) => id}
        loading={list.loading}
        total={list.total}
        onNear={list.more}
      />
      <Failed failure={list.failure} />
    </>
  );
};

interface DeleteProps {
  readonly batch: Batch;
  readonly onClose: () => void;
  readonly onDone: () => void;
}
const DeleteDraft = ({ batch, onClose, onDone }: DeleteProps) => {
  const { t } = useTranslation('vouchers');
  const deleting = useCommand('vouchers.deleteBatch');
  const confirm = async (): Promise<void> => {
    if (await deleting.run({ batchId: batch.id })) onDone();
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="draft-delete-confirm"
      title={t('draft.deleteAsk')}
      verb={t('draft.delete')}
      pending={deleting.pending}
      figures={[
        { label: t('batch.name'), value: batch.name },
        {
          label: t('preview.vouchers'),
          value: t('preview.unit.vouchers', { n: count(batch.total.vouchers) }),
        },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {deleting.pending && <ProgressPanel what={t('draft.deleting')} progress={null} />}
      <Failed failure={deleting.failure} />
    </ConfirmFinal>
  );
};
