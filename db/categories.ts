// The table of recipient categories as it stands on a day: names, order, which is higher. Every area that prints or sorts a
// category asks here; the table is edited by db/eligibility alone.
import { sql } from 'kysely';
import { compiled } from './compiled.ts';
import type { Tx } from './context.ts';
import { categoryByName, plainCategoryName } from './domain/categories.ts';

export interface ListedCategory {
  readonly code: string;
  /** As it was called on the day asked for. */
  readonly name: string;
  readonly rank: number;
  readonly institutional: boolean;
  readonly minorProtected: boolean;
  /** Months between two reviews (年审). */
  readonly reviewMonths: number;
  /** Months of 渐退 after leaving; 0: none. */
  readonly graceMonths: number;
  /** First and last day on which a cover may begin under it; null: no bound. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
}
export interface Categories {
  /** In the order of reports. */
  readonly list: readonly ListedCategory[];
  readonly get: (code: string) => ListedCategory | null;
  /** The code itself for a word no table knows. */
  readonly nameOf: (code: string) => string;
  /** The category a sheet means by a word: a name of the table on that day, or what people call a shipped one; null: unknown. */
  readonly codeOf: (word: string) => string | null;
  /** Sorts the higher category first (就高, ruling 7); equal ranks by the order of the table. */
  readonly compare: (a: string, b: string) => number;
}

/** The table with the names in effect on `day`. */
export const readCategories = async (tx: Tx, day: string): Promise<Categories> => {
  const { rows } = await sql<CategoryRow>`
    SELECT category.code, rank, institutional, minor_protected, review_months, grace_months, category.from_day, to_day,
      (SELECT name FROM category_name WHERE category_name.code = category.code AND category_name.from_day <= ${day}
        ORDER BY category_name.from_day DESC LIMIT 1) AS name
    FROM category ORDER BY position`.execute(tx);
  const list = rows.map((row) => ({
    code: row.code,
    name: row.name ?? row.code,
    rank: row.rank,
    institutional: row.institutional === 1,
    minorProtected: row.minor_protected === 1,
    reviewMonths: row.review_months,
    graceMonths: row.grace_months,
    fromDay: row.from_day,
    toDay: row.to_day,
  }));
  const places = new Map(list.map(({ code, rank }, place) => [code, rank * 1000 + place]));
  const placeOf = (code: string): number => places.get(code) ?? Number.MAX_SAFE_INTEGER;
  const codes = new Map(list.map(({ code, name }) => [plainCategoryName(name), code]));
  const get = (code: string): ListedCategory | null =>
    list.find((category) => category.code === code) ?? null;
  return {
    list,
    get,
    nameOf: (code) => get(code)?.name ?? code,
    codeOf: (word) => codes.get(plainCategoryName(word)) ?? shippedCode(word, get),
    compare: (a, b) => placeOf(a) - placeOf(b),
  };
};

/** A shipped category by its synonyms, while the table has it and nobody renamed it to mean something else. */
const shippedCode = (word: string, get: Categories['get']): string | null =>
  get(categoryByName(word)?.code ?? '')?.code ?? null;

const nameOn = compiled((tx, { code, day }: { code: string; day: string }) =>
  tx
    .selectFrom('category_name')
    .select('name')
    .where('code', '=', code)
    .where('from_day', '<=', day)
    .orderBy('from_day', 'desc')
    .limit(1)
    .compile(),
);

/** The name of one category on a day, for the till: one step into an index. */
export const categoryNameOn = async (tx: Tx, code: string, day: string): Promise<string> =>
  (await nameOn(tx, { code, day })).rows[0]?.name ?? code;

interface CategoryRow {
  readonly code: string;
  readonly name: string | null;
  readonly rank: number;
  readonly institutional: number;
  readonly minor_protected: number;
  readonly review_months: number;
  readonly grace_months: number;
  readonly from_day: string | null;
  readonly to_day: string | null;
}
