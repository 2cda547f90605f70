// The amber band: something to look at while everything stays usable.
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/index.ts';
import type { Warning } from './till.ts';

export const WarningBand = ({ warning }: { readonly warning: Warning | null }) => {
  const { t } = useTranslation('counter');
  if (!warning) return null;
  return (
    <div className="counter-band" data-testid="counter-warning" data-code={warning}>
      <Notice tone={warning === 'put-aside' ? 'done' : 'warn'} title={t(`warnings.${warning}.title`)}>
        {t(`warnings.${warning}.next`)}
      </Notice>
    </div>
  );
};
