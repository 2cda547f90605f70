// Goods that are about to come in, by gift or by purchase, against the rule of their category (domain.md §4.6, scenario 12). Who may
// override it is the act's permission; what is expired nobody takes. Reads only.
import type { Reason } from '../contract/act.ts';
import type { Tx } from '../context.ts';
import { judgeAcceptance, NO_ACCEPTANCE_RULE, type AcceptanceRule } from '../domain/acceptance.ts';
import { roundRatio } from '../domain/rounding.ts';

/** By category of goods; one that is not here has no rule. */
export type AcceptanceRules = ReadonlyMap<string, AcceptanceRule>;

export const acceptanceRules = async (tx: Tx): Promise<AcceptanceRules> => {
  const rows = await tx.selectFrom('goods_category').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.name,
      {
        minPercent: row.min_percent,
        minDays: row.min_days,
        shortLifeDays: row.short_life_days,
        shortMinDays: row.short_min_days,
      },
    ]),
  );
};

export interface OfferedGoods {
  readonly name: string;
  readonly category: string;
  readonly productionDay: string | null;
  readonly expiryDay: string | null;
  /** The manager's reason for taking them although little of their life is left; empty: none. */
  readonly acceptanceReason: string;
}

/** A reason of the refusal (`shelf-life-over`, `shelf-life-short`), or how the goods come in: short-dated (临期) or not. */
export const judgeOffered = (
  rules: AcceptanceRules,
  goods: OfferedGoods,
  day: string,
): Reason | { readonly shortDated: boolean } => {
  const { name, productionDay: production, expiryDay: expiry } = goods;
  const verdict = judgeAcceptance(rules.get(goods.category) ?? NO_ACCEPTANCE_RULE, {
    production,
    expiry,
    day,
  });
  if (verdict.ok) return { shortDated: false };
  if (verdict.reason === 'shelf-life-over')
    return { code: 'shelf-life-over', field: 'expiryDay', params: { item: name, expiryDay: expiry } };
  if (goods.acceptanceReason !== '') return { shortDated: true };
  const { daysLeft, totalDays, needDays, needPercent } = verdict;
  return {
    code: 'shelf-life-short',
    field: 'acceptanceReason',
    params: { item: name, daysLeft, percent: shareText(daysLeft, totalDays), needDays, needPercent },
  };
};

/** The share left in percent with one decimal, as in 2.2; null when the whole life is unknown. */
const shareText = (left: number, total: number | null): string | null => {
  if (total === null) return null;
  const tenths = String(roundRatio(BigInt(Math.min(left, total)) * 1000n, BigInt(total))).padStart(2, '0');
  return `${tenths.slice(0, -1)}.${tenths.slice(-1)}`;
};
