// What the open basket leaves of the household's limits (限领), counted as the books count (db/domain/limits.ts). Pure.
import { amountOf as countedBy, type Taken } from '../../db/domain/limits.ts';
import { amountOf, isFree, packedLines, unitOf, worthOf } from './account.ts';
import { multiplyPrice } from '../../db/domain/money.ts';
import type { Basket } from './till.ts';

export type HouseholdLimit = Basket['household']['limits'][number];
export interface LimitLeft {
  readonly limit: HouseholdLimit;
  /** After this basket; negative: the books will refuse it. */
  readonly left: number;
}

/** The basket as one act; goods without a voucher and goods for points count no money. */
const takenBy = (basket: Basket): readonly Taken[] => {
  const inPoints = unitOf(basket) === 'points';
  const act = { act: 'basket', day: '' };
  return [
    ...basket.lines.map((line): Taken => ({
      ...act,
      itemId: line.goods.itemId,
      sort: line.goods.sort,
      quantity: line.quantity,
      unitScale: line.goods.unitScale,
      fen: isFree(basket) || inPoints ? 0 : (amountOf(line) ?? 0),
      points: inPoints ? (worthOf(line, 'points') ?? 0) : 0,
    })),
    ...packedLines(basket).map(({ goods }): Taken => ({
      ...act,
      itemId: goods.itemId,
      sort: goods.sort,
      quantity: goods.quantity,
      unitScale: goods.unitScale,
      fen: goods.priceFen === null ? 0 : multiplyPrice(goods.priceFen, goods.quantity, goods.unitScale),
      points: 0,
    })),
  ];
};

/** Of every rule that concerns goods in the basket. */
export const limitsLeft = (basket: Basket): readonly LimitLeft[] => {
  const taken = takenBy(basket);
  return basket.household.limits.flatMap((limit) => {
    const wanted = countedBy(limit, taken);
    return wanted > 0 ? [{ limit, left: limit.limit - limit.used - wanted }] : [];
  });
};
