// Printing the whole file of a household: masked, or whole for a reason that the log keeps.
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { Choice, PaperButtons } from '../ui/index.ts';
import { Line } from './line.tsx';

interface Props {
  readonly householdId: number;
  readonly onClose: () => void;
}

export const PrintFile = ({ householdId, onClose }: Props) => {
  const { t } = useTranslation('household');
  const mayReveal = useSession().may('people.reveal');
  const [how, setHow] = useState<'masked' | 'full'>('masked');
  const [reason, setReason] = useState('');
  return (
    <Modal open title={t('print.title')} footer={null} onCancel={onClose} destroyOnHidden>
      {mayReveal && (
        <p>
          <Choice
            label={t('print.title')}
            testId="print-how"
            value={how}
            options={(['masked', 'full'] as const).map((value) => ({ value, label: t(`print.${value}`) }))}
            onChange={setHow}
          />
        </p>
      )}
      {how === 'full' ? (
        <>
          <Line
            label={t('print.reason')}
            testId="print-reason"
            required
            most={200}
            value={reason}
            onChange={setReason}
          />
          <PaperButtons
            act="people.printFullFile"
            input={{ householdId, reason: reason.trim() || '-' }}
            disabled={reason.trim() === ''}
            primary
            testId="file-full"
            label={t('print.button')}
          />
        </>
      ) : (
        <PaperButtons
          act="people.printFile"
          input={{ householdId }}
          primary
          testId="file-masked"
          label={t('print.button')}
        />
      )}
    </Modal>
  );
};
