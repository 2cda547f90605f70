// F2: a shift opened by hand, with what is in the drawer.
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { ConfirmFinal, enterMovesOn, Failed } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { readCash } from './cash-text.ts';

interface Props {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export const OpenDialog = ({ onClose, onDone }: Props) => {
  const { t } = useTranslation('shift');
  const opening = useCommand('shift.open');
  const form = useForm({ cash: '' }, ({ cash }) => ({
    cash: readCash(cash) === undefined ? t('cashBad') : undefined,
  }));
  const save = (): void => {
    const floatFen = readCash(form.values.cash);
    if (!form.ready() || floatFen === undefined || opening.pending) return;
    void opening.run({ floatFen }).then((done) => done && onDone());
  };
  return (
    <ConfirmFinal
      open
      title={t('open')}
      verb={t('open')}
      figures={[]}
      pending={opening.pending}
      testId="shift-open-confirm"
      onConfirm={save}
      onCancel={onClose}
    >
      <div data-testid="shift-open-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
        <TextField
          form={form}
          name="cash"
          label={t('cash')}
          hint={t('floatHint')}
          required={false}
          autoFocus
          inputMode="numeric"
        />
      </div>
      <Failed failure={opening.failure} />
    </ConfirmFinal>
  );
};
