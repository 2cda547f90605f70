// How much a rule allows: one amount, or by household size, each line from more covered members on.
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormField } from '../ui/index.ts';
import { unitOf, type AmountDraft } from './limit-draft.ts';
import type { PartProps } from './limit-goods.tsx';

const most = 10;

export const LimitAmounts = ({ draft, wrong, tried, change }: PartProps) => {
  const { t } = useTranslation('limits');
  const unit = draft.measure === 'fen' ? t('form.yuan') : (unitOf(draft)?.unit ?? t(`form.${draft.measure}`));
  const set = (at: number, part: Partial<AmountDraft>): void =>
    change({ amounts: draft.amounts.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  const shown = draft.subject === 'proxy' ? draft.amounts.slice(0, 1) : draft.amounts;
  const bySize = shown.length > 1;
  return (
    <>
      {shown.map((line, at) => (
        <div className="limit-amounts" key={at}>
          {bySize && (
            <Figure
              label={t('form.size')}
              testId={`limit-size-${at}`}
              value={line.from}
              mistake={tried && wrong.sizes[at] ? t('form.sizeWrong') : undefined}
              onChange={(from) => set(at, { from })}
            />
          )}
          <Figure
            label={t('form.amountUnit', { unit })}
            testId={`limit-amount-${at}`}
            value={line.amount}
            mistake={tried && wrong.amounts[at] ? t('form.amountWrong') : undefined}
            onChange={(amount) => set(at, { amount })}
          />
          {at > 0 && (
            <Button
              data-testid={`limit-size-remove-${at}`}
              onClick={() => change({ amounts: draft.amounts.filter((_, place) => place !== at) })}
            >
              {t('form.removeSize')}
            </Button>
          )}
        </div>
      ))}
      {draft.subject !== 'proxy' && draft.amounts.length < most && (
        <Button
          data-testid="limit-size-add"
          onClick={() => change({ amounts: [...draft.amounts, { from: '', amount: '' }] })}
        >
          {t('form.addSize')}
        </Button>
      )}
    </>
  );
};

interface FigureProps {
  readonly label: string;
  readonly testId: string;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly onChange: (value: string) => void;
}
const Figure = ({ label, testId, value, mistake, onChange }: FigureProps) => (
  <FormField label={label} required mistake={mistake}>
    {({ status, ...field }) => (
      <Input
        {...field}
        status={status}
        data-testid={testId}
        className="figure"
        size="large"
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </FormField>
);
