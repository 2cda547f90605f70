// 告知与同意 (domain.md §6): who was told what is kept about them, who agreed, who spoke for a child. A consent is withdrawn, never
// deleted; that somebody was told stays told.
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { RefusalCode } from '../contract/errors.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { needsGuardianOn } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { readName } from '../domain/person-name.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { refuseOwnRelative, refuseOwnRelatives } from '../fairness/relatives.ts';
import { householdOf, peopleOf } from '../people/households.ts';

type Wish = ParsedInput<'privacy.recordConsent'>;

export const consentsOf = async (
  { tx, day }: Context,
  { householdId }: ParsedInput<'privacy.consents'>,
): Promise<Output<'privacy.consents'>> => {
  const household = await householdOf(tx, householdId);
  const present = (await peopleOf(tx, householdId)).filter(
    ({ left_day }) => left_day === null || left_day > day,
  );
  // By person: who came over from another household was told there.
  const kept = await tx
    .selectFrom('consent')
    .selectAll()
    .where(
      'person_id',
      'in',
      present.map(({ id }) => id),
    )
    .orderBy('id', 'desc')
    .execute();
  const people = present.map((person) => {
    const consents = kept.filter(({ person_id }) => person_id === person.id);
    return {
      personId: person.id,
      name: maskName(person.name),
      relation: person.relation,
      needsGuardian: person.birth_day !== null && needsGuardianOn(person.birth_day, day),
      informed: consents.some(({ kind }) => kind === 'notice'),
      consents: consents.map((consent) => ({
        id: consent.id,
        kind: consent.kind,
        way: consent.way,
        guardianRelation: consent.guardian_relation,
        document: consent.document,
        day: consent.day,
        withdrawnDay: consent.withdrawn_day,
      })),
    };
  });
  return {
    number: household.number,
    withoutNotice: people.filter(({ informed }) => !informed).length,
    people,
  };
};

/** One telling or agreeing, for as many members as were there. Every person that does not fit is named. */
export const recordConsent = async (
  context: Context,
  wish: Wish,
): Promise<Output<'privacy.recordConsent'>> => {
  const { tx, day: today, now, actor } = context;
  if (wish.day > today) throw new Refusal('day-in-future', { day: wish.day, todayDay: today });
  const guardian = guardianOf(wish);
  const people = await concerned(context, wish.personIds);
  refuseAll(people.flatMap((person) => reasonsAgainst(person, wish, guardian)));
  await refuseTwice(tx, wish, people);
  const made = await tx
    .insertInto('consent')
    .values(
      people.map((person) => ({
        household_id: person.household_id,
        person_id: person.id,
        kind: wish.kind,
        way: wish.way,
        guardian,
        guardian_relation: guardian === '' ? '' : wish.guardianRelation,
        document: wish.document,
        day: wish.day,
        withdrawn_day: null,
        staff_id: actor.staffId,
        at: now,
      })),
    )
    .returning('id')
    .execute();
  context.note(`household:${people[0]?.household_id ?? 0}`, { kind: wish.kind, people: people.length });
  return { consentIds: made.map(({ id }) => id) };
};

/** As written, or empty. Refusals: those of a name; `guardian-missing` for a guardian who is nothing to the person. */
const guardianOf = ({ guardian, guardianRelation }: Wish): string => {
  if (guardian === '') {
    if (guardianRelation !== '') throw guardianMissing('guardian');
    return '';
  }
  const read = readName(guardian, { roster: false });
  if (read.kind !== 'ok') {
    const code: RefusalCode = read.code === 'name-unknown-character' ? 'name-ill-formed' : read.code;
    throw new Refusal(code, undefined, [{ code, field: 'guardian' }]);
  }
  if (guardianRelation === '') throw guardianMissing('guardianRelation');
  return read.name;
};

const guardianMissing = (field: string) =>
  new Refusal('guardian-missing', undefined, [{ code: 'guardian-missing', field }]);

const concerned = async (context: Context, personIds: readonly number[]) => {
  const ids = [...new Set(personIds)];
  const people = await context.tx.selectFrom('person').selectAll().where('id', 'in', ids).execute();
  if (people.length !== ids.length) throw new Refusal('not-found');
  const households = [...new Set(people.map(({ household_id }) => household_id))];
  await refuseOwnRelatives(context, households);
  for (const id of households) {
    const household = await householdOf(context.tx, id);
    if (household.erased_at !== null) throw new Refusal('household-closed', { household: household.number });
  }
  return people;
};

type Person = Awaited<ReturnType<typeof concerned>>[number];

const reasonsAgainst = (person: Person, { day }: Wish, guardian: string): readonly Reason[] => {
  const { birth_day: birth, left_day: left } = person;
  const params = { name: maskName(person.name) };
  if (left !== null && left <= day) return [{ code: 'person-left', params: { ...params, endDay: left } }];
  if (birth !== null && day < birth) return [{ code: 'day-before-birth', params: { day } }];
  // As old as on the day they were told: who was a child then could not speak for themselves.
  const child = birth !== null && needsGuardianOn(birth, day);
  return child && guardian === '' ? [{ code: 'guardian-missing', params, field: 'guardian' }] : [];
};

const refuseTwice = async (tx: Tx, { kind }: Wish, people: readonly Person[]): Promise<void> => {
  const there = await tx
    .selectFrom('consent')
    .select(['person_id', 'day'])
    .where('kind', '=', kind)
    .where('withdrawn_day', 'is', null)
    .where(
      'person_id',
      'in',
      people.map(({ id }) => id),
    )
    .execute();
  refuseAll(
    people.flatMap((person) => {
      const known = there.find(({ person_id }) => person_id === person.id);
      return known
        ? [{ code: 'consent-there' as const, params: { name: maskName(person.name), day: known.day } }]
        : [];
    }),
  );
};

export const withdrawConsent = async (
  context: Context,
  { consentId }: ParsedInput<'privacy.withdrawConsent'>,
): Promise<Output<'privacy.withdrawConsent'>> => {
  const { tx, day } = context;
  const consent = await tx.selectFrom('consent').selectAll().where('id', '=', consentId).executeTakeFirst();
  if (!consent) throw new Refusal('not-found');
  await refuseOwnRelative(context, consent.household_id);
  if (consent.kind === 'notice') throw new Refusal('consent-notice-stays');
  if (consent.withdrawn_day !== null)
    throw new Refusal('consent-withdrawn', { withdrawnDay: consent.withdrawn_day });
  await tx.updateTable('consent').set({ withdrawn_day: day }).where('id', '=', consentId).execute();
  context.note(`household:${consent.household_id}`, { consent: consentId, kind: consent.kind });
  return {};
};
