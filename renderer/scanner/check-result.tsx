// What one scan on the check page says: whether the scanner is fit for the counter, what to do about it, and the facts behind it.
import { useTranslation } from 'react-i18next';
import { FactList, Notice } from '../ui/index.ts';
import { diagnose } from './diagnosis.ts';
import { testCode } from './test-code.ts';
import type { Heard } from './use-heard.ts';

export const CheckResult = ({ heard }: { readonly heard: Heard }) => {
  const { t } = useTranslation('scanner');
  const found = diagnose(testCode, heard.keys, heard.text);
  const { good, stops, notes, suffix, lost, extra, keyboard, averageMs, longestMs } = found;
  const asides = notes.filter((note) => note !== 'no-suffix' && note !== 'tab');
  return (
    <div
      data-testid="scanner-result"
      data-number={heard.number}
      data-text={heard.text ?? ''}
      data-good={good}
      data-found={[...stops, ...notes].join(' ')}
    >
      {good && (
        <Notice tone="done" title={t('good.title')}>
          <p>{t('good.detail')}</p>
        </Notice>
      )}
      {stops.map((stop) => (
        <Notice key={stop} tone={stop === 'other-code' ? 'warn' : 'stop'} title={t(`stops.${stop}.title`)}>
          <p>
            {t(`stops.${stop}.todo`, {
              lost,
              extra,
              keyboard: keyboard === null ? '' : t(`keyboards.${keyboard}`),
            })}
          </p>
        </Notice>
      ))}
      {asides.map((note) => (
        <Notice key={note} tone="info" title={t(`notes.${note}.title`)}>
          <p>{t(`notes.${note}.todo`)}</p>
        </Notice>
      ))}
      <FactList
        facts={[
          [
            t('facts.text'),
            <span key="text" className="scanner-text">
              {heard.text ?? t('facts.nothing')}
            </span>,
          ],
          [t('facts.suffix'), `${t(`suffix.${suffix}`)} · ${t(`suffixTodo.${suffix}`)}`],
          [
            t('facts.speed'),
            t('facts.speedText', { average: averageMs.toFixed(0), longest: longestMs.toFixed(0) }),
          ],
        ]}
      />
    </div>
  );
};
