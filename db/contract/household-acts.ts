// Acts on one household's file (一户一档): entered, corrected, members who come and go, moves, splits, merges, look-alikes. What a
// household is follows from its covers; every act leaves a line of history with its day, reason and document.
import { z } from 'zod';
import { command } from './act.ts';
import { day, done, id, optionalText, text } from './common.ts';

export const documentKinds = [
  'identity',
  'residence-permit',
  'household-book',
  'birth-certificate',
  'passport',
  'other',
  'none',
] as const;
export const careCodes = ['', 'independent', 'half-dependent', 'dependent'] as const;
export const leaveWays = ['died', 'moved-out', 'married-out', 'other'] as const;
export const joinWays = ['born', 'married-in', 'moved-in', 'returned', 'other'] as const;

/** Why, and the paper of approval or evidence behind it. */
const because = { reason: text(200), document: optionalText(100) };

/** 保障: under which category from when. */
const cover = z.strictObject({
  category: text(40),
  fromDay: day,
  reason: optionalText(100),
  document: optionalText(100),
});

export const papers = {
  documentKind: z.enum(documentKinds).default('identity'),
  documentNumber: z.string().max(60).default(''),
  /** Somebody looked at the paper itself: needed where no check digit speaks for it. */
  documentChecked: z.boolean().default(false),
};
const personFacts = {
  name: z.string().max(300),
  ...papers,
  /** The identity number decides where there is one (rulings.md 17). */
  sex: z.enum(['male', 'female']).nullable().default(null),
  birthDay: day.nullable().default(null),
  care: z.enum(careCodes).default(''),
  /** 分类施保 flags, as the roster writes them. */
  flags: optionalText(60),
  certificate: optionalText(60),
  /** 残疾人证. */
  disability: z.string().max(60).default(''),
};
const relation = text(20);
const newcomer = z.strictObject({ ...personFacts, relation, covers: z.array(cover).max(10).default([]) });

const place = { street: text(60), community: text(60), divisionCode: z.string().max(30).default('') };
export const contact = { address: optionalText(200), phone: optionalText(40) };
/** Empty: the next number of the series. */
const number = optionalText(40);

/** Who is what to the (new) head, said anew for everybody who stays. */
const relations = z.array(z.strictObject({ personId: id, relation })).max(50);
const newHead = z.strictObject({ personId: id, relations });

const identityRefusals = [
  'name-missing',
  'name-too-long',
  'name-control-character',
  'name-bidi',
  'name-ill-formed',
  'name-full-stop',
  'id-missing',
  'id-length',
  'id-characters',
  'id-as-number',
  'id-impossible-date',
  'id-birth-in-future',
  'id-check-digit',
  'id-old-form',
  'id-already-here',
  'person-entering',
  'document-missing',
  'document-characters',
  'document-too-long',
  'document-with-none',
  'document-unchecked',
  'disability-length',
  'disability-characters',
  'disability-kind',
  'disability-grade',
  'disability-holder',
  'day-in-future',
] as const;
const coverRefusals = [
  'cover-there-already',
  'category-unknown',
  'category-not-open',
  'cover-before-joined',
  'day-too-far',
  'day-before-birth',
] as const;
const divisionRefusals = [
  'division-characters',
  'division-length',
  'division-province',
  'division-order',
] as const;
/** A household that is merged, erased or left by everybody takes no changes. */
const openRefusals = [
  'not-found',
  'own-relative',
  'household-closed',
  'household-merged',
  'month-closed',
] as const;
const headRefusals = ['head-needed', 'head-already', 'relation-missing', 'person-not-here'] as const;

