// The code of a scale's label (称重码): EAN-13 that begins with 20 to 29, kept by GS1 for use inside a shop. Two digits of prefix, five of
// the goods, five of the weight in grams, the check digit. Knows no goods.
import { readBarcode } from './barcode.ts';

export interface WeightCode {
  /** Prefix and goods: seven digits. */
  readonly stub: string;
  /** The five digits of the goods. */
  readonly item: string;
  readonly grams: number;
}

/** Null for every other code, and for one whose check digit is wrong. */
export function readWeightCode(raw: string): WeightCode | null {
  const reading = readBarcode(raw);
  const m = reading.kind === 'ok' ? /^(2\d(\d{5}))(\d{5})\d$/.exec(reading.barcode) : null;
  return m ? { stub: m[1] ?? '', item: m[2] ?? '', grams: Number(m[3]) } : null;
}
