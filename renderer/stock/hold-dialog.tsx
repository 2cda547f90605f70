// Puts a lot on hold or releases it: names it, says what will happen, asks for the reason, and for second-hand goods the day on
// which they were disinfected.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { quantity } from '../i18n/format.ts';
import { ConfirmFinal, Failed, FormField } from '../ui/index.ts';
import type { LotRow } from './lot-marks.tsx';

interface Props {
  readonly lot: LotRow;
  readonly onClose: () => void;
}
/** Labels of second-hand pieces; only they are disinfected. */
const isPiece = ({ tag }: LotRow): boolean => tag.startsWith('DJ');

/** Shown while it is mounted. */
export const HoldDialog = ({ lot, onClose }: Props) => {
  const { t } = useTranslation('stock');
  const hold = useCommand('stock.hold');
  const release = useCommand('stock.release');
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const held = lot.heldReason !== null;
  const given = reason.trim();
  const asksDay = held && isPiece(lot);
  const dayMistake = day.trim() !== '' && !isDay(day.trim()) ? t('hold.dayBad') : undefined;
  const confirm = (): void => {
    setTried(true);
    if (given === '' || dayMistake !== undefined) return;
    const { lotId } = lot;
    const disinfectedDay = asksDay && day.trim() !== '' ? day.trim() : null;
    const done = held
      ? release.run({ lotId, reason: given, disinfectedDay })
      : hold.run({ lotId, reason: given });
    void done.then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      stops={!held}
      testId="hold-confirm"
      title={t(held ? 'hold.releaseTitle' : 'hold.holdTitle', { tag: lot.tag })}
      verb={t(held ? 'hold.release' : 'hold.hold')}
      pending={hold.pending || release.pending}
      figures={[
        { label: t('hold.item'), value: `${lot.itemName} ${lot.spec}` },
        { label: t('hold.amount'), value: quantity(lot.onHand, lot.unitScale, lot.unit) },
        ...(held ? [{ label: t('hold.heldFor'), value: lot.heldReason }] : []),
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t(held ? 'hold.releaseEffect' : 'hold.holdEffect')}</p>
      <FormField
        label={t('hold.reason')}
        required
        mistake={tried && given === '' ? t('hold.reasonMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            autoFocus
            data-testid="hold-reason"
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && confirm()}
          />
        )}
      </FormField>
      {asksDay && (
        <FormField label={t('hold.disinfected')} hint={t('hold.disinfectedHint')} mistake={dayMistake}>
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              data-testid="hold-disinfected"
              inputMode="numeric"
              autoComplete="off"
              value={day}
              onChange={(event) => setDay(event.target.value)}
              onPressEnter={(event) => !event.nativeEvent.isComposing && confirm()}
            />
          )}
        </FormField>
      )}
      <Failed
        failure={hold.failure ?? release.failure}
        fieldName={(field) => (field === 'disinfectedDay' ? t('hold.dayMissing') : '')}
      />
    </ConfirmFinal>
  );
};
