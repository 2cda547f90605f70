// Rows of a sheet that stay out or come in with a warning: row, column, why, what to do.
import { useTranslation } from 'react-i18next';
import type { RowReason } from '../../db/contract/common.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { DataTable } from './data-table.tsx';

export const ImportReasons = ({
  title,
  rows,
  fieldName,
}: {
  readonly title: string;
  readonly rows: readonly RowReason[];
  readonly fieldName: ((field: string) => string) | undefined;
}) => {
  const { t } = useTranslation('importing');
  const said = rows.map((reason, at) => ({
    at,
    reason,
    words: wordsOfCode(t as never, reason.code, reason.params),
  }));
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        label={title}
        height={Math.min(320, 40 + rows.length * 40)}
        rows={said}
        rowKey={({ at }) => at}
        columns={[
          { key: 'row', title: t('row'), width: 80, figure: true, render: ({ reason }) => reason.row },
          {
            key: 'field',
            title: t('field'),
            width: 140,
            render: ({ reason }) =>
              reason.field === undefined ? '' : (fieldName?.(reason.field) ?? reason.field),
          },
          {
            key: 'why',
            title: t('why'),
            width: 340,
            render: (each) => [each.words.title, ...each.words.detail].join(' · '),
          },
          { key: 'next', title: t('next'), width: 380, render: (each) => each.words.next },
        ]}
      />
    </section>
  );
};
