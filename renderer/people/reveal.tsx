// Asking to see full names, numbers, telephone and address: says first that it is logged, and wants a reason.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { Failed, FormField, Notice } from '../ui/index.ts';

export type Revealed = Output<'people.reveal'>;

interface Props {
  readonly householdId: number;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Closed without having seen anything. */
  readonly onGiveUp?: () => void;
  readonly onRevealed: (full: Revealed) => void;
}

export const Reveal = ({ householdId, open, onClose, onGiveUp, onRevealed }: Props) => {
  const { t } = useTranslation('people');
  const [reason, setReason] = useState('');
  const reveal = useCommand('people.reveal');
  const close = (): void => {
    setReason('');
    reveal.reset();
    onClose();
  };
  const show = async (): Promise<void> => {
    if (reason.trim() === '') return;
    const full = await reveal.run({ householdId, reason });
    if (!full) return;
    close();
    onRevealed(full);
  };
  return (
    <Modal
      open={open}
      title={t('reveal.title')}
      okText={t('reveal.show')}
      cancelText={t('cancel', { ns: 'common' })}
      okButtonProps={{
        disabled: reason.trim() === '',
        loading: reveal.pending,
        ...{ 'data-testid': 'reveal-show' },
      }}
      mask={{ closable: false }}
      onOk={() => void show()}
      onCancel={() => {
        close();
        onGiveUp?.();
      }}
      destroyOnHidden
    >
      <Notice tone="warn" title={t('reveal.warning')} />
      <FormField label={t('reveal.reason')} required>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="reveal-reason"
            autoFocus
            maxLength={200}
            placeholder={t('reveal.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void show()}
          />
        )}
      </FormField>
      <Failed failure={reveal.failure} />
    </Modal>
  );
};
