// Figures of a basket in its own currency: money as ¥, points as points. The two never mix.
import type { TFunction } from 'i18next';
import { count, money } from '../i18n/format.ts';
import type { Currency } from './account.ts';

export const inUnit = (t: TFunction<'counter'>, unit: Currency, figure: number | null): string => {
  if (unit === 'fen') return money(figure);
  return figure === null ? t('points.none') : t('points.of', { n: count(figure) });
};
