// The section 地点 of the store room.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

export const Places = () => {
  const { t } = useTranslation('stock');
  return <NotYet title={t('places.title')} />;
};
