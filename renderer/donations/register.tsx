// The section 凭证登记 of the place 捐赠.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Register = () => {
  const { t } = useTranslation('frame');
  return <NotYet title={t('sections.register')} />;
};
export default Register;
