// The section 台账 of the store room.
import { useTranslation } from 'react-i18next';
import { NotYet } from '../app/not-yet.tsx';

export const StockCard = () => {
  const { t } = useTranslation('stock');
  return <NotYet title={t('card.title')} />;
};
