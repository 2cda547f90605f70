// What a loss says beside its goods: destroyed or sold, why, how, before whom; of a sale what it brought and what that is for.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { lossKinds, scrapReasons } from '../../db/contract/losses.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { parseYuan } from '../../db/domain/money.ts';
import { Choice, FormField } from '../ui/index.ts';
import type { Draft, MissingField } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly missing: readonly MissingField[];
  readonly onChange: (part: Partial<Draft>) => void;
}
type TextName = 'reasonNote' | 'method' | 'witness' | 'proceeds' | 'buyer' | 'purpose';

export const LossFields = ({ draft, missing, onChange }: Props) => {
  const { t } = useTranslation('losses');
  const sale = draft.kind === 'sale';
  const text = (name: TextName, label: string, more: { required?: boolean; hint?: string; most: number }) => {
    const lacking = missing.find((field) => field === name);
    return (
      <FormField
        label={label}
        required={more.required ?? false}
        {...(more.hint === undefined ? {} : { hint: more.hint })}
        mistake={lacking === undefined ? undefined : t(`form.missing.${lacking}`)}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid={`loss-${name}`}
            autoComplete="off"
            maxLength={more.most}
            {...(name === 'proceeds' ? { inputMode: 'decimal' as const, className: 'figure' } : {})}
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        )}
      </FormField>
    );
  };
  const read = parseYuan(draft.proceeds);
  return (
    <div className="field-grid">
      <FormField label={t('form.kind')} required>
        {(field) => (
          <Choice
            field={field}
            testId="loss-kind"
            value={draft.kind}
            options={lossKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
        )}
      </FormField>
      <FormField label={t('form.reason')} required>
        {(field) => (
          <Choice
            field={field}
            testId="loss-reason"
            value={draft.reason}
            options={scrapReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
            onChange={(reason) => onChange({ reason })}
          />
        )}
      </FormField>
      {text('reasonNote', t('form.reasonNote'), { required: draft.reason === 'other', most: 100 })}
      {text('method', sale ? t('form.saleMethod') : t('form.method'), {
        required: !sale,
        most: 100,
        ...(sale ? {} : { hint: t('form.methodHint') }),
      })}
      {text('witness', t('form.witness'), { required: !sale, most: 50 })}
      {sale && (
        <>
          {text('proceeds', t('form.proceeds'), {
            required: true,
            most: 20,
            ...(read.ok && read.fen > 0 ? { hint: amountInWords(read.fen) } : {}),
          })}
          <FormField label={t('form.way')} required>
            {(field) => (
              <Choice
                field={field}
                testId="loss-way"
                value={draft.way}
                options={(['cash', 'transfer'] as const).map((way) => ({
                  value: way,
                  label: t(`form.ways.${way}`),
                }))}
                onChange={(way) => onChange({ way })}
              />
            )}
          </FormField>
          {text('buyer', t('form.buyer'), { most: 60 })}
          {text('purpose', t('form.purpose'), { required: true, hint: t('form.purposeHint'), most: 200 })}
        </>
      )}
    </div>
  );
};
