// The limits at the counter: what is left of each rule to a household, what speaks against a basket, and who answered for more. Reads
// only, except `recordOverrides`.
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output } from '../contract/index.ts';
import type { SlipLimit } from '../contract/papers/counter.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Day } from '../domain/business-day.ts';
import {
  amountOf,
  breachOf,
  firstDayAsked,
  reckon,
  type Breach,
  type Family,
  type Taken,
} from '../domain/limits.ts';
import { actOf, coversAround, rulesOn, takenBy, takenByProxy, type BookedRule } from './books.ts';

type Left = Output<'limits.left'>['limits'][number];

/** Whose basket it is. */
export interface Collecting {
  readonly householdId: number;
  readonly category: string;
  /** Every key of the unrelated person who collects; null: the household itself, or a relative. */
  readonly proxyKeys: readonly string[] | null;
  /** Of the institution's act it is part of. */
  readonly pickupId: number | null;
}
/** A line that is about to leave. */
export interface Leaving {
  readonly itemId: number;
  readonly sort: string;
  readonly quantity: number;
  readonly unitScale: number;
  /** At list price; 0 when it is free or not priced. */
  readonly fen: number;
  /** Of a points voucher; null: not paid in points. */
  readonly points: number | null;
}
export interface Over {
  readonly rule: BookedRule;
  readonly breach: Breach;
}

const concerns = ({ categories }: BookedRule, category: string): boolean =>
  categories.length === 0 || categories.includes(category);

const earliest = (rules: readonly BookedRule[], day: Day): Day =>
  rules.map((rule) => firstDayAsked(rule, day)).reduce((a, b) => (b < a ? b : a), day);

const familyOf = async (tx: Tx, householdId: number): Promise<Family> => ({
  householdId,
  covers: await coversAround(tx, householdId),
});

/** Every rule the basket goes beyond. One statement where no rule holds, one more for what was taken and one for who is covered. */
export const overLimits = async (
  { tx, day }: Context,
  collecting: Collecting,
  leaving: readonly Leaving[],
): Promise<readonly Over[]> => {
  const rules = (await rulesOn(tx, day)).filter((rule) => concerns(rule, collecting.category));
  const basket = leaving.map(({ points, fen, ...line }): Taken => ({
    ...line,
    act: actOf(null, collecting.pickupId),
    day,
    fen: points === null ? fen : 0,
    points: points ?? 0,
  }));
  const met = rules.filter((rule) => amountOf(rule, basket) > 0);
  const [own, proxies] = [met.filter((rule) => rule.subject !== 'proxy'), met.filter(isOfProxy)];
  return [
    ...(await overOwn(tx, day, collecting, own, basket)),
    ...(await overAsProxy(tx, day, collecting, proxies, basket)),
  ];
};
const isOfProxy = ({ subject }: BookedRule): boolean => subject === 'proxy';

const overOwn = async (
  tx: Tx,
  day: Day,
  { householdId }: Collecting,
  rules: readonly BookedRule[],
  basket: readonly Taken[],
): Promise<readonly Over[]> => {
  if (rules.length === 0) return [];
  const taken = await takenBy(tx, householdId, earliest(rules, day));
  const family = await familyOf(tx, householdId);
  return rules.flatMap((rule) => overOf(rule, breachOf(rule, family, taken, basket, day)));
};

const overAsProxy = async (
  tx: Tx,
  day: Day,
  { proxyKeys }: Collecting,
  rules: readonly BookedRule[],
  basket: readonly Taken[],
): Promise<readonly Over[]> => {
  if (rules.length === 0 || proxyKeys === null) return [];
  const taken = await takenByProxy(tx, proxyKeys, earliest(rules, day));
  return rules.flatMap((rule) => overOf(rule, breachOf(rule, null, taken, basket, day)));
};

const overOf = (rule: BookedRule, breach: Breach | null): readonly Over[] =>
  breach === null ? [] : [{ rule, breach }];

