// The section 采购.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Purchases = () => {
  const { t } = useTranslation('purchases');
  return <NotYet title={t('title')} />;
};
export default Purchases;
