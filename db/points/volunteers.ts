// Volunteers as the points know them: listed, entered, changed, and the story of one. Nobody is deleted; who left is made inactive.
import { sql } from 'kysely';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context, Tx } from '../context.ts';
import { maskPhoneInside } from '../domain/mask.ts';
import { readName } from '../domain/person-name.ts';
import { phoneKeys } from '../domain/phone.ts';
import { toNext } from '../domain/points.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { readShop } from '../shop/shop.ts';

type Row = Output<'points.volunteers'>['rows'][number];

const rowsOf = (tx: Tx) =>
  tx
    .selectFrom('volunteer')
    .leftJoin('staff', 'staff.id', 'volunteer.staff_id')
    .selectAll('volunteer')
    .select([
      'staff.name as account',
      sql<number>`(SELECT coalesce(sum(minutes), 0) FROM point_posting WHERE volunteer_id = volunteer.id)`.as(
        'minutes',
      ),
    ]);
type Found = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

const shown = (row: Found, rate: number): Row => ({
  volunteerId: row.id,
  number: row.number,
  name: row.name,
  phone: maskPhoneInside(row.phone),
  staffId: row.staff_id,
  account: row.account ?? '',
  active: row.active === 1,
  balance: row.balance,
  minutes: row.minutes,
  toNextMinutes: toNext(row.rest, rate),
});

export const rateOf = async (tx: Tx): Promise<number> => (await readShop(tx)).settings.pointsPerHour;

export const listVolunteers = async (
  { tx }: Context,
  { search, inactive, offset, limit }: ParsedInput<'points.volunteers'>,
): Promise<Output<'points.volunteers'>> => {
  // A shop has some dozens of volunteers: picked through here.
  const all = await rowsOf(tx).orderBy('volunteer.active', 'desc').orderBy('volunteer.number').execute();
  const found = all.filter(
    ({ active, name, number }) =>
      (inactive || active === 1) && (name.includes(search) || number.endsWith(search.toUpperCase())),
  );
  const rate = await rateOf(tx);
  return { total: found.length, rows: found.slice(offset, offset + limit).map((row) => shown(row, rate)) };
};

