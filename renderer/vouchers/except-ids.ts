// Who did not sign: the numbers typed beside a signed sheet, as vouchers. Pure.
import type { Output } from '../../db/contract/index.ts';
import { foldWidth } from '../../db/domain/fold-width.ts';

/**
 * Numbers typed with blanks between, whole or by their last digits; null: one of them names none, or several. Where not all that wait are
 * known here, only a whole number is sure to mean the one that is found.
 */
export const exceptIds = (
  text: string,
  { waiting, first }: Pick<Output<'vouchers.handovers'>, 'waiting' | 'first'>,
): readonly number[] | null => {
  const means = (serial: string, word: string): boolean =>
    waiting > first.length ? serial === word : serial.endsWith(word);
  const words = foldWidth(text)
    .toUpperCase()
    .split(/[\s,、;]+/);
  const ids = new Set<number>();
  for (const word of words.filter((each) => each !== '')) {
    const [found, another] = first.filter(({ serial }) => means(serial, word));
    if (!found || another) return null;
    ids.add(found.id);
  }
  return [...ids];
};
