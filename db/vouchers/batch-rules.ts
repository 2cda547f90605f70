// What an issue batch must say before anybody is looked up.
import type { Reason } from '../contract/act.ts';
import type { BatchSpec } from '../contract/vouchers.ts';
import { isDay } from '../domain/business-day.ts';
import { CATEGORIES } from '../domain/categories.ts';
import { refuseAll } from '../failures.ts';

const categoryNames: ReadonlyMap<string, string> = new Map(CATEGORIES.map(({ code, name }) => [code, name]));

/** The word for a category code, for screens and papers. */
export const categoryName = (code: string): string => categoryNames.get(code) ?? code;

/** Refusals, all at once: days that do not exist, `batch-validity-reversed`, `batch-over`, `batch-category-none`. */
export const refuseBadBatch = (spec: BatchSpec, day: string): void => {
  const reasons: Reason[] = [];
  for (const field of ['validFrom', 'validTo'] as const) {
    if (!isDay(spec[field])) reasons.push({ code: 'input-invalid', field: `spec.${field}` });
  }
  if (spec.validTo < spec.validFrom) {
    reasons.push({
      code: 'batch-validity-reversed',
      field: 'spec.validTo',
      params: { validFromDay: spec.validFrom, validToDay: spec.validTo },
    });
  }
  if (spec.validTo < day)
    reasons.push({ code: 'batch-over', field: 'spec.validTo', params: { validToDay: spec.validTo } });
  const unknown = spec.categories.filter((code) => !categoryNames.has(code));
  for (const category of unknown)
    reasons.push({ code: 'batch-category-none', field: 'spec.categories', params: { category } });
  refuseAll(reasons);
};
