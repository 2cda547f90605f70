// A sum of vouchers in words: money, or points as the currency of their own that they are. Pure.
import type { TFunction } from 'i18next';
import { count, money } from '../i18n/format.ts';

export interface Worth {
  readonly faceFen: number;
  readonly facePoints: number;
}

export const worthWords = (t: TFunction<'vouchers'>, { faceFen, facePoints }: Worth): string =>
  facePoints > 0 ? t('unit.nPoints', { n: count(facePoints) }) : money(faceFen);
