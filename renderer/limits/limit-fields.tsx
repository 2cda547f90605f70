// The fields of a rule in the order in which one says it: name, what, of which goods, whose, in which time, since when.
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  limitMeasures,
  limitPeriods,
  limitSubjects,
  mayCarryOver,
  type LimitMeasure,
  type LimitPeriod,
  type LimitSubject,
} from '../../db/domain/limit-rule.ts';
import { useCategories } from '../eligibility/use-categories.ts';
import { Choice, FormField } from '../ui/index.ts';
import { LimitAmounts } from './limit-amounts.tsx';
import { asksEvery, mistakesOf, type LimitDraft } from './limit-draft.ts';
import { LimitGoods } from './limit-goods.tsx';

interface Props {
  readonly draft: LimitDraft;
  readonly today: string;
  readonly tried: boolean;
  readonly onChange: (draft: LimitDraft) => void;
}
type TextName = 'name' | 'every' | 'fromDay' | 'toDay';

export const LimitFields = ({ draft, today, tried, onChange }: Props) => {
  const { t } = useTranslation('limits');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wrong = mistakesOf(draft, today);
  const change = (part: Partial<LimitDraft>): void => onChange({ ...draft, ...part });
  const leave = (name: string): void => setLeft((now) => new Set([...now, name]));
  const text = (name: TextName, label: string, hint: string | undefined, mistake: string) => (
    <FormField
      label={label}
      required={name !== 'toDay'}
      {...(hint === undefined ? {} : { hint })}
      mistake={(tried || left.has(name)) && wrong[name] ? mistake : undefined}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          name={name}
          size="large"
          autoComplete="off"
          autoFocus={name === 'name'}
          maxLength={40}
          inputMode={name === 'name' ? 'text' : 'numeric'}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          onBlur={() => leave(name)}
        />
      )}
    </FormField>
  );
  return (
    <>
      <div className="field-grid">
        {text('name', t('form.name'), t('form.nameHint'), t('form.nameMissing'))}
        <FormField label={t('form.measure')} required hint={t(`measureHints.${draft.measure}`)}>
          {(field) => (
            <Choice<LimitMeasure>
              field={field}
              testId="limit-measure"
              value={draft.measure}
              options={limitMeasures.map((value) => ({ value, label: t(`measures.${value}`) }))}
              onChange={(measure) => change({ measure })}
            />
          )}
        </FormField>
      </div>
      <LimitGoods draft={draft} wrong={wrong} tried={tried} change={change} />
      <div className="field-grid">
        <FormField label={t('form.subject')} required hint={t(`subjectHints.${draft.subject}`)}>
          {(field) => (
            <Choice<LimitSubject>
              field={field}
              testId="limit-subject"
              value={draft.subject}
              options={limitSubjects.map((value) => ({ value, label: t(`subjects.${value}`) }))}
              onChange={(subject) => change({ subject })}
            />
          )}
        </FormField>
        <FormField label={t('form.period')} required>
          {(field) => (
            <Choice<LimitPeriod>
              field={field}
              testId="limit-period"
              value={draft.period}
              options={limitPeriods.map((value) => ({ value, label: t(`periods.${value}`) }))}
              onChange={(period) => change({ period, every: '1' })}
            />
          )}
        </FormField>
        {asksEvery(draft.period) && text('every', t('form.every'), undefined, t('form.everyWrong'))}
      </div>
      <LimitAmounts draft={draft} wrong={wrong} tried={tried} change={change} />
      {mayCarryOver(draft.period) && draft.subject !== 'proxy' && (
        <Checkbox
          className="limit-carry-over"
          data-testid="limit-carry-over"
          checked={draft.carryOver}
          onChange={(event) => change({ carryOver: event.target.checked })}
        >
          {t('form.carryOver')}
        </Checkbox>
      )}
      <Categories chosen={draft.categories} onChange={(categories) => change({ categories })} />
      <div className="field-grid">
        {text('fromDay', t('form.fromDay'), t('form.fromHint'), t('form.fromWrong'))}
        {text('toDay', t('form.toDay'), t('form.toHint'), t('form.toWrong'))}
      </div>
    </>
  );
};

const Categories = ({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}) => {
  const { t } = useTranslation('limits');
  const listed = useCategories();
  return (
    <fieldset className="limit-categories">
      <legend>
        {t('form.categories')} <span className="secondary">{t('form.categoriesHint')}</span>
      </legend>
      {listed.map(({ code, name }) => (
        <Checkbox
          key={code}
          data-testid={`limit-category-${code}`}
          checked={chosen.includes(code)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
          }
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
};
