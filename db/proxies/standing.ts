// Standing proxies (长期代领人): who may collect for a household from one day to another, on what ground. Nothing of one is changed;
// it ends and another is entered.
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { ParsedInput, Output } from '../contract/index.ts';
import { addDays, addMonths } from '../domain/business-day.ts';
import { phoneKeys } from '../domain/phone.ts';
import { Refusal } from '../failures.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import type { ProxyTable } from '../schema/proxies.ts';
import { readProxyFacts } from './facts.ts';

export type StandingProxy = Selectable<ProxyTable>;

/** A letter of authority holds for a year at most: whether it still says what the holder wants is asked again then. */
const mostMonths = 12;

/**
 * Refusals: `own-relative` (近亲属备案: somebody else says who collects), those of name and paper, `proxy-is-member`, `proxy-period` (ends before it begins, lasts more than a year, or is over),
 * `proxy-already` (the same paper stands for this household in these days).
 */
export const addProxy = async (
  context: Context,
  input: ParsedInput<'proxies.add'>,
): Promise<Output<'proxies.add'>> => {
  const { tx, day, now, actor } = context;
  await refuseUnknownHousehold(tx, input.householdId);
  await refuseOwnRelative(context, input.householdId);
  const { name, paper } = await readProxyFacts(context, input.householdId, input, { tailAllowed: false });
  const { fromDay, toDay } = input;
  const latestDay = addDays(addMonths(fromDay, mostMonths), -1);
  if (toDay < fromDay || toDay > latestDay || toDay < day)
    throw new Refusal('proxy-period', { latestDay }, [
      { code: 'proxy-period', field: 'toDay', params: { latestDay } },
    ]);
  const [same] = await overlapping(tx, input.householdId, paper.key, { fromDay, toDay });
  if (same) throw new Refusal('proxy-already', { fromDay: same.from_day, toDay: same.to_day });
  const { id } = await tx
    .insertInto('proxy')
    .values({
      household_id: input.householdId,
      name,
      document_kind: paper.document,
      document_number: paper.number,
      document_key: paper.key,
      phone: input.phone,
      phone_key: phoneKeys(input.phone).join(' '),
      relation: input.relation,
      related: input.related ? 1 : 0,
      document: input.ground,
      from_day: fromDay,
      to_day: toDay,
      ended_day: null,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  context.note(`household:${input.householdId}`, { proxy: id, related: input.related, fromDay, toDay });
  return { proxyId: id };
};

const refuseUnknownHousehold = async (tx: Tx, id: number): Promise<void> => {
  const found = await tx.selectFrom('household_here').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw new Refusal('not-found');
};

const overlapping = (
  tx: Tx,
  householdId: number,
  key: string,
  { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string },
) =>
  tx
    .selectFrom('proxy')
    .select(['from_day', 'to_day'])
    .where('household_id', '=', householdId)
    .where('document_key', '=', key)
    .where('from_day', '<=', toDay)
    .where('to_day', '>=', fromDay)
    .where((eb) => eb.or([eb('ended_day', 'is', null), eb('ended_day', '>', fromDay)]))
    .limit(1)
    .execute();

/** From today on. Refusals: `not-found`, `own-relative`, `proxy-ended`. */
export const endProxy = async (
  context: Context,
  { proxyId, reason }: ParsedInput<'proxies.end'>,
): Promise<Output<'proxies.end'>> => {
  const { tx, day, note } = context;
  const proxy = await tx.selectFrom('proxy').selectAll().where('id', '=', proxyId).executeTakeFirst();
  if (!proxy) throw new Refusal('not-found');
  await refuseOwnRelative(context, proxy.household_id);
  note(`household:${proxy.household_id}`, { proxy: proxyId, ended: day });
  if (proxy.ended_day !== null || proxy.to_day < day)
    throw new Refusal('proxy-ended', { endedDay: proxy.ended_day, toDay: proxy.to_day });
  await tx
    .updateTable('proxy')
    .set({ ended_day: day, end_reason: reason })
    .where('id', '=', proxyId)
    .execute();
  return {};
};

/** May collect on the day: begun, not over, not ended. */
export const validOn = (day: string) =>
  sql<boolean>`(from_day <= ${day} AND to_day >= ${day} AND (ended_day IS NULL OR ended_day > ${day}))`;

/** Those of a household that may collect today, the one entered last first. */
export const standingFor = ({ tx, day }: Context, householdId: number): Promise<readonly StandingProxy[]> =>
  tx
    .selectFrom('proxy')
    .selectAll()
    .where('household_id', '=', householdId)
    .where(validOn(day))
    .where('name', '<>', '')
    .orderBy('id', 'desc')
    .execute();

/** Refusals: `not-found` when it is another household's; `proxy-not-valid` with its days. */
export const usableStanding = async (
  { tx, day }: Context,
  proxyId: number,
  householdId: number,
): Promise<StandingProxy> => {
  const proxy = await tx
    .selectFrom('proxy')
    .selectAll()
    .where('id', '=', proxyId)
    .where('household_id', '=', householdId)
    .executeTakeFirst();
  if (!proxy) throw new Refusal('not-found');
  const { from_day, to_day, ended_day } = proxy;
  if (from_day > day || to_day < day || (ended_day !== null && ended_day <= day))
    throw new Refusal('proxy-not-valid', { fromDay: from_day, toDay: to_day, endedDay: ended_day });
  return proxy;
};
