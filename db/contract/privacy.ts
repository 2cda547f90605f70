// What leaves the books about people and what is erased from them: who was told and agreed, rosters taken out, lists posted, files whose
// time is over, and the record of who looked at what.
import { z } from 'zod';
import { command, document, documentInSteps, query, queryInSteps } from './act.ts';
import {
  day,
  done,
  id,
  instant,
  officeFormat,
  optionalText,
  pageInput,
  pageOf,
  paperFormat,
  text,
} from './common.ts';
import { householdStates } from './people.ts';
import { roles } from './permissions.ts';

/** 告知, 同意, 敏感信息单独同意, 公示同意. */
export const consentKinds = ['notice', 'consent', 'sensitive', 'publication'] as const;
export const consentWays = ['signed', 'spoken', 'message'] as const;

const consentRow = z.object({
  id,
  kind: z.enum(consentKinds),
  way: z.enum(consentWays),
  /** Relation of the guardian who spoke; who it is, is seen with a reason. */
  guardianRelation: z.string(),
  document: z.string(),
  day,
  withdrawnDay: day.nullable(),
});

const rosterFilters = {
  category: optionalText(40),
  community: optionalText(60),
  /** As of today; empty: all. */
  state: z.enum(['', ...householdStates]).default('eligible'),
};

/** What a list is about: everybody who got something of an issue, or everybody eligible, by category and community. */
const publicScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('batch'), batchId: id, community: optionalText(60) }),
  z.strictObject({ of: z.literal('eligible'), category: optionalText(40), community: optionalText(60) }),
]);
const publicWish = {
  scope: publicScope,
  /** First day of 公示; today when left out. */
  from: day.nullable().default(null),
  /** 公示单位; the shop when left out. */
  publisher: optionalText(60),
};
const publicRefusals = [
  'not-found',
  'public-list-nobody',
  'public-list-past',
  'public-list-too-many',
] as const;

/** Kinds of looking at and taking out, as the log shows them. */
export const disclosureKinds = ['reveal', 'print', 'export', 'public'] as const;

