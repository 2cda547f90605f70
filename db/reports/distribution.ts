// The monthly distribution report (发放月报, layout 1 of domain.md §7.2). Every figure is a fold over postings and redemptions;
// nothing is read from a voucher's present state, so a past month stays what it was.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { monthRange } from '../domain/business-day.ts';
import type { VoucherPostingKind } from '../schema.ts';
import { apartFigures, overriddenBy } from './apart.ts';
import type { Gap } from './gap.ts';
import { distributionGaps } from './gaps.ts';
import { inParts } from '../in-parts.ts';
import { dayOfReversal, type Period } from './period.ts';
import { pointGaps } from './point-gaps.ts';

type Report = Output<'reports.distribution'>;
type Row = Report['rows'][number];
type Figures = Row['month'];
/** What rows are counted by; the total has no key. */
type By = 'category' | 'community' | null;

export const distribution = async (context: Context, month: string): Promise<Report> =>
  (await distributionWithGaps(context, month)).report;

/** With what does not tie of its rows and sums. */
export const distributionWithGaps = async (
  context: Context,
  month: string,
): Promise<{ report: Report; gaps: readonly Gap[] }> => {
  const { tx, now } = context;
  const { first, last } = monthRange(month);
  const vouchers = await voucherFold(tx, { month: first, year: `${month.slice(0, 4)}-01-01`, last });
  const blocks = async (period: 'month' | 'year'): Promise<Blocks> => {
    const days = { first: period === 'month' ? first : `${month.slice(0, 4)}-01-01`, last };
    const figures = (by: By) => figuresBy(tx, by, days, vouchers[period]);
    return {
      category: await figures('category'),
      community: await figures('community'),
      total: await figures(null),
    };
  };
  const inMonth = await blocks('month');
  const inYear = await blocks('year');
  const row = (key: string, name: string, by: keyof Blocks): Row => ({
    key,
    name,
    month: inMonth[by].get(key) ?? nothing,
    year: inYear[by].get(key) ?? nothing,
  });
  const keys = (by: keyof Blocks) => [...new Set([...inMonth[by].keys(), ...inYear[by].keys()])];
  const rows = (await categoriesToPrint(tx, last, keys('category'))).map(({ key, name }) =>
    row(key, name, 'category'),
  );
  const communities = keys('community')
    .filter((key) => hasFigures(inMonth.community.get(key)) || hasFigures(inYear.community.get(key)))
    .sort()
    .map((key) => row(key, key === '' ? '未登记' : key, 'community'));
  const total: Row = { ...row('', '合计', 'total'), key: 'total' };
  const inBoth = async <T>(figures: (tx: Tx, period: Period) => Promise<T>) => ({
    month: await figures(tx, { first, last }),
    year: await figures(tx, { first: `${month.slice(0, 4)}-01-01`, last }),
  });
  const grace = await inBoth(graceFigures);
  const institutionTimes = await inBoth(institutionTimesIn);
  const apart = await inBoth(apartFigures);
  const lines = { grace, institutionTimes, apart, overriddenBy: await overriddenBy(tx, { first, last }) };
  const report = { month, asOf: now, rows, total, communities, ...lines };
  const gaps = [...(await distributionGaps(tx, report)), ...(await pointGaps(tx))];
  return { report: { ...report, ties: gaps.length === 0 }, gaps };
};

type Blocks = Readonly<Record<'category' | 'community' | 'total', ReadonlyMap<string, Figures>>>;

const nothing: Figures = {
  households: 0,
  people: 0,
  householdTimes: 0,
  personTimes: 0,
  opening: 0,
  issued: 0,
  issuedFen: 0,
  redeemed: 0,
  redeemedFen: 0,
  goodsFen: 0,
  void: 0,
  expired: 0,
  outstanding: 0,
};
const hasFigures = (figures: Figures | undefined): boolean =>
  figures !== undefined && Object.values(figures).some((figure) => figure !== 0);

/**
 * Categories with households or figures, in the order of the table and called as on the period's last day; one that began later has
 * no row. Words no table knows come last.
 */
const categoriesToPrint = async (
  tx: Tx,
  last: string,
  withFigures: readonly string[],
): Promise<readonly { key: string; name: string }[]> => {
  const figured = new Set(withFigures);
  const printed: { key: string; name: string }[] = [];
  for (const { code, name, fromDay } of (await readCategories(tx, last)).list) {
    const household = await tx
      .selectFrom('household')
      .select('id')
      .where('category', '=', code)
      .limit(1)
      .executeTakeFirst();
    const begun = fromDay === null || fromDay <= last;
    if ((household && begun) || figured.has(code)) printed.push({ key: code, name });
    figured.delete(code);
  }
  return [...printed, ...[...figured].sort().map((code) => ({ key: code, name: code }))];
};

