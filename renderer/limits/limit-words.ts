// A limit in words: amounts in their unit, its period, its goods. The till says what is left by the same words.
import type { TFunction } from 'i18next';
import type { LimitMeasure, LimitPeriod, LimitRule } from '../../db/domain/limit-rule.ts';
import { count, money, quantity } from '../i18n/format.ts';

type T = TFunction<'limits'>;
/** How an amount of a rule reads: in the unit of its one item, or of its measure. */
export interface Measured {
  readonly measure: LimitMeasure;
  readonly unit: string | null;
  readonly unitScale: number;
}

export const amountWords = (t: T, { measure, unit, unitScale }: Measured, amount: number): string => {
  if (measure === 'fen') return money(amount);
  if (measure === 'pieces' && unit !== null) return quantity(amount, unitScale, unit);
  return t(`units.${measure}`, { n: count(amount) });
};

/** ¥150.00; by size: 1 人起 ¥100.00, 3 人起 ¥150.00. */
export const amountsWords = (t: T, rule: Measured & Pick<LimitRule, 'amounts'>): string =>
  rule.amounts.length === 1
    ? amountWords(t, rule, rule.amounts[0]?.[1] ?? 0)
    : rule.amounts
        .map(([from, amount]) => t('amountFrom', { from, amount: amountWords(t, rule, amount) }))
        .join(', ');

export const periodWords = (t: T, period: LimitPeriod, every: number): string => {
  if (period === 'days' || period === 'years') return t(`periodWords.${period}`, { n: every });
  if (every > 1 && (period === 'month' || period === 'quarter'))
    return t(`periodWords.${period}s`, { n: every });
  return t(`periodWords.${period}`);
};

export const goodsWords = (
  t: T,
  { item, sort }: { readonly item: string | null; readonly sort: string | null },
): string => item ?? (sort === null ? t('anyGoods') : t('sortOf', { sort }));
