// A business day typed in any way people write one; put into its form on leaving the field.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { FormField } from '../ui/index.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly testId: string;
  readonly value: string;
  /** May be left empty. */
  readonly optional?: boolean;
  /** The mistake is shown. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

export const DayField = ({
  label,
  hint,
  testId,
  value,
  optional = false,
  tried,
  autoFocus = false,
  onChange,
}: Props) => {
  const { t } = useTranslation('eligibility');
  const empty = value.trim() === '';
  const wrong = empty ? !optional : parseDay(value) === null;
  return (
    <FormField
      label={label}
      required={!optional}
      {...(hint === undefined ? {} : { hint })}
      mistake={tried && wrong ? t('dayBad') : undefined}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid={testId}
          autoFocus={autoFocus}
          autoComplete="off"
          maxLength={20}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onBlur={() => {
            const read = parseDay(value);
            if (read !== null && read !== value) onChange(read);
          }}
        />
      )}
    </FormField>
  );
};
