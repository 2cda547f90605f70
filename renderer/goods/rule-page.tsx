// The rule of one category: figures on the left, what they mean in sentences beside them, rules of other places to start from.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm, type Mistakes } from '../ui/use-form.ts';
import './goods.css';
import {
  emptyRule,
  figureOf,
  figures,
  halfPair,
  mostOf,
  ruleDraftOf,
  ruleOf,
  sentencesOf,
  suggestions,
  type RuleDraft,
  type Sentence,
} from './rule-draft.ts';

/** The category is in the address; without one a rule is set for a category that has no goods yet. */
export const RulePage = () => {
  const category = useSearchParams()[0].get('category') ?? '';
  const rules = useAct('goods.rules', {});
  const shop = useAct('shop.read', {});
  if (!rules.data || !shop.data) return <Failed failure={rules.failure ?? shop.failure} />;
  const known = rules.data.find((rule) => rule.category === category);
  return (
    <RuleForm
      initial={known ? ruleDraftOf(known) : { ...emptyRule, category }}
      fixed={known !== undefined}
      shopAlarmDays={shop.data.settings.expiryAlarmDays}
    />
  );
};

interface Props {
  readonly initial: RuleDraft;
  readonly fixed: boolean;
  readonly shopAlarmDays: number;
}

const RuleForm = ({ initial, fixed, shopAlarmDays }: Props) => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const changing = useCommand('goods.changeRule');
  const check = useCheck();
  const form = useForm(initial, check);
  const back = (): void => void navigate('..', { relative: 'path' });
  const save = async (): Promise<void> => {
    const ready = form.ready();
    setTried(!ready);
    if (ready && (await changing.run(ruleOf(form.values)))) back();
  };
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });
  const take = (part: Partial<RuleDraft>): void => {
    for (const figure of figures) if (part[figure] !== undefined) form.set(figure, part[figure]);
  };
  const title = fixed ? t('rules.changeOf', { category: initial.category }) : t('rules.add');
  const wrong = Object.values(check(form.values)).filter((mistake) => mistake !== undefined).length;
  return (
    <Page
      title={title}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.save', { ns: 'common' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {tried && wrong > 0 && (
        <Notice tone="warn" title={t('form.mistakes', { ns: 'common', count: wrong })} />
      )}
      <Failed failure={changing.failure} />
      <section className="office-section">
        <p id="rule-suggestions">{t('rules.suggestions')}</p>
        <div className="button-row" role="group" aria-labelledby="rule-suggestions">
          {suggestions.map(({ name, part }) => (
            <Button key={name} data-testid={`rule-like-${name}`} onClick={() => take(part)}>
              {t(`rules.suggested.${name}`)}
            </Button>
          ))}
        </div>
      </section>
      <div className="rule-columns">
        <div
          className="office-section"
          role="form"
          aria-label={title}
          onKeyDown={(event) => enterMovesOn(() => void save())(event)}
        >
          {!fixed && (
            <FormField label={t('rules.category')} required mistake={form.mistake('category')}>
              {({ status, ...field }) => (
                <Input
                  {...field}
                  status={status}
                  data-testid="rule-category"
                  autoComplete="off"
                  autoFocus
                  maxLength={30}
                  value={form.values.category}
                  onChange={({ target }) => form.set('category', target.value)}
                  onBlur={() => form.left('category')}
                />
              )}
            </FormField>
          )}
          {figures.map((figure, at) => (
            <TextField
              key={figure}
              form={form}
              name={figure}
              label={t(`rules.${figure}`)}
              hint={
                figure === 'alarmDays' ? t('rules.alarmHint', { days: shopAlarmDays }) : t('rules.emptyHint')
              }
              required={false}
              inputMode="numeric"
              autoFocus={fixed && at === 0}
            />
          ))}
          <div className="button-row">
            <Button
              data-testid="rule-save"
              className="form-save"
              type="primary"
              size="large"
              loading={changing.pending}
              onClick={() => void save()}
            >
              {t('save', { ns: 'common' })} Ctrl+Enter
            </Button>
          </div>
        </div>
        <section className="office-section" aria-live="polite">
          <h2>{t('rules.means')}</h2>
          <ul data-testid="rule-means">
            {sentencesOf(ruleOf(form.values), shopAlarmDays).map((sentence) => (
              <li key={sentence.says}>
                <Said sentence={sentence} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
};

const Said = ({ sentence }: { readonly sentence: Sentence }) => {
  const { t } = useTranslation('goods');
  switch (sentence.says) {
    case 'any':
    case 'exception':
      return t(`rules.says.${sentence.says}`);
    case 'percent':
      return t('rules.says.percent', { percent: sentence.percent });
    case 'alarmOwn':
    case 'alarmShop':
    case 'days':
      return t(`rules.says.${sentence.says}`, { days: sentence.days });
    case 'daysMonths':
      return t('rules.says.daysMonths', { days: sentence.days, months: sentence.months });
    case 'short':
    case 'shortOnly':
      return t(`rules.says.${sentence.says}`, { life: sentence.life, days: sentence.days });
  }
};

/** What is wrong with a rule, in words of the present language. */
const useCheck = (): ((draft: RuleDraft) => Mistakes<RuleDraft>) => {
  const { t } = useTranslation('goods');
  return (draft) => {
    const figure = (name: (typeof figures)[number]): string | undefined =>
      figureOf(draft, name) === undefined ? t('rules.wrong', { least: 1, most: mostOf(name) }) : undefined;
    const pair = halfPair(draft) ? t('rules.pair') : undefined;
    return {
      category:
        draft.category.trim() === ''
          ? t('form.missing', { ns: 'common', label: t('rules.category') })
          : undefined,
      alarmDays: figure('alarmDays'),
      minPercent: figure('minPercent'),
      minDays: figure('minDays'),
      shortLifeDays: figure('shortLifeDays') ?? (draft.shortLifeDays.trim() === '' ? pair : undefined),
      shortMinDays: figure('shortMinDays') ?? (draft.shortMinDays.trim() === '' ? pair : undefined),
    };
  };
};
