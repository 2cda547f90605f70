// One household's file as it is read and printed: masked, or whole for a reason that stands in the log.
import { z } from 'zod';
import { VOUCHER_STATES } from '../domain/voucher-state.ts';
import { command, document, query } from './act.ts';
import { day, id, instant, text } from './common.ts';
import { careCodes, documentKinds, leaveWays } from './household-acts.ts';
import { householdRow } from './people.ts';

export const historyKinds = [
  'entered',
  'corrected',
  'joined',
  'left',
  'head',
  'moved',
  'split',
  'merged',
  'began',
  'changed',
  'ended',
  'renewed',
  'stopped',
  'decided',
  'erased',
] as const;

const member = z.object({
  id,
  name: z.string(),
  relation: z.string(),
  isHead: z.boolean(),
  documentKind: z.enum(documentKinds),
  idMasked: z.string(),
  /** Somebody looked at the paper, where no check digit speaks for it. */
  documentChecked: z.boolean(),
  sex: z.string(),
  birthYear: z.string(),
  category: z.string(),
  care: z.string(),
  careCode: z.enum(careCodes),
  covered: z.boolean(),
  /** First day no longer here; null: lives here. Who went over to another household of the books has that one's number. */
  leftDay: day.nullable(),
  leftWhy: z.enum(['', ...leaveWays]),
  nowIn: z.string(),
});

const fileCover = z.object({
  id,
  personId: id,
  name: z.string(),
  code: z.string(),
  category: z.string(),
  street: z.string(),
  community: z.string(),
  fromDay: day.nullable(),
  /** First day without; null: open. */
  toDay: day.nullable(),
  document: z.string(),
  reason: z.string(),
  endReason: z.string(),
});

/** Fields by their code; values masked like the fields themselves. */
const fieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() });
const historyLine = z.object({
  id,
  kind: z.enum(historyKinds),
  day,
  reason: z.string(),
  document: z.string(),
  personId: id.nullable(),
  name: z.string(),
  changes: z.array(fieldChange),
  /** Who wrote it down, and when. */
  by: z.string(),
  at: instant,
});

export const householdFileActs = {
  'people.household': query({
    needs: 'people.view',
    refusals: ['not-found'],
    input: z.strictObject({ householdId: id }),
    output: householdRow.extend({
      address: z.string(),
      phone: z.string(),
      divisionCode: z.string(),
      /** 家庭人口: everybody who lives there, covered or not. */
      family: z.int(),
      startDay: day.nullable(),
      endDay: day.nullable(),
      endReason: z.string(),
      graceToDay: day.nullable(),
      /** Found 不符合 and not yet decided (rulings.md 8). */
      stopped: z.boolean(),
      institutionId: id.nullable(),
      institution: z.string(),
      /** Merged into that one; this file is history. */
      mergedInto: z.object({ id, number: z.string() }).nullable(),
      /** Takes changes: not merged, not erased, somebody lives there. */
      open: z.boolean(),
      /** Those who live here, the head first. */
      people: z.array(member),
      /** Who died, left or went over to another household. */
      former: z.array(member),
      covers: z.array(fileCover),
      /** The newest first. */
      history: z.array(historyLine),
      vouchers: z.array(
        z.object({
          id,
          serial: z.string(),
          batch: z.string(),
          faceFen: z.int(),
          balanceFen: z.int(),
          validTo: day,
          state: z.enum(VOUCHER_STATES),
          /** May still be taken to the counter. */
          open: z.boolean(),
        }),
      ),
      proxies: z.array(
        z.object({
          id,
          name: z.string(),
          relation: z.string(),
          phone: z.string(),
          fromDay: day,
          toDay: day,
          endedDay: day.nullable(),
          document: z.string(),
        }),
      ),
      consents: z.array(
        z.object({
          id,
          name: z.string(),
          kind: z.enum(['notice', 'consent', 'sensitive', 'publication']),
          way: z.enum(['signed', 'spoken', 'message']),
          /** A guardian spoke for them; who, is seen with a reason. */
          byGuardian: z.boolean(),
          document: z.string(),
          day,
          withdrawnDay: day.nullable(),
        }),
      ),
      checks: z.array(
        z.object({
          number: z.string(),
          title: z.string(),
          day,
          result: z.enum(['fits', 'misfits', 'not-seen']).nullable(),
          visitedDay: day.nullable(),
          visitors: z.string(),
          outcome: z.enum(['stays', 'ends']).nullable(),
          reason: z.string(),
        }),
      ),
      /** 近亲属备案: whose relatives they are. */
      relatives: z.array(z.object({ staff: z.string(), relation: z.string() })),
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
      people: z.array(
        z.object({
          id,
          name: z.string(),
          idNumber: z.string(),
          /** Of any other paper. */
          documentNumber: z.string(),
          birthDay: day.nullable(),
          /** 残疾人证, with kind and grade in words. */
          disability: z.string(),
          disabilityWords: z.string(),
          /** 分类施保. */
          flags: z.string(),
          certificate: z.string(),
          /** Who answers for somebody under 14, with the relation. */
          guardian: z.string(),
        }),
      ),
      proxies: z.array(z.object({ id, name: z.string(), phone: z.string(), documentNumber: z.string() })),
    }),
  }),
  /** The whole file on paper, masked. */
  'people.printFile': document({
    needs: 'people.view',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ householdId: id }),
    output: z.unknown(),
  }),
  /** The same with full names, numbers, phones and addresses; the reason and the act are in the log. */
  'people.printFullFile': document({
    needs: 'people.reveal',
    refusals: ['not-found', 'glyph-missing'],
    input: z.strictObject({ householdId: id, reason: text(200) }),
    output: z.unknown(),
  }),
} as const;
