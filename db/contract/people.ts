// Households in need: the roster, who is eligible on which day. Personal data is masked unless a role may see it.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { chosenSheet, day, id, importPreview, optionalText, pageInput, pageOf, text } from './common.ts';

const householdCount = z.object({ households: z.int(), people: z.int() });

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
  state: z.enum(['eligible', 'not-yet', 'grace', 'ended']),
  nextReviewDay: day.nullable(),
  reviewOverdue: z.boolean(),
});

export const peopleActs = {
  'people.previewImport': query({
    needs: 'people.manage',
    readsSheet: true,
    refusals: ['sheet-headings-missing', 'sheet-empty'],
    input: z.strictObject({ sheet: chosenSheet }),
    output: importPreview.extend({ households: z.int(), byCategory: z.record(z.string(), householdCount) }),
  }),
  'people.confirmImport': command({
    needs: 'people.manage',
    refusals: ['preview-gone', 'import-nothing-to-do'],
    changes: ['people', 'shop'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.object({ imported: z.int(), households: z.int() }),
  }),
  'people.refusedRows': document({
    needs: 'people.manage',
    refusals: ['preview-gone'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.unknown(),
  }),
  'people.list': query({
    needs: 'people.view',
    input: z.strictObject({
      search: optionalText(60),
      category: optionalText(40),
      community: optionalText(60),
      ...pageInput,
    }),
    output: pageOf(householdRow),
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
  'people.household': query({
    needs: 'people.view',
    refusals: ['not-found'],
    input: z.strictObject({ householdId: id }),
    output: householdRow.extend({
      address: z.string(),
      phone: z.string(),
      startDay: day.nullable(),
      endDay: day.nullable(),
      endReason: z.string(),
      people: z.array(
        z.object({
          id,
          name: z.string(),
          relation: z.string(),
          idMasked: z.string(),
          sex: z.string(),
          birthYear: z.string(),
          category: z.string(),
          care: z.string(),
          covered: z.boolean(),
        }),
      ),
    }),
  }),
  /** The full name, number, phone and address; the reason and the act are in the audit log. */
  'people.reveal': command({
    needs: 'people.reveal',
    forgetsAnswer: true,
    refusals: ['not-found', 'reason-missing'],
    input: z.strictObject({ householdId: id, reason: text(200) }),
    output: z.object({
      address: z.string(),
      phone: z.string(),
      people: z.array(z.object({ id, name: z.string(), idNumber: z.string() })),
    }),
  }),
} as const;
