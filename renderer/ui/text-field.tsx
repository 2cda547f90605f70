// One line of text (or a password) in a form of useForm: label, mistake and hint tied to it.
import { Input } from 'antd';
import { FormField } from './form-field.tsx';
import type { Form } from './use-form.ts';

interface Props<V> {
  readonly form: Form<V>;
  readonly name: { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly password?: boolean;
  readonly autoFocus?: boolean;
  /** Digits and dates: an input method that is on would swallow them. */
  readonly inputMode?: 'numeric' | 'tel' | 'text';
  readonly autoComplete?: string;
}

export const TextField = <V,>({
  form,
  name,
  label,
  hint,
  required = true,
  password = false,
  autoFocus = false,
  inputMode = 'text',
  autoComplete = 'off',
}: Props<V>) => (
  <FormField
    label={label}
    required={required}
    {...(hint === undefined ? {} : { hint })}
    mistake={form.mistake(name)}
  >
    {(field) => {
      const same = {
        ...field,
        name,
        size: 'large' as const,
        autoFocus,
        inputMode,
        autoComplete,
        value: form.values[name] as string,
        onChange: ({ target }: { target: { value: string } }) =>
          form.set(name, target.value as V[typeof name]),
        onBlur: () => form.left(name),
      };
      return password ? <Input.Password {...same} /> : <Input {...same} />;
    }}
  </FormField>
);
