// Somebody else says yes: a manager or the bureau types their password for this one act. It goes to the books with the act and is
// not kept here.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { enterMovesOn, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { ApproverFields, useApprover, type Approval } from './approver-fields.tsx';

export type { Approval };
interface Props {
  /** More than a limit is asked for: then why. */
  readonly asksReason: boolean;
  /** `reason`: null where none is asked. */
  readonly onApprove: (approval: Approval, reason: string | null) => void;
  readonly onClose: () => void;
}

export const ApprovalDialog = ({ asksReason, onApprove, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const approver = useApprover();
  const why = useForm({ reason: '' }, ({ reason }) => ({
    reason: asksReason && reason.trim() === '' ? t('approval.reasonMissing') : undefined,
  }));
  const save = (): void => {
    const ready = [why.ready(), approver.ready()];
    if (ready.includes(false)) return;
    onClose();
    onApprove(approver.form.values, asksReason ? why.values.reason.trim() : null);
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal
      open
      title={t(asksReason ? 'approval.titleOver' : 'approval.title')}
      footer={null}
      onCancel={onClose}
      closable={false}
      destroyOnHidden
    >
      <div data-testid="approval-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
        <p>{t(asksReason ? 'approval.hintOver' : 'approval.hint')}</p>
        {asksReason && <TextField form={why} name="reason" label={t('approval.reason')} />}
        <ApproverFields approver={approver} />
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
