// Stocktakes in one line each: what, where, how far, by whom.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { categoriesOf } from './find.ts';
import { countedLines } from './lines.ts';

type Summary = Output<'stocktake.list'>['rows'][number];
type Row = Omit<Summary, 'categories' | 'blind' | 'twice'> & {
  readonly categories: string | null;
  readonly blind: 0 | 1;
  readonly twice: 0 | 1;
};

/** The waiting ones first, newest first among them and after them. */
export const listStocktakes = async (
  { tx }: Context,
  { offset, limit }: ParsedInput<'stocktake.list'>,
): Promise<Output<'stocktake.list'>> => {
  const { total } = await tx
    .selectFrom('stocktake')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total, rows: await summaries(tx, sql`true`, sql`LIMIT ${limit} OFFSET ${offset}`) };
};

/** The lines are folded for the stocktakes of the page only. */
export const summaries = async (
  tx: Tx,
  which: RawBuilder<unknown>,
  part: RawBuilder<unknown>,
): Promise<Summary[]> => {
  const { rows } = await sql<Row>`
    WITH page AS MATERIALIZED (
      SELECT * FROM stocktake WHERE ${which} ORDER BY state IN ('open', 'counted') DESC, id DESC ${part}
    ), folded AS MATERIALIZED (
      SELECT stocktakeId, count(*) AS lines, sum(status = 'settled') AS settled
      FROM (${countedLines(sql`stocktake.id IN (SELECT id FROM page)`)}) GROUP BY stocktakeId
    )
    SELECT page.id AS stocktakeId, page.number, place.name AS place, page.place_id AS placeId, page.categories, page.blind,
      page.twice, page.state, page.day, opener.name AS openedBy, page.at AS openedAt, coalesce((
        SELECT group_concat(name, '、') FROM (
          SELECT DISTINCT staff.id, staff.name FROM stocktake_line AS line JOIN stocktake_entry AS entry ON entry.line_id = line.id
          JOIN staff ON staff.id = entry.staff_id WHERE line.stocktake_id = page.id ORDER BY staff.id)), '') AS countedBy,
      coalesce(poster.name, '') AS postedBy, page.posted_at AS postedAt, folded.lines, folded.settled, page.note
    FROM page JOIN place ON place.id = page.place_id JOIN staff AS opener ON opener.id = page.staff_id
    LEFT JOIN staff AS poster ON poster.id = page.posted_by JOIN folded ON folded.stocktakeId = page.id
    ORDER BY page.state IN ('open', 'counted') DESC, page.id DESC`.execute(tx);
  return rows.map((row) => {
    const categories = categoriesOf(row.categories);
    return {
      ...row,
      categories: categories === null ? null : [...categories],
      blind: row.blind === 1,
      twice: row.twice === 1,
    };
  });
};
