// Importing a catalogue of goods: the shared import screen with the words of this area, and how its columns are written.
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
      <section className="office-section">
        <h2>{t('importHelp.title')}</h2>
        <ul data-testid="goods-import-help">
          <li>{t('importHelp.columns')}</li>
          <li>{t('importHelp.barcodes')}</li>
          <li>{t('importHelp.packs')}</li>
          <li>{t('importHelp.price')}</li>
          <li>{t('importHelp.again')}</li>
        </ul>
      </section>
    </ImportPage>
  );
};
