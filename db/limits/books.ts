// What the limits read of the books: the rules that hold on a day, what a household or a proxy took, who was covered. A sale asks for
// the rules in one small read, and only where one concerns the household for its acts, through the index by household and day.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import type { Day } from '../domain/business-day.ts';
import type { LimitRule } from '../domain/limit-rule.ts';
import type { CoverAt, Taken } from '../domain/limits.ts';
import type { LimitRuleTable } from '../schema/counter.ts';
import type { Selectable } from 'kysely';

/** A rule with its names, as the books hold it. */
export interface BookedRule extends LimitRule {
  readonly id: number;
  readonly name: string;
  readonly item: string | null;
  /** Of the one item; null: several goods, or not counted in pieces. */
  readonly unit: string | null;
  readonly unitScale: number;
  /** Category codes; none: all. */
  readonly categories: readonly string[];
  readonly endReason: string;
}

type Row = Selectable<LimitRuleTable> & {
  readonly item: string | null;
  readonly unit: string | null;
  readonly unit_scale: number | null;
};

export const ruleOf = (row: Row): BookedRule => {
  const inUnits = row.measure === 'pieces' && row.unit !== null;
  return {
    id: row.id,
    name: row.name,
    item: row.item,
    unit: inUnits ? row.unit : null,
    unitScale: inUnits ? (row.unit_scale ?? 1) : 1,
    measure: row.measure,
    itemId: row.item_id,
    sort: row.sort,
    subject: row.subject,
    amounts: JSON.parse(row.amounts) as LimitRule['amounts'],
    period: row.period,
    every: row.every,
    carryOver: row.carry_over === 1,
    categories: JSON.parse(row.categories) as readonly string[],
    fromDay: row.from_day,
    toDay: row.to_day,
    endReason: row.end_reason,
  };
};

const rules = (tx: Tx) =>
  tx
    .selectFrom('limit_rule')
    .leftJoin('item', 'item.id', 'limit_rule.item_id')
    .selectAll('limit_rule')
    .select(['item.name as item', 'item.unit', 'item.unit_scale']);

const holding = compiled((tx, { day, same }: { day: Day; same: Day }) =>
  rules(tx)
    .where('limit_rule.from_day', '<=', day)
    .where((eb) => eb.or([eb('limit_rule.to_day', 'is', null), eb('limit_rule.to_day', '>=', same)]))
    .orderBy('limit_rule.id')
    .compile(),
);

/** Rules that hold on the day. */
export const rulesOn = async (tx: Tx, day: Day): Promise<readonly BookedRule[]> =>
  (await holding(tx, { day, same: day })).rows.map(ruleOf);

/** Every rule there ever was, the latest first. */
export const allRules = async (tx: Tx): Promise<readonly BookedRule[]> =>
  (await rules(tx).orderBy('limit_rule.id', 'desc').execute()).map(ruleOf);

interface TakenRow {
  readonly act: number;
  readonly pickup: number | null;
  readonly day: Day;
  readonly itemId: number;
  readonly sort: string;
  readonly quantity: number;
  readonly unitScale: number;
  readonly fen: number;
  readonly points: number;
}

/** What an act is called here: an institution's is one, however many of the household's vouchers it had (rulings.md 10). */
export const actOf = (redemptionId: number | null, pickupId: number | null): string =>
  pickupId === null ? `r${redemptionId ?? ''}` : `p${pickupId}`;

const takenOf = ({ act, pickup, ...line }: TakenRow): Taken => ({ ...line, act: actOf(act, pickup) });

/** Goods for points and goods given free count no money. */
const takenColumns = sql<TakenRow>`coalesce(act.reverses, act.id) AS act, act.institution_pickup_id AS pickup,
  act.counted_day AS day, line.item_id AS itemId, item.category AS sort, line.quantity, item.unit_scale AS unitScale,
  CASE WHEN line.points IS NULL AND act.free_fen = 0 THEN coalesce(line.amount_fen, 0) ELSE 0 END AS fen, coalesce(line.points, 0) AS points`;

/** Lines of the household from that day on, reversals with them; `upTo`: as things stood with that act. */
export const takenBy = async (
  tx: Tx,
  householdId: number,
  from: Day,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<readonly Taken[]> => {
  const { rows } = await sql<TakenRow>`SELECT ${takenColumns} FROM redemption AS act
    CROSS JOIN redemption_line AS line ON line.redemption_id = act.id CROSS JOIN item ON item.id = line.item_id
    WHERE act.household_id = ${householdId} AND act.counted_day >= ${from} AND act.id <= ${upTo}`.execute(tx);
  return rows.map(takenOf);
};

/** Lines somebody unrelated collected for whatever household, under any form of their paper. */
export const takenByProxy = async (tx: Tx, keys: readonly string[], from: Day): Promise<readonly Taken[]> => {
  const { rows } = await sql<TakenRow>`WITH came AS (SELECT redemption_id AS id FROM pickup
      WHERE related = 0 AND document_key IN (${sql.join(keys)}) AND business_day >= ${from}),
    acts AS (SELECT id FROM came UNION ALL
      SELECT back.id FROM came CROSS JOIN redemption AS back ON back.reverses = came.id AND back.reverses IS NOT NULL)
    SELECT ${takenColumns} FROM acts CROSS JOIN redemption AS act ON act.id = acts.id
    CROSS JOIN redemption_line AS line ON line.redemption_id = act.id CROSS JOIN item ON item.id = line.item_id`.execute(
    tx,
  );
  return rows.map(takenOf);
};

/** All covers of everybody who was ever covered in the household, here and elsewhere. */
export const coversAround = async (tx: Tx, householdId: number): Promise<readonly CoverAt[]> => {
  const { rows } =
    await sql<CoverAt>`SELECT person_id AS personId, household_id AS householdId, category, from_day AS fromDay,
      to_day AS toDay FROM cover
    WHERE person_id IN (SELECT person_id FROM cover WHERE household_id = ${householdId})`.execute(tx);
  return rows;
};
