// The report on relatives of staff and what they received.
import { useTranslation } from 'react-i18next';
import { PeriodPaper } from '../period-paper.tsx';

export const RelativesReport = () => {
  const { t } = useTranslation('fairness');
  return (
    <PeriodPaper
      act="fairness.printRelatives"
      title={t('relatives.reportTitle')}
      about={t('relatives.reportAbout')}
      print={t('relatives.print')}
      testId="relatives-paper"
    />
  );
};
