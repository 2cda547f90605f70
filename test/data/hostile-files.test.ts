// T14 at the door: a file that is damaged, foreign, newer, empty or gone, or has a log beside it that is not its own, is said in
// words before any sale and stays byte for byte what it was, so that whoever helps finds it as it was found.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../db/failures.ts';
import { currentVersion } from '../../db/migrations/index.ts';
import { openBooks } from '../../db/open.ts';
import { serve } from '../../db/serve.ts';
import { makeBooks, reopened, testKey, type Books } from '../helpers/child-books.ts';
import { brokenRules, look } from '../helpers/child-oracle.ts';
import { runChild } from '../helpers/child-run.ts';
import { randomOf, seedOfRun } from '../helpers/child-random.ts';

let books: Books;
/** Books closed well, and the same after more sales, killed: with a log full of acknowledged acts. */
let yesterday: string;
let today: string;
beforeAll(async () => {
  books = await makeBooks(40);
  yesterday = books.copy('yesterday');
  await runChild({ file: yesterday, steps: [0, 1, 2, 3].map((at) => books.redeem(at)), close: true });
  const later = books.copy('later');
  copyFileSync(yesterday, later);
  await runChild({ file: later, steps: [4, 5, 6, 7].map((at) => books.redeem(at)), close: true });
  today = books.copy('today');
  copyFileSync(later, today);
  await runChild({ file: today, steps: [8, 9, 10].map((at) => books.redeem(at)) });
}, 300_000);
afterAll(() => books.remove());

let made = 0;
/** A file of its own with, when given, a log beside it. */
const place = (file: string | Uint8Array | null, wal: string | Uint8Array | null = null): string => {
  const folder = join(books.folder, `place-${(made += 1)}`);
  mkdirSync(folder);
  const path = join(folder, 'shop.db');
  const put = (from: string | Uint8Array, to: string): void =>
    typeof from === 'string' ? copyFileSync(from, to) : writeFileSync(to, from);
  if (file !== null) put(file, path);
  if (wal !== null) put(wal, `${path}-wal`);
  return path;
};
const logOf = (path: string): string => `${path}-wal`;

/** What opening says; the fault in code, as the first screen gets it. */
const opening = (path: string, key: Uint8Array = testKey): string => {
  try {
    const server = serve({
      path,
      key,
      create: false,
      documents: { render: () => Promise.reject(new Error()), readSheet: () => Promise.reject(new Error()) },
      backupFolder: `${path}.backups`,
      clock: () => '2026-05-04T02:12:00.000Z',
      onBug: () => undefined,
    });
    void server.close();
    return 'opened';
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
};
const bytesOf = (path: string): string =>
  readdirSync(join(path, '..'))
    .filter((name) => !name.endsWith('-shm'))
    .sort()
    .map((name) => `${name} ${readFileSync(join(path, '..', name)).toString('base64')}`)
    .join('\n');
const expectRefused = (path: string, code: string | readonly string[], key?: Uint8Array): void => {
  const before = bytesOf(path);
  expect([code].flat()).toContain(opening(path, key));
  expect(bytesOf(path) === before, 'the files are as they were').toBe(true);
};

describe('the books', () => {
  it('with their own log after a kill open with everything in it', async () => {
    const path = place(today, logOf(today));
    await reopened(path, async (shop) => {
      expect(await brokenRules(shop)).toEqual([]);
      expect(look(shop, 'SELECT count(*) AS n FROM redemption')).toEqual([{ n: 11 }]);
    });
  });

  it('of yesterday under the log of today are noticed and not mixed', () => {
    expectRefused(place(yesterday, logOf(today)), 'books-damaged');
  });

  it('under the log of another shop, or a log that is none, lose nothing', async () => {
    const foreign = join(books.folder, 'foreign.db');
    const other = openBooks({ path: foreign, key: new Uint8Array(32).fill(9), create: true });
    other.file.exec(`INSERT INTO donor (name, search, kind, created_at) VALUES ('x', '', 'company', '2026')`);
    const path = place(yesterday, logOf(foreign));
    other.close();
    expectRefused(path, ['books-damaged', 'books-key-missing']);
    rmSync(logOf(path));
    await reopened(path, async (shop) => expect(await brokenRules(shop)).toEqual([]));
    const noLog = place(yesterday, new TextEncoder().encode('这不是日志'.repeat(300)));
    await reopened(noLog, async (shop) => expect(await brokenRules(shop)).toEqual([]));
  });

  it('that are gone are never made anew, and their log stays', () => {
    const path = place(null, logOf(today));
    expectRefused(path, 'file-unreadable');
    expect(existsSync(path)).toBe(false);
    // Not even by a first run: a first run has no log.
    const before = bytesOf(path);
    expect(() => openBooks({ path, key: testKey, create: true })).toThrow(Fault);
    expect(bytesOf(path) === before).toBe(true);
  });

  it('of no bytes are never taken for new ones, with or without a log', () => {
    expectRefused(place(new Uint8Array(0)), 'books-damaged');
    expectRefused(place(new Uint8Array(0), logOf(today)), 'books-damaged');
  });

  it('cut short, foreign or locked by another key are refused', () => {
    const path = place(yesterday);
    truncateSync(path, 4096 * 5);
    expectRefused(path, ['books-damaged', 'books-key-missing']);
    expectRefused(place(new TextEncoder().encode('户编号,姓名\r\n'.repeat(999))), 'books-key-missing');
    expectRefused(place(yesterday), 'books-key-missing', new Uint8Array(32).fill(1));
    expectRefused(place(today, logOf(today)), 'books-key-missing', new Uint8Array(32).fill(1));
    const folder = place(null);
    mkdirSync(folder);
    expect(opening(folder)).toBe('file-unreadable');
  });

  it('of a newer program are refused and untouched, log and all', () => {
    const newer = place(yesterday);
    const file = openBooks({ path: newer, key: testKey, create: false });
    file.file.pragma(`user_version = ${currentVersion + 1}`);
    const path = place(newer, logOf(newer));
    file.close();
    expectRefused(path, 'books-from-newer-program');
    expectRefused(place(newer), 'books-from-newer-program');
  });

  it(
    'with any bit turned in the file lose no acknowledged act without a word',
    { timeout: 120_000 },
    async () => {
      const seed = seedOfRun();
      const random = randomOf(seed);
      const [whole, log] = [readFileSync(today), readFileSync(logOf(today))];
      const said: Record<string, number> = {};
      for (let at = 0; at < 60; at += 1) {
        const damaged = Buffer.from(whole);
        const place_ = random.int(whole.length);
        damaged[place_] = (damaged[place_] ?? 0) ^ (1 << random.int(8));
        const path = place(damaged, log);
        const code = opening(path);
        said[code] = (said[code] ?? 0) + 1;
        // A page that the log holds anew may be damaged in the file: then nothing is lost.
        if (code === 'opened')
          await reopened(path, async (shop) => {
            expect(await brokenRules(shop), `seed ${seed}`).toEqual([]);
            expect(look(shop, 'SELECT count(*) AS n FROM redemption'), `seed ${seed}`).toEqual([{ n: 11 }]);
          });
        else expect(['books-damaged', 'books-key-missing']).toContain(code);
        rmSync(join(path, '..'), { recursive: true });
      }
      expect(said['books-damaged'], JSON.stringify(said)).toBeGreaterThan(20);
    },
  );
});
