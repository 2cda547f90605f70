// One batch: its figures, its two papers, and every voucher in it.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { VOUCHER_STATES } from '../../db/domain/voucher-state.ts';
import type { ActError } from '../../db/contract/act.ts';
import type { Output } from '../../db/contract/index.ts';
import { voucherLayouts } from '../../db/contract/vouchers.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Failed,
  FilterLine,
  Notice,
  Page,
  PaperButtons,
  useKeys,
  useKept,
  useSettled,
} from '../ui/index.ts';
import { BatchFacts } from './batch-facts.tsx';
import { BatchLife } from './batch-life.tsx';
import { DraftPage } from './draft-page.tsx';
import { worthWords, type Worth } from './face-words.ts';
import { voucherColumns, type Row, type State } from './voucher-columns.tsx';

const start: { readonly search: string; readonly state: State | '' } = { search: '', state: '' };
const figures = ['issued', 'redeemed', 'void', 'expired', 'outstanding'] as const;

/** A draft is another page than what was issued: nothing of it can be printed or spent. */
export const BatchPage = () => {
  const batchId = Number(useParams()['batchId']);
  const { data, failure } = useAct('vouchers.batches', {});
  const batch = data?.find(({ id }) => id === batchId);
  if (batch?.state === 'draft') return <DraftPage batchId={batchId} />;
  return <IssuedBatch batchId={batchId} batch={batch} failure={failure} />;
};

interface Props {
  readonly batchId: number;
  readonly batch: Output<'vouchers.batches'>[number] | undefined;
  readonly failure: ActError | null;
}

const IssuedBatch = ({ batchId, batch, failure }: Props) => {
  const { t } = useTranslation('vouchers');
  const { t: tLife } = useTranslation('voucherLife');
  const navigate = useNavigate();
  const { state: arrived } = useLocation() as {
    state: (Worth & { readonly issued: number }) | null;
  };
  const session = useSession();
  const [filter, setFilter] = useKept(`vouchers/${batchId}`, start);
  const [layout, setLayout] = useKept<(typeof voucherLayouts)[number]>('vouchers/layout', 'a4-8');
  const search = useSettled(filter.search.trim());
  const list = useActPages('vouchers.list', {
    batchId,
    state: filter.state === '' ? null : filter.state,
    search,
  });
  const [facts, setFacts] = useState(false);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  const mayPrint = session.may('vouchers.issue');

  return (
    <Page
      fill
      title={batch?.name ?? t('title')}
      keys={[
        { key: 'F3', does: t('keys.search') },
        { key: 'Enter', does: tLife('page.open') },
        { key: 'Esc', does: t('list.back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('list.back')} Esc
        </Button>
      }
    >
      {arrived && (
        <Notice
          tone="done"
          title={t('issue.done', { n: count(arrived.issued), face: worthWords(t, arrived) })}
        >
          {t('issue.next')}
        </Notice>
      )}
      <Failed failure={failure} />
      {batch && (
        <div className="batch-head">
          <dl className="batch-figures" data-testid="batch-figures">
            <div>
              <dt>{t('batch.face')}</dt>
              <dd className="figure">{batch.packageName ?? worthWords(t, batch)}</dd>
            </div>
            {figures.map((key) => (
              <div key={key} data-testid={`batch-${key}`}>
                <dt>{t(`batch.${key}`)}</dt>
                <dd className="figure">{count(batch[key])}</dd>
              </div>
            ))}
          </dl>
          <p className="batch-facts">
            {t('batch.valid')} {day(batch.validFrom)} – {day(batch.validTo)} · {t('batch.place')}{' '}
            {batch.place} · {t('facts.prepared')} {batch.preparedBy} · {t('facts.approved')}{' '}
            {batch.approvedBy}
            {batch.oneHand && <b data-testid="batch-one-hand"> ▲ {t('facts.oneHand')}</b>}{' '}
            <Button size="small" data-testid="batch-facts" onClick={() => setFacts(!facts)}>
              {t('facts.title')}
            </Button>
          </p>
          {facts && <LoadedFacts batchId={batchId} />}
        </div>
      )}
      {mayPrint && (
        <div className="batch-papers" aria-label={t('papers.title')} role="group">
          <Choice
            label={t('papers.layout')}
            testId="voucher-layout"
            value={layout}
            options={voucherLayouts.map((each) => ({ value: each, label: t(`layouts.${each}`) }))}
            onChange={setLayout}
          />
          <PaperButtons
            act="vouchers.printSheet"
            input={{ batchId, layout }}
            primary
            label={t('papers.sheet')}
            testId="voucher-sheet"
          />
          <PaperButtons
            act="vouchers.signOffList"
            input={{ batchId, format: 'pdf' }}
            label={t('papers.signOff')}
            testId="sign-off"
          />
          <PaperButtons
            act="vouchers.signOffList"
            input={{ batchId, format: 'xlsx' }}
            kind="sheet"
            label={t('papers.signOffSheet')}
            testId="sign-off-xlsx"
          />
        </div>
      )}
      {batch && <BatchLife batchId={batchId} name={batch.name} />}
      <FilterLine
        label={t('list.search')}
        value={filter.search}
        onChange={(text) => setFilter({ ...filter, search: text })}
      >
        <Choice<State | ''>
          label={t('list.state')}
          testId="voucher-state"
          value={filter.state}
          options={[
            { value: '', label: t('list.allStates') },
            ...VOUCHER_STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
          ]}
          onChange={(state) => setFilter({ ...filter, state })}
        />
      </FilterLine>
      <Failed failure={list.failure} />
      <DataTable<Row>
        label={t('title')}
        columns={voucherColumns(t)}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.state !== ''}
        onNear={list.more}
        onOpen={({ id, state }) => {
          if (state !== 'draft') void navigate(`../voucher/${String(id)}`, { relative: 'path' });
        }}
      />
    </Page>
  );
};

const LoadedFacts = ({ batchId }: { readonly batchId: number }) => {
  const { data, failure } = useAct('vouchers.batch', { batchId });
  return data ? <BatchFacts batch={data} /> : <Failed failure={failure} />;
};
