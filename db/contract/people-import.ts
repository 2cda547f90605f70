// Import of a roster (花名册): preview, its lists, confirmation, the sheet of refused rows. Everything personal in a list is masked.
import { z } from 'zod';
import { commandInSteps, document, query, queryInSteps } from './act.ts';
import { openVoucherRules } from './eligibility.ts';
import { chosenSheet, day, importPreview, pageInput, pageOf, rowReason, text } from './common.ts';

export const householdCount = z.object({ households: z.int(), people: z.int() });

/** What of a household or person that is here already a roster may change. */
export const rosterFields = [
  'phone',
  'address',
  'category',
  'review',
  'division',
  'care',
  'flags',
  'relation',
  'certificate',
  'disability',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** What a column of a roster may mean. */
export const rosterColumnKeys = [
  'serial',
  'household',
  'name',
  'relation',
  'idNumber',
  'sex',
  'birth',
  'category',
  'care',
  'flags',
  'street',
  'community',
  'address',
  'phone',
  'certificate',
  'disability',
  'division',
  'start',
  'review',
] as const;
export type RosterColumnKey = (typeof rosterColumnKeys)[number];

/** A heading row, and what each of its columns means; null: nothing that is kept. */
const layout = {
  sheet: z.string(),
  /** From 1. */
  headingRow: z.int(),
  /** The same for every sheet with these headings. */
  fingerprint: z.string(),
  columns: z.array(z.object({ heading: z.string(), key: z.enum(rosterColumnKeys).nullable() })),
};

/** What somebody says the columns mean; remembered for sheets with the same headings when the import is confirmed. */
const mapping = z.strictObject({
  fingerprint: z.string().length(64),
  columns: z.array(z.enum(rosterColumnKeys).nullable()).max(256),
});

export const rosterLists = ['new', 'changed', 'unchanged', 'missing', 'refused', 'warned'] as const;
export type RosterList = (typeof rosterLists)[number];

const listedRow = z.object({
  /** Data row from 1 under the heading; null where it stands in no row (missing from the list). */
  row: z.int().nullable(),
  household: z.string(),
  /** Masked. */
  name: z.string(),
  category: z.string(),
  place: z.string(),
  /** Before and after in words, masked where personal. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  reason: rowReason.nullable(),
});
export type RosterListedRow = z.infer<typeof listedRow>;

export const peopleImportActs = {
  /** Of a sheet in which the required headings were not found: its columns, for somebody to say what they mean. */
  'people.sheetColumns': queryInSteps({
    needs: 'people.manage',
    readsSheet: true,
    refusals: ['sheet-empty'],
    input: z.strictObject({ sheet: chosenSheet }),
    output: z.object(layout),
  }),
  'people.previewImport': queryInSteps({
    needs: 'people.manage',
    readsSheet: true,
    refusals: ['sheet-headings-missing', 'sheet-empty'],
    input: z.strictObject({ sheet: chosenSheet, mapping: mapping.nullable().default(null) }),
    /** `refused` and `warned` are cut at 500; `people.importRows` has all. */
    output: importPreview.extend({
      ...layout,
      households: z.int(),
      byCategory: z.record(z.string(), householdCount),
      /** Lines of the lists: of a household that changed as a whole and a person in it, one each; `missing` counts people. */
      counts: z.record(z.enum(rosterLists), z.int()),
      /** Changed rows by field. */
      changedFields: z.partialRecord(z.enum(rosterFields), z.int()),
      /** Whom the sheet speaks about: who is missing is looked for among these only. */
      scope: z.object({ categories: z.array(z.string()), communities: z.array(z.string()) }),
      /** When this very file was imported before. */
      importedBefore: day.nullable(),
    }),
  }),
  'people.importRows': query({
    needs: 'people.manage',
    refusals: ['preview-gone'],
    input: z.strictObject({ previewId: z.string(), list: z.enum(rosterLists), ...pageInput }),
    output: pageOf(listedRow),
  }),
  'people.confirmImport': commandInSteps({
    needs: 'people.manage',
    refusals: [
      ...(['preview-gone', 'import-nothing-to-do', 'import-books-changed'] as const),
      ...(['void-before-end', 'month-closed', 'own-relative'] as const),
    ],
    changes: ['people', 'eligibility', 'vouchers', 'shop'],
    input: z.strictObject({
      previewId: z.string(),
      /** Changes that are taken over. */
      take: z.array(z.enum(rosterFields)).default([...rosterFields]),
      /** From which day a changed category holds; null: today. */
      changeDay: day.nullable().default(null),
      /** Who is missing from the list leaves: first day without, why, and the rule for open vouchers of households that end. Null: stays. */
      exits: z
        .strictObject({ day, reason: text(100), openVouchers: z.enum(openVoucherRules).default('keep') })
        .nullable()
        .default(null),
    }),
    output: z.object({
      /** People who are new, and their new households. */
      imported: z.int(),
      households: z.int(),
      /** Rows taken over for those here already, people who left, and vouchers made void by it. */
      changed: z.int(),
      ended: z.int(),
      voided: z.int(),
    }),
  }),
  'people.refusedRows': document({
    needs: 'people.manage',
    refusals: ['preview-gone'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.unknown(),
  }),
} as const;
