// The register of numbers (票据/凭证使用登记, domain.md §7.2 layout 6): every number of every series once, none missing. Reads the
// papers as they are; how numbers are counted is db/domain/number-register.ts.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { NumberRegisterModel, RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { numberedSeries } from '../contract/receipts.ts';
import { businessDay, monthRange } from '../domain/business-day.ts';
import { numberRegister, type NumberedPaper } from '../domain/number-register.ts';
import { seriesPrefix } from '../numbers.ts';
import { paperFrame } from '../shop/paper-frame.ts';

type Register = Output<'donations.register'>;
type Period = ParsedInput<'donations.register'>;
type SeriesName = (typeof numberedSeries)[number];
type Paper = NumberedPaper & { readonly at: string };

/**
 * Where the papers of a series stand and what became of them: 'void' while nothing of it was ever booked, 'red' when it was taken
 * back by an entry of its own.
 */
const takenBack = (document: 'transfer' | 'loss' | 'purchase' | 'funding'): RawBuilder<string> =>
  sql`CASE WHEN EXISTS (SELECT 1 FROM paper_reversal WHERE paper_reversal.document = ${document}
    AND paper_reversal.document_id = paper.id) THEN 'red' ELSE 'used' END`;
const papers: Readonly<Record<SeriesName, { readonly table: string; readonly state: RawBuilder<string> }>> = {
  receipt: {
    table: 'donation',
    state: sql`coalesce((SELECT ended.kind FROM donation_end AS ended WHERE ended.donation_id = paper.id), 'used')`,
  },
  purchase: { table: 'purchase', state: takenBack('purchase') },
  transfer: { table: 'transfer', state: takenBack('transfer') },
  loss: {
    table: 'loss',
    state: sql`CASE paper.state WHEN 'withdrawn' THEN 'void' WHEN 'reversed' THEN 'red' ELSE 'used' END`,
  },
  stocktake: {
    table: 'stocktake',
    state: sql`CASE paper.state WHEN 'cancelled' THEN 'void' ELSE 'used' END`,
  },
  funding: { table: 'funding', state: takenBack('funding') },
  redemption: {
    table: 'redemption',
    // A reversal has a number of its own; the redemption it takes back is red.
    state: sql`CASE WHEN EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = paper.id AND back.whole = 1) THEN 'red' ELSE 'used' END`,
  },
  points: {
    table: 'point_exchange',
    state: sql`CASE WHEN EXISTS (SELECT 1 FROM point_exchange AS back WHERE back.reverses = paper.id) THEN 'red' ELSE 'used' END`,
  },
};

const numberOf = (series: SeriesName, year: number, count: number): string =>
  `${seriesPrefix[series]}${year}-${String(count).padStart(6, '0')}`;

/** Papers of the year by their numbers; '.' is the sign after '-'. */
const papersOf = async (tx: Tx, series: SeriesName, year: number): Promise<readonly Paper[]> => {
  const { table, state } = papers[series];
  const start = `${seriesPrefix[series]}${year}`;
  const { rows } = await sql<Paper>`
    SELECT CAST(substr(paper.${numberColumn(series)}, ${start.length + 2}) AS INTEGER) AS number, paper.at AS at, ${state} AS state
    FROM ${sql.table(table)} AS paper
    WHERE paper.${numberColumn(series)} >= ${`${start}-`} AND paper.${numberColumn(series)} < ${`${start}.`}`.execute(
    tx,
  );
  return rows;
};
const numberColumn = (series: SeriesName): RawBuilder<unknown> =>
  sql.ref(series === 'receipt' ? 'receipt_number' : 'number');

const lastGiven = async (tx: Tx, series: SeriesName, year: number): Promise<number> => {
  const row = await tx
    .selectFrom('number_series')
    .select('last')
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.last ?? 0;
};

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The numbers of a month lie between those of the months around it, so that every number, also a missing one, is in one of them. */
const spanOf = (written: readonly Paper[], month: number | null, last: number): Span => {
  if (month === null) return { first: 1, last };
  const span = { first: 1, last };
  for (const { number, at } of written) {
    const writtenIn = Number(businessDay(at).slice(5, 7));
    if (writtenIn < month) span.first = Math.max(span.first, number + 1);
    if (writtenIn > month) span.last = Math.min(span.last, number - 1);
  }
  return span;
};

