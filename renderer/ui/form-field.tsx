// One field of a form: label above, its mistake named beside it, tied together for screen readers. The control is a child that
// takes `id`, `aria-…` and `status` from the render function.
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FieldProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-required': boolean;
  readonly status: 'error' | '';
}
interface Props {
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  /** What is wrong with it, in words; undefined while nothing is. */
  readonly mistake?: string | undefined;
  readonly children: (props: FieldProps) => ReactNode;
}

export const FormField = ({ label, required = false, hint, mistake, children }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const describedBy = mistake ? `${id}-mistake` : hint ? `${id}-hint` : undefined;
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {required && <span className="form-required">{t('required')}</span>}
      </label>
      {children({
        id,
        'aria-invalid': mistake !== undefined,
        'aria-describedby': describedBy,
        'aria-required': required,
        status: mistake ? 'error' : '',
      })}
      {/* The line is always there: a mistake that appears on leaving a field must not push the button away from under the click. */}
      <div className="form-note">
        {hint && !mistake && (
          <div id={`${id}-hint`} className="form-hint">
            {hint}
          </div>
        )}
        {mistake && (
          <div id={`${id}-mistake`} className="form-mistake" role="alert">
            <span aria-hidden="true">✖ </span>
            {mistake}
          </div>
        )}
      </div>
    </div>
  );
};

/** Enter moves to the next field of the form; Ctrl+Enter saves (ui.md, Frame). */
export const enterMovesOn =
  (save: () => void) =>
  (event: React.KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey) {
      event.preventDefault();
      save();
      return;
    }
    const target = event.target as HTMLElement;
    if (!['INPUT', 'SELECT'].includes(target.tagName) || target.getAttribute('role') === 'combobox') return;
    const fields = [
      ...event.currentTarget.querySelectorAll<HTMLElement>(
        'input:not([disabled]):not([type="hidden"]), select:not([disabled]), textarea:not([disabled]), button.form-save',
      ),
    ];
    event.preventDefault();
    fields[fields.indexOf(target) + 1]?.focus();
  };
