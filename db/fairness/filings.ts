// 近亲属备案: who of the staff is related to which household. An entry is ended, never edited or deleted, and never ended by the one it
// is about.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { householdNumber } from './households.ts';

/** Refusals: `not-found`, `fairness-day-ahead`, `kinship-filed`. */
export const fileRelative = async (
  context: Context,
  { staffId, householdId, relation, document, fromDay }: ParsedInput<'fairness.fileRelative'>,
): Promise<Output<'fairness.fileRelative'>> => {
  const { tx, now, day, actor } = context;
  if (fromDay > day) throw new Refusal('fairness-day-ahead', { day: fromDay });
  const number = await householdNumber(tx, householdId);
  const staff = await tx.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst();
  if (!staff) throw new Refusal('not-found');
  const filed = await tx
    .selectFrom('kinship')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('household_id', '=', householdId)
    .where('to_day', 'is', null)
    .executeTakeFirst();
  if (filed) throw new Refusal('kinship-filed', { staff: staff.name, number });
  const { id } = await tx
    .insertInto('kinship')
    .values({
      staff_id: staffId,
      household_id: householdId,
      relation,
      document,
      from_day: fromDay,
      to_day: null,
      filed_by: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  context.note(`household:${householdId}`, { kinship: id, staff: staffId });
  return { kinshipId: id };
};

/** Refusals: `not-found`, `kinship-ended`, `own-relative` for whom the entry is about. */
export const endRelative = async (
  context: Context,
  { kinshipId, reason }: ParsedInput<'fairness.endRelative'>,
): Promise<Record<string, never>> => {
  const { tx, day, actor } = context;
  const kinship = await tx
    .selectFrom('kinship')
    .select(['staff_id', 'household_id', 'to_day'])
    .where('id', '=', kinshipId)
    .executeTakeFirst();
  if (!kinship) throw new Refusal('not-found');
  context.note(`household:${kinship.household_id}`, { kinship: kinshipId, staff: kinship.staff_id });
  if (kinship.to_day !== null) throw new Refusal('kinship-ended', { endDay: kinship.to_day });
  if (kinship.staff_id === actor.staffId)
    throw new Refusal('own-relative', { number: await householdNumber(tx, kinship.household_id) });
  await tx
    .updateTable('kinship')
    .set({ to_day: day, end_reason: reason })
    .where('id', '=', kinshipId)
    .execute();
  return {};
};

export const listRelatives = async (
  { tx, day, actor }: Context,
  { search, inForce, offset, limit }: ParsedInput<'fairness.relatives'>,
): Promise<Output<'fairness.relatives'>> => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  let found = tx
    .selectFrom('kinship')
    .innerJoin('household', 'household.id', 'kinship.household_id')
    .innerJoin('staff', 'staff.id', 'kinship.staff_id')
    .innerJoin('staff as filer', 'filer.id', 'kinship.filed_by');
  if (inForce) found = found.where('kinship.to_day', 'is', null);
  if (search !== '')
    found = found.where(
      sql<boolean>`(staff.name LIKE ${like} ESCAPE '\\' OR household.number LIKE ${like} ESCAPE '\\'
        OR household.head_name LIKE ${like} ESCAPE '\\')`,
    );
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('kinship')
    .select([
      'staff.name as staff',
      'filer.name as filed_by_name',
      'household.number',
      'household.head_name',
      'household.category',
      'household.community',
    ])
    .orderBy('kinship.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { nameOf } = await readCategories(tx, day);
  return {
    total,
    rows: rows.map((row) => ({
      kinshipId: row.id,
      staffId: row.staff_id,
      staff: row.staff,
      householdId: row.household_id,
      number: row.number,
      headName: maskName(row.head_name),
      category: nameOf(row.category),
      community: row.community,
      relation: row.relation,
      document: row.document,
      fromDay: row.from_day,
      toDay: row.to_day,
      endReason: row.end_reason,
      filedBy: row.filed_by_name,
      own: row.staff_id === actor.staffId,
    })),
  };
};

export const listStaff = async ({ tx }: Context): Promise<Output<'fairness.staff'>> => {
  const rows = await tx.selectFrom('staff').select(['id', 'name', 'active']).orderBy('id').execute();
  return rows.map(({ id, name, active }) => ({ staffId: id, name, active: active === 1 }));
};
