// 送货单: where the goods go, for who carries them. The one place where a volunteer meets a whole address; the print is counted and logged.
import type { Delivery, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';

/** Refusals: `not-found`, `delivery-ended`: what is over needs no address any more. */
export const printNote = async (
  context: Context,
  { deliveryIds }: ParsedInput<'delivery.printNote'>,
): Promise<RenderRequest> => {
  const deliveries: Delivery[] = [];
  for (const id of deliveryIds) deliveries.push(await deliveryOf(context, id));
  // The newest of them stands for the sheet.
  const reprint = await countPrint(context, 'delivery-note', Math.max(...deliveryIds));
  context.note(deliveryIds.length === 1 ? `delivery:${deliveryIds[0] ?? 0}` : 'deliveries', {
    deliveries: deliveryIds.length,
    reprint,
  });
  return {
    format: 'pdf',
    model: { kind: 'delivery-note', ...(await paperFrame(context)), deliveries, reprint },
  };
};

const deliveryOf = async (context: Context, id: number): Promise<Delivery> => {
  const row = await context.tx
    .selectFrom('delivery')
    .innerJoin('redemption', 'redemption.id', 'delivery.redemption_id')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff', 'staff.id', 'delivery.staff_id')
    .select(['delivery.id', 'delivery.state', 'delivery.ended_at', 'delivery.carrier', 'delivery.address'])
    .select(['redemption.id as redemption_id', 'redemption.number', 'redemption.community'])
    .select(['redemption.business_day', 'household.head_name', 'household.phone', 'staff.name as packed_by'])
    .where('delivery.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  if (row.state !== 'out') throw new Refusal('delivery-ended', { endedAt: row.ended_at });
  return {
    number: `SH-${row.id}`,
    slipNo: row.number,
    // Address and telephone find the door; the whole name is not needed for that.
    receiver: maskName(row.head_name),
    phone: row.phone === '' ? null : row.phone,
    address: row.address,
    community: row.community === '' ? null : row.community,
    on: row.business_day,
    carrier: row.carrier,
    packedBy: row.packed_by,
    lines: await linesOf(context, row.redemption_id),
    note: null,
  };
};

/** Without what came back since. */
const linesOf = async ({ tx }: Context, redemptionId: number): Promise<Delivery['lines']> => {
  const rows = await tx
    .selectFrom('redemption_line as line')
    .innerJoin('item', 'item.id', 'line.item_id')
    .leftJoin('redemption_line as back', (join) =>
      join.onRef('back.back_of', '=', 'line.redemption_id').onRef('back.line', '=', 'line.line'),
    )
    .select(['item.name', 'item.spec', 'item.unit', 'item.unit_scale', 'line.quantity'])
    .where('line.redemption_id', '=', redemptionId)
    .where('back.line', 'is', null)
    .orderBy('line.line')
    .execute();
  return rows.map(({ name, spec, unit, unit_scale, quantity }) => ({
    name,
    spec: spec === '' ? null : spec,
    measure: { quantity, scale: unit_scale, unit },
  }));
};
