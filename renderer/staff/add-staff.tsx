// A new account: name, login, post and a first password.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../db/contract/permissions.ts';
import { useCommand } from '../api/use-command.ts';
import { Choice } from '../ui/choice.tsx';
import { Failed } from '../ui/failed.tsx';
import { enterMovesOn, FormField } from '../ui/form-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { passwordMistake } from './passwords.ts';

export const AddStaff = ({ onClose }: { readonly onClose: (added: string | null) => void }) => {
  const { t } = useTranslation('staff');
  const [role, setRole] = useState<Role>('volunteer');
  const add = useCommand('staff.add');
  const missing = (text: string, label: string): string | undefined =>
    text.trim() === '' ? t('form.missing', { ns: 'common', label }) : undefined;
  const form = useForm({ name: '', login: '', password: '', again: '' }, (values) => {
    const weak = passwordMistake(values.password);
    return {
      name: missing(values.name, t('name')),
      login: missing(values.login, t('login')),
      password: weak ? t(`${weak}.title`, { ns: 'errors' }) : undefined,
      again: values.again === values.password ? undefined : t('passwordsDiffer'),
    };
  });
  const save = async (): Promise<void> => {
    if (!form.ready()) return;
    const { name, login, password } = form.values;
    if (await add.run({ name: name.trim(), login: login.trim(), role, password })) onClose(name.trim());
  };
  return (
    <Modal
      open
      title={t('add')}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => onClose(null)}
      destroyOnHidden
    >
      <form
        noValidate
        onKeyDown={enterMovesOn(() => void save())}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField form={form} name="name" label={t('name')} autoFocus />
        <TextField form={form} name="login" label={t('login')} hint={t('loginHint')} />
        <FormField label={t('role')} required>
          {(field) => (
            <Choice
              field={field}
              value={role}
              onChange={setRole}
              options={roles.map((one) => ({ value: one, label: t(`roles.${one}`, { ns: 'common' }) }))}
            />
          )}
        </FormField>
        <TextField
          form={form}
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          password
          autoComplete="new-password"
        />
        <TextField form={form} name="again" label={t('passwordAgain')} password autoComplete="new-password" />
        <Failed failure={add.failure} />
        <div className="button-row">
          <Button type="primary" size="large" htmlType="submit" className="form-save" loading={add.pending}>
            {t('save', { ns: 'common' })}
          </Button>
          <Button size="large" onClick={() => onClose(null)}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
