// The store room at a size of many years: stock card, balance table and list of lots, each beside the plainest SQL that could answer
// the same from the same file in the same run (its floor). Measures and answers; scripts/bench-stock.mjs prints.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openReadOnly } from '../../db/open.ts';
import type { OpenShop } from '../helpers/open-shop.ts';
import { rounded } from './figures.ts';
import { makeStockBooks, type StockSize } from './stock-books.ts';

export interface StockBenchOptions extends StockSize {
  readonly cacheFolder: string;
  readonly rounds: number;
  readonly log: (line: string) => void;
}
export interface StockTime {
  readonly name: string;
  /** Milliseconds, median of all rounds. */
  readonly ms: number;
  readonly floorMs: number;
  readonly ratio: number;
}
export interface StockBenchResult extends StockSize {
  readonly bytes: number;
  readonly rounds: number;
  readonly times: readonly StockTime[];
}

interface Measured {
  readonly name: string;
  readonly act: () => Promise<unknown>;
  readonly sql: string;
  readonly values: readonly (string | number)[];
}
const as = 'manager' as const;

export const benchStock = async (options: StockBenchOptions): Promise<StockBenchResult> => {
  mkdirSync(options.cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(options.cacheFolder, 'stock-'));
  const file = join(folder, 'shop.db');
  const key = new Uint8Array(createHash('sha256').update('bench').digest());
  try {
    options.log('Books');
    const { shop, items } = await makeStockBooks(file, key, options, options.log);
    const books = openReadOnly(file, key);
    try {
      options.log('Times');
      const count = (sql: string): number => Number(books.prepare(sql).pluck().get());
      const times: StockTime[] = [];
      for (const measured of plan(
        shop,
        items[0] ?? 0,
        count('SELECT count(*) FROM stock_posting WHERE item_id = 1'),
      ))
        times.push(await time(measured, books, options.rounds));
      return {
        lots: count('SELECT count(*) FROM lot'),
        movements: count('SELECT count(*) FROM stock_posting'),
        bytes: count('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
        rounds: options.rounds,
        times,
      };
    } finally {
      books.close();
      await shop.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const cardFloor = `SELECT id, business_day, quantity, value_fen FROM stock_posting WHERE item_id = ?
  ORDER BY business_day, id LIMIT 100 OFFSET ?`;
const balanceFloor = `SELECT item_id, kind, sum(quantity), sum(value_fen) FROM stock_posting WHERE business_day <= ? GROUP BY item_id, kind`;
const lotsFloor = `SELECT lot.id, lot.expiry_day, s.place_id, s.on_hand FROM lot_stock AS s JOIN lot ON lot.id = s.lot_id
  WHERE s.on_hand > 0 ORDER BY lot.expiry_day, lot.id, s.place_id LIMIT 100 OFFSET ?`;

const plan = (shop: OpenShop, itemId: number, depth: number): readonly Measured[] => {
  const card = (where: string, offset: number): Measured => ({
    name: `stock card, page ${where}`,
    act: () => shop.call('stock.card', { itemId, offset, limit: 100 }, { as }),
    sql: cardFloor,
    values: [itemId, offset],
  });
  const lots = (where: string, offset: number): Measured => ({
    name: `lots, page ${where}`,
    act: () => shop.call('stock.lots', { offset, limit: 100 }, { as }),
    sql: lotsFloor,
    values: [offset],
  });
  return [
    card('first', 0),
    card('middle', Math.floor(depth / 2)),
    card('last', Math.max(0, depth - 100)),
    {
      name: 'balance table',
      act: () => shop.call('reports.balance', { month: '2026-02' }, { as }),
      sql: balanceFloor,
      values: ['2026-02-28'],
    },
    lots('first', 0),
    lots('deep', 20_000),
  ];
};

/** Act and floor in turns, so that whatever else the PC does meets both. */
const time = async (
  { name, act, sql, values }: Measured,
  books: ReturnType<typeof openReadOnly>,
  rounds: number,
): Promise<StockTime> => {
  const floor = books.prepare(sql);
  const [acts, floors]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const before = performance.now();
    await act();
    const between = performance.now();
    floor.all(...values);
    const after = performance.now();
    // The first of each warms up.
    if (round === 0) continue;
    acts.push(between - before);
    floors.push(after - between);
  }
  const [ms, floorMs] = [median(acts), median(floors)];
  return { name, ms: rounded(ms), floorMs: rounded(floorMs), ratio: rounded(ms / floorMs) };
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
