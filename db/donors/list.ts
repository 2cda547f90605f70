// The list of donors: one row each, those merged under the one they count for, and one row 匿名 for all anonymous gifts, which are
// in no other row and are not found through any name.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { searchColumn, searchPattern } from '../search-columns.ts';
import { ANONYMOUS } from '../donations/donor-name.ts';
import { figuresOf, goodsOfRoots, type Figures } from './figures.ts';
import { members, shown } from './groups.ts';
import { givenDay, standing } from './whereabouts.ts';

type Row = Output<'donors.list'>['rows'][number];
type Wish = Pick<ParsedInput<'donors.list'>, 'search' | 'kind' | 'offset' | 'limit'>;

export const listDonors = async (tx: Tx, wish: Wish): Promise<{ total: number; rows: Row[] }> => {
  const anonymous = wantsAnonymous(wish) ? await anonymousRow(tx) : null;
  if (wish.kind === 'anonymous') return { total: anonymous ? 1 : 0, rows: anonymous ? [anonymous] : [] };
  const found = foundDonors(wish);
  const before = anonymous ? 1 : 0;
  const first = anonymous && wish.offset === 0 ? [anonymous] : [];
  const named = await page(
    tx,
    found,
    Math.max(0, wish.offset - before),
    Math.max(0, wish.limit - first.length),
  );
  return { total: before + (await countOf(tx, found)), rows: [...first, ...named] };
};

const wantsAnonymous = ({ search, kind }: Wish): boolean => {
  if (kind !== null && kind !== 'anonymous') return false;
  const pattern = searchPattern(search);
  // The same words as for any name: 匿名, niming, nm.
  return pattern === null || ` ${searchColumn(ANONYMOUS)}`.includes(pattern.replaceAll('%', ''));
};

const anonymousRow = async (tx: Tx): Promise<Row | null> => {
  const figures = await figuresOf(tx, { donors: 'anonymous' });
  return figures.gifts === 0 ? null : { donorId: null, name: ANONYMOUS, kind: 'anonymous', ...figures };
};

/** `found (root_id)`: who is listed; found also by the name, code or telephone of somebody merged into it. */
const foundDonors = ({
  search,
  kind,
}: Pick<Wish, 'search' | 'kind'>): RawBuilder<unknown> => sql`found (root_id) AS (
  SELECT DISTINCT member.root_id FROM member JOIN donor ON donor.id = member.donor_id
  JOIN donor AS root ON root.id = member.root_id
  WHERE root.kind <> 'anonymous' AND ${shown(sql`member.donor_id`)}
    ${kind === null ? sql`` : sql`AND root.kind = ${kind}`} ${matches(search)})`;

/** Name, spelling, initials; from three digits on also telephone and credit code. */
const matches = (search: string): RawBuilder<unknown> => {
  const pattern = searchPattern(search);
  if (pattern === null) return sql``;
  const byName = sql`donor.search LIKE ${pattern} ESCAPE '\\'`;
  const code = normaliseQuery(search).replace(/[\s-]/g, '').toUpperCase();
  if (!/^[0-9A-Z]{3,}$/.test(code)) return sql`AND ${byName}`;
  return sql`AND (${byName} OR donor.credit_code LIKE ${`%${code}%`}
    OR replace(replace(donor.phone, '-', ''), ' ', '') LIKE ${`%${code}%`})`;
};

const countOf = async (tx: Tx, found: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`WITH RECURSIVE ${members}, ${found} SELECT count(*) AS n FROM found`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** Who gave last stands first, who gave nothing yet at the end. */
const page = async (tx: Tx, found: RawBuilder<unknown>, offset: number, limit: number): Promise<Row[]> => {
  if (limit === 0) return [];
  const { rows } = await sql<
    { donorId: number } & Pick<Row, 'name' | 'kind'> & Omit<Figures, 'goodsFen' | 'unpricedLines'>
  >`
    WITH RECURSIVE ${members}, ${found}, given (root_id, gifts, cash_fen, first_day, last_day) AS (
      SELECT member.root_id, count(*), coalesce(sum(gift.cash_fen), 0), min(${givenDay}), max(${givenDay})
      FROM member JOIN donation AS gift ON gift.donor_id = member.donor_id
      WHERE gift.anonymous = 0 AND ${standing} GROUP BY member.root_id)
    SELECT donor.id AS "donorId", donor.name, donor.kind, coalesce(given.gifts, 0) AS gifts,
      coalesce(given.cash_fen, 0) AS "cashFen", given.first_day AS "firstDay", given.last_day AS "lastDay"
    FROM found JOIN donor ON donor.id = found.root_id LEFT JOIN given ON given.root_id = found.root_id
    ORDER BY given.last_day IS NULL, given.last_day DESC, donor.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(
    tx,
  );
  return withGoods(tx, rows);
};

/** The figures of goods, for the donors of one page only. */
export const withGoods = async <T extends { readonly donorId: number }>(
  tx: Tx,
  rows: readonly T[],
): Promise<(T & Pick<Figures, 'goodsFen' | 'unpricedLines'>)[]> => {
  const { rows: goods } =
    rows.length === 0
      ? { rows: [] }
      : await sql<{ rootId: number; goodsFen: number; unpricedLines: number }>`
          WITH RECURSIVE ${members} ${goodsOfRoots(rows.map(({ donorId }) => donorId))}`.execute(tx);
  const of = new Map(goods.map((sum) => [sum.rootId, sum]));
  return rows.map((row) => ({
    ...row,
    goodsFen: of.get(row.donorId)?.goodsFen ?? 0,
    unpricedLines: of.get(row.donorId)?.unpricedLines ?? 0,
  }));
};
