// The section 调拨 of the store room.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

export const Transfers = () => {
  const { t } = useTranslation('stock');
  return <NotYet title={t('transfers.title')} />;
};
