// Everything the books hold about one household, as it stands: for the page and for the paper. Shows nothing by itself: what is masked is
// decided by file-shown.ts and print-file.ts.
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import { coversOn } from '../domain/standing.ts';
import type { FieldChange } from './events.ts';
import { coversOfHousehold, householdOf, peopleOf } from './households.ts';

/** Lines of history and vouchers on a page; nobody's file has more. */
const MOST_LINES = 500;

export type HouseholdFile = Awaited<ReturnType<typeof readFile>>;
export type FilePerson = HouseholdFile['people'][number];

/** Refusal: `not-found`. */
export const readFile = async ({ tx, day }: Pick<Context, 'tx' | 'day'>, householdId: number) => {
  const household = await householdOf(tx, householdId);
  const covers = (await coversOfHousehold(tx, householdId)).filter(
    // One that ended on the day it began never was.
    ({ fromDay, toDay }) => fromDay === null || fromDay !== toDay,
  );
  const events = await eventsOf(tx, householdId);
  const { here, elsewhere } = await everybody(tx, householdId, events, covers);
  const today = coversOn(covers, day);
  const categories = await readCategories(tx, day);
  const names = new Map([...here, ...elsewhere].map(({ id, name }) => [id, name]));
  const gone = (leftDay: string | null): boolean => leftDay !== null && leftDay <= day;
  return {
    household,
    categories,
    institution: await institutionOf(tx, household.institution_id),
    mergedInto: household.merged_into === null ? null : await numberOf(tx, household.merged_into),
    people: here.filter(({ left_day }) => !gone(left_day)),
    former: [...here.filter(({ left_day }) => gone(left_day)), ...elsewhere],
    covers,
    categoryNamesOf: (personId: number): string =>
      today
        .filter((cover) => cover.personId === personId)
        .map(({ category }) => category)
        .sort(categories.compare)
        .map(categories.nameOf)
        .join('、'),
    isCovered: (personId: number): boolean => today.some((cover) => cover.personId === personId),
    nameOf: (personId: number | null): string => (personId === null ? '' : (names.get(personId) ?? '')),
    events,
    vouchers: await vouchersOf(tx, householdId),
    proxies: await proxiesOf(tx, householdId),
    consents: await consentsOf(tx, householdId),
    checks: await checksOf(tx, householdId),
    relatives: await relativesOf(tx, householdId, day),
  };
};

const everybody = async (
  tx: Tx,
  householdId: number,
  events: Awaited<ReturnType<typeof eventsOf>>,
  covers: Awaited<ReturnType<typeof coversOfHousehold>>,
) => {
  const here = (await peopleOf(tx, householdId)).map((person) => ({ ...person, nowIn: '' }));
  const known = new Set(here.map(({ id }) => id));
  const wanted = [...events.map(({ personId }) => personId), ...covers.map(({ personId }) => personId)];
  const ids = [...new Set(wanted.filter((id) => id !== null && !known.has(id)))];
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('person')
          .innerJoin('household', 'household.id', 'person.household_id')
          .selectAll('person')
          .select('household.number')
          .where('person.id', 'in', ids)
          .orderBy('person.id')
          .execute();
  return { here, elsewhere: rows.map((row) => asTheyLeft(row, events)) };
};

/** In another household now: here they are as they left this one. */
const asTheyLeft = <P extends { readonly id: number; readonly number: string }>(
  person: P,
  events: Awaited<ReturnType<typeof eventsOf>>,
) => {
  const leaving = events.find(
    ({ personId, kind }) => personId === person.id && ['left', 'split', 'merged'].includes(kind),
  );
  const how = leaving?.changes.find(({ field }) => field === 'left')?.after ?? '';
  return {
    ...person,
    is_head: 0 as const,
    left_day: leaving?.day ?? null,
    left_why: how as '' | 'died' | 'moved-out' | 'married-out' | 'other',
    nowIn: person.number,
  };
};

/** The newest first. */
const eventsOf = async (tx: Tx, householdId: number) => {
  const rows = await tx
    .selectFrom('household_event as event')
    .innerJoin('staff', 'staff.id', 'event.staff_id')
    .select(['event.id', 'event.kind', 'event.day', 'event.reason', 'event.document', 'event.changes'])
    .select(['event.person_id as personId', 'event.at', 'staff.name as by'])
    .where('event.household_id', '=', householdId)
    .orderBy('event.id', 'desc')
    .limit(MOST_LINES)
    .execute();
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as readonly FieldChange[] }));
};

const institutionOf = async (tx: Tx, id: number | null): Promise<string> =>
  id === null
    ? ''
    : ((await tx.selectFrom('institution').select('name').where('id', '=', id).executeTakeFirst())?.name ??
      '');

const numberOf = async (tx: Tx, id: number) => {
  const { number } = await tx
    .selectFrom('household')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, number };
};

const vouchersOf = (tx: Tx, householdId: number) =>
  tx
    .selectFrom('voucher')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .select([
      'voucher.id',
      'voucher.serial',
      'batch.name as batch',
      'voucher.face_fen',
      'voucher.balance_fen',
    ])
    .select(['voucher.valid_to', 'voucher.state'])
    .where('voucher.household_id', '=', householdId)
    .where('voucher.state', '<>', 'draft')
    .orderBy('voucher.id', 'desc')
    .limit(MOST_LINES)
    .execute();

const proxiesOf = (tx: Tx, householdId: number) =>
  tx.selectFrom('proxy').selectAll().where('household_id', '=', householdId).orderBy('id', 'desc').execute();

const consentsOf = (tx: Tx, householdId: number) =>
  tx
    .selectFrom('consent')
    .innerJoin('person', 'person.id', 'consent.person_id')
    .selectAll('consent')
    .select('person.name')
    .where('consent.household_id', '=', householdId)
    .orderBy('consent.id', 'desc')
    .execute();

const checksOf = (tx: Tx, householdId: number) =>
  tx
    .selectFrom('spot_check_line as line')
    .innerJoin('spot_check as check', 'check.id', 'line.spot_check_id')
    .leftJoin('check_decision as decision', (join) =>
      join
        .onRef('decision.spot_check_id', '=', 'line.spot_check_id')
        .onRef('decision.household_id', '=', 'line.household_id'),
    )
    .select(['check.number', 'check.title', 'check.business_day as day', 'line.result', 'line.note'])
    .select(['line.visited_day', 'line.visitors', 'decision.outcome', 'decision.reason'])
    .where('line.household_id', '=', householdId)
    .orderBy('check.id', 'desc')
    .execute();

const relativesOf = (tx: Tx, householdId: number, day: string) =>
  tx
    .selectFrom('kinship')
    .innerJoin('staff', 'staff.id', 'kinship.staff_id')
    .select(['staff.name as staff', 'kinship.relation'])
    .where('kinship.household_id', '=', householdId)
    .where((eb) => eb.or([eb('kinship.to_day', 'is', null), eb('kinship.to_day', '>', day)]))
    .orderBy('kinship.id')
    .execute();
