// 举报登记表 of a period.
import { useTranslation } from 'react-i18next';
import { PeriodPaper } from '../period-paper.tsx';

export const ComplaintRegister = () => {
  const { t } = useTranslation('fairness');
  return (
    <PeriodPaper
      act="fairness.printComplaints"
      title={t('complaints.registerTitle')}
      about={t('complaints.registerAbout')}
      print={t('complaints.print')}
      testId="complaints-paper"
    />
  );
};