export const householdActs = {
  /** Enters a household by hand: the first of `people` is its head. */
  'people.enter': command({
    needs: 'people.manage',
    refusals: [
      'household-number-taken',
      'cover-missing',
      'relation-missing',
      'person-died',
      'person-same',
      ...identityRefusals,
      ...coverRefusals,
      ...divisionRefusals,
    ],
    changes: ['people', 'eligibility', 'shop'],
    input: z.strictObject({
      number,
      ...place,
      ...contact,
      institutionId: id.nullable().default(null),
      nextReviewDay: day.nullable().default(null),
      /** From which day on they are a household of the books. */
      day,
      ...because,
      people: z.array(newcomer).min(1).max(30),
    }),
    output: z.object({ householdId: id, number: z.string() }),
  }),
  /** Facts of the household that were wrong or changed without a move. A new place is `people.move`. */
  'people.correct': command({
    needs: 'people.manage',
    refusals: [...openRefusals, 'nothing-changed', ...divisionRefusals],
    changes: ['people', 'eligibility'],
    input: z.strictObject({
      householdId: id,
      address: optionalText(200),
      phone: optionalText(40),
      divisionCode: z.string().max(30).default(''),
      institutionId: id.nullable().default(null),
      ...because,
    }),
    output: done,
  }),
  'people.correctPerson': command({
    needs: 'people.manage',
    refusals: [...openRefusals, 'nothing-changed', 'day-before-birth', ...identityRefusals],
    changes: ['people', 'eligibility', 'vouchers'],
    input: z.strictObject({ personId: id, ...personFacts, relation, ...because }),
    output: done,
  }),
  /** Birth, marriage, return. One who left another household comes with their history; one still there must leave it first. */
  'people.join': command({
    needs: 'people.manage',
    refusals: [...openRefusals, 'person-died', 'relation-missing', ...identityRefusals, ...coverRefusals],
    changes: ['people', 'eligibility', 'shop'],
    input: z.strictObject({
      householdId: id,
      /** First day in the household. */
      day,
      how: z.enum(joinWays),
      person: newcomer,
      ...because,
    }),
    output: z.object({ personId: id }),
  }),
  /**
   * `day` is the first day no longer in the household; covers end on it. The death of the last one makes open vouchers void
   * (domain.md scenario 5); who leaves otherwise leaves them open, and they stop at the till (rulings.md 8).
   */
  'people.leave': command({
    needs: 'people.manage',
    refusals: [
      ...openRefusals,
      'person-left',
      'person-died',
      'day-in-future',
      'day-too-far',
      'day-before-joined',
      'day-before-birth',
      ...headRefusals,
    ],
    changes: ['people', 'eligibility', 'vouchers', 'shop'],
    input: z.strictObject({
      personId: id,
      day,
      how: z.enum(leaveWays),
      /** When the head leaves and others stay. */
      newHead: newHead.nullable().default(null),
      ...because,
    }),
    output: z.object({ householdEnds: z.boolean(), voidedVouchers: z.int() }),
  }),
  /**
   * They never left: recorded by mistake. Covers go on as before (from today where the month is closed); vouchers that were made void
   * stay void; who was the head and has been replaced comes back as a member.
   */
  'people.takeBackLeave': command({
    needs: 'people.manage',
    refusals: [
      'not-found',
      'own-relative',
      'household-merged',
      'household-closed',
      'person-there',
      'month-closed',
    ],
    changes: ['people', 'vouchers', 'shop'],
    input: z.strictObject({ personId: id, ...because }),
    output: done,
  }),
  'people.changeHead': command({
    needs: 'people.manage',
    refusals: [...openRefusals, ...headRefusals, 'day-in-future'],
    changes: ['people', 'eligibility', 'vouchers'],
    input: z.strictObject({ householdId: id, ...newHead.shape, day, ...because }),
    output: done,
  }),
  /** A new address; covers go on at the new place from `day` on. */
  'people.move': command({
    needs: 'people.manage',
    refusals: [
      ...openRefusals,
      'nothing-changed',
      'day-in-future',
      'day-before-last-move',
      ...divisionRefusals,
    ],
    changes: ['people', 'eligibility', 'vouchers', 'shop'],
    input: z.strictObject({ householdId: id, day, ...place, ...contact, ...because }),
    output: done,
  }),
  /** Some members become a household of their own; their covers go on there. */
  'people.split': command({
    needs: 'people.manage',
    refusals: [
      ...openRefusals,
      'household-number-taken',
      'household-undecided',
      'split-nobody',
      'split-everybody',
      'day-in-future',
      'day-before-last-move',
      'day-before-joined',
      ...headRefusals,
      ...divisionRefusals,
    ],
    changes: ['people', 'eligibility', 'vouchers', 'shop'],
    input: z.strictObject({
      householdId: id,
      day,
      number,
      ...place,
      ...contact,
      /** Who goes, and who of them is the new household's head. */
      headId: id,
      members: z.array(z.strictObject({ personId: id, relation })).max(30),
      /** When the old household's head goes. */
      newHead: newHead.nullable().default(null),
      ...because,
    }),
    output: z.object({ householdId: id, number: z.string() }),
  }),
  /**
   * All members go over to `intoId`, at whose place their covers go on; the emptied file stays. Its open vouchers become void, or
   * pass until their own end as in 渐退 (`keep`).
   */
  'people.merge': command({
    needs: 'people.manage',
    refusals: [
      ...openRefusals,
      'household-same',
      'household-undecided',
      'day-in-future',
      'day-before-last-move',
      'day-before-joined',
      'relation-missing',
      'person-not-here',
      'vouchers-undecided',
    ],
    changes: ['people', 'eligibility', 'vouchers', 'shop'],
    input: z.strictObject({
      householdId: id,
      intoId: id,
      day,
      /** What everybody is to the head of `intoId`. */
      relations,
      /** Must be said when there are open ones. */
      vouchers: z.enum(['void', 'keep']).nullable().default(null),
      ...because,
    }),
    output: z.object({ voided: z.array(z.string()), kept: z.array(z.string()) }),
  }),
} as const;
