// The table of recipient categories as it is called today, for every screen that lets choose one or names one.
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';

export type ListedCategory = Output<'eligibility.categories'>[number];
const none: readonly ListedCategory[] = [];

export const useCategories = (): readonly ListedCategory[] =>
  useAct('eligibility.categories', {}).data ?? none;

/** Options of a choice, in the order of reports. */
export const categoryOptions = (
  categories: readonly ListedCategory[],
): readonly { readonly value: string; readonly label: string }[] =>
  categories.map(({ code, name }) => ({ value: code, label: name }));
