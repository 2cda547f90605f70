// Somebody else says yes: a manager or the bureau types their password for this one act. It goes to the books with the act and is
// not kept here.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { enterMovesOn, useKeys } from '../ui/index.ts';
import { ApproverFields, useApprover, type Approval } from './approver-fields.tsx';

export type { Approval };
interface Props {
  readonly onApprove: (approval: Approval) => void;
  readonly onClose: () => void;
}

export const ApprovalDialog = ({ onApprove, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const approver = useApprover();
  const save = (): void => {
    if (!approver.ready()) return;
    onClose();
    onApprove(approver.form.values);
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal open title={t('approval.title')} footer={null} onCancel={onClose} closable={false} destroyOnHidden>
      <div data-testid="approval-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
        <p>{t('approval.hint')}</p>
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
