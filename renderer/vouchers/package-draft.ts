// A package while it is being typed, and how it is read into what the books take. Pure; the books check again.
import type { GoodsItem } from '../../db/contract/goods.ts';
import type { Input, Output } from '../../db/contract/index.ts';
import { multiplyPrice } from '../../db/domain/money.ts';
import {
  addScan,
  emptyQuantity,
  quantityText,
  readQuantity,
  type Measured,
  type TypedQuantity,
} from '../goods/quantity-text.ts';

export type Package = Output<'packages.list'>[number];
export interface LineItem extends Measured {
  readonly id: number;
  readonly name: string;
  readonly spec: string;
  readonly listPriceFen: number | null;
}
export interface PackageLine {
  readonly item: LineItem;
  readonly typed: TypedQuantity;
}
export interface PackageDraft {
  readonly name: string;
  readonly note: string;
  readonly lines: readonly PackageLine[];
}
export const emptyPackage: PackageDraft = { name: '', note: '', lines: [] };

export const draftOf = ({ name, note, lines }: Package): PackageDraft => ({
  name,
  note,
  lines: lines.map((line) => {
    const item: LineItem = {
      id: line.itemId,
      name: line.name,
      spec: line.spec,
      unit: line.unit,
      unitScale: line.unitScale,
      packs: [],
      listPriceFen: line.priceFen,
    };
    return { item, typed: quantityText(line.quantity, item) };
  }),
});

/** A package names each kind once: picked again, its line is meant. A scanned pack adds what it stands for. */
export const withItem = (draft: PackageDraft, item: GoodsItem, perScan: number | null): PackageDraft => {
  const found = draft.lines.find((line) => line.item.id === item.id);
  const line = found ?? { item, typed: emptyQuantity(item) };
  const next = perScan === null ? line : { ...line, typed: addScan(line.typed, item, perScan) };
  return {
    ...draft,
    lines: found ? draft.lines.map((each) => (each === found ? next : each)) : [...draft.lines, next],
  };
};

/** At list price of today; null: not all of it is priced, or not all quantities can be read. */
export const worthOf = ({ lines }: PackageDraft): number | null => {
  let sum = 0;
  for (const { item, typed } of lines) {
    const read = readQuantity(typed, item);
    if (!read.ok || item.listPriceFen === null) return null;
    sum += multiplyPrice(item.listPriceFen, read.quantity, item.unitScale);
  }
  return sum;
};

/** What the books take; null while something is wrong. */
export const readPackage = ({ name, note, lines }: PackageDraft): Input<'packages.make'> | null => {
  const read = lines.map(({ item, typed }) => ({ itemId: item.id, quantity: readQuantity(typed, item) }));
  const good = read.flatMap(({ itemId, quantity }) =>
    quantity.ok ? [{ itemId, quantity: quantity.quantity }] : [],
  );
  if (name.trim() === '' || lines.length === 0 || good.length < lines.length) return null;
  return { name: name.trim(), note: note.trim(), lines: good };
};
