// Which files may be erased: households that left longer ago than the shop keeps files (setting `retentionYears`), with nothing open. A
// household that was merged away goes together with the one it went into.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readCategories } from '../categories.ts';
import { addMonths } from '../domain/business-day.ts';
import { readShop } from '../shop/shop.ts';

export interface Retention {
  readonly years: number;
  /** A household whose first day without lies on this day or before it is due. */
  readonly leftBefore: string;
}

export const retentionOf = async ({ tx, day }: Pick<Context, 'tx' | 'day'>): Promise<Retention> => {
  const { retentionYears } = (await readShop(tx)).settings;
  return { years: retentionYears, leftBefore: addMonths(day, -12 * retentionYears) };
};

/** The household itself and those merged into it, however often. */
const family = sql`(WITH RECURSIVE one (id) AS (SELECT household.id
  UNION SELECT other.id FROM household AS other JOIN one ON other.merged_into = one.id) SELECT id FROM one)`;
const openVoucher = sql<boolean>`EXISTS (SELECT 1 FROM voucher WHERE voucher.household_id IN ${family}
  AND voucher.state IN ('draft', 'issued', 'active', 'partly-used'))`;
/** Drawn and not visited in a check still going on, or found 不符合 and not decided. */
const openCheck = sql<boolean>`(household.stopped <> '' OR EXISTS (
  SELECT 1 FROM spot_check_line AS line JOIN spot_check ON spot_check.id = line.spot_check_id
  WHERE line.household_id IN ${family} AND ((line.result IS NULL AND spot_check.closed_at IS NULL)
    OR (line.result = 'misfits' AND NOT EXISTS (SELECT 1 FROM check_decision AS decision
      WHERE decision.spot_check_id = line.spot_check_id AND decision.household_id = line.household_id)))))`;
const openComplaint = sql<boolean>`EXISTS (SELECT 1 FROM complaint WHERE complaint.household_id IN ${family}
  AND NOT EXISTS (SELECT 1 FROM complaint_end WHERE complaint_end.complaint_id = complaint.id))`;
const left = (day: string) => sql<boolean>`(household.end_day IS NOT NULL AND household.end_day <= ${day}
  AND (household.grace_to_day IS NULL OR household.grace_to_day < ${day}))`;

export const dueHouseholds = async (
  { tx, day }: Context,
  { offset, limit }: ParsedInput<'privacy.due'>,
): Promise<Output<'privacy.due'>> => {
  const { years, leftBefore } = await retentionOf({ tx, day });
  const due = sql`FROM household_here AS household
    WHERE household.end_day <= ${leftBefore} AND ${left(day)} AND household.merged_into IS NULL
      AND household.erased_at IS NULL AND NOT ${openVoucher} AND NOT ${openCheck} AND NOT ${openComplaint}`;
  const counted = await sql<{ total: number }>`SELECT count(*) AS total ${due}`.execute(tx);
  const { rows } = await sql<Due>`
    SELECT household.id AS householdId, household.number, household.category, household.community,
      household.end_day AS endDay, household.end_reason AS endReason,
      (SELECT count(*) FROM person WHERE person.household_id IN ${family}) AS people
    ${due} ORDER BY household.end_day, household.id LIMIT ${limit} OFFSET ${offset}`.execute(tx);
  const categories = await readCategories(tx, day);
  return {
    retentionYears: years,
    leftBefore,
    total: counted.rows[0]?.total ?? 0,
    rows: rows.map((row) => ({ ...row, category: categories.nameOf(row.category) })),
  };
};

type Due = Output<'privacy.due'>['rows'][number];

/** Why this one may not be erased; empty: it may. */
export const reasonsAgainst = async (
  { tx, day }: Pick<Context, 'tx' | 'day'>,
  { leftBefore, years }: Retention,
  householdId: number,
): Promise<readonly Reason[]> => {
  const one = await stateOf(tx, householdId, day);
  if (!one) return [{ code: 'not-found' }];
  const params = { household: one.number };
  if (one.erasedAt !== null)
    return [{ code: 'erase-already', params: { ...params, erasedAt: one.erasedAt } }];
  if (one.into !== null) return [{ code: 'erase-merged', params: { ...params, into: one.into } }];
  if (one.gone === 0) return [{ code: 'erase-not-left', params: { ...params, endDay: one.endDay } }];
  return [
    ...((one.endDay ?? '') > leftBefore
      ? [{ code: 'erase-too-early' as const, params: { ...params, endDay: one.endDay, years } }]
      : []),
    ...(one.voucher ? [{ code: 'erase-voucher-open' as const, params }] : []),
    ...(one.check ? [{ code: 'erase-check-open' as const, params }] : []),
    ...(one.complaint ? [{ code: 'erase-complaint-open' as const, params }] : []),
  ];
};

interface State {
  readonly number: string;
  readonly endDay: string | null;
  readonly erasedAt: string | null;
  readonly into: string | null;
  readonly gone: number;
  readonly voucher: number;
  readonly check: number;
  readonly complaint: number;
}

const stateOf = async (tx: Tx, householdId: number, day: string): Promise<State | undefined> => {
  const { rows } = await sql<State>`
    SELECT household.number, household.end_day AS endDay, household.erased_at AS erasedAt, other.number AS "into",
      ${left(day)} AS gone, ${openVoucher} AS voucher, ${openCheck} AS "check", ${openComplaint} AS complaint
    FROM household LEFT JOIN household AS other ON other.id = household.merged_into
    WHERE household.id = ${householdId}`.execute(tx);
  return rows[0];
};

/** The households erased together with this one. */
export const erasedTogether = async (tx: Tx, householdId: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM household AS every WHERE id IN (WITH RECURSIVE one (id) AS (SELECT ${householdId}
      UNION SELECT other.id FROM household AS other JOIN one ON other.merged_into = one.id) SELECT id FROM one)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};
