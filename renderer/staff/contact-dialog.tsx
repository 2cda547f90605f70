// Telephone and address of a member of staff: compared with those of households, so that nobody's relatives stay unfiled unseen.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useCommand } from '../api/use-command.ts';
import { ConfirmFinal } from '../ui/confirm-final.tsx';
import { Failed } from '../ui/failed.tsx';
import { enterMovesOn } from '../ui/form-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

interface Props {
  readonly person: Output<'staff.list'>[number];
  readonly onClose: () => void;
}

/** Shown while it is mounted. */
export const ContactDialog = ({ person, onClose }: Props) => {
  const { t } = useTranslation('staff');
  const set = useCommand('staff.setContact');
  const form = useForm({ phone: person.phone, address: person.address }, () => ({}));
  const save = async (): Promise<void> => {
    if (await set.run({ staffId: person.staffId, ...form.values })) onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="contact-save"
      title={`${t('contact.title')}: ${person.name}`}
      verb={t('save', { ns: 'common' })}
      figures={[]}
      pending={set.pending}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <div onKeyDown={enterMovesOn(() => void save())}>
        <TextField
          form={form}
          name="phone"
          label={t('contact.phone')}
          required={false}
          inputMode="tel"
          autoFocus
        />
        <TextField
          form={form}
          name="address"
          label={t('contact.address')}
          hint={t('contact.addressHint')}
          required={false}
        />
      </div>
      <p className="secondary">{t('contact.why')}</p>
      <Failed failure={set.failure} />
    </ConfirmFinal>
  );
};
