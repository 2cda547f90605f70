// The gift is in the books: its receipt, the labels of its pieces, and the next one.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../api/index.ts';
import { Notice, useKeys } from '../ui/index.ts';
import { PieceLabels } from './piece-labels.tsx';
import { Receipt } from './receipt-prints.tsx';

interface Props {
  readonly donationId: number;
  readonly receiptNumber: string;
  /** Number of the receipt it took the place of. */
  readonly insteadOf: string | null;
  /** Where the place 捐赠 begins, seen from this screen. */
  readonly list: string;
  readonly onNext: () => void;
}

export const SavedGift = ({ donationId, receiptNumber, insteadOf, list, onNext }: Props) => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { data: gift } = useAct('donations.read', { donationId });
  const open = (): void => void navigate(`${list}/${String(donationId)}`, { relative: 'path' });
  useKeys({ F4: open });
  return (
    <>
      <Notice tone="done" title={t('form.saved', { number: receiptNumber })}>
        {insteadOf === null ? t('form.savedNote') : t('form.savedAnew', { number: insteadOf })}
      </Notice>
      <Receipt donationId={donationId} gift={gift} />
      {gift && <PieceLabels gift={gift} />}
      <div className="button-row">
        <Button data-testid="donation-next" autoFocus onClick={onNext}>
          {t('form.next')} F2
        </Button>
        <Button data-testid="donation-open" onClick={open}>
          {t('form.open')} F4
        </Button>
      </div>
    </>
  );
};
