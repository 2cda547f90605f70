// Who stands at the counter instead of the holder (代领, domain.md §8): a standing proxy of the household or somebody on the spot, and
// how many unrelated households one may collect for in a month before somebody else must say yes (scenario 18).
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addDays, monthOf, monthRange } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { keysAlike, proxyTail, type ProxyDocument } from '../domain/proxy-document.ts';
import { Refusal } from '../failures.ts';
import { readProxyFacts } from '../proxies/facts.ts';
import { standingFor, usableStanding, type StandingProxy } from '../proxies/standing.ts';
import { settingsOf, type Holder } from './holder.ts';
import { putDown } from './put-down.ts';
import type { SecondPerson } from './second-person.ts';

type Input = Exclude<NonNullable<ParsedInput<'counter.redeem'>['proxy']>, { kind: 'held' }>;

/** As it is written down with the redemption. */
export interface Proxy {
  readonly proxyId: number | null;
  readonly name: string;
  readonly document: ProxyDocument;
  readonly key: string;
  /** All keys the same person may have come under before. */
  readonly alike: readonly string[];
  /** Only name and last four are known: numbers that end alike under this name count too. */
  readonly tail: string | null;
  readonly relation: string;
  readonly related: boolean;
  readonly reason: string;
}
export type ApprovedProxy = Proxy & { readonly approvedBy: SecondPerson | null };

/** Refusals: `proxy-not-valid`, those of name and document, `proxy-is-member`, `proxy-tail-reason`. */
export const proxyAtTill = async (context: Context, holder: Holder, input: Input): Promise<Proxy> =>
  input.kind === 'standing'
    ? ofStanding(await usableStanding(context, input.proxyId, holder.household_id))
    : onTheSpot(context, holder, input);

/** True when somebody else must say yes. Refusal: `proxy-over-limit` (how many, and when again) when nobody is about to. */
export const needsYes = async (
  context: Context,
  holder: Holder,
  proxy: Proxy,
  approved: boolean,
): Promise<boolean> => {
  const over = proxy.related ? null : await beyondLimit(context, holder, proxy);
  if (over && !approved) throw new Refusal('proxy-over-limit', { ...over });
  return over !== null;
};

const ofStanding = (standing: StandingProxy): Proxy => ({
  proxyId: standing.id,
  name: standing.name,
  document: standing.document_kind,
  key: standing.document_key,
  alike: keysAlike(
    {
      kind: 'ok',
      document: standing.document_kind,
      number: standing.document_number,
      key: standing.document_key,
      whole: true,
    },
    standing.name,
  ),
  tail: null,
  relation: standing.relation,
  related: standing.related === 1,
  reason: '',
});

const onTheSpot = async (
  context: Context,
  { household_id }: Holder,
  input: Extract<Input, { kind: 'on-the-spot' }>,
): Promise<Proxy> => {
  const { name, paper } = await readProxyFacts(context, household_id, input, { tailAllowed: true });
  if (!paper.whole && input.tailReason === '')
    throw new Refusal('proxy-tail-reason', undefined, [{ code: 'proxy-tail-reason', field: 'tailReason' }]);
  return {
    proxyId: null,
    name,
    document: paper.document,
    key: paper.key,
    alike: keysAlike(paper, name),
    tail: paper.whole ? null : paper.number,
    relation: input.relation,
    related: input.related,
    // One field of the ledger holds both reasons.
    reason: paper.whole ? input.reason : `${input.reason}（证件只记末四位：${input.tailReason}）`,
  };
};

interface Over {
  readonly households: number;
  readonly limit: number;
  readonly againDay: string;
}

const limitOf = (holder: Holder): number => settingsOf(holder).proxyHouseholdsPerMonth;

/** Null while this household is within the limit of the month. */
const beyondLimit = async (context: Context, holder: Holder, proxy: Proxy): Promise<Over | null> => {
  const limit = limitOf(holder);
  const { last } = monthRange(monthOf(context.day));
  const others = await unrelatedHouseholds(context, proxy, holder.household_id);
  return others.length < limit ? null : { households: others.length, limit, againDay: addDays(last, 1) };
};

/** Other households for which the same person, not related, collected in the month; what was taken back does not count. */
const unrelatedHouseholds = async (
  { tx, day }: Context,
  { alike, tail, name }: Pick<Proxy, 'alike' | 'tail' | 'name'>,
  householdId: number,
): Promise<readonly number[]> => {
  const { first, last } = monthRange(monthOf(day));
  const byKey = sql<Row>`
    SELECT DISTINCT household_id AS id FROM pickup WHERE related = 0 AND document_key IN (${sql.join(alike)})
      AND business_day BETWEEN ${first} AND ${last} AND household_id <> ${householdId} AND ${stands}`;
  if (tail === null) return idsOf(await byKey.execute(tx));
  // Rare: numbers are compared by their ends, over the acts of the month.
  const { rows } = await sql<Row>`
    SELECT DISTINCT pickup.household_id AS id FROM redemption AS taken CROSS JOIN pickup ON pickup.redemption_id = taken.id
      WHERE taken.business_day BETWEEN ${first} AND ${last} AND related = 0 AND pickup.household_id <> ${householdId}
      AND (document_key IN (${sql.join(alike)}) OR (name = ${name} AND document_key LIKE ${`%${tail}`})) AND ${stands}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};
interface Row {
  readonly id: number;
}
const idsOf = ({ rows }: { readonly rows: readonly Row[] }): readonly number[] => rows.map(({ id }) => id);

const stands = sql`NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = pickup.redemption_id AND back.whole = 1)`;

/** In the transaction of the redemption. */
export const recordPickup = async (
  { tx, day }: Context,
  { household_id }: Holder,
  redemptionId: number,
  proxy: ApprovedProxy,
): Promise<void> => {
  await tx
    .insertInto('pickup')
    .values({
      redemption_id: redemptionId,
      household_id,
      proxy_id: proxy.proxyId,
      name: proxy.name,
      document_kind: proxy.document,
      document_key: proxy.key,
      relation: proxy.relation,
      related: proxy.related ? 1 : 0,
      reason: proxy.reason,
      approved_by: proxy.approvedBy?.staffId ?? null,
      business_day: day,
    })
    .execute();
};

/** F4: who may be picked, without typing. */
export const proxies = async (
  context: Context,
  basket: ParsedInput<'counter.proxies'>,
): Promise<Output<'counter.proxies'>> => {
  const { holder } = await putDown(context, basket);
  const found = await standingFor(context, holder.household_id);
  return {
    limit: limitOf(holder),
    proxies: await Promise.all(found.map((one) => choiceOf(context, holder, one))),
  };
};

const choiceOf = async (context: Context, holder: Holder, standing: StandingProxy) => {
  const proxy = ofStanding(standing);
  const others = proxy.related ? [] : await unrelatedHouseholds(context, proxy, holder.household_id);
  return {
    proxyId: standing.id,
    name: maskName(standing.name),
    document: standing.document_kind,
    documentTail: proxyTail(standing.document_key),
    relation: standing.relation,
    related: proxy.related,
    toDay: standing.to_day,
    households: others.length,
  };
};

/** Who collected, for the slip; null when the household did, or when the file was erased. */
export const pickupOf = async (tx: Tx, redemptionId: number) => {
  const row = await tx
    .selectFrom('pickup')
    .select(['name', 'relation'])
    .where('redemption_id', '=', redemptionId)
    .executeTakeFirst();
  return row && row.name !== '' ? { nameMasked: maskName(row.name), relation: row.relation } : null;
};
