// Asks once before a loss is approved, withdrawn or taken back, with what will happen in figures and words.
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import { ConfirmFinal, Failed, ReverseDialog, type FinalFigure } from '../ui/index.ts';
import { costOf, type Loss } from './loss-state.tsx';

export type Decision = 'approve' | 'withdraw' | 'reverse';

interface Props {
  readonly loss: Loss;
  readonly decision: Decision;
  readonly onClose: () => void;
}

export const DecideLoss = ({ loss, decision, onClose }: Props) => {
  const { t } = useTranslation('losses');
  const approve = useCommand('losses.approve');
  const withdraw = useCommand('losses.withdraw');
  const reverse = useCommand('losses.reverse');
  const { lossId } = loss;
  const closeWhen = (done: unknown): void => {
    if (done) onClose();
  };
  const figures: readonly FinalFigure[] = [
    { label: t('approve.lines'), value: t('columns.lineCount', { n: loss.lines }) },
    { label: t('approve.value'), value: money(costOf(loss)) },
    ...(loss.proceedsFen === null ? [] : [{ label: t('approve.proceeds'), value: money(loss.proceedsFen) }]),
    { label: t('approve.by'), value: loss.proposedBy },
  ];
  if (decision === 'approve')
    return (
      <ConfirmFinal
        open
        testId="approve-confirm"
        title={t('approve.title')}
        verb={t('page.approve')}
        pending={approve.pending}
        figures={figures}
        onConfirm={() => void approve.run({ lossId }).then(closeWhen)}
        onCancel={onClose}
      >
        <p>{t(`approve.${loss.kind}`)}</p>
        <Failed failure={approve.failure} />
      </ConfirmFinal>
    );
  const same = { paper: t(`kinds.${loss.kind}`), number: loss.number, figures, onClose };
  if (decision === 'withdraw')
    return (
      <ReverseDialog
        {...same}
        testId="withdraw"
        title={t('withdraw.title')}
        verb={t('withdraw.verb')}
        effect={t('withdraw.effect')}
        pending={withdraw.pending}
        failure={withdraw.failure}
        onConfirm={(reason) => void withdraw.run({ lossId, reason }).then(closeWhen)}
      />
    );
  return (
    <ReverseDialog
      {...same}
      effect={t(`reverse.${loss.kind}`)}
      pending={reverse.pending}
      failure={reverse.failure}
      onConfirm={(reason) => void reverse.run({ lossId, reason }).then(closeWhen)}
    />
  );
};
