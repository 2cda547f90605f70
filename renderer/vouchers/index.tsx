// The vouchers place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const VouchersPlace = () => {
  const { t } = useTranslation('vouchers');
  return <Page title={t('title')}>{null}</Page>;
};
export default VouchersPlace;
