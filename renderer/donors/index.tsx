// The section 捐赠人.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Donors = () => {
  const { t } = useTranslation('donors');
  return <NotYet title={t('title')} />;
};
export default Donors;
