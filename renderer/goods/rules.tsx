// The section 分类规则 of the place 物资.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Rules = () => {
  const { t } = useTranslation('frame');
  return <NotYet title={t('sections.rules')} />;
};
export default Rules;
