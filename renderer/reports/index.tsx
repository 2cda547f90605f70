// The reports place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const ReportsPlace = () => {
  const { t } = useTranslation('reports');
  return <Page title={t('title')}>{null}</Page>;
};
export default ReportsPlace;
