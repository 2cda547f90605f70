// Whether goods may come in, whoever they come from: known goods, dates that make sense, enough shelf life left by the rule of
// their category (domain.md §4.6, scenario 12). Reads only.
import type { Reason } from '../contract/act.ts';
import type { Tx } from '../context.ts';
import { judgeAcceptance, NO_ACCEPTANCE_RULE, type AcceptanceRule } from '../domain/acceptance.ts';

export interface IncomingGoods {
  readonly itemId: number;
  readonly productionDay: string | null;
  readonly expiryDay: string | null;
  /** Why goods with too little life left are taken all the same; empty: the rule holds. */
  readonly acceptanceReason: string;
}
export interface Judged {
  /** Every fault of every line; `field` is lines.<at>.<field>, `row` counts from 1. */
  readonly reasons: readonly Reason[];
  /** Line by line: taken although little of its life is left (临期). */
  readonly shortDated: readonly boolean[];
}

/**
 * `day`: on which the goods are offered. Refusals: `item-unknown`, `expiry-missing`, `row-day-in-future`,
 * `expiry-before-production`, `shelf-life-over`, `shelf-life-short` (unless a reason is given).
 */
export const judgeIncoming = async (
  tx: Tx,
  { day, today }: { readonly day: string; readonly today: string },
  lines: readonly IncomingGoods[],
): Promise<Judged> => {
  const items = await itemsWithRules(tx, [...new Set(lines.map(({ itemId }) => itemId))]);
  const judged = lines.map((line) => judgeLine(line, items.get(line.itemId), day, today));
  return {
    reasons: judged.flatMap(({ reasons }, at) =>
      reasons.map(({ code, params, field }): Reason => ({
        code,
        ...(params && { params }),
        field: `lines.${at}.${field}`,
        row: at + 1,
      })),
    ),
    shortDated: judged.map(({ shortDated }) => shortDated),
  };
};

interface Item {
  readonly name: string;
  readonly keepsDate: boolean;
  readonly rule: AcceptanceRule;
}
type LineReason = Reason & { readonly field: keyof IncomingGoods };

const judgeLine = (
  line: IncomingGoods,
  item: Item | undefined,
  day: string,
  today: string,
): { readonly reasons: readonly LineReason[]; readonly shortDated: boolean } => {
  if (!item) return { reasons: [{ code: 'item-unknown', field: 'itemId' }], shortDated: false };
  const wrong = wrongDates(line, item, today);
  if (wrong.length > 0) return { reasons: wrong, shortDated: false };
  const { productionDay: production, expiryDay: expiry } = line;
  const verdict = judgeAcceptance(item.rule, { production, expiry, day });
  if (verdict.ok) return { reasons: [], shortDated: false };
  if (verdict.reason === 'shelf-life-over')
    return {
      reasons: [
        { code: 'shelf-life-over', field: 'expiryDay', params: { item: item.name, expiryDay: expiry } },
      ],
      shortDated: false,
    };
  if (line.acceptanceReason !== '') return { reasons: [], shortDated: true };
  const { daysLeft, percent, needPercent, needDays } = verdict;
  const share = percent === null ? null : percent / 100;
  return {
    reasons: [
      {
        code: 'shelf-life-short',
        field: 'acceptanceReason',
        params: { item: item.name, daysLeft, percent: share, needPercent, needDays },
      },
    ],
    shortDated: false,
  };
};

const wrongDates = (
  { productionDay, expiryDay }: IncomingGoods,
  { name, keepsDate }: Item,
  today: string,
): readonly LineReason[] => {
  const reasons: LineReason[] = [];
  if (keepsDate && expiryDay === null)
    reasons.push({ code: 'expiry-missing', field: 'expiryDay', params: { itemName: name } });
  if (productionDay !== null && productionDay > today)
    reasons.push({ code: 'row-day-in-future', field: 'productionDay', params: { found: productionDay } });
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    reasons.push({ code: 'expiry-before-production', field: 'expiryDay' });
  return reasons;
};

const itemsWithRules = async (tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, Item>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('item')
    .leftJoin('goods_category as rule', 'rule.name', 'item.category')
    .select([
      'item.id',
      'item.name',
      'item.keeps_date',
      'rule.min_percent',
      'rule.min_days',
      'rule.short_life_days',
      'rule.short_min_days',
    ])
    .where('item.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        keepsDate: row.keeps_date === 1,
        rule: {
          ...NO_ACCEPTANCE_RULE,
          minPercent: row.min_percent,
          minDays: row.min_days,
          shortLifeDays: row.short_life_days,
          shortMinDays: row.short_min_days,
        },
      },
    ]),
  );
};
