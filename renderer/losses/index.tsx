// The section 报损.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Losses = () => {
  const { t } = useTranslation('losses');
  return <NotYet title={t('title')} />;
};
export default Losses;
