// Importing a catalogue of goods: the shared import screen with the words of this area.
import { useTranslation } from 'react-i18next';
import { ImportPage, SheetImport } from '../ui/index.ts';
import { goods as words } from '../i18n/zh-CN/goods.ts';

type Field = keyof typeof words.fields;
const isField = (name: string): name is Field => Object.hasOwn(words.fields, name);

export const ImportGoods = () => {
  const { t } = useTranslation('goods');
  return (
    <ImportPage title={t('importTitle')}>
      <SheetImport area="goods" fieldName={(name) => (isField(name) ? t(`fields.${name}`) : '')} />
    </ImportPage>
  );
};