const figuresBy = async (
  tx: Tx,
  by: By,
  period: Period,
  vouchers: readonly VoucherFigures[],
): Promise<ReadonlyMap<string, Figures>> => {
  const figures = new Map<string, Figures>();
  const add = (key: string, part: Partial<Figures>): void =>
    void figures.set(key, { ...(figures.get(key) ?? nothing), ...part });
  for (const part of vouchers) {
    const key = by === null ? '' : part[by];
    const sum = figures.get(key) ?? nothing;
    add(key, Object.fromEntries(voucherColumns.map((column) => [column, sum[column] + part[column]])));
  }
  for (const { key, ...part } of await timesFigures(tx, by, period)) add(key, part);
  for (const { key, ...part } of await peopleFigures(tx, by, period)) add(key, part);
  for (const { key, ...part } of await goodsFigures(tx, by, period)) add(key, part);
  return figures;
};

const keyOf = (by: By, table: string) =>
  by === null ? sql<string>`''` : sql<string>`${sql.ref(`${table}.${by}`)}`;

const voucherColumns = [
  'opening',
  'issued',
  'issuedFen',
  'redeemed',
  'redeemedFen',
  'void',
  'expired',
  'outstanding',
] as const;
type VoucherFigures = Pick<Figures, (typeof voucherColumns)[number]> & {
  category: string;
  community: string;
};
interface Moved {
  readonly category: string;
  readonly community: string;
  readonly kind: VoucherPostingKind;
  /** 0 before the year, 1 in the year before the month, 2 in the month. */
  readonly age: 0 | 1 | 2;
  readonly pieces: number;
  readonly fen: number;
}

/**
 * Pieces (张) and face value from the voucher ledger, in one pass of many parts; what is not taken lapses and counts with the face value
 * redeemed.
 */
const voucherFold = async (
  tx: Tx,
  { month, year, last }: { month: string; year: string; last: string },
): Promise<{ month: readonly VoucherFigures[]; year: readonly VoucherFigures[] }> => {
  const parts = await inParts(
    tx,
    'voucher_posting',
    (from, to) => sql<Moved>`
    SELECT category, community, kind, CASE WHEN business_day >= ${month} THEN 2 WHEN business_day >= ${year} THEN 1 ELSE 0 END AS age,
      sum(pieces) AS pieces, sum(amount_fen) AS fen
    FROM voucher_posting WHERE id BETWEEN ${from} AND ${to} AND +business_day <= ${last} GROUP BY 1, 2, 3, 4`,
  );
  const sums = new Map<string, Moved>();
  for (const part of parts) {
    const key = JSON.stringify([part.category, part.community, part.kind, part.age]);
    const so = sums.get(key);
    sums.set(key, { ...part, pieces: part.pieces + (so?.pieces ?? 0), fen: part.fen + (so?.fen ?? 0) });
  }
  const rows = [...sums.values()];
  return {
    month: rows.map((row) => figuresOf(row, row.age === 2)),
    year: rows.map((row) => figuresOf(row, row.age > 0)),
  };
};

const figuresOf = ({ category, community, kind, pieces, fen }: Moved, inPeriod: boolean): VoucherFigures => {
  // 0 - figure instead of -figure: minus zero is a figure of its own to a test and to JSON alike.
  const out = (of: VoucherPostingKind): number => (inPeriod && kind === of ? 0 - pieces : 0);
  return {
    category,
    community,
    opening: inPeriod ? 0 : pieces,
    issued: inPeriod && kind === 'issued' ? pieces : 0,
    issuedFen: inPeriod && kind === 'issued' ? fen : 0,
    redeemed: out('redeemed'),
    redeemedFen: inPeriod && (kind === 'redeemed' || kind === 'lapsed') ? 0 - fen : 0,
    void: out('void'),
    expired: out('expired'),
    outstanding: pieces,
  };
};

type TimesFigures = Pick<Figures, 'householdTimes' | 'personTimes'> & { key: string };

/**
 * 户次 and 人次: acts of collecting; one taken back counts -1 in the month of taking back (rulings.md 10, 11). What an institution
 * collected is no 户次 (see `institutionTimesIn`); its residents count in 人次, each once an act however many vouchers.
 */
