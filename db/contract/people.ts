// Households in need: the roster, who is eligible on which day. Personal data is masked unless a role may see it.
import { z } from 'zod';
import { REVIEW_QUEUES } from '../domain/review.ts';
import { query } from './act.ts';
import { day, id, optionalText, pageInput, pageOf } from './common.ts';
import { householdCount, peopleImportActs } from './people-import.ts';

export const householdStates = ['eligible', 'not-yet', 'grace', 'ended'] as const;

export const householdRow = z.object({
  id,
  number: z.string(),
  /** Masked, as everything personal here. */
  headName: z.string(),
  categoryCode: z.string(),
  category: z.string(),
  /** Covered members (保障人口) today. */
  members: z.int(),
  idTail: z.string(),
  street: z.string(),
  community: z.string(),
  /** `grace`: struck off, open vouchers still pass (渐退). */
  state: z.enum(householdStates),
  nextReviewDay: day.nullable(),
  reviewOverdue: z.boolean(),
});

/** What a list says of a household beside its facts. */
const householdMarks = {
  /** On file as a relative of staff (近亲属备案): the mark, and no more. */
  relative: z.boolean(),
  /** Found 不符合 and not yet decided (ruling 8). */
  stopped: z.boolean(),
};

export const peopleActs = {
  ...peopleImportActs,
  'people.list': query({
    needs: 'people.view',
    input: z.strictObject({
      search: optionalText(60),
      category: optionalText(40),
      community: optionalText(60),
      /** As of today. */
      state: z.enum(['', ...householdStates]).default(''),
      /** Queue of the review calendar, of households not struck off. */
      review: z.enum(['', ...REVIEW_QUEUES]).default(''),
      ...pageInput,
    }),
    /** `more`: a search found more than `total`, which stops counting there; to be narrowed. */
    output: pageOf(householdRow.extend(householdMarks)).extend({ more: z.boolean() }),
  }),
  /** Households and covered members eligible today, by payee category name. */
  'people.summary': query({
    needs: 'people.view',
    input: z.strictObject({}),
    output: z.object({
      people: z.int(),
      households: z.int(),
      byCategory: z.record(z.string(), householdCount),
    }),
  }),
} as const;
