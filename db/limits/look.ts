// Looking at limits: what a household may still take today, and who was allowed more than a rule in a month (超限). Reads only.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { categoryNameOn } from '../categories.ts';
import { monthRange } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { ruleOf } from './books.ts';
import { limitsOf } from './check.ts';

/** Refusal: `not-found`. */
export const left = async (
  { tx, day }: Context,
  { householdNumber }: ParsedInput<'limits.left'>,
): Promise<Output<'limits.left'>> => {
  const household = await tx
    .selectFrom('household_here')
    .select(['id', 'number', 'head_name', 'category', 'members'])
    .where('number', '=', householdNumber)
    .executeTakeFirst();
  if (!household) throw new Refusal('not-found');
  const { id, number, head_name, category, members } = household;
  return {
    number,
    headName: maskName(head_name),
    category: await categoryNameOn(tx, category, day),
    members,
    limits: await limitsOf({ tx, day }, { householdId: id, category }),
  };
};

/** By the day on which the goods left; acts taken back since are marked. */
export const overrides = async (
  { tx }: Context,
  { month }: ParsedInput<'limits.overrides'>,
): Promise<Output<'limits.overrides'>> => {
  const { first, last } = monthRange(month);
  const rows = await tx
    .selectFrom('redemption')
    .innerJoin('limit_override as over', 'over.redemption_id', 'redemption.id')
    .innerJoin('limit_rule', 'limit_rule.id', 'over.rule_id')
    .leftJoin('item', 'item.id', 'limit_rule.item_id')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff as approver', 'approver.id', 'over.approved_by')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .leftJoin('redemption as back', (join) =>
      join.onRef('back.reverses', '=', 'redemption.id').on('back.whole', '=', 1),
    )
    .selectAll('limit_rule')
    .select([
      'item.name as item',
      'item.unit',
      'item.unit_scale',
      'redemption.id as redemption_id',
      'redemption.number',
      'redemption.at as taken_at',
      'redemption.business_day',
      'household.number as household_number',
      'household.head_name',
      'over.over',
      'over.reason',
      'approver.name as approved_by',
      'staff.name as operator',
      'back.id as back_id',
    ])
    .where('redemption.business_day', '>=', first)
    .where('redemption.business_day', '<=', last)
    .orderBy('redemption.id')
    .orderBy('limit_rule.id')
    .execute();
  return rows.map((row) => {
    const { id, name, measure, item, unit, unitScale } = ruleOf(row);
    return {
      redemptionId: row.redemption_id,
      number: row.number,
      at: row.taken_at,
      day: row.business_day,
      householdNumber: row.household_number,
      headName: maskName(row.head_name),
      ruleId: id,
      rule: name,
      measure,
      item,
      unit,
      unitScale,
      over: row.over,
      reason: row.reason,
      approvedBy: row.approved_by,
      operator: row.operator,
      reversed: row.back_id !== null,
    };
  });
};
