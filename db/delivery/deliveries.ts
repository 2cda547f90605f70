// Deliveries under way and ended: listed without their addresses, confirmed by the paper that came back signed, or brought back.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { reverseDelivered } from '../counter/reverse.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';

/** The longest under way first, then what ended on the day. */
export const list = async (
  { tx }: Context,
  { endedDay }: ParsedInput<'delivery.list'>,
): Promise<Output<'delivery.list'>> => {
  const rows = await tx
    .selectFrom('delivery')
    .innerJoin('redemption', 'redemption.id', 'delivery.redemption_id')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff', 'staff.id', 'delivery.staff_id')
    .select(['delivery.id', 'delivery.redemption_id', 'redemption.number', 'household.head_name'])
    .select(['redemption.community', 'delivery.carrier', 'delivery.state', 'delivery.at'])
    .select(['redemption.business_day', 'redemption.used_fen', 'delivery.ended_day', 'delivery.received_by'])
    .select(['delivery.relation', 'delivery.note', 'staff.name as operator'])
    .select(
      sql<number>`(SELECT count(*) FROM redemption_line AS line WHERE line.redemption_id = redemption.id)`.as(
        'lines',
      ),
    )
    .where((eb) => eb.or([eb('delivery.state', '=', 'out'), eb('delivery.ended_day', '=', endedDay)]))
    .orderBy(sql`delivery.state <> 'out'`)
    .orderBy('delivery.id')
    .execute();
  return rows.map((row) => ({
    deliveryId: row.id,
    redemptionId: row.redemption_id,
    slipNo: row.number,
    headName: maskName(row.head_name),
    community: row.community,
    carrier: row.carrier,
    state: row.state,
    at: row.at,
    day: row.business_day,
    lines: row.lines,
    usedFen: row.used_fen,
    endedDay: row.ended_day,
    receivedBy: row.received_by === '' ? '' : maskName(row.received_by),
    relation: row.relation,
    note: row.note,
    operator: row.operator,
  }));
};

/** Refusals: `not-found`, `delivery-ended` (when). */
const underWay = async ({ tx, note }: Context, deliveryId: number) => {
  note(`delivery:${deliveryId}`);
  const delivery = await tx
    .selectFrom('delivery')
    .innerJoin('redemption', 'redemption.id', 'delivery.redemption_id')
    .select(['delivery.redemption_id', 'delivery.state', 'delivery.ended_at', 'redemption.business_day'])
    .where('delivery.id', '=', deliveryId)
    .executeTakeFirst();
  if (!delivery) throw new Refusal('not-found');
  if (delivery.state !== 'out') throw new Refusal('delivery-ended', { endedAt: delivery.ended_at });
  return delivery;
};

/** Refusals: those of `underWay`, `delivery-day` before the goods left or after today. */
export const confirm = async (
  context: Context,
  { deliveryId, receivedBy, relation, day, note }: ParsedInput<'delivery.confirm'>,
): Promise<Output<'delivery.confirm'>> => {
  const { tx, now, actor } = context;
  const { business_day } = await underWay(context, deliveryId);
  if (day < business_day || day > context.day)
    throw new Refusal('delivery-day', { fromDay: business_day, todayDay: context.day }, [
      { code: 'delivery-day', field: 'day', params: { fromDay: business_day, todayDay: context.day } },
    ]);
  await tx
    .updateTable('delivery')
    .set({ state: 'delivered', ended_day: day, received_by: receivedBy, relation, note })
    .set({ ended_by: actor.staffId, ended_at: now })
    .where('id', '=', deliveryId)
    .execute();
  return {};
};

/** Refusals: those of `underWay` and of taking back a whole redemption. */
export const returned = async (
  context: Context,
  { deliveryId, reason }: ParsedInput<'delivery.returned'>,
): Promise<Output<'delivery.returned'>> => {
  const { redemption_id } = await underWay(context, deliveryId);
  const { reversalId, number } = await reverseDelivered(context, redemption_id, reason);
  context.note(`delivery:${deliveryId}`, { redemption: redemption_id, reversal: reversalId });
  return { reversalId, number };
};
