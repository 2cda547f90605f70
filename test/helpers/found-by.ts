// What people and doors are found by (db/migrations/0001/found-by.sql.ts) beside what their rows say: the same, whoever wrote them.
import { expect } from 'vitest';
import type { OpenShop } from './open-shop.ts';
import { rowsOf } from './sheet.ts';

export const expectFoundBy = (shop: OpenShop): void => {
  const pairs = (sql: string) => rowsOf(shop, `${sql} ORDER BY 1, 2`).map((row) => Object.values(row));
  const bearers = pairs(`SELECT DISTINCT name, household_id FROM person WHERE name <> ''`);
  expect(pairs('SELECT name, household_id FROM name_bearer')).toEqual(bearers);
  const doors = pairs(`SELECT address_key, id FROM household WHERE address_key <> ''`);
  expect(pairs('SELECT address_key, household_id FROM door')).toEqual(doors);
};
