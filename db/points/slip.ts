// 积分兑换小票: goods, points before, used and after. Money and vouchers are not on it.
import { sql } from 'kysely';
import type { RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context, Tx } from '../context.ts';
import { maskName } from '../domain/mask.ts';
import { roundRatio } from '../domain/rounding.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';

/** Refuses `not-found`. */
export const printExchange = async (
  context: Context,
  { exchangeId, paper }: ParsedInput<'points.printSlip'>,
): Promise<RenderRequest> => {
  const act = await exchangeOf(context.tx, exchangeId);
  if (!act) throw new Refusal('not-found');
  const reprint = await countPrint(context, 'points-slip', exchangeId);
  context.note(`volunteer:${act.volunteer_id}`, { exchange: exchangeId, reprint });
  const after = await balanceAfter(context.tx, exchangeId, act.volunteer_id);
  return {
    format: 'pdf',
    model: {
      kind: 'points-slip',
      paper,
      ...(await paperFrame(context)),
      slipNo: act.number,
      at: act.at,
      counter: act.terminal,
      servedBy: act.served_by,
      volunteerNumber: act.volunteer_number,
      nameMasked: maskName(act.name),
      undoes: act.of_number === null ? null : { slipNo: act.of_number, reason: act.reason },
      lines: await linesOf(context.tx, exchangeId),
      before: after + act.points,
      used: act.points,
      after,
      reprint,
      reversedAt: act.reversed_at,
    },
  };
};

const exchangeOf = (tx: Tx, id: number) =>
  tx
    .selectFrom('point_exchange as act')
    .innerJoin('volunteer', 'volunteer.id', 'act.volunteer_id')
    .innerJoin('staff', 'staff.id', 'act.staff_id')
    .leftJoin('point_exchange as undone', 'undone.id', 'act.reverses')
    .leftJoin('point_exchange as back', 'back.reverses', 'act.id')
    .select(['act.number', 'act.at', 'act.terminal', 'act.points', 'act.reason', 'act.volunteer_id'])
    .select(['volunteer.number as volunteer_number', 'volunteer.name', 'staff.name as served_by'])
    .select(['undone.number as of_number', 'back.at as reversed_at'])
    .where('act.id', '=', id)
    .executeTakeFirst();

/** As it stood then, so that a reprint says the same. */
const balanceAfter = async (tx: Tx, exchangeId: number, volunteerId: number): Promise<number> => {
  const { sum } = await tx
    .selectFrom('point_posting')
    .select(sql<number>`coalesce(sum(points), 0)`.as('sum'))
    .where('volunteer_id', '=', volunteerId)
    .where('id', '<=', (eb) =>
      eb.selectFrom('point_posting').select('id').where('exchange_id', '=', exchangeId),
    )
    .executeTakeFirstOrThrow();
  return sum;
};

const linesOf = async (tx: Tx, exchangeId: number) => {
  const rows = await tx
    .selectFrom('point_exchange_line as line')
    .innerJoin('item', 'item.id', 'line.item_id')
    .select(['item.name', 'item.spec', 'item.unit', 'item.unit_scale', 'line.quantity', 'line.points'])
    .where('line.exchange_id', '=', exchangeId)
    .orderBy('line.line')
    .execute();
  return rows.map(({ name, spec, unit, unit_scale, quantity, points }) => ({
    name,
    spec: spec === '' ? null : spec,
    measure: { quantity: Math.abs(quantity), scale: unit_scale, unit },
    unitPriceFen: null,
    amountFen: null,
    points: {
      unitPrice: roundRatio(BigInt(points) * BigInt(unit_scale), BigInt(quantity)),
      amount: Math.abs(points),
    },
  }));
};
