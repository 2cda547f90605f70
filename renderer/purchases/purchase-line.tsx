// One line of a purchase while it is being typed: how much, for how much money, made when, good until when; a reason where the rule
// of its category asks more shelf life.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { QuantityField } from '../goods/quantity-field.tsx';
import { FormField } from '../ui/index.ts';
import type { DraftLine, LineMistakes } from './draft.ts';

interface Props {
  readonly line: DraftLine;
  readonly at: number;
  readonly tried: boolean;
  readonly mistakes: LineMistakes;
  readonly life: 'good' | 'short' | 'over';
  readonly onChange: (part: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
}
type Part = 'cost' | 'production' | 'expiry' | 'acceptance';

export const PurchaseLine = ({ line, at, tried, mistakes, life, onChange, onRemove }: Props) => {
  const { t } = useTranslation('purchases');
  const { item } = line;
  const text = (
    part: Part,
    label: string,
    more: { required?: boolean; hint?: string; figure?: boolean } = {},
  ) => {
    const mistake = mistakes[part];
    const shown = mistake !== undefined && (tried || (mistake !== 'expiryMissing' && line[part] !== ''));
    const isDay = part === 'production' || part === 'expiry';
    return (
      <FormField
        label={label}
        required={more.required ?? false}
        {...(more.hint === undefined ? {} : { hint: more.hint })}
        mistake={shown ? t(`form.mistakes.${mistake}`) : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid={`line-${part}`}
            autoComplete="off"
            maxLength={part === 'acceptance' ? 100 : 20}
            {...(more.figure ? { inputMode: 'decimal' as const, className: 'figure' } : {})}
            {...(isDay ? { inputMode: 'numeric' as const, placeholder: t('form.dateHint') } : {})}
            value={line[part]}
            onChange={(event) => onChange({ [part]: event.target.value })}
            onBlur={() => isDay && onChange({ [part]: parseDay(line[part]) ?? line[part] })}
          />
        )}
      </FormField>
    );
  };
  return (
    <li
      className="purchase-line"
      data-line={line.key}
      data-testid="purchase-line"
      aria-label={t('form.line', { n: at + 1, name: item.name })}
    >
      <div className="purchase-line-name">
        <span className="figure secondary">{at + 1}</span> <b>{item.name}</b>{' '}
        <span className="secondary">{item.spec}</span>
        {life === 'over' && <span className="off"> ✖ {t('form.expired')}</span>}
        {life === 'short' && <span className="off"> ▲ {t('form.short')}</span>}
      </div>
      <QuantityField
        item={item}
        testId="line-quantity"
        value={line.typed}
        tried={tried}
        autoFocus={line.typed.text === ''}
        onChange={(typed) => onChange({ typed })}
      />
      {text('cost', t('form.cost'), { required: true, figure: true })}
      {item.keepsDate && text('production', t('form.production'))}
      {item.keepsDate && text('expiry', t('form.expiry'), { required: true })}
      {life === 'short' &&
        text('acceptance', t('form.acceptance'), { required: true, hint: t('form.acceptanceHint') })}
      <Button
        size="small"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t('form.removeNamed', { name: item.name })}
        title={`${t('form.remove')} F8`}
        onClick={onRemove}
      />
    </li>
  );
};
