// Who gave, what for, where it goes, and the cash of a gift: the upper half of the form.
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { donorKinds } from '../../db/contract/donations.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { useAct } from '../api/index.ts';
import { DesignationField } from '../goods/designation-field.tsx';
import { Choice, FormField } from '../ui/index.ts';
import { DonorField } from './donor-field.tsx';
import type { Draft } from './draft.ts';
import type { MistakeCode } from './read-draft.ts';

interface Props {
  readonly draft: Draft;
  readonly cashFen: number | null;
  readonly mistakeOf: (field: string) => MistakeCode | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onLeave: (field: string) => void;
  readonly onFocusField: (field: string) => void;
}
const longest = {
  day: 20,
  donorPhone: 30,
  channel: 30,
  campaign: 60,
  purpose: 200,
  cash: 16,
  checker: 50,
  inspectorA: 50,
  inspectorB: 50,
} as const;
type TextField = keyof typeof longest;
const giftClasses = ['donated', 'disaster', 'preferential'] as const;

export const GiftFields = (props: Props) => {
  const { t } = useTranslation('donations');
  return (
    <section className="office-section" aria-label={t('form.gift')}>
      <div className="field-grid gift-grid">
        <DonorFields {...props} />
        <div className="wide">
          <TextOf {...props} name="purpose" label={t('form.purpose')} placeholder={t('form.purposeHint')} />
        </div>
        <TextOf {...props} name="channel" label={t('form.channel')} placeholder={t('form.channelHint')} />
        <TextOf {...props} name="campaign" label={t('form.campaign')} />
        <DesignationField
          value={props.draft.designation}
          onChange={(designation) => props.onChange({ designation })}
          testId="donation-designation"
        />
        <GoodsFields {...props} />
        <CashFields {...props} />
      </div>
    </section>
  );
};

const DonorFields = (props: Props) => {
  const { t } = useTranslation('donations');
  const { draft, mistakeOf, onChange, onLeave, onFocusField } = props;
  const mistake = mistakeOf('donorName');
  return (
    <>
      <div className="wide">
        <DonorField
          draft={draft}
          mistake={mistake === undefined ? undefined : t(`mistakes.${mistake}`)}
          onChange={onChange}
          onLeave={() => onLeave('donorName')}
          onNext={() => onFocusField('kind')}
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
    </>
  );
};

/** Class and place of the goods, and who looked at them. */
const GoodsFields = (props: Props) => {
  const { t } = useTranslation('donations');
  const { draft, onChange } = props;
  const goods = draft.lines.length > 0;
  const { data: places = [] } = useAct('stock.places', {});
  const open = places.filter(({ active, placeId }) => active || placeId === draft.placeId);
  return (
    <>
      <FormField label={t('form.stockClass')}>
        {(field) => (
          <Choice
            field={field}
            testId="donation-class"
            value={draft.stockClass}
            options={giftClasses.map((value) => ({
              value,
              label: t(`stockClasses.${value}`, { ns: 'common' }),
            }))}
            onChange={(stockClass) => onChange({ stockClass })}
          />
        )}
      </FormField>
      <FormField label={t('form.place')}>
        {(field) => (
          <Choice
            field={field}
            testId="donation-place"
            value={String(draft.placeId)}
            options={open.map(({ placeId, name }) => ({ value: String(placeId), label: name }))}
            onChange={(placeId) => onChange({ placeId: Number(placeId) })}
          />
        )}
      </FormField>
      <TextOf {...props} name="checker" label={t('form.checker')} />
      <TextOf {...props} name="inspectorA" label={t('form.inspectorA')} required={goods} />
      <TextOf {...props} name="inspectorB" label={t('form.inspectorB')} required={goods} />
    </>
  );
};

const CashFields = (props: Props) => {
  const { t } = useTranslation('donations');
  const { draft, cashFen, onChange } = props;
  return (
    <>
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
      <div className="gift-words" data-testid="donation-in-words">
        {cashFen !== null && `${t('form.inWords')} ${amountInWords(cashFen)}`}
      </div>
    </>
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
  placeholder,
}: Props & {
  readonly name: TextField;
  readonly label: string;
  readonly required?: boolean;
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
      mistake={mistake === undefined ? undefined : t(`mistakes.${mistake}`)}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid={`donation-${name}`}
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
