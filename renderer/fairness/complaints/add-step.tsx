// One more step in the handling of a complaint; it is never edited afterwards.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ConfirmFinal, Failed, FormField } from '../../ui/index.ts';

interface Props {
  readonly complaintId: number;
  readonly onClose: () => void;
}

/** Shown while it is mounted. */
export const AddStep = ({ complaintId, onClose }: Props) => {
  const { t } = useTranslation('fairness');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const add = useCommand('fairness.addStep');
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (words.trim() !== '' && (await add.run({ complaintId, words: words.trim() }))) onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="step-confirm"
      title={t('complaints.addStep')}
      verb={t('save', { ns: 'common' })}
      figures={[]}
      pending={add.pending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <FormField
        label={t('complaints.step')}
        required
        mistake={tried && words.trim() === '' ? t('missing') : undefined}
      >
        {({ status, ...field }) => (
          <Input.TextArea
            {...field}
            status={status}
            autoFocus
            data-testid="step-words"
            rows={3}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </FormField>
      <Failed failure={add.failure} />
    </ConfirmFinal>
  );
};
