// One labelled line in a dialog of the life of a voucher: a day, a note, a reason. Enter confirms the dialog, but not while an input
// method still composes.
import { Input } from 'antd';
import { FormField } from '../ui/index.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
  readonly hint?: string;
  readonly mistake?: string | undefined;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly numeric?: boolean;
  /** Letters it takes; a list of numbers must not be cut in the middle of one. */
  readonly longest?: number;
}

export const LineField = (props: Props) => {
  const { label, value, testId, onChange, onEnter, hint, mistake } = props;
  return (
    <FormField
      label={label}
      required={props.required ?? false}
      mistake={mistake}
      {...(hint === undefined ? {} : { hint })}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          autoFocus={props.autoFocus ?? false}
          data-testid={testId}
          maxLength={props.longest ?? 100}
          inputMode={props.numeric ? 'numeric' : 'text'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && onEnter()}
        />
      )}
    </FormField>
  );
};
