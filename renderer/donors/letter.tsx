// The letter to one donor for a period: looked at, printed, saved. Looking counts nothing.
import { useTranslation } from 'react-i18next';
import { PaperButtons } from '../ui/index.ts';
import { PeriodFields, usePeriod } from './period-fields.tsx';

export const Letter = ({ donorId }: { readonly donorId: number }) => {
  const { t } = useTranslation('donors');
  const [typed, setTyped, period] = usePeriod();
  return (
    <section className="office-section" aria-label={t('letter.title')}>
      <h2>{t('letter.title')}</h2>
      <p className="secondary">{t('letter.about')}</p>
      <PeriodFields typed={typed} onChange={setTyped} />
      <PaperButtons
        act="donors.letter"
        input={{ donorId, ...(period ?? typed) }}
        disabled={period === null}
        testId="letter"
        printKey="Ctrl+P"
        label={`${t('letter.print')} Ctrl+P`}
      />
    </section>
  );
};
