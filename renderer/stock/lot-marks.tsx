// What is the matter with a lot, by colour, sign and word; and how long it is good.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { StateTag } from '../ui/index.ts';

export type LotRow = Output<'stock.lots'>['rows'][number];

export const isOver = ({ daysLeft }: Pick<LotRow, 'daysLeft'>): boolean => daysLeft !== null && daysLeft < 0;
export const lotKey = ({ lotId, placeId }: LotRow): string => `${String(lotId)} ${String(placeId)}`;

export const LotMarks = ({ lot }: { readonly lot: LotRow }) => {
  const { t } = useTranslation('stock');
  return (
    <>
      {isOver(lot) && <StateTag tone="stop" word={t('marks.expired')} />}
      {lot.heldReason !== null && <StateTag tone="warn" word={t('marks.held')} />}
      {lot.shortDated && <StateTag tone="info" word={t('marks.shortDated')} />}
      {!isOver(lot) && lot.heldReason === null && !lot.shortDated && lot.available > 0 && (
        <StateTag tone="done" word={t('marks.open')} />
      )}
    </>
  );
};

export const DaysLeft = ({ daysLeft }: Pick<LotRow, 'daysLeft'>) => {
  const { t } = useTranslation('stock');
  if (daysLeft === null) return <>{t('marks.noDate')}</>;
  if (daysLeft < 0) return <span className="off">✖ {t('marks.expired')}</span>;
  return <>{daysLeft === 0 ? t('marks.today') : t('marks.days', { n: daysLeft })}</>;
};
