// Institutions (敬老院, 供养服务机构) and their rosters: which households live there, and are collected for in one act.
import { sql } from 'kysely';
import { readCategories, type Categories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { eligibilityOn } from '../domain/eligibility.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { recordEvents } from '../people/events.ts';

type Institution = Output<'proxies.institutions'>[number];

const select = (tx: Tx, id: number | null) =>
  sql<Omit<Institution, 'active'> & { active: number }>`
  SELECT id, name, address, contact, phone, active,
    (SELECT count(*) FROM household WHERE institution_id = institution.id) AS residents,
    (SELECT coalesce(sum(members), 0) FROM household WHERE institution_id = institution.id) AS people
  FROM institution WHERE ${id === null ? sql`TRUE` : sql`id = ${id}`} ORDER BY active DESC, name`.execute(tx);

const shown = (row: Omit<Institution, 'active'> & { active: number }): Institution => ({
  ...row,
  active: row.active === 1,
});

export const listInstitutions = async ({ tx }: Context): Promise<Output<'proxies.institutions'>> =>
  (await select(tx, null)).rows.map(shown);

/** Refusal: `not-found`. */
const readInstitution = async (tx: Tx, institutionId: number): Promise<Institution> => {
  const [row] = (await select(tx, institutionId)).rows;
  if (!row) throw new Refusal('not-found');
  return shown(row);
};

/** Refusals: `not-found`, `institution-closed`. */
export const openInstitution = async (tx: Tx, institutionId: number): Promise<Institution> => {
  const institution = await readInstitution(tx, institutionId);
  if (!institution.active) throw new Refusal('institution-closed', { institution: institution.name });
  return institution;
};

/** Refusal: `institution-name-taken`. */
export const addInstitution = async (
  { tx, now, note }: Context,
  facts: ParsedInput<'proxies.addInstitution'>,
): Promise<Output<'proxies.addInstitution'>> => {
  await refuseTaken(tx, facts.name, 0);
  const { id } = await tx
    .insertInto('institution')
    .values({ ...facts, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  note(`institution:${id}`);
  return { institutionId: id };
};

/** Refusals: `not-found`, `institution-name-taken`. */
export const changeInstitution = async (
  { tx, note }: Context,
  { institutionId, ...facts }: ParsedInput<'proxies.changeInstitution'>,
): Promise<Output<'proxies.changeInstitution'>> => {
  await readInstitution(tx, institutionId);
  await refuseTaken(tx, facts.name, institutionId);
  await tx.updateTable('institution').set(facts).where('id', '=', institutionId).execute();
  note(`institution:${institutionId}`);
  return {};
};

const refuseTaken = async (tx: Tx, name: string, but: number): Promise<void> => {
  const taken = await tx
    .selectFrom('institution')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', but)
    .executeTakeFirst();
  if (taken)
    throw new Refusal('institution-name-taken', { name }, [
      { code: 'institution-name-taken', field: 'name', params: { name } },
    ]);
};

/** Refusals: `not-found`, `institution-not-empty` when it is to close. */
export const setInstitutionActive = async (
  { tx, note }: Context,
  { institutionId, active }: ParsedInput<'proxies.setInstitutionActive'>,
): Promise<Output<'proxies.setInstitutionActive'>> => {
  const { name, residents } = await readInstitution(tx, institutionId);
  if (!active && residents > 0) throw new Refusal('institution-not-empty', { institution: name, residents });
  await tx
    .updateTable('institution')
    .set({ active: active ? 1 : 0 })
    .where('id', '=', institutionId)
    .execute();
  note(`institution:${institutionId}`, { active });
  return {};
};

type Resident = Output<'proxies.residents'>['residents'][number];
interface HouseholdRow {
  readonly id: number;
  readonly number: string;
  readonly head_name: string;
  readonly id_tail: string;
  readonly category: string;
  readonly members: number;
  readonly community: string;
  readonly start_day: string | null;
  readonly end_day: string | null;
  readonly grace_to_day: string | null;
}

const households = (tx: Tx) =>
  tx
    .selectFrom('household_here')
    .select([
      'id',
      'number',
      'head_name',
      'id_tail',
      'category',
      'members',
      'community',
      'start_day',
      'end_day',
      'grace_to_day',
    ])
    .where('erased_at', 'is', null)
    .orderBy('number');

const residentOf = (row: HouseholdRow, day: string, categories: Categories): Resident => ({
  householdId: row.id,
  number: row.number,
  headName: maskName(row.head_name),
  idTail: row.id_tail,
  category: categories.nameOf(row.category),
  members: row.members,
  community: row.community,
  ended:
    eligibilityOn({ startDay: row.start_day, endDay: row.end_day, graceToDay: row.grace_to_day }, day) !==
    'eligible',
});

/** Offered, not set: living in an institution follows from the category, in which one somebody must say. */
export const residents = async (
  { tx, day }: Context,
  { institutionId }: ParsedInput<'proxies.residents'>,
): Promise<Output<'proxies.residents'>> => {
  const institution = await readInstitution(tx, institutionId);
  const categories = await readCategories(tx, day);
  const institutional = categories.list.filter((category) => category.institutional).map(({ code }) => code);
  const living = await households(tx).where('institution_id', '=', institutionId).execute();
  const suggested = await households(tx)
    .where('category', 'in', institutional)
    .where('institution_id', 'is', null)
    .where((eb) => eb.or([eb('end_day', 'is', null), eb('end_day', '>', day)]))
    .limit(500)
    .execute();
  return {
    institution,
    residents: living.map((row) => residentOf(row, day, categories)),
    suggested: suggested.map((row) => residentOf(row, day, categories)),
  };
};

/** Refusals: `not-found`, `institution-closed`, `own-relative` of who comes or leaves, `resident-elsewhere` (every one, with the other). */
export const setResidents = async (
  context: Context,
  { institutionId, householdIds, reason }: ParsedInput<'proxies.setResidents'>,
): Promise<Output<'proxies.setResidents'>> => {
  const { tx } = context;
  const { name } = await openInstitution(tx, institutionId);
  const before = await idsOf(tx, institutionId);
  const wanted = new Set(householdIds);
  const joined = [...wanted].filter((id) => !before.has(id));
  const left = [...before].filter((id) => !wanted.has(id));
  await refuseOwnRelatives(context, [...joined, ...left]);
  await refuseElsewhere(tx, joined);
  await move(context, joined, { institutionId, before: '', after: name, reason });
  await move(context, left, { institutionId: null, before: name, after: '', reason });
  context.note(`institution:${institutionId}`, { joined: joined.length, left: left.length });
  return { joined: joined.length, left: left.length };
};

const idsOf = async (tx: Tx, institutionId: number): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('household')
    .select('id')
    .where('institution_id', '=', institutionId)
    .execute();
  return new Set(rows.map(({ id }) => id));
};

const refuseElsewhere = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  const found = await tx
    .selectFrom('household_here')
    .leftJoin('institution', 'institution.id', 'household_here.institution_id')
    .select(['household_here.id', 'household_here.number', 'institution.name'])
    .where('household_here.id', 'in', ids)
    .where('household_here.merged_into', 'is', null)
    .where('household_here.erased_at', 'is', null)
    .execute();
  if (found.length < ids.length) throw new Refusal('not-found');
  refuseAll(
    found.flatMap(({ number, name }): Reason[] =>
      name === null
        ? []
        : [{ code: 'resident-elsewhere', field: number, params: { number, institution: name } }],
    ),
  );
};

const move = async (
  context: Context,
  ids: readonly number[],
  to: { institutionId: number | null; before: string; after: string; reason: string },
): Promise<void> => {
  if (ids.length === 0) return;
  await context.tx
    .updateTable('household')
    .set({ institution_id: to.institutionId })
    .where('id', 'in', ids)
    .execute();
  await recordEvents(
    context,
    ids.map((householdId) => ({
      householdId,
      kind: 'corrected' as const,
      day: context.day,
      reason: to.reason,
      changes: [{ field: 'institution', before: to.before, after: to.after }],
    })),
  );
};
