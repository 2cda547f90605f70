// The receipts-issues-balance table (收发存表, layout 2 of domain.md §7.2), per item; lots without a value stand in rows of
// their own, quantities only. Amounts are lot cost. Computed from postings.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { monthRange } from '../domain/business-day.ts';
import { lotGaps } from './gaps.ts';

type Report = Output<'reports.balance'>;
type Row = Report['rows'][number];
type Amounts = Row['opening'];

const ins = ['inDonated', 'inPurchased', 'inMoved', 'inFound'] as const;
const outs = ['outIssued', 'outMoved', 'outScrapped', 'outSold', 'outMissing'] as const;
const columns = ['opening', ...ins, ...outs, 'closing'] as const;
type Column = (typeof columns)[number];
type Folded = Readonly<Record<`${Column}Quantity` | `${Column}Fen`, number>> & {
  readonly itemId: number;
  readonly priced: number;
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
};

/** `placeId` null: the whole shop. */
export const balance = async (
  { tx, now }: Context,
  { month, placeId }: ParsedInput<'reports.balance'>,
): Promise<Report> => {
  const gaps = await lotGaps(tx);
  const rows = (await fold(tx, month, placeId)).map((folded): Row => {
    const priced = folded.priced === 1;
    const amounts = Object.fromEntries(
      columns.map((column) => [
        column,
        { quantity: folded[`${column}Quantity`], fen: priced ? folded[`${column}Fen`] : null },
      ]),
    ) as Record<Column, Amounts>;
    const lotsTie = !gaps.some((gap) => gap.itemId === folded.itemId && gap.priced === priced);
    const { itemId, code, name, spec, unit, unitScale } = folded;
    return { itemId, code, name, spec, unit, unitScale, priced, ...amounts, ties: adds(amounts) && lotsTie };
  });
  return { month, asOf: now, rows, ties: gaps.length === 0 && rows.every(({ ties }) => ties) };
};

/** Opening + in - out = closing, in quantity and, where known, in amount. */
const adds = (amounts: Readonly<Record<Column, Amounts>>): boolean =>
  (['quantity', 'fen'] as const).every((of) => {
    const sum = (some: readonly Column[]): number =>
      some.reduce((total, column) => total + (amounts[column][of] ?? 0), 0);
    return sum(['opening', ...ins]) - sum(outs) === sum(['closing']);
  });

/** Which postings a column counts, in the words of SQL; `first` is the month's first day. */
const counts = (first: string): Readonly<Record<Column, ReturnType<typeof sql>>> => {
  const within = (rule: ReturnType<typeof sql>) => sql`p.business_day >= ${first} AND ${rule}`;
  return {
    opening: sql`p.business_day < ${first}`,
    inDonated: within(sql`p.kind = 'donated'`),
    inPurchased: within(sql`p.kind = 'purchased'`),
    inMoved: within(sql`p.kind = 'moved' AND p.quantity > 0`),
    inFound: within(sql`p.kind = 'found'`),
    outIssued: within(sql`p.kind = 'issued'`),
    outMoved: within(sql`p.kind = 'moved' AND p.quantity < 0`),
    outScrapped: within(sql`p.kind = 'scrapped'`),
    outSold: within(sql`p.kind = 'sold'`),
    outMissing: within(sql`p.kind = 'missing'`),
    closing: sql`true`,
  };
};

const fold = async (tx: Tx, month: string, placeId: number | null): Promise<readonly Folded[]> => {
  const { first, last } = monthRange(month);
  const which = counts(first);
  const out: ReadonlySet<Column> = new Set(outs);
  const sums = columns.flatMap((column) => {
    const sign = sql.raw(out.has(column) ? '0 - ' : '');
    return [
      sql`sum(CASE WHEN ${which[column]} THEN ${sign}p.quantity ELSE 0 END) AS ${sql.ref(`${column}Quantity`)}`,
      sql`sum(CASE WHEN ${which[column]} THEN ${sign}coalesce(p.value_fen, 0) ELSE 0 END) AS ${sql.ref(`${column}Fen`)}`,
    ];
  });
  const { rows } = await sql<Folded>`
    SELECT folded.*, item.code, item.name, item.spec, item.unit, item.unit_scale AS unitScale FROM (
      SELECT p.item_id AS itemId, p.value_fen IS NOT NULL AS priced, ${sql.join(sums)}
      FROM stock_posting AS p WHERE p.business_day <= ${last}${placeId === null ? sql`` : sql` AND p.place_id = ${placeId}`} GROUP BY 1, 2
    ) AS folded JOIN item ON item.id = folded.itemId
    ORDER BY item.code, folded.priced DESC`.execute(tx);
  return rows.filter((row) =>
    columns.some((column) => row[`${column}Quantity`] !== 0 || row[`${column}Fen`] !== 0),
  );
};
