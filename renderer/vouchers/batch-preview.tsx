// Who would receive a voucher today, in figures, by category, and who is left out and why. Names masked.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { RelativeMark } from '../fairness/relative-mark.tsx';
import { count } from '../i18n/format.ts';
import { DataTable, Notice } from '../ui/index.ts';
import { BatchSumsTable } from './batch-sums-table.tsx';
import { BatchWarnings } from './batch-warnings.tsx';
import { worthWords } from './face-words.ts';

interface Props {
  readonly answer: Output<'vouchers.previewBatch'>;
  /** The act that follows, beside the figures it is about. */
  readonly children: ReactNode;
}

export const BatchPreview = ({ answer, children }: Props) => {
  const { t } = useTranslation('vouchers');
  const figures = [
    ['households', t('preview.unit.households', { n: count(answer.households) })],
    ['vouchers', t('preview.unit.vouchers', { n: count(answer.vouchers) })],
    ['people', t('preview.unit.people', { n: count(answer.people) })],
    ['faceFen', worthWords(t, answer)],
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
      <BatchWarnings stock={answer.stock} sameList={answer.sameList} />
      {children}
      {answer.reviewOverdue > 0 && (
        <Notice tone="warn" title={t('preview.reviewOverdue', { n: count(answer.reviewOverdue) })} />
      )}
      <BatchSumsTable
        testId="preview-by-category"
        caption={t('preview.byCategory')}
        first={t('preview.category')}
        rows={answer.byCategory.map((row) => ({ ...row, key: row.code, name: row.category }))}
        total={answer}
      />
      {answer.byCommunity.length > 1 && (
        <details>
          <summary>{t('preview.byCommunity')}</summary>
          <BatchSumsTable
            testId="preview-by-community"
            caption={t('preview.byCommunity')}
            first={t('preview.community')}
            rows={answer.byCommunity.map((row) => ({ ...row, key: row.community, name: row.community }))}
            total={answer}
          />
        </details>
      )}
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
          <details data-testid="preview-left-out-first">
            <summary>{t('preview.leftOutFirst', { n: answer.leftOutFirst.length })}</summary>
            <ul>
              {answer.leftOutFirst.map(({ number, headName, community, why }) => (
                <li key={number}>
                  <span className="figure">{number}</span> {headName} {community} · {t(`preview.why.${why}`)}
                </li>
              ))}
            </ul>
          </details>
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
          {
            key: 'vouchers',
            title: t('preview.vouchers'),
            width: 80,
            figure: true,
            render: (row) => count(row.vouchers),
          },
          {
            key: 'worth',
            title: t('preview.faceFen'),
            width: 110,
            figure: true,
            render: (row) => worthWords(t, row),
          },
        ]}
      />
    </section>
  );
};
