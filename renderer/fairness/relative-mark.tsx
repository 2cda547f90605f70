// Marks beside a household on a list: 近亲属 (on file as a relative of staff) and 待决定 (found 不符合). The marks, and no more.
import { useTranslation } from 'react-i18next';
import { StateTag } from '../ui/index.ts';

export const RelativeMark = ({ relative }: { readonly relative: boolean }) => {
  const { t } = useTranslation('fairness');
  return relative ? (
    <span title={t('markHint')} data-testid="relative-mark">
      {' '}
      <StateTag tone="warn" word={t('mark')} />
    </span>
  ) : null;
};

export const StoppedMark = ({ stopped }: { readonly stopped: boolean }) => {
  const { t } = useTranslation('fairness');
  return stopped ? (
    <span title={t('stoppedHint')} data-testid="stopped-mark">
      {' '}
      <StateTag tone="stop" word={t('stopped')} />
    </span>
  ) : null;
};
