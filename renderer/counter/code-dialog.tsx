// F10: the short code under the QR, for the day the scanner or the paper fails. Checked as it is typed.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../ui/index.ts';
import { CodeCheck, codeState } from './code-check.tsx';

interface Props {
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
}

export const CodeDialog = ({ onCode, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [text, setText] = useState('');
  // A whole code with a slip in it may be sent too: the books answer in words and remember the attempt.
  const complete = ['ok', 'wrong'].includes(codeState(text));
  const send = (): void => {
    if (!complete) return;
    onClose();
    onCode(text);
  };
  return (
    <Modal
      open
      title={t('code.title')}
      okText={t('code.open')}
      cancelText={tAny('cancel')}
      okButtonProps={{ disabled: !complete }}
      onOk={send}
      onCancel={onClose}
      closable={false}
      destroyOnHidden
    >
      <FormField label={t('code.label')} hint={t('code.hint')}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            className="counter-code-input"
            data-testid="code-input"
            autoComplete="off"
            maxLength={64}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
        )}
      </FormField>
      <CodeCheck typed={text} />
    </Modal>
  );
};
