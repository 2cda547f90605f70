// A quantity as it is typed: a text in the item's unit or one of its packing units, and how it is read into smallest units. Pure.
// It starts empty, never 1: a scan says what it is, not how many, unless its barcode stands for a known pack (lessons.md 6).
import { inPacks, readInPacks, type Pack } from '../../db/domain/packs.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';

/** What must be known of an item to measure it. */
export interface Measured {
  readonly unit: string;
  readonly unitScale: number;
  readonly packs: readonly Pack[];
}
export interface TypedQuantity {
  readonly text: string;
  /** The item's unit or the name of one of its packs. */
  readonly unit: string;
}
export type QuantityMistake = 'missing' | 'bad' | 'notWhole' | 'zero' | 'tooLarge' | 'unit';
export type QuantityReading =
  | { readonly ok: true; readonly quantity: number }
  | { readonly ok: false; readonly mistake: QuantityMistake };

export const emptyQuantity = (item: Measured): TypedQuantity => ({ text: '', unit: item.unit });

/** Smallest units in figures, for a field that is opened with what is known. */
export const quantityText = (quantity: number, item: Measured): TypedQuantity => ({
  text: formatQuantity(quantity, item.unitScale),
  unit: item.unit,
});

const mistakes = {
  'quantity-missing': 'missing',
  'quantity-characters': 'bad',
  'quantity-not-whole': 'notWhole',
  'quantity-too-large': 'tooLarge',
  'unit-unknown': 'unit',
  'unit-unlike': 'unit',
} as const;

/** Reads into smallest units; 0 only where a count may find none. */
export const readQuantity = (typed: TypedQuantity, item: Measured, zero = false): QuantityReading => {
  const read = readInPacks(typed.text, typed.unit, item.unit, item.packs);
  if (!read.ok) return { ok: false, mistake: mistakes[read.reason] };
  return read.quantity === 0 && !zero
    ? { ok: false, mistake: 'zero' }
    : { ok: true, quantity: read.quantity };
};

/**
 * Adds what one more scan stands for. The unit typed stays where it divides; what cannot be read is left for the eye of whoever
 * typed it.
 */
export const addScan = (typed: TypedQuantity, item: Measured, perScan: number): TypedQuantity => {
  const blank = typed.text.trim() === '';
  const before = blank ? { ok: true as const, quantity: 0 } : readQuantity(typed, item, true);
  if (!before.ok) return typed;
  const quantity = before.quantity + perScan;
  const pack = item.packs.find(({ unit }) => unit === typed.unit);
  return pack !== undefined && quantity % pack.quantity === 0
    ? { text: String(quantity / pack.quantity), unit: pack.unit }
    : quantityText(quantity, item);
};

/** '2 袋 = 100 件', '162 件 = 3 袋 12 件'; null where both sides would say the same. */
export const conversion = (typed: TypedQuantity, item: Measured): string | null => {
  const read = readQuantity(typed, item, true);
  if (!read.ok || read.quantity === 0) return null;
  const said = `${typed.text.trim()} ${typed.unit}`;
  const other =
    typed.unit === item.unit
      ? inPacks(read.quantity, item.unit, item.packs)
      : `${formatQuantity(read.quantity, item.unitScale)} ${item.unit}`;
  return other === said ? null : `${said} = ${other}`;
};
