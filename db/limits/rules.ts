// The rules of the limits: listed, made, ended. Nothing of a rule that was made is ever changed, so that what it allowed stays true.
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readCategories, type Categories } from '../categories.ts';
import { addDays } from '../domain/business-day.ts';
import { amountsInOrder, everyAllowed, mayCarryOver } from '../domain/limit-rule.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { allRules, type BookedRule } from './books.ts';

type Listed = Output<'limits.list'>[number];

export const listRules = async (
  { tx, day }: Context,
  { ended }: ParsedInput<'limits.list'>,
): Promise<Output<'limits.list'>> => {
  const categories = await readCategories(tx, day);
  return (await allRules(tx))
    .map((rule) => listed(rule, categories, day))
    .filter(({ state }) => ended || state !== 'ended');
};

const listed = (rule: BookedRule, { nameOf }: Categories, day: string): Listed => {
  const { id, amounts, categories, ...facts } = rule;
  return {
    ...facts,
    ruleId: id,
    amounts: amounts.map(([from, amount]): [number, number] => [from, amount]),
    categories: [...categories],
    categoryNames: categories.map(nameOf),
    state: stateOn(rule, day),
  };
};

const stateOn = ({ fromDay, toDay }: BookedRule, day: string): Listed['state'] => {
  if (toDay !== null && (toDay < day || toDay < fromDay)) return 'ended';
  return fromDay > day ? 'coming' : 'holds';
};

type Making = ParsedInput<'limits.make'>;

/**
 * Refusals, all at once: `limit-begins-past`, `limit-days-reversed`, `limit-amounts-order` (from one member on, rising), `limit-every`
 * (what no calendar knows), `limit-carry-over`, `limit-goods-both`, `limit-proxy-amounts` (a proxy has no household), `item-unknown`,
 * `category-unknown`.
 */
export const makeRule = async (context: Context, input: Making): Promise<Output<'limits.make'>> => {
  const { tx, now, actor } = context;
  refuseAll([...shapeReasons(input, context.day), ...(await unknownReasons(context, input))]);
  const { id } = await tx
    .insertInto('limit_rule')
    .values({
      name: input.name,
      measure: input.measure,
      item_id: input.itemId,
      sort: input.sort,
      subject: input.subject,
      amounts: JSON.stringify(input.amounts),
      period: input.period,
      every: input.every,
      carry_over: input.carryOver ? 1 : 0,
      categories: JSON.stringify(input.categories),
      from_day: input.fromDay,
      to_day: input.toDay,
      staff_id: actor.staffId,
      at: now,
      ended_by: null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  context.note(`limit:${id}`, { measure: input.measure, period: input.period, every: input.every });
  return { ruleId: id };
};

const shapeReasons = (rule: Making, today: string): readonly Reason[] => {
  const wrong: readonly (readonly [boolean, Reason])[] = [
    [rule.fromDay < today, { code: 'limit-begins-past', field: 'fromDay', params: { today } }],
    [rule.toDay !== null && rule.toDay < rule.fromDay, { code: 'limit-days-reversed', field: 'toDay' }],
    [!amountsInOrder(rule.amounts), { code: 'limit-amounts-order', field: 'amounts' }],
    [!everyAllowed(rule.period, rule.every), { code: 'limit-every', field: 'every' }],
    [rule.carryOver && !mayCarryOver(rule.period), { code: 'limit-carry-over', field: 'carryOver' }],
    [rule.itemId !== null && rule.sort !== null, { code: 'limit-goods-both', field: 'sort' }],
    [
      rule.subject === 'proxy' && (rule.amounts.length > 1 || rule.carryOver),
      { code: 'limit-proxy-amounts', field: 'amounts' },
    ],
  ];
  return wrong.flatMap(([is, reason]) => (is ? [reason] : []));
};

const unknownReasons = async ({ tx, day }: Context, rule: Making): Promise<readonly Reason[]> => {
  const reasons: Reason[] = [];
  if (rule.itemId !== null) {
    const item = await tx.selectFrom('item').select('id').where('id', '=', rule.itemId).executeTakeFirst();
    if (!item) reasons.push({ code: 'item-unknown', field: 'itemId', params: { itemId: rule.itemId } });
  }
  const categories = await readCategories(tx, day);
  const unknown = rule.categories.find((code) => !categories.get(code));
  if (unknown !== undefined)
    reasons.push({ code: 'category-unknown', field: 'categories', params: { code: unknown } });
  return reasons;
};

/** Refusals: `not-found`, `limit-end-past` for a day before yesterday, or a rule that had ended before. */
export const endRule = async (
  context: Context,
  { ruleId, lastDay, reason }: ParsedInput<'limits.end'>,
): Promise<Output<'limits.end'>> => {
  const { tx, now, day, actor } = context;
  const rule = (await allRules(tx)).find(({ id }) => id === ruleId);
  if (!rule) throw new Refusal('not-found');
  const yesterday = addDays(day, -1);
  if (lastDay < yesterday || stateOn(rule, day) === 'ended')
    throw new Refusal('limit-end-past', { endDay: rule.toDay }, [
      { code: 'limit-end-past', field: 'lastDay', params: { endDay: rule.toDay } },
    ]);
  const never = addDays(rule.fromDay, -1);
  await tx
    .updateTable('limit_rule')
    .set({
      to_day: lastDay < never ? never : lastDay,
      ended_by: actor.staffId,
      ended_at: now,
      end_reason: reason,
    })
    .where('id', '=', ruleId)
    .execute();
  context.note(`limit:${ruleId}`, { lastDay });
  return {};
};
