// What the slips of a redemption and of its reversal have in common: vouchers, goods, delivery, as they were written down with the act, so
// that a reprint says what the first print said. Reads only.
import type { Context } from '../context.ts';
import type { PackageLine, RedemptionSlipModel, SlipLine, SlipVoucher } from '../contract/documents.ts';
import { maskAddress } from '../domain/mask.ts';

/** As it was written down with the act: what the slip printed then it prints again. */
export const vouchersOf = async ({ tx }: Context, redemptionId: number): Promise<readonly SlipVoucher[]> => {
  const rows = await tx
    .selectFrom('redemption_voucher as part')
    .innerJoin('voucher', 'voucher.id', 'part.voucher_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .leftJoin('package', 'package.id', 'batch.package_id')
    .selectAll('part')
    .select(['voucher.serial', 'voucher.valid_to', 'batch.kind', 'package.name as package'])
    .where('part.redemption_id', '=', redemptionId)
    .orderBy('part.voucher_id')
    .execute();
  return rows.map((row) => ({ serial: row.serial, balance: balanceOf(row), validTo: row.valid_to }));
};

interface PartRow {
  readonly kind: 'value' | 'package' | 'points';
  readonly package: string | null;
  readonly before_fen: number;
  readonly used_fen: number;
  readonly lapsed_fen: number;
  readonly before_points: number;
  readonly used_points: number;
  readonly lapsed_points: number;
}
const balanceOf = (row: PartRow): SlipVoucher['balance'] => {
  if (row.kind === 'package') return { is: 'package', name: row.package ?? '', left: [], lapsed: [] };
  const [before, used, lapsed] =
    row.kind === 'points'
      ? [row.before_points, row.used_points, row.lapsed_points]
      : [row.before_fen, row.used_fen, row.lapsed_fen];
  return {
    is: row.kind === 'points' ? 'points' : 'fen',
    before,
    used,
    lapsed,
    after: before - used - lapsed,
  };
};

/** As positive figures, of an act that took goods back too. */
export const linesOf = async ({ tx }: Context, redemptionId: number): Promise<readonly SlipLine[]> => {
  const lines = await tx
    .selectFrom('redemption_line')
    .innerJoin('item', 'item.id', 'redemption_line.item_id')
    .select([
      'item.name',
      'item.spec',
      'item.unit',
      'item.unit_scale',
      'redemption_line.quantity',
      'redemption_line.price_fen',
      'redemption_line.amount_fen',
      'redemption_line.points',
    ])
    .where('redemption_id', '=', redemptionId)
    .orderBy('line')
    .execute();
  return lines.map((line) => ({
    name: line.name,
    spec: line.spec === '' ? null : line.spec,
    measure: { quantity: Math.abs(line.quantity), scale: line.unit_scale, unit: line.unit },
    unitPriceFen: line.price_fen,
    amountFen: line.amount_fen === null ? null : Math.abs(line.amount_fen),
    points:
      line.points === null ? null : pointsOf(Math.abs(line.points), Math.abs(line.quantity), line.unit_scale),
  }));
};

/** The price stands on the act only in what the goods cost together. */
const pointsOf = (amount: number, quantity: number, scale: number) => ({
  unitPrice: Math.round((amount * scale) / quantity),
  amount,
});

/** Goods given without any voucher stand on the slip without a price. */
export const asFree = ({ name, spec, measure }: SlipLine): PackageLine => ({ name, spec, measure });

/** 送货上门 on the slip, which goes through several hands: the place down to the street or town, the rest stands on the 送货单. */
export const deliveryOf = async (
  { tx }: Context,
  redemptionId: number,
): Promise<RedemptionSlipModel['delivery']> => {
  const row = await tx
    .selectFrom('delivery')
    .innerJoin('redemption', 'redemption.id', 'delivery.redemption_id')
    .select(['delivery.address', 'delivery.carrier', 'redemption.business_day', 'delivery.ended_day'])
    .where('delivery.redemption_id', '=', redemptionId)
    .executeTakeFirst();
  return row
    ? {
        address: maskAddress(row.address) || '见送货单',
        on: row.ended_day ?? row.business_day,
        carrier: row.carrier,
      }
    : null;
};