export const privacyActs = {
  /** Who of a household was told, agreed and to what, newest first. */
  'privacy.consents': query({
    needs: 'people.view',
    refusals: ['not-found'],
    input: z.strictObject({ householdId: id }),
    output: z.object({
      number: z.string(),
      withoutNotice: z.int(),
      people: z.array(
        z.object({
          personId: id,
          /** Masked. */
          name: z.string(),
          relation: z.string(),
          /** Under 14 today: a guardian speaks. */
          needsGuardian: z.boolean(),
          informed: z.boolean(),
          consents: z.array(consentRow),
        }),
      ),
    }),
  }),
  /** Households with people nobody told yet what is kept about them, not struck off; `people` counts those. */
  'privacy.withoutNotice': queryInSteps({
    needs: 'people.view',
    input: z.strictObject({ community: optionalText(60), ...pageInput }),
    output: pageOf(
      z.object({
        householdId: id,
        number: z.string(),
        headName: z.string(),
        community: z.string(),
        people: z.int(),
        withoutNotice: z.int(),
      }),
    ).extend({ people: z.int() }),
  }),
  'privacy.recordConsent': command({
    needs: 'people.manage',
    refusals: [
      'not-found',
      'own-relative',
      'household-merged',
      'household-closed',
      'person-left',
      'day-in-future',
      'day-before-birth',
      'guardian-missing',
      'consent-there',
      'name-missing',
      'name-too-long',
      'name-control-character',
      'name-bidi',
      'name-ill-formed',
      'name-full-stop',
    ],
    changes: ['people', 'privacy'],
    input: z.strictObject({
      personIds: z.array(id).min(1).max(50),
      kind: z.enum(consentKinds),
      way: z.enum(consentWays),
      day,
      /** Who speaks for a person under 14 (or anyone who cannot), and what they are to them. */
      guardian: optionalText(200),
      guardianRelation: optionalText(20),
      /** The paper behind it. */
      document: optionalText(100),
    }),
    output: z.object({ consentIds: z.array(id) }),
  }),
  /** From today on; what was told stays told. */
  'privacy.withdrawConsent': command({
    needs: 'people.manage',
    refusals: ['not-found', 'own-relative', 'consent-withdrawn', 'consent-notice-stays'],
    changes: ['people', 'privacy'],
    input: z.strictObject({ consentId: id }),
    output: done,
  }),
  // What is taken out is on the record of who looked (`changes`).
  /** 名册 with names, numbers, telephones and doors masked. */
  'privacy.exportRoster': documentInSteps({
    needs: 'people.view',
    refusals: ['export-nobody', 'export-too-many', 'glyph-missing'],
    changes: ['privacy'],
    input: z.strictObject({ ...rosterFilters, format: paperFormat }),
    output: z.unknown(),
  }),
  /** The same whole, for a reason; number, reason and how many are in the log. */
  'privacy.exportFullRoster': documentInSteps({
    needs: 'people.export',
    refusals: ['export-nobody', 'export-too-many', 'glyph-missing'],
    changes: ['privacy'],
    input: z.strictObject({ ...rosterFilters, format: paperFormat, reason: text(200) }),
    output: z.unknown(),
  }),
  /** Exactly what would be public, for the review before publication (政府信息公开条例 art. 17). */
  'privacy.previewPublicList': query({
    needs: 'people.export',
    refusals: publicRefusals,
    input: z.strictObject(publicWish),
    output: z.object({
      title: z.string(),
      publisher: z.string(),
      from: day,
      to: day,
      phone: z.string(),
      rows: z.array(
        z.object({
          headName: z.string(),
          identityMasked: z.string(),
          people: z.int(),
          covered: z.int(),
          amountFen: z.int().nullable(),
          category: z.string(),
          area: z.string(),
          note: z.string(),
        }),
      ),
      /** Who may not be named, per category. */
      unnamed: z.array(z.object({ category: z.string(), households: z.int(), people: z.int() })),
      /** Stands for all of the above; the print is given it back and refuses anything else. */
      reviewed: z.string(),
    }),
  }),
  /** Who prints says that they reviewed exactly this; the log keeps who, when, which list and how many. */
  'privacy.publicList': document({
    needs: 'people.export',
    refusals: [...publicRefusals, 'public-list-changed', 'number-unmasked', 'glyph-missing'],
    changes: ['privacy'],
    input: z.strictObject({ ...publicWish, reviewed: text(60), format: officeFormat.default('pdf') }),
    output: z.unknown(),
  }),
  /** Households that left longer ago than the shop keeps files, with nothing open. */
  'privacy.due': query({
    needs: 'people.erase',
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.object({
        householdId: id,
        number: z.string(),
        category: z.string(),
        community: z.string(),
        endDay: day,
        endReason: z.string(),
        people: z.int(),
      }),
    ).extend({ retentionYears: z.int(), leftBefore: day }),
  }),
  /** Names, numbers, telephones, addresses and papers go for ever, all of these households or none; every figure stays. */
  'privacy.erase': command({
    needs: 'people.erase',
    refusals: [
      'not-found',
      'own-relative',
      'erase-not-left',
      'erase-too-early',
      'erase-voucher-open',
      'erase-check-open',
      'erase-complaint-open',
      'erase-already',
      'erase-merged',
    ],
    changes: ['people', 'eligibility', 'proxies', 'fairness', 'privacy', 'vouchers', 'counter'],
    input: z.strictObject({
      householdIds: z
        .array(id)
        .min(1)
        .max(200)
        .transform((ids) => [...new Set(ids)]),
      reason: text(200),
    }),
    output: z.object({ households: z.int(), people: z.int() }),
  }),
  /** Who saw, printed, took out or posted what, from the log. */
  'privacy.disclosures': query({
    needs: 'audit.view',
    input: z.strictObject({
      staffId: id.nullable().default(null),
      /** Number of the household; empty: all. */
      household: optionalText(40),
      kind: z.enum(['', ...disclosureKinds]).default(''),
      ...pageInput,
    }),
    output: pageOf(
      z.object({
        seq: z.int(),
        at: instant,
        staff: z.string(),
        role: z.enum(roles).nullable(),
        act: z.string(),
        kind: z.enum(disclosureKinds),
        /** Names and numbers were whole. */
        whole: z.boolean(),
        householdId: id.nullable(),
        household: z.string(),
        /** Of the export or print. */
        number: z.string(),
        count: z.int().nullable(),
        reason: z.string(),
      }),
    ).extend({ staff: z.array(z.object({ staffId: id, name: z.string() })) }),
  }),
} as const;
