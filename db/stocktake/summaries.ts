// Stocktakes in one line each: what, where, how far, by whom.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { categoriesOf } from './find.ts';
import { countersOf, namesOf, progressOf, type Counter, type Progress } from './progress.ts';

type Summary = Output<'stocktake.list'>['rows'][number];
type Row = Omit<Summary, 'categories' | 'blind' | 'twice'> & {
  readonly categories: string | null;
  readonly blind: 0 | 1;
  readonly twice: 0 | 1;
};

/** What the fold of the lines says; the rest of a summary stands in the stocktake's own row. */
type Folded = Pick<Summary, 'countedBy' | 'lines' | 'settled'>;
type Head = Omit<Row, keyof Folded>;

const waitingFirst = sql`ORDER BY stocktake.state IN ('open', 'counted') DESC, stocktake.id DESC`;

/** The waiting ones first, newest first among them and after them; the lines are folded for the stocktakes of the page only. */
export const listStocktakes = async (
  { tx }: Context,
  { offset, limit }: ParsedInput<'stocktake.list'>,
): Promise<Output<'stocktake.list'>> => {
  const { total } = await tx
    .selectFrom('stocktake')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const heads = await headsOf(tx, sql`${waitingFirst} LIMIT ${limit} OFFSET ${offset}`);
  const rows = [];
  for (const head of heads) {
    const { stocktakeId } = head;
    rows.push(summary(head, await progressOf(tx, stocktakeId), await countersOf(tx, stocktakeId)));
  }
  return { total, rows };
};

/** One stocktake whose lines the caller has folded already. */
export const summaryOf = async (
  tx: Tx,
  stocktakeId: number,
  progress: Progress,
  counters: readonly Counter[],
): Promise<Summary> => {
  const [head] = await headsOf(tx, sql`WHERE stocktake.id = ${stocktakeId}`);
  if (!head) throw new Error('the caller has found the stocktake');
  return summary(head, progress, counters);
};

const headsOf = async (tx: Tx, which: RawBuilder<unknown>): Promise<readonly Head[]> => {
  const { rows } = await sql<Head>`
    SELECT stocktake.id AS stocktakeId, stocktake.number, place.name AS place, stocktake.place_id AS placeId,
      stocktake.categories, stocktake.blind, stocktake.twice, stocktake.state, stocktake.day, opener.name AS openedBy,
      stocktake.at AS openedAt, coalesce(poster.name, '') AS postedBy, stocktake.posted_at AS postedAt, stocktake.note
    FROM stocktake JOIN place ON place.id = stocktake.place_id JOIN staff AS opener ON opener.id = stocktake.staff_id
    LEFT JOIN staff AS poster ON poster.id = stocktake.posted_by ${which}`.execute(tx);
  return rows;
};

const summary = (head: Head, { lines, settled }: Progress, counters: readonly Counter[]): Summary => {
  const categories = categoriesOf(head.categories);
  return {
    ...head,
    categories: categories === null ? null : [...categories],
    blind: head.blind === 1,
    twice: head.twice === 1,
    countedBy: namesOf(counters).join('、'),
    lines,
    settled,
  };
};
