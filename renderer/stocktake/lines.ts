// What a line of a stocktake asks for next, and how its lists read. Pure.
import type { Output } from '../../db/contract/index.ts';

export type Stocktake = Output<'stocktake.read'>;
export type Line = Stocktake['rows'][number];
export type Summary = Output<'stocktake.list'>['rows'][number];
export type Show = 'all' | 'uncounted' | 'misfit' | 'different';

/** Rounds one chooses between; the third is for lines that do not fit, whoever counts them. */
export type Round = 1 | 2;

/** The round a figure for this line belongs to when `chosen` is being counted. */
export const roundFor = (line: Line, twice: boolean, chosen: Round): 1 | 2 | 3 => {
  if (!twice) return 1;
  return line.status === 'misfit' || line.third !== null ? 3 : chosen;
};

export const figureOf = (line: Line, round: 1 | 2 | 3): number | null =>
  ({ 1: line.first, 2: line.second, 3: line.third })[round];

/** A second-hand piece with a tag of its own. */
export const isPiece = ({ tag }: Line): boolean => tag.startsWith('DJ');

/**
 * The next scan came before Enter: eight digits in a row (the shortest barcode, alone or behind the figure) or a label's letters are
 * no quantity of anything that stands on a shelf.
 */
export const looksLikeCode = (text: string): boolean => /\d{8}|[A-Z]{2}\d/i.test(text);

/** Lines of one kind of goods are told apart by date, others by name. */
export const isOneItem = (lines: readonly Line[]): boolean =>
  lines.every(({ itemId }) => itemId === lines[0]?.itemId);
