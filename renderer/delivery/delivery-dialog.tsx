// F5 on an open basket: the goods go with a carrier, to the registered address (which the till does not show) or to one that is typed.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChosenDelivery } from '../counter/till.ts';
import { Choice, enterMovesOn, FormField, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

interface Props {
  readonly chosen: ChosenDelivery | null;
  readonly onChoose: (delivery: ChosenDelivery | null) => void;
  readonly onClose: () => void;
}
type Where = 'registered' | 'typed';
interface Values {
  readonly carrier: string;
  readonly where: Where;
  readonly address: string;
}

export const DeliveryDialog = ({ chosen, onChoose, onClose }: Props) => {
  const { t } = useTranslation('delivery');
  const { t: tAny } = useTranslation();
  const start: Values = {
    carrier: chosen?.carrier ?? '',
    where: chosen?.address == null ? 'registered' : 'typed',
    address: chosen?.address ?? '',
  };
  const form = useForm<Values>(start, ({ carrier, where, address }) => ({
    carrier: carrier.trim() === '' ? t('missing') : undefined,
    address: where === 'typed' && address.trim() === '' ? t('missing') : undefined,
  }));
  const take = (delivery: ChosenDelivery | null): void => {
    onChoose(delivery);
    onClose();
  };
  const save = (): void => {
    if (!form.ready()) return;
    const { carrier, where, address } = form.values;
    take({ carrier: carrier.trim(), address: where === 'registered' ? null : address.trim() });
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal open title={t('atTill.title')} footer={null} onCancel={onClose} closable={false} destroyOnHidden>
      <div data-testid="delivery-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
        <p>{t('atTill.hint')}</p>
        <TextField form={form} name="carrier" label={t('carrier')} autoFocus />
        <FormField label={t('atTill.where')} required>
          {(field) => (
            <Choice<Where>
              field={field}
              testId="delivery-where"
              value={form.values.where}
              options={[
                { value: 'registered', label: t('atTill.registered') },
                { value: 'typed', label: t('atTill.typed') },
              ]}
              onChange={(where) => form.set('where', where)}
            />
          )}
        </FormField>
        {form.values.where === 'typed' && (
          <TextField form={form} name="address" label={t('atTill.address')} />
        )}
        <div className="button-row">
          <Button
            type="primary"
            size="large"
            className="form-save"
            data-testid="delivery-take"
            onClick={save}
          >
            {t('atTill.take')} Ctrl+Enter
          </Button>
          {chosen && (
            <Button size="large" data-testid="delivery-drop" onClick={() => take(null)}>
              {t('atTill.drop')}
            </Button>
          )}
          <Button size="large" onClick={onClose}>
            {tAny('cancel')} Esc
          </Button>
        </div>
      </div>
    </Modal>
  );
};
