// What the screens of fairness share: their words' type, the day that may not lie ahead, a percentage as it is typed.
import type { TFunction } from 'i18next';
import type { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { foldWidth } from '../../db/domain/fold-width.ts';

export type Words = ReturnType<typeof useTranslation<'fairness'>>['t'];

/** In words what is wrong with a typed day that must not lie ahead. */
export const dayMistake = (t: TFunction, typed: string, today: string): string | undefined => {
  const day = parseDay(typed);
  if (day === null) return t('form.dayBad', { ns: 'common' });
  return day > today ? t('dayAhead', { ns: 'fairness' }) : undefined;
};

/** `12.5` → 1250 hundredths of a percent; null when it is none between 0.01 and 100. */
export const basisPointsOf = (typed: string): number | null => {
  const text = foldWidth(typed).trim().replace(/%$/, '');
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(text)) return null;
  const [whole = '', part = ''] = text.split('.');
  const points = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return points >= 1 && points <= 10_000 ? points : null;
};

export const percentWords = (basisPoints: number): string => `${String(basisPoints / 100)}%`;
