// What is in a package, what it is worth and how often it can be given. Reads only.
import type { Tx } from '../context.ts';
import type { BatchClass } from '../domain/designation.ts';
import { multiplyPrice } from '../domain/money.ts';
import { isExpired } from '../domain/shelf-life.ts';
import { mayLeaveTo, openTo, stockedItems, type StockedItem, type Taker } from '../stock/lots.ts';

export interface PackageLine {
  readonly itemId: number;
  readonly quantity: number;
}

export const linesOf = async (
  tx: Tx,
  packageIds: readonly number[],
): Promise<ReadonlyMap<number, readonly PackageLine[]>> => {
  const lines = new Map<number, PackageLine[]>(packageIds.map((id) => [id, []]));
  if (packageIds.length === 0) return lines;
  const rows = await tx
    .selectFrom('package_line')
    .innerJoin('item', 'item.id', 'package_line.item_id')
    .select(['package_line.package_id', 'package_line.item_id', 'package_line.quantity'])
    .where('package_line.package_id', 'in', packageIds)
    .orderBy('item.code')
    .execute();
  for (const { package_id, item_id, quantity } of rows)
    lines.get(package_id)?.push({ itemId: item_id, quantity });
  return lines;
};

/** A package one can still promise, at list prices of today; null when there is none. `worthFen` null: goods without a price. */
export const packageWorth = async (
  tx: Tx,
  packageId: number,
): Promise<{ readonly worthFen: number | null; readonly unpriced: readonly string[] } | null> => {
  const row = await tx
    .selectFrom('package')
    .select('id')
    .where('id', '=', packageId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const lines = (await linesOf(tx, [packageId])).get(packageId) ?? [];
  const items = await stockedItems(
    tx,
    lines.map(({ itemId }) => itemId),
  );
  return { worthFen: worthOf(lines, items), unpriced: unpricedOf(lines, items) };
};

export const worthOf = (
  lines: readonly PackageLine[],
  items: ReadonlyMap<number, StockedItem>,
): number | null => {
  let sum = 0;
  for (const { itemId, quantity } of lines) {
    const item = items.get(itemId);
    if (item?.listPriceFen == null) return null;
    sum += multiplyPrice(item.listPriceFen, quantity, item.unitScale);
  }
  return sum;
};

const unpricedOf = (
  lines: readonly PackageLine[],
  items: ReadonlyMap<number, StockedItem>,
): readonly string[] =>
  lines.flatMap(({ itemId }) => {
    const item = items.get(itemId);
    return item && item.listPriceFen === null ? [item.name] : [];
  });

/** Smallest units that may leave today on vouchers of this class: what is designated to somebody is not counted. */
export const freeStock = (
  item: StockedItem,
  batchClass: BatchClass,
  day: string,
): { readonly onFloor: number; readonly inStock: number } => {
  const taker: Taker = { category: '', street: '', community: '', batchId: null, batchClass };
  const sum = (lots: StockedItem['lots']): number =>
    lots.reduce((all, { onHand, reserved }) => all + onHand - reserved, 0);
  return {
    onFloor: sum(openTo(item, taker, day)),
    inStock: sum(
      item.lots.filter(
        (lot) => !isExpired(lot.expiryDay, day) && lot.heldReason === null && mayLeaveTo(lot, taker),
      ),
    ),
  };
};

/** How many whole packages these quantities make. */
export const wholePackages = (lines: readonly PackageLine[], stockOf: (itemId: number) => number): number =>
  lines.length === 0
    ? 0
    : Math.min(...lines.map(({ itemId, quantity }) => Math.floor(stockOf(itemId) / quantity)));

/** Whether the store holds what so many packages promise; every item it does not is named. */
export const stockNeedOf = async (
  tx: Tx,
  packageId: number,
  pieces: number,
  batchClass: BatchClass,
  day: string,
) => {
  const lines = (await linesOf(tx, [packageId])).get(packageId) ?? [];
  const items = await stockedItems(
    tx,
    lines.map(({ itemId }) => itemId),
  );
  const stock = (itemId: number) => {
    const item = items.get(itemId);
    return item ? freeStock(item, batchClass, day) : { onFloor: 0, inStock: 0 };
  };
  return {
    canMakeUp: wholePackages(lines, (itemId) => stock(itemId).inStock),
    onFloor: wholePackages(lines, (itemId) => stock(itemId).onFloor),
    short: lines.flatMap(({ itemId, quantity }) => {
      const item = items.get(itemId);
      const { inStock } = stock(itemId);
      const needed = quantity * pieces;
      return item && inStock < needed
        ? [{ name: item.name, unit: item.unit, unitScale: item.unitScale, needed, inStock }]
        : [];
    }),
  };
};
