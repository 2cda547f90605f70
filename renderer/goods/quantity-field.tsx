// How much, in any unit the item is packed in: the figure, its unit where there is a choice, and what that is in the item's own.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, FormField } from '../ui/index.ts';
import { conversion, readQuantity, type Measured, type TypedQuantity } from './quantity-text.ts';

interface Props {
  readonly item: Measured;
  readonly value: TypedQuantity;
  readonly onChange: (value: TypedQuantity) => void;
  readonly label?: string;
  readonly required?: boolean;
  /** A count may find none. */
  readonly zero?: boolean;
  /** Saving was tried: names the mistake also of a field nobody has left. */
  readonly tried?: boolean;
  /** What else is wrong with it (more than there is), said when it can be read. */
  readonly mistake?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onEnter?: () => void;
  /** The unit's choice is `<testId>-unit`. */
  readonly testId?: string;
}

export const QuantityField = (props: Props) => {
  const { item, value, onChange, label, required = true, zero = false, tried = false } = props;
  const { autoFocus = false, onEnter, testId = 'quantity' } = props;
  const { t } = useTranslation('goods');
  const [left, setLeft] = useState(false);
  const read = readQuantity(value, item, zero);
  const blank = value.text.trim() === '';
  const asked = tried || (left && !blank);
  const wrong = !read.ok && asked && (required || !blank) ? t(`quantity.${read.mistake}`) : undefined;
  const said = conversion(value, item);
  const units = [item.unit, ...item.packs.map(({ unit }) => unit)];
  return (
    <FormField
      label={label ?? t('quantity.label')}
      required={required}
      {...(said === null ? {} : { hint: said })}
      mistake={wrong ?? (read.ok ? props.mistake : undefined)}
    >
      {({ status, ...field }) => (
        <span className="quantity-field">
          <Input
            {...field}
            status={status}
            data-testid={testId}
            className="figure"
            inputMode="decimal"
            autoComplete="off"
            autoFocus={autoFocus}
            maxLength={20}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
            onBlur={() => setLeft(true)}
            {...(onEnter === undefined
              ? {}
              : { onPressEnter: (event) => !event.nativeEvent.isComposing && onEnter() })}
          />
          {units.length > 1 ? (
            <Choice
              label={t('quantity.units')}
              testId={`${testId}-unit`}
              value={value.unit}
              options={units.map((unit) => ({ value: unit, label: unit }))}
              onChange={(unit) => onChange({ ...value, unit })}
            />
          ) : (
            <span>{item.unit}</span>
          )}
        </span>
      )}
    </FormField>
  );
};
