// What a batch says: kind, to whom, days, place, money's source, who prepared and who approved, and its totals by category and community.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count, day, instant, money } from '../i18n/format.ts';
import { BatchSumsTable } from './batch-sums-table.tsx';
import { worthWords } from './face-words.ts';

export const BatchFacts = ({ batch }: { readonly batch: Output<'vouchers.batch'> }) => {
  const { t } = useTranslation('vouchers');
  const { t: tAny } = useTranslation();
  const face =
    batch.packageName ??
    (batch.sizeFaces.length > 0
      ? batch.sizeFaces
          .map(({ members, face: of }) =>
            t('facts.size', {
              members,
              face: batch.kind === 'points' ? t('unit.nPoints', { n: count(of) }) : money(of),
            }),
          )
          .join('；')
      : worthWords(t, batch));
  const facts: readonly (readonly [string, string])[] = [
    [t('form.kind'), `${t(`kinds.${batch.kind}`)} · ${t(`bases.${batch.basis}`)}`],
    [t('batch.face'), face],
    [t('facts.use'), t(batch.inParts ? 'facts.inParts' : 'facts.once')],
    [t('form.stockClass'), t(`classes.${batch.stockClass}`)],
    [t('preview.category'), batch.categories.join('、')],
    [
      t('preview.community'),
      batch.communities.length === 0 ? t('form.communitiesAll') : batch.communities.join('、'),
    ],
    [t('batch.valid'), `${day(batch.validFrom)} – ${day(batch.validTo)}`],
    [t('batch.place'), batch.place],
    [t('form.funding'), batch.fundingSource === '' ? tAny('unknown') : batch.fundingSource],
    [t('facts.prepared'), `${batch.preparedBy} ${instant(batch.preparedAt)}`],
    ...(batch.approvedBy !== null && batch.issuedAt !== null
      ? [[t('facts.approved'), `${batch.approvedBy} ${instant(batch.issuedAt)}`] as const]
      : []),
  ];
  return (
    <>
      <dl className="batch-said" data-testid="batch-said">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <BatchSumsTable
        testId="batch-by-category"
        caption={t('preview.byCategory')}
        first={t('preview.category')}
        rows={batch.byCategory.map((row) => ({ ...row, key: row.code, name: row.category }))}
        total={batch.total}
      />
      <BatchSumsTable
        testId="batch-by-community"
        caption={t('preview.byCommunity')}
        first={t('preview.community')}
        rows={batch.byCommunity.map((row) => ({ ...row, key: row.community, name: row.community }))}
        total={batch.total}
      />
    </>
  );
};
