// Rules of a category of goods: when its lots alarm, and how much shelf life they must have left when they are received
// (domain.md §4.6). Categories are words on the items; one without a rule follows the shop's settings.
import { sql } from 'kysely';
import type { Context, Handlers } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { Refusal } from '../failures.ts';

type Rule = Output<'goods.rules'>[number];

export const goodsRules: Pick<Handlers<'goods'>, 'goods.rules' | 'goods.changeRule'> = {
  /** Every category in use and every one that has a rule. */
  async 'goods.rules'({ tx }) {
    const { rows } = await sql<Rule>`
      SELECT used.category, rule.alarm_days AS alarmDays, rule.min_percent AS minPercent, rule.min_days AS minDays,
        rule.short_life_days AS shortLifeDays, rule.short_min_days AS shortMinDays, sum(used.items) AS items
      FROM (
        SELECT category, count(*) AS items FROM item WHERE category <> '' GROUP BY category
        UNION ALL SELECT name, 0 FROM goods_category
      ) AS used LEFT JOIN goods_category AS rule ON rule.name = used.category
      GROUP BY used.category ORDER BY used.category`.execute(tx);
    return rows;
  },

  /** Refuses `rule-short-life`: both figures for short-lived goods, or neither. */
  async 'goods.changeRule'(context: Context, rule) {
    if ((rule.shortLifeDays === null) !== (rule.shortMinDays === null)) throw new Refusal('rule-short-life');
    const values = {
      alarm_days: rule.alarmDays,
      min_percent: rule.minPercent,
      min_days: rule.minDays,
      short_life_days: rule.shortLifeDays,
      short_min_days: rule.shortMinDays,
    };
    await context.tx
      .insertInto('goods_category')
      .values({ name: rule.category, ...values })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
      .execute();
    context.note('goods-category', values);
    return {};
  },
};
