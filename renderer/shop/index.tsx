// The shop place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const ShopPlace = () => {
  const { t } = useTranslation('shop');
  return <Page title={t('title')}>{null}</Page>;
};
export default ShopPlace;
