// Makes the books the benchmark runs on: a shop of many years' size, entered through the same acts as everything else (rosters,
// goods, gifts, batches), so that its ledgers tie. All people in it are made up.
import { join } from 'node:path';
import { CATEGORIES } from '../../db/domain/categories.ts';
import { openReadOnly } from '../../db/open.ts';
import { createKey, type KeyStore } from '../../main/keys.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { approveBatch, prepareBatch, seedItem } from '../helpers/seed.ts';
import { rosterSheets } from './roster.ts';

export interface BooksSize {
  readonly vouchers: number;
  readonly people: number;
  readonly households: number;
  readonly lots: number;
  readonly bytes: number;
}
export interface MadeBooks {
  readonly size: BooksSize;
  /** How the made books are opened on a PC that never saw them: what stands on the recovery sheet. */
  readonly recoveryCode: string;
  /** Hex of the data key, to look up codes beforehand. Fictional books, no secret. */
  readonly key: string;
}

export const booksFile = (folder: string): string => join(folder, 'shop.db');
export const keysFile = (folder: string): string => join(folder, 'shop.keys.json');

/** Long before any run, because the books refuse a clock that goes back; in force long after it. */
const madeAt = '2026-01-05T02:00:00.000Z';
const batches = 5;
const items = 300;
const lotsOfItem = 5;
/** Enough that no run empties a lot. */
const piecesOfLot = 1_000_000;

/** Cannot wrap: no PC's own key store is at hand here, the app opens these books by their recovery code. */
const noKeyStore: KeyStore = {
  strong: false,
  wrap: () => Buffer.from('none'),
  unwrap: () => {
    throw new Error('made for another PC');
  },
};

/** Books with `vouchers` vouchers in force, in `folder`. Three minutes for a million. */
export const makeBooks = async (
  folder: string,
  vouchers: number,
  log: (line: string) => void,
): Promise<MadeBooks> => {
  const { key, recoveryCode } = createKey(keysFile(folder), noKeyStore);
  const file = booksFile(folder);
  const shop = await openShop({ file, key, now: madeAt });
  await timed(`Goods: ${items} items of ${lotsOfItem} lots`, log, () => stock(shop));
  for (const sheet of rosterSheets(Math.ceil(vouchers / batches)))
    await timed(sheet.name, log, () => enterRoster(shop, sheet));
  for (let at = 0; at < batches; at += 1)
    await timed(`Vouchers: batch ${at + 1} of ${batches}`, log, () => issue(shop, at));
  await shop.close();
  const size = await timed('Ledgers against balances', log, () => Promise.resolve(count(file, key)));
  return { size, recoveryCode, key: Buffer.from(key).toString('hex') };
};

const as = 'manager' as const;

const stock = async (shop: OpenShop): Promise<void> => {
  const ids: number[] = [];
  for (let at = 1; at <= items; at += 1) {
    ids.push(
      await seedItem(shop, {
        code: `B${String(at).padStart(4, '0')}`,
        name: `试样商品${at}`,
        listPriceFen: 100 + (at % 19) * 50,
      }),
    );
  }
  for (let lot = 0; lot < lotsOfItem; lot += 1) {
    for (let from = 0; from < items; from += 100) {
      const lines = ids.slice(from, from + 100).map((itemId, at) => ({
        itemId,
        quantity: piecesOfLot,
        valueFen: piecesOfLot * (90 + ((from + at) % 17)),
        basis: 'fair-value' as const,
        basisNote: '市场价',
        productionDay: null,
        expiryDay: `${2090 + lot}-0${1 + (at % 9)}-15`,
      }));
      await shop.call(
        'donations.record',
        {
          day: '2026-01-05',
          donor: { name: '柳州市某米业有限公司', kind: 'company' },
          anonymous: false,
          purpose: '',
          inspectors: ['韦验收', '覃验收'],
          cash: null,
          checker: '李验收',
          lines,
        },
        { as },
      );
    }
  }
};

const enterRoster = async (shop: OpenShop, sheet: { name: string; bytes: Uint8Array }): Promise<void> => {
  const { previewId, refused } = await shop.call('people.previewImport', { sheet }, { as });
  if (refused.length > 0) throw new Error(`rows refused: ${JSON.stringify(refused.slice(0, 3))}`);
  await shop.call('people.confirmImport', { previewId }, { as });
};

const issue = async (shop: OpenShop, at: number): Promise<void> => {
  const draft = await prepareBatch(shop, {
    name: `批次${at + 1}`,
    categories: CATEGORIES.map(({ code }) => code),
    validFrom: '2026-01-05',
    validTo: `${2090 + at}-12-31`,
  });
  await approveBatch(shop, draft);
};

/** Counts what was made and refuses books whose postings do not add up to their balances. */
const count = (file: string, key: Uint8Array): BooksSize => {
  const books = openReadOnly(file, key);
  try {
    const one = (sql: string): number => Number(books.prepare(sql).pluck().get());
    const ties: readonly (readonly [string, string])[] = [
      ['SELECT sum(balance_fen) FROM voucher', 'SELECT sum(amount_fen) FROM voucher_posting'],
      [`SELECT count(*) FROM voucher WHERE state = 'issued'`, 'SELECT sum(pieces) FROM voucher_posting'],
      ['SELECT sum(on_hand) FROM lot_stock', 'SELECT sum(quantity) FROM stock_posting'],
      ['SELECT sum(on_hand_fen) FROM lot_stock', 'SELECT sum(value_fen) FROM stock_posting'],
      ['SELECT sum(members) FROM household', 'SELECT count(*) FROM person'],
    ];
    for (const [balance, postings] of ties) {
      if (one(balance) !== one(postings)) throw new Error(`does not tie: ${balance}; ${postings}`);
    }
    return {
      vouchers: one('SELECT count(*) FROM voucher'),
      people: one('SELECT count(*) FROM person'),
      households: one('SELECT count(*) FROM household'),
      lots: one('SELECT count(*) FROM lot'),
      bytes: one('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
    };
  } finally {
    books.close();
  }
};

const timed = async <T>(what: string, log: (line: string) => void, work: () => Promise<T>): Promise<T> => {
  const started = Date.now();
  const result = await work();
  log(`  ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
};
