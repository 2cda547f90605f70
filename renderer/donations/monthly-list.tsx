// 捐赠接收明细 of a month on paper (layout 3), and the one for the board, which keeps out what must not hang there.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, ExportButtons, PaperButtons } from '../ui/index.ts';

const kinds = ['office', 'public'] as const;

export const MonthlyList = ({ month }: { readonly month: string }) => {
  const { t } = useTranslation('donations');
  const [kind, setKind] = useState<(typeof kinds)[number]>('office');
  if (month === '') return <p className="secondary">{t('monthly.choose')}</p>;
  const input = { month, public: kind === 'public' };
  return (
    <div className="monthly-list" role="group" aria-label={t('monthly.title')}>
      <Choice
        label={t('monthly.title')}
        testId="monthly-kind"
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`monthly.kinds.${value}`) }))}
        onChange={setKind}
      />
      <PaperButtons
        act="donations.printList"
        input={{ ...input, format: 'pdf' }}
        testId="monthly"
        printKey="Ctrl+P"
        label={`${t('monthly.print')} Ctrl+P`}
      />
      <ExportButtons act="donations.printList" input={input} formats={['xlsx']} testId="monthly-export" />
    </div>
  );
};
