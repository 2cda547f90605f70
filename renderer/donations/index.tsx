// The donations place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const DonationsPlace = () => {
  const { t } = useTranslation('donations');
  return <Page title={t('title')}>{null}</Page>;
};
export default DonationsPlace;
