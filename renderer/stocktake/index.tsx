// The section 盘点.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Stocktake = () => {
  const { t } = useTranslation('stocktake');
  return <NotYet title={t('title')} />;
};
export default Stocktake;
