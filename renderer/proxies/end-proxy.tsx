// Ending a standing proxy before its last day: from today on, with a reason. The record stays.
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { ReverseDialog } from '../ui/index.ts';
import type { StandingRow } from './proxy-table.tsx';

export const EndProxy = ({
  proxy,
  onClose,
}: {
  readonly proxy: StandingRow;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation('proxies');
  const ending = useCommand('proxies.end');
  return (
    <ReverseDialog
      paper={t('standing.household')}
      number={proxy.householdNumber}
      title={t('standing.endTitle')}
      verb={t('standing.end')}
      figures={[
        { label: t('standing.name'), value: proxy.name },
        { label: t('standing.relation'), value: proxy.relation },
        { label: t('standing.period'), value: `${proxy.fromDay} – ${proxy.toDay}` },
      ]}
      effect={t('standing.endEffect')}
      pending={ending.pending}
      failure={ending.failure}
      testId="proxy-end"
      onClose={onClose}
      onConfirm={(reason) =>
        void ending.run({ proxyId: proxy.id, reason }).then((answer) => answer && onClose())
      }
    />
  );
};