/** Refusals: what is wrong with name, phone and account, all at once; `volunteer-twice`. */
export const addVolunteer = async (
  context: Context,
  input: ParsedInput<'points.addVolunteer'>,
): Promise<Output<'points.addVolunteer'>> => {
  const { tx, now, day } = context;
  const name = await checked(tx, input, null);
  const number = await nextNumber(tx, 'volunteer', day);
  const { id } = await tx
    .insertInto('volunteer')
    .values({ number, name, phone: input.phone, staff_id: input.staffId, at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  context.note(`volunteer:${id}`);
  return { volunteerId: id, number };
};

export const changeVolunteer = async (
  context: Context,
  { volunteerId, active, ...input }: ParsedInput<'points.changeVolunteer'>,
): Promise<Record<string, never>> => {
  const { tx } = context;
  context.note(`volunteer:${volunteerId}`, { active });
  const known = await volunteerOf(tx, volunteerId);
  const phone = input.phone ?? known.phone;
  const name = await checked(tx, { ...input, phone }, known);
  await tx
    .updateTable('volunteer')
    .set({ name, phone, staff_id: input.staffId, active: active ? 1 : 0 })
    .where('id', '=', volunteerId)
    .execute();
  return {};
};

/** Refuses `not-found`. */
export const volunteerOf = async (tx: Tx, volunteerId: number): Promise<Found> => {
  const row = await rowsOf(tx).where('volunteer.id', '=', volunteerId).executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return row;
};

/** Refusals: `not-found`, `volunteer-inactive`, `points-own`: nobody enters own hours or hands goods to oneself. */
export const helperOf = async ({ tx, actor }: Pick<Context, 'tx' | 'actor'>, volunteerId: number) => {
  const volunteer = await volunteerOf(tx, volunteerId);
  if (volunteer.staff_id === actor.staffId) throw new Refusal('points-own', { number: volunteer.number });
  if (volunteer.active === 0) throw new Refusal('volunteer-inactive', { number: volunteer.number });
  return volunteer;
};

interface Facts {
  readonly name: string;
  readonly phone: string;
  readonly staffId: number | null;
}

/** Answers the name as it is kept. */
const checked = async (tx: Tx, facts: Facts, known: Found | null): Promise<string> => {
  const read = readName(facts.name, { roster: false });
  const reasons: Reason[] = [];
  if (read.kind !== 'ok')
    reasons.push({
      code: read.code === 'name-unknown-character' ? 'name-ill-formed' : read.code,
      field: 'name',
    });
  if (facts.phone !== '' && phoneKeys(facts.phone).length === 0)
    reasons.push({ code: 'volunteer-phone', field: 'phone' });
  reasons.push(...(await accountFaults(tx, facts.staffId, known)));
  refuseAll(reasons);
  const name = read.kind === 'ok' ? read.name : '';
  await refuseTwice(tx, { ...facts, name }, known);
  return name;
};

const accountFaults = async (
  tx: Tx,
  staffId: number | null,
  known: Found | null,
): Promise<readonly Reason[]> => {
  if (staffId === null) return [];
  const account = await tx.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst();
  if (!account) return [{ code: 'not-found', field: 'staffId' }];
  const other = await tx
    .selectFrom('volunteer')
    .select(['id', 'number'])
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return other && other.id !== known?.id
    ? [{ code: 'volunteer-account-taken', field: 'staffId', params: { number: other.number } }]
    : [];
};

/** The same name with the same telephone (or none) is the same person, whose hours would stand in two places. */
const refuseTwice = async (tx: Tx, { name, phone }: Facts, known: Found | null): Promise<void> => {
  const others = await tx
    .selectFrom('volunteer')
    .select(['id', 'number', 'phone'])
    .where('name', '=', name)
    .execute();
  const keys = phoneKeys(phone);
  const same = others.find(
    (other) =>
      other.id !== known?.id &&
      (keys.length === 0
        ? phoneKeys(other.phone).length === 0
        : phoneKeys(other.phone).some((key) => keys.includes(key))),
  );
  if (same)
    throw new Refusal('volunteer-twice', { number: same.number }, [
      { code: 'volunteer-twice', field: 'name', params: { number: same.number } },
    ]);
};

export const storyOf = async (tx: Tx, volunteerId: number): Promise<Output<'points.volunteer'>> => {
  const volunteer = await volunteerOf(tx, volunteerId);
  const { rows } = await sql<EntryRow>`
    SELECT post.id AS entryId, post.kind, coalesce(post.service_day, post.business_day) AS day, post.at, post.minutes, post.points,
      sum(post.points) OVER (ORDER BY post.id) AS balance, post.about, coalesce(exchange.number, '') AS number,
      post.exchange_id AS exchangeId, post.reverses IS NOT NULL AS reverses,
      EXISTS (SELECT 1 FROM point_posting AS back WHERE back.reverses = post.id) AS reversed, staff.name AS operator
    FROM point_posting AS post JOIN staff ON staff.id = post.staff_id
      LEFT JOIN point_exchange AS exchange ON exchange.id = post.exchange_id
    WHERE post.volunteer_id = ${volunteerId} ORDER BY post.id DESC LIMIT 500`.execute(tx);
  return {
    ...shown(volunteer, await rateOf(tx)),
    entries: rows.map((row) => ({ ...row, reverses: row.reverses === 1, reversed: row.reversed === 1 })),
  };
};
type Entry = Output<'points.volunteer'>['entries'][number];
type EntryRow = Omit<Entry, 'reverses' | 'reversed'> & {
  readonly reverses: 0 | 1;
  readonly reversed: 0 | 1;
};

export const ownStory = async ({ tx, actor }: Context): Promise<Output<'points.own'>> => {
  const own = await tx
    .selectFrom('volunteer')
    .select('id')
    .where('staff_id', '=', actor.staffId)
    .executeTakeFirst();
  return own ? storyOf(tx, own.id) : null;
};
