// What whoever prepares or approves a batch must see before: too little in the store for its packages, and an earlier batch with
// the same list.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count, day, quantity } from '../i18n/format.ts';
import { Notice } from '../ui/index.ts';

type Preview = Output<'vouchers.previewBatch'>;

export const BatchWarnings = ({ stock, sameList }: Pick<Preview, 'stock' | 'sameList'>) => {
  const { t } = useTranslation('vouchers');
  return (
    <>
      {sameList && (
        <Notice tone="warn" title={t('preview.sameList', { name: sameList.name })}>
          <p data-testid="batch-same-list">
            {t(sameList.draft ? 'preview.sameListDraft' : 'preview.sameListIssued', {
              from: day(sameList.validFrom),
              to: day(sameList.validTo),
            })}
          </p>
        </Notice>
      )}
      {stock && stock.short.length === 0 && (
        <p data-testid="batch-stock">
          {t('preview.stockGood', { n: count(stock.canMakeUp), floor: count(stock.onFloor) })}
        </p>
      )}
      {stock && stock.short.length > 0 && (
        <Notice
          tone="warn"
          title={t('preview.stockShort', { n: count(stock.canMakeUp), floor: count(stock.onFloor) })}
        >
          <ul data-testid="batch-stock">
            {stock.short.map(({ name, unit, unitScale, needed, inStock }) => (
              <li key={name}>
                {t('preview.stockLine', {
                  name,
                  needed: quantity(needed, unitScale, unit),
                  there: quantity(inStock, unitScale, unit),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
