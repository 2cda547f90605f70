// Approval by total (总额审批): whoever approves types how many vouchers and how much, from the paper in their hand; the books compare.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { parseYuan } from '../../db/domain/money.ts';
import { wholeIn } from '../../db/domain/whole-number.ts';
import { useCommand } from '../api/index.ts';
import { ConfirmFinal, Failed, FormField, ProgressPanel } from '../ui/index.ts';

interface Props {
  readonly batch: Output<'vouchers.batch'>;
  readonly onClose: () => void;
}

const whole = (text: string): number | null => wholeIn(text, 0, 999_999_999);

export const ApproveBatch = ({ batch, onClose }: Props) => {
  const { t } = useTranslation('vouchers');
  const navigate = useNavigate();
  const [pieces, setPieces] = useState('');
  const [worth, setWorth] = useState('');
  const [tried, setTried] = useState(false);
  const approving = useCommand('vouchers.approveBatch');
  const points = batch.kind === 'points';
  const readPieces = whole(pieces);
  const yuan = parseYuan(worth);
  const readWorth = points ? whole(worth) : yuan.ok ? yuan.fen : null;
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (readPieces === null || readWorth === null) return;
    const done = await approving.run({
      batchId: batch.id,
      expectPieces: readPieces,
      expectFaceFen: points ? 0 : readWorth,
      expectFacePoints: points ? readWorth : 0,
    });
    if (!done) return;
    onClose();
    const { issued, faceFen, facePoints } = done;
    void navigate('.', { replace: true, state: { issued, faceFen, facePoints } });
  };
  const field = (
    testId: string,
    label: string,
    value: string,
    set: (text: string) => void,
    read: number | null,
    focus: boolean,
  ) => (
    <FormField label={label} required mistake={tried && read === null ? t('approve.number') : undefined}>
      {({ status, ...props }) => (
        <Input
          {...props}
          status={status}
          data-testid={testId}
          className="figure"
          inputMode="decimal"
          autoComplete="off"
          autoFocus={focus}
          maxLength={16}
          value={value}
          onChange={({ target }) => {
            set(target.value);
            approving.reset();
          }}
        />
      )}
    </FormField>
  );
  return (
    <ConfirmFinal
      open
      testId="approve-confirm"
      title={t('approve.title')}
      verb={t('approve.verb')}
      pending={approving.pending}
      figures={[{ label: t('batch.name'), value: batch.name }]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t('approve.hint')}</p>
      {field('approve-pieces', t('approve.pieces'), pieces, setPieces, readPieces, true)}
      {field(
        'approve-worth',
        points ? t('approve.points') : t('approve.face'),
        worth,
        setWorth,
        readWorth,
        false,
      )}
      {approving.pending && <ProgressPanel what={t('issue.working')} progress={null} />}
      <Failed failure={approving.failure} />
    </ConfirmFinal>
  );
};
