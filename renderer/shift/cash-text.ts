// Cash as it is typed: yuan, or nothing where nobody counted.
import { parseYuan } from '../../db/domain/money.ts';

/** Undefined: no amount; null: nobody counted. */
export const readCash = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const read = parseYuan(text.trim());
  return read.ok && read.fen >= 0 ? read.fen : undefined;
};
