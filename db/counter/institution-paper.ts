// 机构代领清单: the list of the residents whose vouchers an institution collected on, with its one signature.
import type { Context } from '../context.ts';
import { readCategories } from '../categories.ts';
import type { InstitutionResident, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';

/** Refusal: `not-found`. */
export const printInstitution = async (
  context: Context,
  { pickupId }: ParsedInput<'counter.printInstitution'>,
): Promise<RenderRequest> => {
  const act = await actOf(context, pickupId);
  const taken = await takenIn(context, pickupId);
  const reprint = await countPrint(context, 'institution-pickup', pickupId);
  context.note(`institution-pickup:${pickupId}`, { reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'institution-pickup',
      ...(await paperFrame(context)),
      number: act.number,
      institution: act.institution,
      address: act.address === '' ? null : act.address,
      batchName: [...new Set(taken.map(({ batch }) => batch))].join('、'),
      collectedAt: act.at,
      collector: { name: act.collected_by, post: null, documentTail: act.document_tail },
      servedBy: act.served_by,
      rows: await rowsOf(context, act.business_day, taken),
      reversedAt: taken[0]?.reversed_at ?? null,
      reprint,
    },
  };
};

const actOf = async ({ tx }: Context, pickupId: number) => {
  const act = await tx
    .selectFrom('institution_pickup as act')
    .innerJoin('institution', 'institution.id', 'act.institution_id')
    .innerJoin('staff', 'staff.id', 'act.staff_id')
    .select([
      'act.number',
      'act.at',
      'act.business_day',
      'act.collected_by',
      'act.document_tail',
      'institution.name as institution',
      'institution.address',
      'staff.name as served_by',
    ])
    .where('act.id', '=', pickupId)
    .executeTakeFirst();
  if (!act) throw new Refusal('not-found');
  return act;
};

const takenIn = ({ tx }: Context, pickupId: number) =>
  tx
    .selectFrom('redemption')
    .innerJoin('redemption_voucher as part', 'part.redemption_id', 'redemption.id')
    .innerJoin('voucher', 'voucher.id', 'part.voucher_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .leftJoin('redemption as back', 'back.reverses', 'redemption.id')
    .select([
      'redemption.id',
      'redemption.category',
      'redemption.members',
      'redemption.household_id',
      'voucher.serial',
      'batch.name as batch',
      'household.head_name',
      'back.at as reversed_at',
    ])
    .where('redemption.institution_pickup_id', '=', pickupId)
    .where('redemption.reverses', 'is', null)
    .orderBy('redemption.id')
    .execute();
type Taken = Awaited<ReturnType<typeof takenIn>>;

const rowsOf = async (
  { tx }: Context,
  day: string,
  taken: Taken,
): Promise<readonly InstitutionResident[]> => {
  const categories = await readCategories(tx, day);
  const goods = await goodsOf(
    tx,
    taken.map(({ id }) => id),
  );
  const seen = new Set<number>();
  return taken.map((row) => {
    const again = seen.has(row.household_id);
    seen.add(row.household_id);
    const lines = goods.get(row.id) ?? [];
    return {
      nameMasked: maskName(row.head_name),
      category: categories.nameOf(row.category),
      // A resident with two vouchers is one person (ruling 10).
      people: again ? 0 : row.members,
      voucherSerial: row.serial,
      goods: lines
        .map(
          ({ name, quantity, unit, unit_scale }) => `${name} ${formatQuantity(quantity, unit_scale)}${unit}`,
        )
        .join('、'),
      amountFen: lines.every(({ amount_fen }) => amount_fen === null)
        ? null
        : lines.reduce((sum, { amount_fen }) => sum + (amount_fen ?? 0), 0),
    };
  });
};

const goodsOf = async (tx: Context['tx'], ids: readonly number[]) => {
  const lines = await tx
    .selectFrom('redemption_line')
    .innerJoin('item', 'item.id', 'redemption_line.item_id')
    .select([
      'redemption_line.redemption_id',
      'redemption_line.quantity',
      'redemption_line.amount_fen',
      'item.name',
      'item.unit',
      'item.unit_scale',
    ])
    .where('redemption_id', 'in', ids)
    .orderBy('redemption_id')
    .orderBy('line')
    .execute();
  const byRedemption = new Map<number, typeof lines>();
  for (const line of lines)
    byRedemption.set(line.redemption_id, [...(byRedemption.get(line.redemption_id) ?? []), line]);
  return byRedemption;
};
