// 扫码枪检查: a code on the screen, and in plain words what came of it and what to do. Everybody may use it; nothing goes into the books.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useScannerListening } from '../app/scanner.ts';
import { useSession } from '../app/session.tsx';
import { play } from '../counter/sounds.ts';
import { day } from '../i18n/format.ts';
import { Notice, useKeys } from '../ui/index.ts';
import { CheckResult } from './check-result.tsx';
import { diagnose } from './diagnosis.ts';
import { rememberedScanner, rememberScanner } from './remembered.ts';
import './scanner.css';
import { squaresOf, testCode } from './test-code.ts';
import { useHeard } from './use-heard.ts';

const quiet = 4;

const ScannerCheck = () => {
  const { t } = useTranslation('scanner');
  const navigate = useNavigate();
  const { status } = useSession();
  const [remembered, setRemembered] = useState(rememberedScanner);
  const { surface, ready, heard } = useHeard(({ keys, text }) => {
    const { good, suffix } = diagnose(testCode, keys, text);
    play(good ? 'done' : 'warn');
    if (!good) return;
    const next = { suffix, goodOn: status.businessDay };
    rememberScanner(next);
    setRemembered(next);
  });
  useScannerListening(ready);
  useEffect(() => surface.current?.focus({ preventScroll: true }), [surface]);
  useKeys({ Escape: () => void navigate(-1) });
  const code = useMemo(() => squaresOf(testCode), []);
  const [last, ...before] = heard;
  const side = code.size + 2 * quiet;
  return (
    <div
      ref={surface}
      tabIndex={0}
      role="group"
      aria-label={t('title')}
      className="scanner-check"
      data-testid="scanner-check"
    >
      <section className="office-section">
        <h2>{t('title')}</h2>
        <p className="scanner-sign">{t('sign')}</p>
        <svg
          className="scanner-code"
          viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
          role="img"
          aria-label={t('code')}
          shapeRendering="crispEdges"
          data-testid="scanner-code"
        >
          <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
        <p className="secondary">{t('hint')}</p>
        <p className="secondary" data-testid="scanner-remembered">
          {remembered?.goodOn
            ? t('remembered', { day: day(remembered.goodOn), suffix: t(`suffix.${remembered.suffix}`) })
            : t('neverChecked')}
        </p>
        <p className="secondary">{t('back')}</p>
      </section>
      <section className="office-section" aria-live="polite">
        <h2>{t('result')}</h2>
        {last ? (
          <CheckResult key={last.number} heard={last} />
        ) : (
          <Notice tone="info" title={t('waiting')}>
            <p>{t('silent')}</p>
          </Notice>
        )}
        {before.length > 0 && (
          <>
            <h3>{t('before')}</h3>
            <ol className="scanner-before">
              {before.map(({ number, text }) => (
                <li key={number} data-testid="scanner-before" data-number={number} data-text={text ?? ''}>
                  {text ?? t('stops.nothing-read.title')}
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
    </div>
  );
};
export default ScannerCheck;
