// The goods place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const GoodsPlace = () => {
  const { t } = useTranslation('goods');
  return <Page title={t('title')}>{null}</Page>;
};
export default GoodsPlace;
