// The counter place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const CounterPlace = () => {
  const { t } = useTranslation('counter');
  return <Page title={t('title')}>{null}</Page>;
};
export default CounterPlace;
