// The dynamic table of a month (domain.md §7.2 no. 7): its rows with names as of the month's end, its sum, why households left.
import type { Categories } from '../categories.ts';
import type { Steps } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { movementDifference, type CoverMovement } from '../domain/cover-movement.ts';
import { addedMovement, noMovement, readMonth, type MonthLines, type MovementBy } from './movement-lines.ts';

type Report = Output<'eligibility.movement'>;
type Row = Report['rows'][number];

export const movement = async (
  steps: Steps,
  { month, by }: ParsedInput<'eligibility.movement'>,
): Promise<Report> => {
  const read = await readMonth(steps, month, [by]);
  const asOf = await steps.turn(({ now }) => Promise.resolve(now));
  const rows = movementRows(read, by);
  const exits = exitsOf(read);
  const total: Row = { ...rows.reduce<CoverMovement>(addedMovement, noMovement), key: '', name: '合计' };
  const leaving = exits.reduce((sum, { households }) => sum + households, 0);
  return {
    month,
    asOf,
    rows: [...rows],
    total,
    exits,
    ties: [...rows, total].every(rowTies) && leaving === total.leftHouseholds,
  };
};

export const movementRows = ({ categories, lines }: MonthLines, by: MovementBy): readonly Row[] =>
  [...lines[by]]
    .map(([key, line]) => ({ key, name: nameOf(categories, by, key), ...line }))
    .sort((a, b) =>
      by === 'category' ? orderOf(categories, a.key) - orderOf(categories, b.key) : a.key < b.key ? -1 : 1,
    );

/** In the order of the table, as on every report. */
const orderOf = ({ list }: Categories, code: string): number => {
  const at = list.findIndex((category) => category.code === code);
  return at < 0 ? list.length : at;
};

/** Where no community is registered the report says so. */
const nameOf = ({ nameOf: categoryName }: Categories, by: MovementBy, key: string): string => {
  if (by === 'category') return categoryName(key);
  return by === 'total' ? '合计' : key === '' ? '未登记' : key;
};

/** Households that left (退出) by why; the most frequent first. */
export const exitsOf = ({ exits }: MonthLines): Report['exits'] =>
  [...exits]
    .map(([reason, leaving]) => ({ reason, ...leaving }))
    .sort((a, b) => b.households - a.households || (a.reason < b.reason ? -1 : 1));

const rowTies = (row: CoverMovement): boolean => {
  const { households, people } = movementDifference(row);
  return households === 0 && people === 0;
};
