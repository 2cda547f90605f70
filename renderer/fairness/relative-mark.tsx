// 近亲属 beside a household that is on file as a relative of staff: the mark, and no more.
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
