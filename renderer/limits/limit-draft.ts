// A rule while it is typed: texts that become a rule of the books, and what is wrong with them. Pure.
import type { GoodsItem } from '../../db/contract/goods.ts';
import type { Input } from '../../db/contract/index.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import {
  everyAllowed,
  mayCarryOver,
  type LimitMeasure,
  type LimitPeriod,
  type LimitSubject,
} from '../../db/domain/limit-rule.ts';
import { parseYuan } from '../../db/domain/money.ts';
import { parseScaled } from '../../db/domain/quantity.ts';

export interface AmountDraft {
  readonly from: string;
  readonly amount: string;
}
export interface LimitDraft {
  readonly name: string;
  readonly measure: LimitMeasure;
  readonly goods: 'any' | 'item' | 'sort';
  readonly item: GoodsItem | null;
  readonly sort: string;
  readonly subject: LimitSubject;
  readonly amounts: readonly AmountDraft[];
  readonly period: LimitPeriod;
  readonly every: string;
  readonly carryOver: boolean;
  readonly categories: readonly string[];
  readonly fromDay: string;
  readonly toDay: string;
}

export const emptyLimit = (today: string): LimitDraft => ({
  name: '',
  measure: 'pieces',
  goods: 'item',
  item: null,
  sort: '',
  subject: 'household',
  amounts: [{ from: '1', amount: '' }],
  period: 'month',
  every: '1',
  carryOver: false,
  categories: [],
  fromDay: today,
  toDay: '',
});

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null);

/** What rolls or is counted in steps asks how many. */
export const asksEvery = (period: LimitPeriod): boolean =>
  ['days', 'years', 'month', 'quarter'].includes(period);

/** The unit of the one item that pieces are counted in; null: another measure, or several goods. */
export const unitOf = ({ measure, goods, item }: LimitDraft): GoodsItem | null =>
  measure === 'pieces' && goods === 'item' ? item : null;

/** In fen, smallest units, times, points; null: cannot be read. */
export const amountOf = (draft: LimitDraft, text: string): number | null => {
  if (draft.measure === 'fen') {
    const read = parseYuan(text);
    return read.ok ? read.fen : null;
  }
  const item = unitOf(draft);
  if (!item) return whole(text);
  const read = parseScaled(text, item.unitScale);
  return read.ok ? read.quantity : null;
};

const amountsOf = (draft: LimitDraft): [number, number][] | null => {
  const read: [number, number][] = [];
  for (const { from, amount } of kept(draft)) {
    const [members, figure] = [whole(from), amountOf(draft, amount)];
    if (members === null || figure === null) return null;
    read.push([members, figure]);
  }
  return read;
};
/** A proxy has no household, and so no size. */
const kept = ({ subject, amounts }: LimitDraft): readonly AmountDraft[] =>
  subject === 'proxy' ? amounts.slice(0, 1) : amounts;

export const everyOf = ({ period, every }: LimitDraft): number | null =>
  asksEvery(period) ? whole(every) : 1;

export type LimitMistakes = {
  readonly [K in 'name' | 'item' | 'sort' | 'every' | 'fromDay' | 'toDay']: boolean;
} & { readonly sizes: readonly boolean[]; readonly amounts: readonly boolean[] };

export const mistakesOf = (draft: LimitDraft, today: string): LimitMistakes => {
  const [from, to] = [parseDay(draft.fromDay), parseDay(draft.toDay)];
  const every = everyOf(draft);
  const sizes = kept(draft).map(({ from: members }) => whole(members));
  return {
    name: draft.name.trim() === '',
    item: draft.goods === 'item' && draft.item === null,
    sort: draft.goods === 'sort' && draft.sort === '',
    every: every === null || !everyAllowed(draft.period, every),
    fromDay: from === null || from < today,
    toDay: draft.toDay.trim() !== '' && (to === null || (from !== null && to < from)),
    sizes: sizes.map((size, at) => size === null || (at === 0 ? size !== 1 : size <= (sizes[at - 1] ?? 0))),
    amounts: kept(draft).map(({ amount }) => amountOf(draft, amount) === null),
  };
};

/** The rule as the books take it; null while something cannot be read. */
export const ruleOf = (draft: LimitDraft, today: string): Input<'limits.make'> | null => {
  const { sizes, amounts: figures, ...rest } = mistakesOf(draft, today);
  const [amounts, every, fromDay] = [amountsOf(draft), everyOf(draft), parseDay(draft.fromDay)];
  if ([...sizes, ...figures].some(Boolean) || Object.values(rest).some(Boolean)) return null;
  if (amounts === null || every === null || fromDay === null) return null;
  return {
    name: draft.name.trim(),
    measure: draft.measure,
    itemId: draft.goods === 'item' ? (draft.item?.id ?? null) : null,
    sort: draft.goods === 'sort' ? draft.sort : null,
    subject: draft.subject,
    amounts,
    period: draft.period,
    every,
    carryOver: draft.carryOver && mayCarryOver(draft.period) && draft.subject !== 'proxy',
    categories: [...draft.categories],
    fromDay,
    toDay: parseDay(draft.toDay),
  };
};
