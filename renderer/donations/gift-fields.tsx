// Who gave, what for, and the cash of a gift: the upper half of the form.
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { donorKinds } from '../../db/contract/donations.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { CATEGORIES } from '../../db/domain/categories.ts';
import { Choice, FormField } from '../ui/index.ts';
import type { Draft, MistakeCode } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly cashFen: number | null;
  readonly mistakeOf: (field: string) => MistakeCode | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onLeave: (field: string) => void;
}
type TextField =
  | 'day'
  | 'donorName'
  | 'donorPhone'
  | 'channel'
  | 'campaign'
  | 'purpose'
  | 'cash'
  | 'checker'
  | 'inspectorA'
  | 'inspectorB';
const longest: Readonly<Record<TextField, number>> = {
  day: 20,
  donorName: 200,
  donorPhone: 30,
  channel: 30,
  campaign: 60,
  purpose: 200,
  cash: 16,
  checker: 50,
  inspectorA: 50,
  inspectorB: 50,
};

export const GiftFields = (props: Props) => {
  const { t } = useTranslation('donations');
  const { draft, onChange } = props;
  const goods = draft.lines.length > 0;
  return (
    <section className="office-section" aria-label={t('form.gift')}>
      <div className="field-grid gift-grid">
        <div className="wide">
          <TextOf
            {...props}
            name="donorName"
            label={t('form.donorName')}
            required={!draft.anonymous}
            {...(draft.anonymous ? { hint: t('form.anonymousHint') } : {})}
          />
        </div>
        <FormField label={t('form.donorKind')}>
          {(field) => (
            <Choice
              field={field}
              testId="donation-kind"
              value={draft.donorKind}
              options={donorKinds
                .filter((kind) => kind !== 'anonymous')
                .map((value) => ({ value, label: t(`kinds.${value}`) }))}
              onChange={(donorKind) => onChange({ donorKind })}
            />
          )}
        </FormField>
        <TextOf {...props} name="donorPhone" label={t('form.phone')} />
        <TextOf {...props} name="day" label={t('form.day')} required />
        <div className="gift-check">
          <Checkbox
            data-testid="donation-anonymous"
            checked={draft.anonymous}
            onChange={(event) => onChange({ anonymous: event.target.checked })}
          >
            {t('form.anonymousShort')}
          </Checkbox>
        </div>
        <div className="wide">
          <TextOf {...props} name="purpose" label={t('form.purpose')} placeholder={t('form.purposeHint')} />
        </div>
        <FormField label={t('form.category')}>
          {(field) => (
            <Choice
              field={field}
              testId="donation-category"
              value={draft.designatedCategory}
              options={[
                { value: '', label: t('form.anyCategory') },
                ...CATEGORIES.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(designatedCategory) => onChange({ designatedCategory })}
            />
          )}
        </FormField>
        <TextOf {...props} name="channel" label={t('form.channel')} placeholder={t('form.channelHint')} />
        <TextOf {...props} name="campaign" label={t('form.campaign')} />
        <TextOf {...props} name="cash" label={`${t('form.cash')} ${t('form.amount')}`} />
        <FormField label={t('form.way')}>
          {(field) => (
            <Choice
              field={field}
              testId="donation-way"
              value={draft.cashWay}
              options={(['cash', 'transfer'] as const).map((value) => ({ value, label: t(`ways.${value}`) }))}
              onChange={(cashWay) => onChange({ cashWay })}
            />
          )}
        </FormField>
        <TextOf {...props} name="checker" label={t('form.checker')} />
        <TextOf {...props} name="inspectorA" label={t('form.inspectorA')} required={goods} />
        <TextOf {...props} name="inspectorB" label={t('form.inspectorB')} required={goods} />
        <div className="gift-words" data-testid="donation-in-words">
          {props.cashFen !== null && `${t('form.inWords')} ${amountInWords(props.cashFen)}`}
        </div>
      </div>
    </section>
  );
};

const TextOf = ({
  draft,
  mistakeOf,
  onChange,
  onLeave,
  name,
  label,
  required = false,
  hint,
  placeholder,
}: Props & {
  readonly name: TextField;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
}) => {
  const { t } = useTranslation('donations');
  const mistake = mistakeOf(name);
  const leave = (): void => {
    if (name === 'day') onChange({ day: parseDay(draft.day) ?? draft.day });
    onLeave(name);
  };
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
          data-testid={`donation-${name}`}
          data-field={name}
          autoComplete="off"
          maxLength={longest[name]}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(name === 'cash' || name === 'day' ? { inputMode: 'decimal' as const } : {})}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
          onBlur={leave}
        />
      )}
    </FormField>
  );
};
