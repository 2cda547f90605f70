// Does to the books what no act allows, so that a test can see it found out.
import { openBooks } from '../../db/open.ts';
import type { OpenShop } from './open-shop.ts';

/** Every guard of the tables is gone afterwards. */
export const tamper = (shop: OpenShop, statement: string): void => {
  const books = openBooks({ path: shop.file, key: shop.key, create: false });
  for (const name of books.file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all())
    books.file.exec(`DROP TRIGGER "${String(name)}"`);
  books.file.exec(statement);
  books.close();
};
