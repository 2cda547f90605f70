// Somebody else says yes: a manager or the bureau types their password for this one act. It goes to the books with the act and is
// not kept here.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { Choice, enterMovesOn, FormField, Notice, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

export interface Approval {
  readonly login: string;
  readonly password: string;
}
interface Props {
  readonly onApprove: (approval: Approval) => void;
  readonly onClose: () => void;
}

export const ApprovalDialog = ({ onApprove, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const { me, status } = useSession();
  const others = status.staff.filter(({ login, role }) => role !== 'volunteer' && login !== me.login);
  const form = useForm({ login: others[0]?.login ?? '', password: '' }, ({ password }) => ({
    password: password === '' ? t('approval.passwordMissing') : undefined,
  }));
  const save = (): void => {
    if (others.length === 0 || !form.ready()) return;
    onClose();
    onApprove(form.values);
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal open title={t('approval.title')} footer={null} onCancel={onClose} closable={false} destroyOnHidden>
      <div data-testid="approval-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
        <p>{t('approval.hint')}</p>
        {others.length === 0 && <Notice tone="warn" title={t('approval.nobody')} />}
        <FormField label={t('approval.who')} required>
          {(field) => (
            <Choice
              field={field}
              testId="approval-login"
              value={form.values.login}
              options={others.map(({ login, name, role }) => ({
                value: login,
                label: `${name} · ${tAny(`roles.${role}`)}`,
              }))}
              onChange={(login) => form.set('login', login)}
            />
          )}
        </FormField>
        <TextField
          form={form}
          name="password"
          label={t('approval.password')}
          password
          autoFocus
          autoComplete="one-time-code"
        />
        <div className="button-row">
          <Button
            type="primary"
            size="large"
            className="form-save"
            data-testid="approval-save"
            onClick={save}
          >
            {t('approval.approve')} Ctrl+Enter
          </Button>
          <Button size="large" onClick={onClose}>
            {tAny('cancel')} Esc
          </Button>
        </div>
      </div>
    </Modal>
  );
};