const seriesOf = async (tx: Tx, series: SeriesName, { year, month }: Period) => {
  const written = await papersOf(tx, series, year);
  const last = await lastGiven(tx, series, year);
  const span = spanOf(written, month, last);
  const inSpan = written.filter(
    // What lies beyond the last number given belongs to the period in which it was written: it must show.
    ({ number }) => (number >= span.first && number <= span.last) || number > last,
  );
  const found = numberRegister({ ...span, papers: inSpan, lost: [] });
  const named = (count: number): string => numberOf(series, year, count);
  return {
    span,
    row: {
      series,
      from: found.from === null ? null : named(found.from),
      to: found.to === null ? null : named(found.to),
      given: Math.max(0, span.last - span.first + 1),
      used: found.used,
      void: found.void,
      red: found.red,
      lost: found.lost,
      missing: found.missing.map(named),
      doubled: [...found.doubled, ...found.outside].map(named),
    },
  };
};

const endedReceipts = async (tx: Tx, year: number, { first, last }: Span): Promise<Register['ended']> => {
  const rows = await tx
    .selectFrom('donation_end as ended')
    .innerJoin('donation', 'donation.id', 'ended.donation_id')
    .innerJoin('staff', 'staff.id', 'ended.staff_id')
    .leftJoin('donation as later', 'later.replaces_id', 'donation.id')
    .select([
      'donation.id as donationId',
      'donation.receipt_number as number',
      'ended.kind',
      'ended.at',
      'ended.reason',
      'staff.name as operator',
      'later.receipt_number as replacedBy',
    ])
    .where('donation.receipt_number', '>=', numberOf('receipt', year, first))
    .where('donation.receipt_number', '<=', numberOf('receipt', year, last))
    .orderBy('donation.receipt_number')
    .execute();
  return rows.map(({ at, ...ended }) => ({ ...ended, day: businessDay(at) }));
};

export const register = async ({ tx }: Pick<Context, 'tx'>, period: Period): Promise<Register> => {
  const series: Register['series'] = [];
  let receipts: Span = { first: 1, last: 0 };
  for (const name of numberedSeries) {
    const { span, row } = await seriesOf(tx, name, period);
    series.push(row);
    if (name === 'receipt') receipts = span;
  }
  return { year: period.year, series, ended: await endedReceipts(tx, period.year, receipts) };
};

const seriesWords: Readonly<Record<SeriesName, string>> = {
  receipt: '捐赠接收凭证',
  purchase: '采购入库单',
  transfer: '调拨单',
  loss: '报损、义卖单',
  stocktake: '盘点表',
  funding: '资金收入单',
  redemption: '核销小票',
  points: '积分兑换小票',
};

export const printRegister = async (
  context: Context,
  { format, ...period }: ParsedInput<'donations.printRegister'>,
): Promise<RenderRequest> => {
  const { year, month } = period;
  const found = await register(context, period);
  context.note(`register:${year}`, { month, format });
  const { first } = monthRange(`${year}-${String(month ?? 1).padStart(2, '0')}`);
  const { last } = monthRange(`${year}-${String(month ?? 12).padStart(2, '0')}`);
  const model: NumberRegisterModel = {
    kind: 'number-register',
    ...(await paperFrame(context)),
    from: first,
    to: last,
    asOf: context.now,
    series: found.series.map(({ series, given, missing, doubled, ...figures }) => ({
      ...figures,
      name: seriesWords[series],
      year,
      numbers: given,
      missing: missing.length,
      missingNumbers: missing,
      doubled,
    })),
    ended: found.ended.map(({ number, kind, day, reason, operator, replacedBy }) => ({
      series: seriesWords.receipt,
      number,
      how: kind,
      on: day,
      reason,
      replacedBy,
      operator,
    })),
    signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
    // It goes on growing with the year: what is printed later is another register, not the same once more.
    reprint: 0,
  };
  return { model, format };
};
