// The section 标签 of the place 物资.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

const Labels = () => {
  const { t } = useTranslation('frame');
  return <NotYet title={t('sections.labels')} />;
};
export default Labels;
