// The small fields of a household's forms: a line of text and a choice, each with its label and mistake.
import { Input } from 'antd';
import { Choice, FormField, type Option } from '../ui/index.ts';

interface LineProps {
  readonly label: string;
  readonly testId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly hint?: string | undefined;
  readonly mistake?: string | undefined;
  readonly most?: number;
  readonly autoFocus?: boolean;
}

export const Line = ({
  label,
  testId,
  value,
  onChange,
  required = false,
  hint,
  mistake,
  most = 100,
  autoFocus = false,
}: LineProps) => (
  <FormField label={label} required={required} mistake={mistake} {...(hint === undefined ? {} : { hint })}>
    {({ status, ...field }) => (
      <Input
        {...field}
        status={status}
        data-testid={testId}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </FormField>
);

interface PickProps<V extends string> {
  readonly label: string;
  readonly testId: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly required?: boolean;
  readonly mistake?: string | undefined;
}

export const Pick = <V extends string>({
  label,
  testId,
  value,
  options,
  onChange,
  required = false,
  mistake,
}: PickProps<V>) => (
  <FormField label={label} required={required} mistake={mistake}>
    {(field) => <Choice field={field} testId={testId} value={value} options={options} onChange={onChange} />}
  </FormField>
);
