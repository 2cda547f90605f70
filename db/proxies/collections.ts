// 代领 of a month: who came instead of the holder, for how many households, and what institutions collected. Where one paper stands
// beside several households, that is to be seen, not searched for.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { monthRange } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { proxyTail, type ProxyDocument } from '../domain/proxy-document.ts';
import { readShop } from '../shop/shop.ts';

type Collections = Output<'proxies.collections'>;

export const collections = async (
  { tx }: Context,
  { month, search }: ParsedInput<'proxies.collections'>,
): Promise<Collections> => {
  const period = monthRange(month);
  return {
    limit: (await readShop(tx)).settings.proxyHouseholdsPerMonth,
    pickups: await pickups(tx, period, search),
    institutions: await institutionPickups(tx, period, search),
  };
};

const holds = (word: string, texts: readonly string[]): boolean =>
  word === '' || texts.some((text) => text.includes(word));

interface Period {
  readonly first: string;
  readonly last: string;
}
interface Row {
  readonly redemption_id: number;
  readonly number: string;
  readonly business_day: string;
  readonly at: string;
  readonly household_id: number;
  readonly household_number: string;
  readonly head_name: string;
  readonly name: string;
  readonly document_kind: ProxyDocument;
  readonly document_key: string;
  readonly relation: string;
  readonly related: number;
  readonly proxy_id: number | null;
  readonly reason: string;
  readonly approved_by: string | null;
  readonly operator: string;
  readonly reversed: number;
}

/** What is searched for are the names as they are, not as they are shown. */
const pickups = async (tx: Tx, { first, last }: Period, search: string): Promise<Collections['pickups']> => {
  // From the redemptions of the month, by their index, to who collected them.
  const { rows } = await sql<Row>`
    SELECT taken.id AS redemption_id, taken.number, taken.business_day, taken.at, pickup.household_id,
      household.number AS household_number, household.head_name, pickup.name, document_kind, document_key, relation, related, proxy_id,
      pickup.reason, approver.name AS approved_by, staff.name AS operator, back.id IS NOT NULL AS reversed
    FROM redemption AS taken CROSS JOIN pickup ON pickup.redemption_id = taken.id
    JOIN household ON household.id = pickup.household_id JOIN staff ON staff.id = taken.staff_id
    LEFT JOIN staff AS approver ON approver.id = pickup.approved_by
    LEFT JOIN redemption AS back ON back.reverses = taken.id AND back.whole = 1
    WHERE taken.business_day BETWEEN ${first} AND ${last} ORDER BY taken.id DESC`.execute(tx);
  // How many households a paper collected for is counted before anything is searched for.
  const reach = reachOf(rows);
  const found = rows.filter(({ number, household_number, head_name, name, document_key, relation }) =>
    holds(search, [number, household_number, head_name, name, proxyTail(document_key), relation]),
  );
  return found.map((row) => ({
    redemptionId: row.redemption_id,
    number: row.number,
    day: row.business_day,
    at: row.at,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: maskName(row.head_name),
    name: maskName(row.name),
    document: row.document_kind,
    documentTail: proxyTail(row.document_key),
    relation: row.relation,
    related: row.related === 1,
    standing: row.proxy_id !== null,
    reason: row.reason,
    approvedBy: row.approved_by,
    operator: row.operator,
    reversed: row.reversed === 1,
    ...(reach.get(row.document_key) ?? { households: 0, unrelated: 0 }),
  }));
};

interface Reach {
  readonly households: number;
  readonly unrelated: number;
}

/** By paper: for how many households it collected in the month, and for how many of them unrelated. */
const reachOf = (rows: readonly Row[]): ReadonlyMap<string, Reach> => {
  const seen = new Map<string, { readonly all: Set<number>; readonly unrelated: Set<number> }>();
  for (const { document_key, household_id, related, reversed } of rows) {
    if (reversed === 1 || document_key === '') continue;
    const of = seen.get(document_key) ?? { all: new Set(), unrelated: new Set() };
    seen.set(document_key, of);
    of.all.add(household_id);
    if (related === 0) of.unrelated.add(household_id);
  }
  return new Map(
    [...seen].map(([key, { all, unrelated }]) => [key, { households: all.size, unrelated: unrelated.size }]),
  );
};

/** Acts of institutions between two days, the last first; also for the till's own list of today. */
export const institutionPickups = async (
  tx: Tx,
  { first, last }: Period,
  search = '',
): Promise<Collections['institutions']> => {
  const { rows } = await sql<
    Omit<Collections['institutions'][number], 'reversed'> & { readonly reversed: number }
  >`
    SELECT act.id AS pickupId, act.number, act.business_day AS day, act.at, institution.name AS institution,
      act.collected_by AS collectedBy, act.document_tail AS documentTail, act.residents, count(*) AS vouchers,
      sum(taken.used_fen) AS usedFen, staff.name AS operator, count(back.id) > 0 AS reversed
    FROM institution_pickup AS act JOIN institution ON institution.id = act.institution_id JOIN staff ON staff.id = act.staff_id
    JOIN redemption AS taken ON taken.institution_pickup_id = act.id AND taken.reverses IS NULL
    LEFT JOIN redemption AS back ON back.reverses = taken.id AND back.whole = 1
    WHERE act.business_day BETWEEN ${first} AND ${last} GROUP BY act.id ORDER BY act.id DESC`.execute(tx);
  const found = rows.filter((row) => holds(search, [row.number, row.institution, row.collectedBy]));
  return found.map((row) => ({
    ...row,
    collectedBy: maskName(row.collectedBy),
    reversed: row.reversed === 1,
  }));
};
