// What an issue batch must say before anybody is looked up.
import type { Categories } from '../categories.ts';
import type { Reason } from '../contract/act.ts';
import type { BatchSpec } from '../contract/vouchers.ts';
import { isDay } from '../domain/business-day.ts';
import { refuseAll } from '../failures.ts';

/** Refusals, all at once: days that do not exist, `batch-validity-reversed`, `batch-over`, `batch-category-none`. */
export const refuseBadBatch = (spec: BatchSpec, day: string, categories: Categories): void => {
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
  const unknown = spec.categories.filter((code) => !categories.get(code));
  for (const category of unknown)
    reasons.push({ code: 'batch-category-none', field: 'spec.categories', params: { category } });
  refuseAll(reasons);
};
