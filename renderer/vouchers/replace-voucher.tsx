// 挂失补发: why, and the second person who answers for it; afterwards the new number and its one paper.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { Choice, ConfirmFinal, Failed, FormField } from '../ui/index.ts';
import { LineField } from './line-field.tsx';
import { SecondPerson, useOthers } from './second-person.tsx';

const reasons = ['lost', 'damaged', 'wrongly-issued', 'misused', 'key-revoked'] as const;
type Reason = (typeof reasons)[number];

interface Props {
  readonly voucher: {
    readonly id: number;
    readonly serial: string;
    readonly headName: string;
    readonly keyRevoked: boolean;
  };
  readonly worth: string;
  readonly onDone: (made: Output<'vouchers.replace'>) => void;
  readonly onClose: () => void;
}

export const ReplaceVoucher = ({ voucher, worth, onDone, onClose }: Props) => {
  const { t } = useTranslation('voucherLife');
  const others = useOthers();
  const [reason, setReason] = useState<Reason>(voucher.keyRevoked ? 'key-revoked' : 'lost');
  const [note, setNote] = useState('');
  const [approval, setApproval] = useState({ login: others[0]?.login ?? '', password: '' });
  const [tried, setTried] = useState(false);
  const replacing = useCommand('vouchers.replace');
  const confirm = (): void => {
    setTried(true);
    if (approval.password === '' || others.length === 0 || replacing.pending) return;
    void replacing
      .run({ voucherId: voucher.id, reason, note: note.trim(), approval })
      .then((made) => made && onDone(made));
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="replace-confirm"
      title={t('replace.title')}
      verb={t('replace.verb')}
      pending={replacing.pending}
      figures={[
        { label: t('serial'), value: voucher.serial },
        { label: t('head'), value: voucher.headName },
        { label: t('balance'), value: worth },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t('replace.effect')}</p>
      <FormField label={t('replace.why')} required>
        {(field) => (
          <Choice<Reason>
            field={field}
            testId="replace-reason"
            value={reason}
            options={reasons
              .filter((each) => each !== 'key-revoked' || voucher.keyRevoked)
              .map((each) => ({ value: each, label: t(`reasons.${each}`) }))}
            onChange={setReason}
          />
        )}
      </FormField>
      <LineField
        label={t('replace.note')}
        testId="replace-note"
        value={note}
        onChange={setNote}
        onEnter={confirm}
      />
      <SecondPerson value={approval} tried={tried} onChange={setApproval} />
      <Failed failure={replacing.failure} />
    </ConfirmFinal>
  );
};
