// First schema. STRICT tables, foreign keys and checks refuse what code forgets; ledgers refuse UPDATE and DELETE.
// Units: *_fen money, quantity in the item's smallest unit, *_day Beijing business day, *_at ISO UTC instant.

/*
 * Postings, redemptions and audit rows are never deleted, so their ids rise without AUTOINCREMENT and its extra page a sale; a
 * reversal is unique by an index that leaves the many ordinary rows out.
 */
import { counterTables } from './0001/counter.sql.ts';
import { fairnessTables } from './0001/fairness.sql.ts';
import { giftTables } from './0001/gifts.sql.ts';
import { goodsTables } from './0001/goods.sql.ts';
import { peopleTables } from './0001/people.sql.ts';
import { pointTables } from './0001/points.sql.ts';
import { institutionTables, proxyTables } from './0001/proxies.sql.ts';
import { shopTables } from './0001/shop.sql.ts';
import { stockTables } from './0001/stock.sql.ts';
import { voucherTables } from './0001/vouchers.sql.ts';

export const foundation = [
  shopTables,
  institutionTables,
  peopleTables,
  goodsTables,
  giftTables,
  stockTables,
  voucherTables,
  counterTables,
  proxyTables,
  pointTables,
  fairnessTables,
].join('\n');
