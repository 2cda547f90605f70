// A new batch: the form, who would receive one, one question in figures, then either a draft for somebody else to approve, or the
// issue at one go where both stand here. Both with progress.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import type { Output } from '../../db/contract/index.ts';
import { actErrorOf, read, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day } from '../i18n/format.ts';
import { ConfirmFinal, Failed, Notice, Page, ProgressPanel, useKeys, useKept } from '../ui/index.ts';
import { emptyDraft, mistakesOf, specOf, type BatchDraft, type BatchSpec } from './batch-draft.ts';
import { BatchForm } from './batch-form.tsx';
import { BatchPreview } from './batch-preview.tsx';
import { worthWords } from './face-words.ts';
import { SecondPerson, useOthers } from './second-person.tsx';

interface Previewed {
  readonly spec: BatchSpec;
  readonly answer: Output<'vouchers.previewBatch'>;
}

export const NewBatch = () => {
  const { t } = useTranslation('vouchers');
  const navigate = useNavigate();
  const { status } = useSession();
  const [draft, setDraft] = useKept<BatchDraft>(
    'vouchers/new-batch',
    emptyDraft(status.businessDay, status.name),
  );
  const [tried, setTried] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  const [asking, setAsking] = useState<'prepare' | 'issue' | null>(null);
  const [again, setAgain] = useState(false);
  const others = useOthers();
  const nobody = { login: others[0]?.login ?? '', password: '' };
  const [second, setSecond] = useState(nobody);
  const [signed, setSigned] = useState(false);
  const issueNow = useCommand('vouchers.issueBatch');
  const prepareOnly = useCommand('vouchers.prepareBatch');
  const issuing = asking === 'prepare' ? prepareOnly : issueNow;
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
  const needsSecond = previewed?.answer.needsSecond === true;
  const leave = (batchId: number, state: object | null): void => {
    setDraft(emptyDraft(status.businessDay, status.name));
    void navigate(`../${batchId}`, { relative: 'path', replace: true, state });
  };
  const confirm = async (): Promise<void> => {
    if (!previewed) return;
    const { spec, answer } = previewed;
    const same = { spec, expectReceivers: answer.receivers, again: answer.sameList !== null && again };
    if (asking === 'prepare') {
      const done = await prepareOnly.run(same);
      if (done) leave(done.batchId, null);
      return;
    }
    setSigned(true);
    if (needsSecond && second.password === '') return;
    const approval = needsSecond ? second : null;
    const done = await issueNow.run({ ...same, expectHouseholds: answer.households, approval });
    if (done)
      leave(done.batchId, { issued: done.issued, faceFen: done.faceFen, facePoints: done.facePoints });
  };
  /** What was counted is not what would be issued: the new count is shown before anybody asks again. */
  const closeQuestion = (): void => {
    setAsking(null);
    setSigned(false);
    setSecond(nobody);
    if (issuing.failure?.kind === 'refusal' && issuing.failure.code === 'batch-changed-since-preview')
      void preview();
    issuing.reset();
  };
  const stale =
    previewed !== null &&
    JSON.stringify(specOf(draft, status.businessDay)) !== JSON.stringify(previewed.spec);
  // 近亲属备案: a batch with relatives of the one who sits here is issued by somebody else.
  const own = previewed?.answer.ownRelatives ?? [];
  const twice = previewed !== null && previewed.answer.sameList !== null && !again;
  const ask = (what: 'prepare' | 'issue') => (): void => {
    if (previewed && !stale && own.length === 0 && !twice) setAsking(what);
  };
  // Where one person may issue, the draft is the detour; otherwise the issue at one go is.
  const [main, detour] = needsSecond ? (['prepare', 'issue'] as const) : (['issue', 'prepare'] as const);
  useKeys({ Escape: back, 'Ctrl+Enter': () => void preview(), F9: ask(main), F8: ask(detour) });

  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.preview') },
        { key: 'F9', does: t(`issue.${main}`) },
        { key: 'F8', does: t(`issue.${detour}`) },
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
                <>
                  {previewed.answer.sameList && (
                    <Checkbox
                      data-testid="batch-again"
                      checked={again}
                      onChange={({ target }) => setAgain(target.checked)}
                    >
                      {t('issue.again')}
                    </Checkbox>
                  )}
                  <div className="button-row">
                    {[main, detour].map((what, at) => (
                      <Button
                        key={what}
                        data-testid={`batch-${what}`}
                        {...(at === 0 ? { type: 'primary' as const } : {})}
                        size="large"
                        disabled={twice}
                        onClick={ask(what)}
                      >
                        {t(`issue.${what}`)} {at === 0 ? 'F9' : 'F8'}
                      </Button>
                    ))}
                  </div>
                </>
              )}
            </BatchPreview>
          )}
        </div>
      </div>
      {previewed && (
        <ConfirmFinal
          open={asking !== null}
          testId="batch-issue-confirm"
          title={t(asking === 'prepare' ? 'issue.askPrepare' : 'issue.ask')}
          verb={t(asking === 'prepare' ? 'issue.verbPrepare' : 'issue.verb', {
            n: count(previewed.answer.vouchers),
          })}
          pending={issuing.pending}
          confirmDisabled={
            issuing.failure?.kind === 'refusal' && !issuing.failure.code.startsWith('approval-')
          }
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
            { label: t('issue.figures.face'), value: <b>{worthWords(t, previewed.answer)}</b> },
            {
              label: t('issue.figures.valid'),
              value: `${day(previewed.spec.validFrom)} – ${day(previewed.spec.validTo)}`,
            },
          ]}
          onConfirm={() => void confirm()}
          onCancel={closeQuestion}
        >
          {asking === 'issue' && needsSecond && (
            <SecondPerson value={second} tried={signed} onChange={setSecond} />
          )}
          {issuing.pending && (
            <ProgressPanel
              what={t(asking === 'prepare' ? 'issue.preparing' : 'issue.working')}
              progress={issuing.progress}
              onCancel={issuing.cancel}
            />
          )}
          <Failed failure={issuing.failure} onRetry={() => void confirm()} />
        </ConfirmFinal>
      )}
    </Page>
  );
};
