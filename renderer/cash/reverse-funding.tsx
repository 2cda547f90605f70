// Taking back a grant or an opening amount; every other movement is taken back with its own paper.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import { ReverseDialog } from '../ui/index.ts';

interface Props {
  readonly movement: Output<'cash.book'>['rows'][number];
  readonly onClose: () => void;
}

export const ReverseFunding = ({ movement, onClose }: Props) => {
  const { t } = useTranslation('cash');
  const reverse = useCommand('cash.reverse');
  return (
    <ReverseDialog
      paper={t('paper')}
      number={movement.number}
      figures={[{ label: t('amount'), value: money(movement.amountFen) }]}
      effect={t('reverseEffect', { source: t(`moneySources.${movement.source}`, { ns: 'common' }) })}
      pending={reverse.pending}
      failure={reverse.failure}
      onConfirm={(reason) =>
        void reverse.run({ fundingId: movement.documentId, reason }).then((done) => done && onClose())
      }
      onClose={onClose}
    />
  );
};
