// The section 批次 of the store room.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

export const Lots = () => {
  const { t } = useTranslation('stock');
  return <NotYet title={t('lots.title')} />;
};