const timesFigures = async (tx: Tx, by: By, { first, last }: Period): Promise<readonly TimesFigures[]> => {
  const key = keyOf(by, 'r');
  const { rows } = await sql<TimesFigures>`
    SELECT ${key} AS key,
      sum(CASE WHEN r.institution_pickup_id IS NOT NULL THEN 0 WHEN r.reverses IS NULL THEN 1 ELSE 0 - r.whole END) AS householdTimes,
      sum(CASE WHEN r.institution_pickup_id IS NOT NULL AND EXISTS (
          SELECT 1 FROM redemption AS same WHERE same.institution_pickup_id = r.institution_pickup_id AND same.id < r.id
            AND same.household_id = r.household_id AND (same.reverses IS NULL) = (r.reverses IS NULL)) THEN 0
        WHEN r.reverses IS NULL THEN r.members ELSE 0 - r.members * r.whole END) AS personTimes
    FROM redemption AS r WHERE r.business_day BETWEEN ${first} AND ${last} GROUP BY 1`.execute(tx);
  return rows;
};

/** 机构户次, a line of its own: one an act of an institution; taken back, -1 in that month. */
const institutionTimesIn = async (tx: Tx, { first, last }: Period): Promise<number> => {
  const { rows } = await sql<{ times: number }>`
    SELECT count(DISTINCT CASE WHEN reverses IS NULL THEN institution_pickup_id END)
      - count(DISTINCT CASE WHEN reverses IS NOT NULL THEN institution_pickup_id END) AS times
    FROM redemption WHERE business_day BETWEEN ${first} AND ${last} AND institution_pickup_id IS NOT NULL`.execute(
    tx,
  );
  return rows[0]?.times ?? 0;
};

type PeopleFigures = Pick<Figures, 'households' | 'people'> & { key: string };

/**
 * 户 and 人, each once however often it came: households with an act in the period that was not taken back within it, and
 * their covered members as counted on the day of an act (the largest of the period where the family grew or shrank).
 */
const peopleFigures = async (tx: Tx, by: By, { first, last }: Period): Promise<readonly PeopleFigures[]> => {
  const key = keyOf(by, 'r');
  const { rows } = await sql<PeopleFigures>`
    SELECT served.key AS key, count(*) AS households, sum(served.members) AS people FROM (
      SELECT ${key} AS key, max(r.members) AS members FROM redemption AS r
      LEFT JOIN redemption AS back ON back.reverses = r.id AND back.whole = 1 AND back.business_day <= ${last}
      WHERE r.business_day BETWEEN ${first} AND ${last} AND r.reverses IS NULL AND back.id IS NULL
      GROUP BY 1, r.household_id
    ) AS served GROUP BY 1`.execute(tx);
  return rows;
};

type GoodsFigures = Pick<Figures, 'goodsFen'> & { key: string };

/** 实领物资金额 at list price. */
const goodsFigures = async (tx: Tx, by: By, { first, last }: Period): Promise<readonly GoodsFigures[]> => {
  const key = keyOf(by, 'r');
  const { rows } = await sql<GoodsFigures>`
    SELECT key, sum(fen) AS goodsFen FROM (
      SELECT ${key} AS key, r.goods_fen AS fen FROM redemption AS r
      WHERE r.reverses IS NULL AND r.business_day BETWEEN ${first} AND ${last}
      UNION ALL
      SELECT ${key} AS key, back.goods_fen AS fen FROM redemption AS back JOIN redemption AS r ON r.id = back.reverses
      WHERE back.reverses IS NOT NULL AND ${dayOfReversal} BETWEEN ${first} AND ${last}
    ) GROUP BY 1`.execute(tx);
  return rows;
};

/**
 * 其中渐退期核销: what was taken after the household had left, within its months of grace (scenario 4). Stands in the rows as well, and
 * is counted as there: vouchers and value by their ledger, 户次 by acts.
 */
const graceFigures = async (tx: Tx, { first, last }: Period): Promise<Report['grace']['month']> => {
  const { rows } = await sql<Report['grace']['month']>`
    SELECT coalesce(sum(0 - p.pieces), 0) AS redeemed, coalesce(sum(0 - p.amount_fen), 0) AS redeemedFen,
      (SELECT coalesce(sum(CASE WHEN institution_pickup_id IS NOT NULL THEN 0 WHEN reverses IS NULL THEN 1 ELSE 0 - whole END), 0)
        FROM redemption WHERE business_day BETWEEN ${first} AND ${last} AND in_grace = 1) AS householdTimes
    FROM redemption AS r CROSS JOIN redemption_voucher AS part ON part.redemption_id = r.id
    CROSS JOIN voucher_posting AS p ON p.redemption_id = r.id AND p.kind IN ('redeemed', 'lapsed')
      AND p.voucher_id IN (SELECT part.voucher_id UNION ALL SELECT id FROM voucher WHERE replaces = part.voucher_id)
    WHERE r.in_grace = 1 AND r.business_day >= ${first} AND p.business_day BETWEEN ${first} AND ${last}`.execute(
    tx,
  );
  return rows[0] ?? { redeemed: 0, redeemedFen: 0, householdTimes: 0 };
};
