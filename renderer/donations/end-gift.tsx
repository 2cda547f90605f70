// Ending a receipt: void while its month is open, a red entry of today once it is closed. Before it is asked once, it says exactly
// what will happen.
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../db/domain/business-day.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day, money } from '../i18n/format.ts';
import { Failed, ReverseDialog } from '../ui/index.ts';
import type { Gift } from './read-gift.tsx';

export const EndGift = ({ gift, onClose }: { readonly gift: Gift; readonly onClose: () => void }) => {
  const { t } = useTranslation('donations');
  const { status } = useSession();
  const { data: closed, failure } = useAct('reports.closedMonths', {});
  const end = useCommand('donations.end');
  if (!closed) return <Failed failure={failure} />;
  const month = monthOf(gift.day);
  const kind = closed.some((each) => each.month === month) ? 'red' : 'void';
  const said = t('month', { ns: 'common', year: month.slice(0, 4), month: Number(month.slice(5)) });
  const effects = [
    t(`end.effect.${kind}`, { month: said, today: day(status.businessDay) }),
    ...(gift.lines.length > 0 ? [t('end.effect.goods', { n: gift.lines.length })] : []),
    ...(gift.cashFen === null ? [] : [t('end.effect.cash', { cash: money(gift.cashFen) })]),
  ];
  return (
    <ReverseDialog
      testId="gift-end"
      title={t(`end.title.${kind}`)}
      verb={t(`marks.${kind}`, { ns: 'common' })}
      paper={t('gift.receipt')}
      number={gift.receiptNumber}
      figures={[
        { label: t('gift.cash'), value: gift.cashFen === null ? t('noCash') : money(gift.cashFen) },
        {
          label: t('goodsValue'),
          value: gift.lines.length === 0 ? t('noCash') : money(gift.goodsFen),
        },
        ...(gift.unpricedLines > 0
          ? [{ label: t('unpricedLines'), value: t('lineCount', { n: count(gift.unpricedLines) }) }]
          : []),
        { label: t('end.bookedOn'), value: day(kind === 'void' ? gift.day : status.businessDay) },
      ]}
      effect={effects.join('')}
      pending={end.pending}
      failure={end.failure}
      onClose={onClose}
      onConfirm={(reason) => void end.run({ donationId: gift.id, reason }).then((done) => done && onClose())}
    />
  );
};
