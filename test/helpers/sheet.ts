// Sheets as offices send them, and a look into the file at what an import left there. Looking only.
import { openReadOnly } from '../../db/open.ts';
import type { OpenShop } from './open-shop.ts';

/** A CSV in UTF-8 whose cells come through unchanged, whatever is in them. */
export const csvSheet = (rows: readonly (readonly string[])[]): { name: string; bytes: Uint8Array } => ({
  name: '表.csv',
  bytes: new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  ),
});

const look = <T>(shop: OpenShop, at: (file: ReturnType<typeof openReadOnly>) => T): T => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return at(file);
  } finally {
    file.close();
  }
};

const tablesOf = (file: ReturnType<typeof openReadOnly>): readonly string[] =>
  file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];

/** Rows of every table. */
export const rowCounts = (shop: OpenShop): Readonly<Record<string, number>> =>
  look(shop, (file) =>
    Object.fromEntries(
      tablesOf(file).map((table) => [
        table,
        file.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
      ]),
    ),
  );

/** Every text that stands anywhere in the file. */
export const storedTexts = (shop: OpenShop): string =>
  look(shop, (file) =>
    tablesOf(file)
      .flatMap((table) => file.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][])
      .flat()
      .filter((cell) => typeof cell === 'string')
      .join('\n'),
  );

/** Rows of one query, for what no act says. */
export const rowsOf = (shop: OpenShop, sql: string): readonly Record<string, unknown>[] =>
  look(shop, (file) => file.prepare(sql).all() as Record<string, unknown>[]);
