// How much of each kind of personal data is seen where, from the same table the tests check.
import { useTranslation } from 'react-i18next';
import { FIELD_CLASSES, FIELD_PLACES } from '../../db/domain/field-classes.ts';
import { DataTable, Page, StateTag, type Column } from '../ui/index.ts';

type Row = (typeof FIELD_CLASSES)[number];

export const FieldClasses = () => {
  const { t } = useTranslation('privacy');
  const columns: readonly Column<Row>[] = [
    { key: 'field', title: t('fields.field'), width: 170, render: (row) => t(`fields.names.${row.field}`) },
    {
      key: 'sensitive',
      title: t('fields.sensitive'),
      width: 110,
      render: (row) => (row.sensitive ? <StateTag tone="warn" word={t('fields.sensitive')} /> : ''),
    },
    ...FIELD_PLACES.map((place) => ({
      key: place,
      title: t(`fields.places.${place}`),
      width: 130,
      render: (row: Row) => t(`fields.shown.${row.shown[place]}`),
    })),
  ];
  return (
    <Page fill title={t('fields.title')}>
      <p className="secondary">{t('fields.about')}</p>
      <DataTable
        label={t('fields.title')}
        columns={columns}
        rows={FIELD_CLASSES}
        rowKey={(row) => row.field}
      />
    </Page>
  );
};
