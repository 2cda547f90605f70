// The first run: what to set up → the shop → the manager → the recovery sheet. The practice shop leaves out the sheet and is filled
// with sample data instead. Nothing exists before the last form is saved; from then on every step can be tried again.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BooksKind, DesktopState } from '../../main/desktop/contract.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressPanel } from '../ui/progress-panel.tsx';
import { Failed } from '../ui/failed.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { SetUpForm } from './set-up-form.tsx';
import { useSetUp } from './use-set-up.ts';

interface Props {
  /** Absent when the books exist already but hold no shop yet: a first run that was cut off. */
  readonly state?: DesktopState;
  readonly resume?: BooksKind;
  readonly onDone: () => void;
}

export const Wizard = ({ state, resume, onDone }: Props) => {
  const { t } = useTranslation('shop');
  const [kind, setKind] = useState<BooksKind | null>(resume ?? null);
  const setUp = useSetUp(kind ?? 'real', resume === undefined, onDone);
  return (
    <main className="alone wizard">
      <header className="alone-head">
        <strong>{t('program', { ns: 'frame' })}</strong>
        <span className="secondary">{t('wizard.title')}</span>
        <LanguageSwitch />
      </header>
      {/* A practice shop is begun from within the program: nothing was cut off there. */}
      {resume === 'real' && setUp.stage === 'form' && <Notice tone="info" title={t('wizard.resume')} />}
      {kind === null ? (
        <ChooseBooks weak={state?.keyStore === 'weak'} onChoose={setKind} />
      ) : setUp.stage === 'recovery' ? (
        <RecoveryStep recoveryCode={setUp.recoveryCode} onDone={onDone} />
      ) : (
        <>
          <div hidden={setUp.stage !== 'form'}>
            <SetUpForm
              kind={kind}
              failure={setUp.failure}
              onSave={setUp.start}
              {...(resume === undefined ? { onBack: () => setKind(null) } : {})}
            />
          </div>
          {setUp.stage !== 'form' && (
            <div className="card narrow">
              {setUp.failure ? (
                <Failed failure={setUp.failure} onRetry={setUp.goOn} />
              ) : (
                <ProgressPanel
                  what={t(setUp.stage === 'filling' ? 'wizard.filling' : 'wizard.creating')}
                  progress={setUp.progress}
                />
              )}
            </div>
          )}
        </>
      )}
    </main>
  );
};

const ChooseBooks = ({
  weak,
  onChoose,
}: {
  readonly weak: boolean;
  readonly onChoose: (kind: BooksKind) => void;
}) => {
  const { t } = useTranslation('shop');
  return (
    <section className="card">
      <h1>{t('wizard.welcome')}</h1>
      <div className="big-choices">
        <button type="button" className="big-choice" autoFocus onClick={() => onChoose('real')}>
          <strong>{t('wizard.real')}</strong>
          <span>{t('wizard.realHint')}</span>
        </button>
        <button type="button" className="big-choice" onClick={() => onChoose('practice')}>
          <strong>{t('wizard.practice')}</strong>
          <span>{t('wizard.practiceHint')}</span>
        </button>
      </div>
      {weak && <Notice tone="warn" title={t('wizard.keyStoreWeak')} />}
    </section>
  );
};
