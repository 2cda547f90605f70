// What the signed sheet says is entered: for one voucher, or for a batch but for those who did not sign. And taken back when it was
// entered wrongly.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { Choice, ConfirmFinal, Failed, FormField } from '../ui/index.ts';
import { exceptIds } from './except-ids.ts';
import { LineField } from './line-field.tsx';

type Signer = 'holder' | 'proxy';
const useSigned = () => {
  const today = useSession().status.businessDay;
  const [day, setDay] = useState(today);
  const [signedBy, setSignedBy] = useState<Signer>('holder');
  const [note, setNote] = useState('');
  return { day: parseDay(day), setDay, signedBy, setSignedBy, note, setNote, typed: day };
};

const SignedFields = ({
  signed,
  tried,
  onEnter,
}: {
  readonly signed: ReturnType<typeof useSigned>;
  readonly tried: boolean;
  readonly onEnter: () => void;
}) => {
  const { t } = useTranslation('voucherLife');
  return (
    <>
      <LineField
        label={t('handOver.day')}
        required
        autoFocus
        numeric
        testId="handover-day"
        value={signed.typed}
        mistake={tried && signed.day === null ? t('handOver.dayWrong') : undefined}
        onChange={signed.setDay}
        onEnter={onEnter}
      />
      <FormField label={t('handOver.signedBy')}>
        {(field) => (
          <Choice<Signer>
            field={field}
            testId="handover-signer"
            value={signed.signedBy}
            options={[
              { value: 'holder', label: t('handOver.holder') },
              { value: 'proxy', label: t('handOver.proxy') },
            ]}
            onChange={signed.setSignedBy}
          />
        )}
      </FormField>
      <LineField
        label={t('handOver.note')}
        testId="handover-note"
        value={signed.note}
        onChange={signed.setNote}
        onEnter={onEnter}
      />
    </>
  );
};

interface OneProps {
  readonly voucher: { readonly id: number; readonly serial: string; readonly headName: string };
  readonly onClose: () => void;
}

export const HandOverOne = ({ voucher, onClose }: OneProps) => {
  const { t } = useTranslation('voucherLife');
  const signed = useSigned();
  const [tried, setTried] = useState(false);
  const enter = useCommand('vouchers.handOver');
  const confirm = (): void => {
    setTried(true);
    const { day, signedBy, note } = signed;
    if (day === null || enter.pending) return;
    void enter.run({ voucherIds: [voucher.id], day, signedBy, note }).then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      testId="handover-confirm"
      title={t('handOver.one')}
      verb={t('handOver.verb')}
      pending={enter.pending}
      figures={[
        { label: t('serial'), value: voucher.serial },
        { label: t('head'), value: voucher.headName },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <SignedFields signed={signed} tried={tried} onEnter={confirm} />
      <Failed failure={enter.failure} />
    </ConfirmFinal>
  );
};

export const HandOverBatch = ({
  batchId,
  onClose,
}: {
  readonly batchId: number;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation('voucherLife');
  const signed = useSigned();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const { data, failure } = useAct('vouchers.handovers', { batchId });
  const enter = useCommand('vouchers.handOverBatch');
  const except = data ? exceptIds(text, data) : [];
  const left = (data?.waiting ?? 0) - (except?.length ?? 0);
  const confirm = (): void => {
    setTried(true);
    const { day, signedBy, note } = signed;
    if (!data || except === null || day === null || enter.pending) return;
    void enter
      .run({ batchId, except: [...except], expect: left, day, signedBy, note })
      .then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      testId="handover-confirm"
      title={t('handOver.batch')}
      verb={t('handOver.verbN', { n: count(left) })}
      pending={enter.pending}
      figures={[
        { label: t('handOver.waiting'), value: count(data?.waiting ?? 0) },
        { label: t('handOver.signedCount'), value: count(left) },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <SignedFields signed={signed} tried={tried} onEnter={confirm} />
      <LineField
        label={t('handOver.except')}
        hint={t('handOver.exceptHint')}
        testId="handover-except"
        longest={20_000}
        value={text}
        mistake={except === null ? t('handOver.exceptWrong') : undefined}
        onChange={setText}
        onEnter={confirm}
      />
      <Failed failure={failure ?? enter.failure} />
    </ConfirmFinal>
  );
};

export const TakeBackHandOver = ({ voucher, onClose }: OneProps) => {
  const { t } = useTranslation('voucherLife');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const back = useCommand('vouchers.takeBackHandOver');
  const confirm = (): void => {
    setTried(true);
    if (reason.trim() === '' || back.pending) return;
    void back.run({ voucherId: voucher.id, reason: reason.trim() }).then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="handover-back-confirm"
      title={t('handOver.back')}
      verb={t('handOver.backVerb')}
      pending={back.pending}
      figures={[
        { label: t('serial'), value: voucher.serial },
        { label: t('head'), value: voucher.headName },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <LineField
        label={t('reason')}
        required
        autoFocus
        testId="handover-back-reason"
        value={reason}
        mistake={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        onChange={setReason}
        onEnter={confirm}
      />
      <Failed failure={back.failure} />
    </ConfirmFinal>
  );
};
