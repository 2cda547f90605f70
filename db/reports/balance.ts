// The receipts-issues-balance table (收发存表, layout 2 of domain.md §7.2), per item; lots without a value stand in rows of
// their own, quantities only. Amounts are lot cost. Computed from postings, and checked against what stands.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { monthRange } from '../domain/business-day.ts';
import { itemNames, monthSums, standingSums, type MonthSum, type StandingSum } from './balance-sums.ts';

type Report = Output<'reports.balance'>;
type Row = Report['rows'][number];
type Amounts = Row['opening'];

const ins = ['inDonated', 'inPurchased', 'inMoved', 'inFound'] as const;
const outs = ['outIssued', 'outMoved', 'outScrapped', 'outSold', 'outMissing'] as const;
type Moved = (typeof ins)[number] | (typeof outs)[number];

/** Which column a movement counts in; a reversal counts in its own kind's column with the opposite sign. */
const columnOf = ({ kind, into }: MonthSum): Moved => {
  switch (kind) {
    case 'donated':
      return 'inDonated';
    case 'purchased':
      return 'inPurchased';
    case 'moved':
      return into === 1 ? 'inMoved' : 'outMoved';
    case 'found':
      return 'inFound';
    case 'issued':
      return 'outIssued';
    case 'scrapped':
      return 'outScrapped';
    case 'sold':
      return 'outSold';
    case 'missing':
      return 'outMissing';
  }
};

/** `placeId` null: the whole shop. */
export const balance = async (
  { tx, now }: Context,
  { month, placeId }: ParsedInput<'reports.balance'>,
): Promise<Report> => {
  const { first, last } = monthRange(month);
  const standing = await standingSums(tx, { first, last, placeId });
  const sums = await monthSums(tx, { first, last, placeId });
  const names = await itemNames(tx);
  const sumsOf = new Map<number, MonthSum[]>();
  for (const sum of sums) sumsOf.set(sum.itemId, [...(sumsOf.get(sum.itemId) ?? []), sum]);
  const rows = standing.flatMap((item) => {
    const ofItem = sumsOf.get(item.itemId) ?? [];
    const name = names.get(item.itemId);
    if (!name) throw new Error('a movement of goods nobody knows');
    return [true, false]
      .map((priced): Row => {
        const amounts = { ...edges(item, priced), ...moved(ofItem, priced) };
        return {
          itemId: item.itemId,
          ...name,
          priced,
          ...amounts,
          ties: adds(amounts) && stands(item, priced),
        };
      })
      .filter(hasMovedOrStands);
  });
  rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : Number(b.priced) - Number(a.priced)));
  return { month, asOf: now, rows, ties: rows.every(({ ties }) => ties) && standing.every(standsAtAll) };
};

const edges = (item: StandingSum, priced: boolean): Pick<Row, 'opening' | 'closing'> =>
  priced
    ? {
        opening: { quantity: item.openingPriced, fen: item.openingFen },
        closing: { quantity: item.closingPriced, fen: item.closingFen },
      }
    : {
        opening: { quantity: item.openingUnpriced, fen: null },
        closing: { quantity: item.closingUnpriced, fen: null },
      };

const moved = (sums: readonly MonthSum[], priced: boolean): Record<Moved, Amounts> => {
  const columns = Object.fromEntries(
    [...ins, ...outs].map((column) => [column, { quantity: 0, fen: priced ? 0 : null }]),
  ) as Record<Moved, { quantity: number; fen: number | null }>;
  for (const sum of sums.filter((some) => (some.priced === 1) === priced)) {
    const column = columnOf(sum);
    const sign = (outs as readonly string[]).includes(column) ? -1 : 1;
    const amounts = columns[column];
    amounts.quantity += sign * sum.quantity;
    if (amounts.fen !== null) amounts.fen += sign * (sum.fen ?? 0);
  }
  return columns;
};

type Figures = Readonly<Record<'opening' | Moved | 'closing', Amounts>>;

/** Opening + in - out = closing, in quantity and, where known, in amount. */
const adds = (amounts: Figures): boolean =>
  (['quantity', 'fen'] as const).every((of) => {
    const sum = (some: readonly (keyof Figures)[]): number =>
      some.reduce((total, column) => total + (amounts[column][of] ?? 0), 0);
    return sum(['opening', ...ins]) - sum(outs) === sum(['closing']);
  });

/** All movements of the item there ever were come to what stands of it now. */
const stands = (item: StandingSum, priced: boolean): boolean =>
  priced
    ? item.allPriced === item.onHandPriced && item.allFen === item.onHandFen
    : item.allUnpriced === item.onHandUnpriced;
const standsAtAll = (item: StandingSum): boolean => stands(item, true) && stands(item, false);

const hasMovedOrStands = (row: Row): boolean =>
  (['opening', ...ins, ...outs, 'closing'] as const).some(
    (column) => row[column].quantity !== 0 || (row[column].fen ?? 0) !== 0,
  );
