// One text of a line of goods, its mistake beside it; days are written out when the field is left.
import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { FormField } from '../ui/index.ts';
import type { LineProps } from './gift-lines.tsx';

type LinePart =
  'production' | 'expiry' | 'value' | 'basisNote' | 'evidence' | 'acceptanceReason' | 'disinfected';

interface Props extends Pick<LineProps, 'line' | 'mistakes' | 'onChange' | 'onLeave'> {
  readonly part: LinePart;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Figures stand at the right and want no input method. */
  readonly figure?: boolean;
  readonly maxLength?: number;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
}

export const LineField = (props: Props) => {
  const { line, mistakes, onChange, onLeave, part, label, required = false } = props;
  const { hint, placeholder, figure = false, maxLength = 100, onKeyDown, onBlur } = props;
  const { t } = useTranslation('donations');
  const mistake = mistakes[part];
  return (
    <FormField
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      mistake={mistake === undefined ? undefined : t(`mistakes.${mistake}`)}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid={`line-${part}`}
          autoComplete="off"
          maxLength={maxLength}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(figure ? { inputMode: 'decimal' as const, className: 'figure' } : {})}
          value={line[part]}
          onChange={(event) => onChange(line.key, { [part]: event.target.value })}
          {...(onKeyDown === undefined ? {} : { onKeyDown })}
          onBlur={() => {
            onBlur?.();
            onLeave(`${line.key}.${part}`);
          }}
        />
      )}
    </FormField>
  );
};

export const LineDay = (
  props: Omit<Props, 'part'> & { readonly part: 'production' | 'expiry' | 'disinfected' },
) => {
  const { t } = useTranslation('donations');
  const { line, part, onChange } = props;
  return (
    <LineField
      {...props}
      figure
      maxLength={20}
      placeholder={t('form.dateHint')}
      onBlur={() => {
        const read = parseDay(line[part]);
        if (read !== null && read !== line[part]) onChange(line.key, { [part]: read });
      }}
    />
  );
};
