// The people place; its screens are routed here.
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/index.ts';

const PeoplePlace = () => {
  const { t } = useTranslation('people');
  return <Page title={t('title')}>{null}</Page>;
};
export default PeoplePlace;
