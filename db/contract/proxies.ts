// Who collects for others (代领): standing proxies of households, institutions with their residents, and who came in a month.
import { z } from 'zod';
import { PROXY_DOCUMENTS } from '../domain/proxy-document.ts';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  id,
  instant,
  month,
  optionalText,
  pageInput,
  pageOf,
  paperFormat,
  text,
} from './common.ts';
import { proxyFactRefusals } from './proxy-errors.ts';

export const proxyDocument = z.enum(PROXY_DOCUMENTS);

const standingProxy = z.object({
  id,
  householdId: id,
  householdNumber: z.string(),
  /** Masked, as the proxy's own name is. */
  headName: z.string(),
  name: z.string(),
  document: proxyDocument,
  documentTail: z.string(),
  phone: z.string(),
  relation: z.string(),
  related: z.boolean(),
  /** 委托书 or other. */
  ground: z.string(),
  fromDay: day,
  toDay: day,
  endedDay: day.nullable(),
  endReason: z.string(),
  state: z.enum(['valid', 'not-yet', 'expired', 'ended']),
  /** Other households for which the same paper stands today. */
  otherHouseholds: z.int(),
});

const institution = z.object({
  id,
  name: z.string(),
  address: z.string(),
  contact: z.string(),
  phone: z.string(),
  active: z.boolean(),
  /** Households, and covered members in them. */
  residents: z.int(),
  people: z.int(),
});
const institutionFacts = {
  name: text(60),
  address: optionalText(120),
  contact: optionalText(50),
  phone: optionalText(40),
};

const resident = z.object({
  householdId: id,
  number: z.string(),
  headName: z.string(),
  idTail: z.string(),
  category: z.string(),
  members: z.int(),
  community: z.string(),
  /** Struck off, or not yet. */
  ended: z.boolean(),
});

const monthOfCollections = {
  month,
  /** Name, number of household or slip, relation, institution. */
  search: optionalText(60),
};

export const proxyActs = {
  'proxies.list': query({
    needs: 'people.view',
    input: z.strictObject({
      householdId: id.nullable().default(null),
      /** Name of proxy or head, or number of the household. */
      search: optionalText(60),
      /** Only those that may collect today. */
      valid: z.boolean().default(false),
      ...pageInput,
    }),
    output: pageOf(standingProxy),
  }),
  /** For at most a year; the paper is seen in whole. Members of the household need none and are refused. */
  'proxies.add': command({
    needs: 'proxies.manage',
    refusals: ['own-relative', ...proxyFactRefusals, 'proxy-period', 'proxy-already'],
    changes: ['proxies', 'people', 'counter'],
    input: z.strictObject({
      householdId: id,
      name: z.string().max(200),
      document: proxyDocument,
      number: z.string().max(60),
      phone: optionalText(40),
      relation: text(30),
      /** By blood or marriage, or living in the same household: outside the monthly limit. */
      related: z.boolean(),
      ground: text(100),
      fromDay: day,
      toDay: day,
    }),
    output: z.object({ proxyId: id }),
  }),
  /** From today on it is no proxy any more. */
  'proxies.end': command({
    needs: 'proxies.manage',
    refusals: ['own-relative', 'proxy-ended', 'reason-missing'],
    changes: ['proxies', 'people', 'counter'],
    input: z.strictObject({ proxyId: id, reason: text(100) }),
    output: done,
  }),
  'proxies.institutions': query({
    needs: 'people.view',
    input: z.strictObject({}),
    output: z.array(institution),
  }),
  'proxies.addInstitution': command({
    needs: 'proxies.manage',
    refusals: ['institution-name-taken'],
    changes: ['proxies', 'counter'],
    input: z.strictObject(institutionFacts),
    output: z.object({ institutionId: id }),
  }),
  'proxies.changeInstitution': command({
    needs: 'proxies.manage',
    refusals: ['institution-name-taken'],
    changes: ['proxies', 'counter'],
    input: z.strictObject({ institutionId: id, ...institutionFacts }),
    output: done,
  }),
  /** A closed one collects no more; its residents must have left the roster first. */
  'proxies.setInstitutionActive': command({
    needs: 'proxies.manage',
    refusals: ['institution-not-empty'],
    changes: ['proxies', 'counter'],
    input: z.strictObject({ institutionId: id, active: z.boolean() }),
    output: done,
  }),
  'proxies.residents': query({
    needs: 'people.view',
    input: z.strictObject({ institutionId: id }),
    output: z.object({
      institution,
      residents: z.array(resident),
      /** Households of a category that lives in institutions (集中供养) and stands on no roster yet. */
      suggested: z.array(resident),
    }),
  }),
  /** The roster as it shall be: who is not on it leaves, in one step. */
  'proxies.setResidents': command({
    needs: 'proxies.manage',
    refusals: ['institution-closed', 'own-relative', 'resident-elsewhere'],
    changes: ['proxies', 'people', 'counter'],
    input: z.strictObject({
      institutionId: id,
      householdIds: z.array(id).max(2_000),
      /** Why, for the files of those who come or leave. */
      reason: text(100),
    }),
    output: z.object({ joined: z.int(), left: z.int() }),
  }),
  /** Who came instead of the holder in a month, and what institutions collected; acts taken back are marked. */
  'proxies.collections': query({
    needs: 'people.view',
    input: z.strictObject(monthOfCollections),
    output: z.object({
      limit: z.int(),
      pickups: z.array(
        z.object({
          redemptionId: id,
          number: z.string(),
          day,
          at: instant,
          householdId: id,
          householdNumber: z.string(),
          headName: z.string(),
          name: z.string(),
          document: proxyDocument,
          documentTail: z.string(),
          relation: z.string(),
          related: z.boolean(),
          standing: z.boolean(),
          reason: z.string(),
          /** Who allowed it beyond the limit. */
          approvedBy: z.string().nullable(),
          operator: z.string(),
          reversed: z.boolean(),
          /** Households, this one too, for which the same paper collected in the month; those taken back aside. */
          households: z.int(),
          /** Of them, not related: what the limit counts. */
          unrelated: z.int(),
        }),
      ),
      institutions: z.array(
        z.object({
          pickupId: id,
          number: z.string(),
          day,
          at: instant,
          institution: z.string(),
          collectedBy: z.string(),
          documentTail: z.string(),
          residents: z.int(),
          vouchers: z.int(),
          usedFen: z.int(),
          operator: z.string(),
          reversed: z.boolean(),
        }),
      ),
    }),
  }),
  /** The same month as it is filtered, masked, one line for each collection. */
  'proxies.printCollections': document({
    needs: 'people.export',
    refusals: ['glyph-missing'],
    input: z.strictObject({ ...monthOfCollections, format: paperFormat }),
    output: z.unknown(),
  }),
} as const;
