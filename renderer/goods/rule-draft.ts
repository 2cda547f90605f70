// The rule of a category while it is typed, what it says in sentences, and rules in use elsewhere (domain.md §4.6). Pure; how a
// rule judges stands in db/domain/acceptance.ts.
import type { Input } from '../../db/contract/index.ts';
import { wholeIn } from '../../db/domain/whole-number.ts';

export type Rule = Input<'goods.changeRule'>;
type Figure = Exclude<keyof Rule, 'category'>;
export const figures = ['alarmDays', 'minPercent', 'minDays', 'shortLifeDays', 'shortMinDays'] as const;
export const mostOf = (figure: Figure): number => (figure === 'minPercent' ? 100 : 3650);

export type RuleDraft = { readonly category: string } & Readonly<Record<Figure, string>>;
export const emptyRule: RuleDraft = {
  category: '',
  alarmDays: '',
  minPercent: '',
  minDays: '',
  shortLifeDays: '',
  shortMinDays: '',
};

export const ruleDraftOf = (rule: Rule): RuleDraft => {
  const text = (figure: Figure): string => (rule[figure] === null ? '' : String(rule[figure]));
  return {
    category: rule.category,
    alarmDays: text('alarmDays'),
    minPercent: text('minPercent'),
    minDays: text('minDays'),
    shortLifeDays: text('shortLifeDays'),
    shortMinDays: text('shortMinDays'),
  };
};

/** Empty is null, no such rule; undefined cannot be read. */
export const figureOf = (draft: RuleDraft, figure: Figure): number | null | undefined =>
  draft[figure].trim() === '' ? null : (wholeIn(draft[figure], 1, mostOf(figure)) ?? undefined);

/** Only one of the two figures for short-lived goods: half a rule. */
export const halfPair = (draft: RuleDraft): boolean =>
  (draft.shortLifeDays.trim() === '') !== (draft.shortMinDays.trim() === '');

/** The rule as the books take it; what cannot be read yet counts as not set, for the sentence under the fields. */
export const ruleOf = (draft: RuleDraft): Rule => {
  const pair = !halfPair(draft);
  return {
    category: draft.category.trim(),
    alarmDays: figureOf(draft, 'alarmDays') ?? null,
    minPercent: figureOf(draft, 'minPercent') ?? null,
    minDays: figureOf(draft, 'minDays') ?? null,
    shortLifeDays: pair ? (figureOf(draft, 'shortLifeDays') ?? null) : null,
    shortMinDays: pair ? (figureOf(draft, 'shortMinDays') ?? null) : null,
  };
};

/** A sentence of goods.rules.says with its figures. */
export type Sentence =
  | { readonly says: 'alarmOwn' | 'alarmShop' | 'days'; readonly days: number }
  | { readonly says: 'any' | 'exception' }
  | { readonly says: 'percent'; readonly percent: number }
  | { readonly says: 'daysMonths'; readonly days: number; readonly months: number }
  | { readonly says: 'short' | 'shortOnly'; readonly life: number; readonly days: number };

const daysPerMonth = 30.4;
const leastDays = (days: number): Sentence =>
  days < 60 ? { says: 'days', days } : { says: 'daysMonths', days, months: Math.round(days / daysPerMonth) };

/** What the rule does, in order; `shopAlarmDays` where the category sets no alarm of its own. */
export const sentencesOf = (rule: Omit<Rule, 'category'>, shopAlarmDays: number): readonly Sentence[] => {
  const { alarmDays, minPercent, minDays, shortLifeDays: life, shortMinDays: shortDays } = rule;
  const short: readonly Sentence[] =
    life === null || shortDays === null
      ? []
      : [{ says: minDays === null ? 'shortOnly' : 'short', life, days: shortDays }];
  const acceptance: readonly Sentence[] = [
    ...(minPercent === null ? [] : [{ says: 'percent', percent: minPercent } as const]),
    ...(minDays === null ? [] : [leastDays(minDays)]),
    ...short,
  ];
  return [
    alarmDays === null ? { says: 'alarmShop', days: shopAlarmDays } : { says: 'alarmOwn', days: alarmDays },
    ...(acceptance.length === 0
      ? [{ says: 'any' } as const]
      : [...acceptance, { says: 'exception' } as const]),
  ];
};

const noLimit = { minPercent: '', minDays: '', shortLifeDays: '', shortMinDays: '' } as const;
/** What other shops ask; the parts they say nothing of stay as they are. */
export const suggestions = [
  { name: 'share', part: { ...noLimit, minPercent: '60' } },
  { name: 'halfYear', part: { ...noLimit, minDays: '180' } },
  {
    name: 'halfYearShort',
    part: { ...noLimit, minDays: '180', shortLifeDays: '184', shortMinDays: '90' },
  },
  { name: 'alarm', part: { alarmDays: '60' } },
  { name: 'anyDate', part: noLimit },
] as const satisfies readonly { readonly name: string; readonly part: Partial<RuleDraft> }[];
