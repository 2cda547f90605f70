// Who would receive a voucher today, in figures, by category, and who is left out and why. Names masked.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { RelativeMark } from '../fairness/relative-mark.tsx';
import { count, money } from '../i18n/format.ts';
import { DataTable, Notice } from '../ui/index.ts';

interface Props {
  readonly answer: Output<'vouchers.previewBatch'>;
  /** The act that follows, beside the figures it is about. */
  readonly children: ReactNode;
}

export const BatchPreview = ({ answer, children }: Props) => {
  const { t } = useTranslation('vouchers');
  const sum = (of: 'households' | 'people'): number =>
    answer.byCategory.reduce((total, row) => total + row[of], 0);
  const figures = [
    ['households', t('preview.unit.households', { n: count(answer.households) })],
    ['vouchers', t('preview.unit.vouchers', { n: count(answer.vouchers) })],
    ['people', t('preview.unit.people', { n: count(answer.people) })],
    ['faceFen', money(answer.faceFen)],
  ] as const;
  return (
    <section className="batch-preview" data-testid="batch-previewed">
      <h2>{t('preview.title')}</h2>
      <dl className="batch-figures">
        {figures.map(([key, value]) => (
          <div key={key} data-testid={`preview-${key}`}>
            <dt>{t(`preview.${key}`)}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      {answer.reviewOverdue > 0 && (
        <Notice tone="warn" title={t('preview.reviewOverdue', { n: count(answer.reviewOverdue) })} />
      )}
      <table className="small-table" data-testid="preview-by-category">
        <caption>{t('preview.byCategory')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('preview.category')}</th>
            <th scope="col" className="figure">
              {t('preview.households')}
            </th>
            <th scope="col" className="figure">
              {t('preview.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.byCategory
            .filter(({ households }) => households > 0)
            .map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.category}</th>
                <td className="figure">{count(row.households)}</td>
                <td className="figure">{count(row.people)}</td>
              </tr>
            ))}
          <tr className="sum">
            <th scope="row">{t('table.totals', { ns: 'common' })}</th>
            <td className="figure">{count(sum('households'))}</td>
            <td className="figure">{count(sum('people'))}</td>
          </tr>
        </tbody>
      </table>
      {answer.leftOut.length > 0 && (
        <div data-testid="preview-left-out">
          <h3>{t('preview.leftOut')}</h3>
          <ul>
            {answer.leftOut.map(({ why, households }) => (
              <li key={why}>
                {t(`preview.why.${why}`)}:{' '}
                <b className="figure">{t('preview.unit.households', { n: count(households) })}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3>{t('preview.first', { n: answer.first.length })}</h3>
      <DataTable
        label={t('preview.first', { n: answer.first.length })}
        height={180}
        rows={answer.first}
        total={answer.households}
        rowKey={(row) => `${row.number}/${row.category}`}
        columns={[
          {
            key: 'number',
            title: t('preview.number'),
            width: 120,
            render: (row) => <span className="figure">{row.number}</span>,
          },
          {
            key: 'head',
            title: t('preview.head'),
            width: 160,
            render: (row) => (
              <>
                {row.headName}
                <RelativeMark relative={row.relative} />
              </>
            ),
          },
          { key: 'category', title: t('preview.category'), width: 150, render: (row) => row.category },
          {
            key: 'members',
            title: t('preview.members'),
            width: 70,
            figure: true,
            render: (row) => count(row.members),
          },
          { key: 'community', title: t('preview.community'), width: 140, render: (row) => row.community },
        ]}
      />
    </section>
  );
};
