// Asks once before what cannot simply be undone (issue, post, close, void), and shows what will happen in figures.
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './office.css';
import { useKeys } from './use-keys.ts';

export interface FinalFigure {
  readonly label: string;
  readonly value: ReactNode;
}
interface Props {
  readonly open: boolean;
  readonly title: string;
  /** None: a short form that can be changed again; then nothing is said about that. */
  readonly figures: readonly FinalFigure[];
  /** The verb on the button: 发放, 作废, 导入. */
  readonly verb: string;
  readonly pending?: boolean;
  /** Red button, for acts that take something away. */
  readonly stops?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** A field the act needs (a reason), or how it failed. */
  readonly children?: ReactNode;
  readonly confirmDisabled?: boolean;
  /** Names the button that does it, for drives by program. */
  readonly testId?: string;
}

export const ConfirmFinal = ({
  open,
  title,
  figures,
  verb,
  pending = false,
  stops = false,
  onConfirm,
  onCancel,
  children,
  confirmDisabled = false,
  testId,
}: Props) => {
  const { t } = useTranslation();
  // From any field of the dialog, as Ctrl+Enter saves every form.
  useKeys({ 'Ctrl+Enter': onConfirm }, { inDialogs: true, enabled: open && !pending && !confirmDisabled });
  return (
    <Modal
      className="confirm-final"
      open={open}
      title={title}
      okText={verb}
      cancelText={t('cancel')}
      okButtonProps={{
        danger: stops,
        loading: pending,
        disabled: confirmDisabled,
        autoFocus: !children,
        ...(testId === undefined ? {} : { 'data-testid': testId }),
      }}
      cancelButtonProps={{ disabled: pending }}
      mask={{ closable: false }}
      closable={false}
      keyboard={!pending}
      onOk={onConfirm}
      onCancel={onCancel}
      destroyOnHidden
    >
      {figures.length > 0 && (
        <>
          <p>{t('final.ask')}</p>
          <dl className="final-figures">
            {figures.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {children}
    </Modal>
  );
};
