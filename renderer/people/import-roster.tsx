// Importing a roster (花名册): the shared import screen with households and figures by category.
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';
import { people as words } from '../i18n/zh-CN/people.ts';
import { ImportPage, SheetImport } from '../ui/index.ts';
import { CategoryTable } from './category-table.tsx';

type Field = keyof typeof words.fields;
const isField = (name: string): name is Field => Object.hasOwn(words.fields, name);

export const ImportRoster = () => {
  const { t } = useTranslation('people');
  return (
    <ImportPage title={t('importTitle')}>
      <SheetImport
        area="people"
        fieldName={(name) => (isField(name) ? t(`fields.${name}`) : '')}
        summary={(preview) => (
          <CategoryTable title={t('preview.byCategory')} byCategory={preview.byCategory} />
        )}
        finalFigures={(preview) => [{ label: t('preview.households'), value: count(preview.households) }]}
        doneText={(done) => (
          <div>
            {t('preview.households')}{' '}
            <b className="figure" data-testid="import-households">
              {count(done.households)}
            </b>
          </div>
        )}
      />
    </ImportPage>
  );
};
