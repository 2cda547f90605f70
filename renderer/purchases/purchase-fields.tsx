// Head of a purchase: when, from whom, with which money, where to, looked at by which two people.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { aidSources } from '../../db/contract/measures.ts';
import { monthOf, parseDay } from '../../db/domain/business-day.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { money } from '../i18n/format.ts';
import { Choice, FormField } from '../ui/index.ts';
import type { Draft, HeadMistake } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly mistakes: ReadonlySet<HeadMistake>;
  readonly onChange: (part: Partial<Draft>) => void;
}
type TextName = 'day' | 'supplier' | 'invoice' | 'inspectorA' | 'inspectorB' | 'note';
interface More {
  readonly most: number;
  readonly required?: boolean;
  readonly mistake?: HeadMistake;
  readonly autoFocus?: boolean;
}
const classes = ['purchased', 'disaster', 'preferential'] as const;

export const PurchaseFields = ({ draft, mistakes, onChange }: Props) => {
  const { t } = useTranslation('purchases');
  const { data: places = [] } = useAct('stock.places', {});
  const text = (
    name: TextName,
    label: string,
    { most, required = false, mistake, autoFocus = false }: More,
  ) => (
    <FormField
      label={label}
      required={required}
      mistake={mistake !== undefined && mistakes.has(mistake) ? t(`form.mistakes.${mistake}`) : undefined}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid={`purchase-${name}`}
          autoComplete="off"
          autoFocus={autoFocus}
          maxLength={most}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
          {...(name === 'day'
            ? {
                inputMode: 'numeric' as const,
                placeholder: t('form.dateHint'),
                onBlur: () => onChange({ day: parseDay(draft.day) ?? draft.day }),
              }
            : {})}
        />
      )}
    </FormField>
  );
  return (
    <div className="field-grid">
      {text('day', t('form.day'), { most: 20, required: true, mistake: 'day' })}
      {text('supplier', t('form.supplier'), {
        most: 100,
        required: true,
        mistake: 'supplier',
        autoFocus: true,
      })}
      {text('invoice', t('form.invoice'), { most: 50 })}
      <SourceField value={draft.source} onChange={(source) => onChange({ source })} />
      <FormField label={t('form.stockClass')} required>
        {(field) => (
          <Choice
            field={field}
            testId="purchase-class"
            value={draft.stockClass}
            options={classes.map((name) => ({
              value: name,
              label: t(`stockClasses.${name}`, { ns: 'common' }),
            }))}
            onChange={(stockClass) => onChange({ stockClass })}
          />
        )}
      </FormField>
      <FormField label={t('form.place')} required>
        {(field) => (
          <Choice
            field={field}
            testId="purchase-place"
            value={String(draft.placeId)}
            options={places
              .filter(({ active }) => active)
              .map(({ placeId, name }) => ({ value: String(placeId), label: name }))}
            onChange={(place) => onChange({ placeId: Number(place) })}
          />
        )}
      </FormField>
      {text('inspectorA', t('form.inspectorA'), { most: 50, required: true, mistake: 'inspectors' })}
      {text('inspectorB', t('form.inspectorB'), { most: 50, required: true, mistake: 'inspectors' })}
      {text('note', t('form.note'), { most: 200 })}
    </div>
  );
};

/** Says beside the choice what the source still has, so that nobody types a whole purchase it cannot pay. */
const SourceField = ({
  value,
  onChange,
}: {
  readonly value: Draft['source'];
  readonly onChange: (source: Draft['source']) => void;
}) => {
  const { t } = useTranslation('purchases');
  const month = monthOf(useSession().status.businessDay);
  const { data } = useAct('cash.book', { source: value, month, limit: 1 });
  const has = data?.sources.find(({ source }) => source === value)?.closingFen;
  return (
    <FormField
      label={t('form.source')}
      required
      {...(has === undefined ? {} : { hint: t('form.sourceHas', { fen: money(has) }) })}
    >
      {(field) => (
        <Choice
          field={field}
          testId="purchase-money"
          value={value}
          options={aidSources.map((source) => ({
            value: source,
            label: t(`moneySources.${source}`, { ns: 'common' }),
          }))}
          onChange={onChange}
        />
      )}
    </FormField>
  );
};
