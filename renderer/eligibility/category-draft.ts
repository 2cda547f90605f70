// What is typed about a category, and what is wrong with it. Pure; the words are given by whoever shows it.
import { parseDay } from '../../db/domain/business-day.ts';
import type { Mistakes } from '../ui/use-form.ts';
import type { ListedCategory } from './use-categories.ts';

export interface CategoryDraft {
  readonly name: string;
  readonly rank: string;
  readonly reviewMonths: string;
  readonly graceMonths: string;
  readonly institutional: boolean;
  readonly minorProtected: boolean;
  readonly fromDay: string;
}
export const newCategory: CategoryDraft = {
  name: '',
  rank: '6',
  reviewMonths: '12',
  graceMonths: '0',
  institutional: false,
  minorProtected: false,
  fromDay: '',
};
export const draftOf = (category: ListedCategory): CategoryDraft => ({
  name: category.name,
  rank: String(category.rank),
  reviewMonths: String(category.reviewMonths),
  graceMonths: String(category.graceMonths),
  institutional: category.institutional,
  minorProtected: category.minorProtected,
  fromDay: category.fromDay ?? '',
});

/** Least and most of each figure, as in the contract. */
export const bounds = { rank: [1, 99], reviewMonths: [1, 60], graceMonths: [0, 24] } as const;
export type Figure = keyof typeof bounds;

const fits = (typed: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,2}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

export interface CategoryWords {
  readonly nameMissing: string;
  readonly dayBad: string;
  readonly wrongNumber: (least: number, most: number) => string;
}

export const mistakesOf = (draft: CategoryDraft, words: CategoryWords): Mistakes<CategoryDraft> => {
  const figure = (name: Figure): string | undefined =>
    fits(draft[name], bounds[name]) ? undefined : words.wrongNumber(bounds[name][0], bounds[name][1]);
  return {
    name: draft.name.trim() === '' ? words.nameMissing : undefined,
    rank: figure('rank'),
    reviewMonths: figure('reviewMonths'),
    graceMonths: figure('graceMonths'),
    fromDay: draft.fromDay.trim() === '' || parseDay(draft.fromDay) !== null ? undefined : words.dayBad,
  };
};

export const rulesOf = (draft: CategoryDraft) => ({
  rank: Number(draft.rank),
  reviewMonths: Number(draft.reviewMonths),
  graceMonths: Number(draft.graceMonths),
  institutional: draft.institutional,
  minorProtected: draft.minorProtected,
});