/** The refusal of one rule with its facts: `limit-value`, `limit-pieces`, `limit-times`, `limit-points`. */
export const reasonOf = ({ rule, breach }: Over): Reason => {
  const { limit, used, left, over, againDay } = breach;
  const named = { rule: rule.name, againDay };
  switch (rule.measure) {
    case 'fen':
      return {
        code: 'limit-value',
        params: { ...named, limitFen: limit, usedFen: used, leftFen: left, overFen: over },
      };
    case 'pieces':
      return {
        code: 'limit-pieces',
        params: {
          ...named,
          ...{ limit, used, left, over },
          // Named like its goods: said once.
          item: goodsOf(rule),
          unit: rule.unit ?? '件',
          unitScale: rule.unitScale,
        },
      };
    case 'times':
      return { code: 'limit-times', params: { ...named, limit, used, left, over } };
    case 'points':
      return { code: 'limit-points', params: { ...named, limit, used, left, over } };
    default:
      return assertNever(rule.measure);
  }
};

const goodsOf = ({ name, item, sort }: BookedRule): string | null => {
  const goods = item ?? sort;
  return goods !== null && name.includes(goods) ? null : goods;
};

/** What is left today of each rule that concerns the household itself. */
export const limitsOf = async (
  { tx, day }: Pick<Context, 'tx' | 'day'>,
  { householdId, category }: Pick<Collecting, 'householdId' | 'category'>,
): Promise<Left[]> => {
  const rules = (await rulesOn(tx, day)).filter((rule) => concerns(rule, category) && !isOfProxy(rule));
  if (rules.length === 0) return [];
  const taken = await takenBy(tx, householdId, earliest(rules, day));
  const family = await familyOf(tx, householdId);
  return rules.map((rule) => ({
    ruleId: rule.id,
    name: rule.name,
    measure: rule.measure,
    item: rule.item,
    unit: rule.unit,
    unitScale: rule.unitScale,
    itemId: rule.itemId,
    sort: rule.sort,
    subject: rule.subject,
    ...reckon(rule, family, taken, day),
  }));
};

/** For the slip: how the rules stood with that act which its goods count in. The same on every reprint while the rules stand. */
export const limitsAfter = async (
  { tx }: Pick<Context, 'tx'>,
  redemptionId: number,
): Promise<SlipLimit[]> => {
  const act = await tx
    .selectFrom('redemption')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .select(['redemption.household_id', 'household.category', 'counted_day', 'institution_pickup_id'])
    .where('redemption.id', '=', redemptionId)
    .executeTakeFirst();
  if (!act) return [];
  const day = act.counted_day;
  const rules = (await rulesOn(tx, day)).filter((rule) => concerns(rule, act.category) && !isOfProxy(rule));
  if (rules.length === 0) return [];
  const taken = await takenBy(tx, act.household_id, earliest(rules, day), redemptionId);
  const own = taken.filter((line) => line.act === actOf(redemptionId, act.institution_pickup_id));
  const family = await familyOf(tx, act.household_id);
  return rules
    .filter((rule) => amountOf(rule, own) > 0)
    .map((rule) => {
      const { left, againDay } = reckon(rule, family, taken, day);
      return { name: rule.name, left: onSlip(rule, left), againDay };
    });
};

const onSlip = ({ measure, unit, unitScale }: BookedRule, left: number): SlipLimit['left'] => {
  switch (measure) {
    case 'fen':
      return { fen: left };
    case 'points':
      return { points: left };
    case 'times':
      return { quantity: left, scale: 1, unit: '次' };
    case 'pieces':
      return { quantity: left, scale: unitScale, unit: unit ?? '件' };
    default:
      return assertNever(measure);
  }
};

/** 超限, in the transaction of the redemption. */
export const recordOverrides = async (
  tx: Tx,
  redemptionId: number,
  overs: readonly Over[],
  { reason, approvedBy }: { readonly reason: string; readonly approvedBy: number },
): Promise<void> => {
  await tx
    .insertInto('limit_override')
    .values(
      overs.map(({ rule, breach }) => ({
        redemption_id: redemptionId,
        rule_id: rule.id,
        over: breach.over,
        reason,
        approved_by: approvedBy,
      })),
    )
    .execute();
};
