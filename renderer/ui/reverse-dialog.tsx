// Taking back a posted paper: names it, says in figures and words what will happen, asks for the reason, asks once. Nothing is
// edited or deleted; where a later moment would turn negative the books refuse, and their words stand here.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import { ConfirmFinal, type FinalFigure } from './confirm-final.tsx';
import { Failed } from './failed.tsx';
import { FormField } from './form-field.tsx';

interface Props {
  /** What kind of paper: 调拨单, 采购入库单. */
  readonly paper: string;
  readonly number: string;
  /** Further figures: lines, amount, from and to. */
  readonly figures?: readonly FinalFigure[];
  /** What will happen, in a sentence. */
  readonly effect: string;
  /** Other verb than 撤销: 作废, 撤回. It also heads the dialog then. */
  readonly verb?: string;
  readonly title?: string;
  readonly pending: boolean;
  readonly failure: ActError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  /** The elements are then `<testId>-reason` and `<testId>-confirm`. */
  readonly testId?: string;
}

/** Shown while it is mounted: `{asking && <ReverseDialog … />}`. */
export const ReverseDialog = ({
  paper,
  number,
  figures = [],
  effect,
  verb,
  title,
  pending,
  failure,
  onConfirm,
  onClose,
  testId = 'reverse',
}: Props) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const given = reason.trim();
  const confirm = (): void => {
    setTried(true);
    if (given !== '' && !pending) onConfirm(given);
  };
  return (
    <ConfirmFinal
      open
      stops
      testId={`${testId}-confirm`}
      title={title ?? t('reverse.title', { paper })}
      verb={verb ?? t('reverse.verb')}
      pending={pending}
      figures={[{ label: t('reverse.number'), value: `${paper} ${number}` }, ...figures]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p data-testid={`${testId}-effect`}>{effect}</p>
      <FormField
        label={t('reverse.reason')}
        required
        hint={t('reverse.reasonHint')}
        mistake={tried && given === '' ? t('reverse.reasonMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            autoFocus
            data-testid={`${testId}-reason`}
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && confirm()}
          />
        )}
      </FormField>
      <Failed failure={failure} />
    </ConfirmFinal>
  );
};
