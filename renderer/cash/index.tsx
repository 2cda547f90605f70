// The section 资金账.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Cash = () => {
  const { t } = useTranslation('cash');
  return <NotYet title={t('title')} />;
};
export default Cash;
