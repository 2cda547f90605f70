// What stands under the 送货单 that came back signed: who took the goods, and on which day.
import { useTranslation } from 'react-i18next';
import { isDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { ConfirmFinal, enterMovesOn, Failed } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import type { Row } from './index.tsx';

interface Props {
  readonly row: Row;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export const ConfirmDialog = ({ row, onClose, onDone }: Props) => {
  const { t } = useTranslation('delivery');
  const { status } = useSession();
  const confirming = useCommand('delivery.confirm');
  const missing = (text: string) => (text.trim() === '' ? t('missing') : undefined);
  const form = useForm(
    { receivedBy: '', relation: '', day: status.businessDay, note: '' },
    ({ receivedBy, relation, day }) => ({
      receivedBy: missing(receivedBy),
      relation: missing(relation),
      day: isDay(day.trim()) ? undefined : t('dayBad'),
    }),
  );
  const save = (): void => {
    if (!form.ready() || confirming.pending) return;
    const { day, ...facts } = form.values;
    void confirming
      .run({ deliveryId: row.deliveryId, ...facts, day: day.trim() })
      .then((done) => done && onDone());
  };
  return (
    <ConfirmFinal
      open
      title={t('confirmTitle', { number: row.slipNo })}
      verb={t('confirm')}
      figures={[]}
      pending={confirming.pending}
      testId="delivery-confirm-save"
      onConfirm={save}
      onCancel={onClose}
    >
      <div
        data-testid="delivery-confirm-form"
        onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}
      >
        {/* Above the fields: under them it would have to be scrolled for. */}
        <Failed failure={confirming.failure} />
        <TextField form={form} name="receivedBy" label={t('receivedBy')} autoFocus />
        <TextField form={form} name="relation" label={t('relation')} hint={t('relationHint')} />
        <TextField form={form} name="day" label={t('dayLabel')} inputMode="numeric" />
        <TextField form={form} name="note" label={t('remark')} required={false} />
      </div>
    </ConfirmFinal>
  );
};
