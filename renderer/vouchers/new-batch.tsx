// Issuing a batch: the form, who would receive one, one question in figures, the issue with its progress.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import type { Output } from '../../db/contract/index.ts';
import { actErrorOf, read, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day, money } from '../i18n/format.ts';
import { ConfirmFinal, Failed, Notice, Page, ProgressPanel, useKeys, useKept } from '../ui/index.ts';
import { emptyDraft, mistakesOf, specOf, type BatchDraft, type BatchSpec } from './batch-draft.ts';
import { BatchForm } from './batch-form.tsx';
import { BatchPreview } from './batch-preview.tsx';

interface Previewed {
  readonly spec: BatchSpec;
  readonly answer: Output<'vouchers.previewBatch'>;
}

export const NewBatch = () => {
  const { t } = useTranslation('vouchers');
  const navigate = useNavigate();
  const { status } = useSession();
  const [draft, setDraft] = useKept<BatchDraft>('vouchers/new', emptyDraft(status.businessDay, status.name));
  const [tried, setTried] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  const [asking, setAsking] = useState(false);
  const issuing = useCommand('vouchers.issueBatch');
  const wrong = Object.values(mistakesOf(draft, status.businessDay)).filter(
    (mistake) => mistake !== undefined,
  ).length;
  const back = (): void => void navigate('..', { relative: 'path' });

  const preview = async (): Promise<void> => {
    setTried(true);
    const spec = specOf(draft, status.businessDay);
    if (!spec) {
      setPreviewed(null);
      document
        .querySelector('.batch-form .form-mistake, .batch-form [aria-invalid="true"]')
        ?.scrollIntoView({ block: 'center' });
      return;
    }
    setFailure(null);
    setPreviewing(true);
    try {
      setPreviewed({ spec, answer: await read('vouchers.previewBatch', { spec }) });
    } catch (thrown) {
      setPreviewed(null);
      setFailure(actErrorOf(thrown));
    } finally {
      setPreviewing(false);
    }
  };
  const issue = async (): Promise<void> => {
    if (!previewed) return;
    const done = await issuing.run({
      spec: previewed.spec,
      expectHouseholds: previewed.answer.households,
      expectReceivers: previewed.answer.receivers,
    });
    if (!done) return;
    setDraft(emptyDraft(status.businessDay, status.name));
    void navigate(`../${done.batchId}`, {
      relative: 'path',
      replace: true,
      state: { issued: done.issued, faceFen: done.faceFen },
    });
  };
  /** What was counted is not what would be issued: the new count is shown before anybody asks again. */
  const closeQuestion = (): void => {
    setAsking(false);
    if (issuing.failure?.kind === 'refusal' && issuing.failure.code === 'batch-changed-since-preview')
      void preview();
    issuing.reset();
  };
  const stale =
    previewed !== null &&
    JSON.stringify(specOf(draft, status.businessDay)) !== JSON.stringify(previewed.spec);
  // 近亲属备案: a batch with relatives of the one who sits here is issued by somebody else.
  const own = previewed?.answer.ownRelatives ?? [];
  const ask = (): void => {
    if (previewed && !stale && own.length === 0) setAsking(true);
  };
  useKeys({ Escape: back, 'Ctrl+Enter': () => void preview(), F9: ask });

  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.preview') },
        { key: 'F9', does: t('issue.action') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <div className="batch-columns">
        <BatchForm
          draft={draft}
          today={status.businessDay}
          tried={tried}
          pending={previewing}
          onChange={setDraft}
          onPreview={() => void preview()}
        />
        <div className="batch-outcome" aria-live="polite">
          {tried && wrong > 0 && (
            <Notice tone="warn" title={t('form.mistakes', { ns: 'common', count: wrong })} />
          )}
          <Failed failure={failure} />
          {previewing && <ProgressPanel what={t('form.previewing')} progress={null} />}
          {previewed && !previewing && (
            <BatchPreview answer={previewed.answer}>
              {stale ? (
                <Notice tone="warn" title={t('preview.stale')} />
              ) : own.length > 0 ? (
                <Notice tone="warn" title={t('preview.ownRelatives', { n: count(own.length) })}>
                  <p data-testid="preview-own-relatives">{own.join('、')}</p>
                  <p>{t('preview.ownRelativesNext')}</p>
                </Notice>
              ) : (
                <Button data-testid="batch-issue" type="primary" size="large" onClick={ask}>
                  {t('issue.verb', { n: count(previewed.answer.vouchers) })} F9
                </Button>
              )}
            </BatchPreview>
          )}
        </div>
      </div>
      {previewed && (
        <ConfirmFinal
          open={asking}
          testId="batch-issue-confirm"
          title={t('issue.ask')}
          verb={t('issue.verb', { n: count(previewed.answer.vouchers) })}
          pending={issuing.pending}
          confirmDisabled={issuing.failure?.kind === 'refusal'}
          figures={[
            { label: t('batch.name'), value: previewed.spec.name },
            {
              label: t('issue.figures.households'),
              value: t('preview.unit.households', { n: count(previewed.answer.households) }),
            },
            {
              label: t('issue.figures.vouchers'),
              value: t('preview.unit.vouchers', { n: count(previewed.answer.vouchers) }),
            },
            { label: t('issue.figures.each'), value: money(previewed.spec.faceFen) },
            { label: t('issue.figures.face'), value: <b>{money(previewed.answer.faceFen)}</b> },
            {
              label: t('issue.figures.valid'),
              value: `${day(previewed.spec.validFrom)} – ${day(previewed.spec.validTo)}`,
            },
          ]}
          onConfirm={() => void issue()}
          onCancel={closeQuestion}
        >
          {issuing.pending && (
            <ProgressPanel what={t('issue.working')} progress={issuing.progress} onCancel={issuing.cancel} />
          )}
          <Failed failure={issuing.failure} onRetry={() => void issue()} />
        </ConfirmFinal>
      )}
    </Page>
  );
};
