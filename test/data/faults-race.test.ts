// T08: two processes redeem the same vouchers at the same instant. One wins each; the other is told who was first.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBooks, reopened, type Books } from '../helpers/child-books.ts';
import { brokenRules, look } from '../helpers/child-oracle.ts';
import { race, times, type ChildResult } from '../helpers/child-run.ts';

const count = times(300, 3_000);
// Long enough for whoever had to queue to be there in time for the next one.
const everyMs = 15;
let books: Books;
beforeAll(async () => {
  books = await makeBooks(count);
}, 300_000);
afterAll(() => books.remove());

it(
  'the same voucher at two processes at once: one redemption each, the loser hears who was first',
  { timeout: 600_000 },
  async () => {
    const file = books.copy('race');
    const steps = (by: string) => books.vouchers.map((_, at) => books.redeem(at, by));
    const results = await race([
      { file, steps: steps('-one'), everyMs },
      { file, steps: steps('-two').map((step) => ({ ...step, as: 'manager' as const })), everyMs },
    ]);
    const [one, two] = results as [ChildResult, ChildResult];
    expect([one.failed, two.failed, one.stderr, two.stderr]).toEqual([null, null, '', '']);
    const won = { one: 0, two: 0, busy: 0 };
    for (const [at] of books.vouchers.entries()) {
      const replies = [one.replies.get(at), two.replies.get(at)];
      const winner = replies.findIndex((reply) => reply?.ok);
      expect(
        replies.filter((reply) => reply?.ok),
        `voucher ${at}`,
      ).toHaveLength(1);
      won[winner === 0 ? 'one' : 'two'] += 1;
      const loser = replies[1 - winner];
      const error = loser && !loser.ok && loser.error.kind !== 'bug' ? loser.error : null;
      if (error?.code === 'books-in-use') won.busy += 1;
      else
        expect(error, `voucher ${at}`).toMatchObject({
          code: 'voucher-redeemed',
          params:
            winner === 0
              ? { operator: '王芳', terminal: '1号柜台' }
              : { operator: '韦店长', terminal: '办公室' },
        });
    }
    // A queue of one second at most: nobody at the counter should have to hear that the books are in use.
    expect(won.busy).toBe(0);
    expect(Math.min(won.one, won.two), `both take part: ${JSON.stringify(won)}`).toBeGreaterThan(count / 50);
    await reopened(file, async (shop) => {
      expect(await brokenRules(shop)).toEqual([]);
      expect(look(shop, 'SELECT count(*) AS n FROM redemption')).toEqual([{ n: count }]);
    });
  },
);

it(
  'canary: a program that looks and then takes does take twice under the same race',
  { timeout: 120_000 },
  async () => {
    const file = join(books.folder, 'canary.db');
    const scratch = new Sqlite(file);
    scratch.pragma('journal_mode = wal');
    scratch.exec('CREATE TABLE taking (voucher INTEGER) STRICT');
    const startAt = Date.now() + 2_000;
    const program = join(import.meta.dirname, '..', 'helpers', 'child-canary.ts');
    const run = (): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [program, file, `${startAt}`, '5', '300'], {
          stdio: 'ignore',
        });
        child.once('exit', resolve);
      });
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    const doubles = scratch
      .prepare('SELECT count(*) FROM (SELECT voucher FROM taking GROUP BY voucher HAVING count(*) > 1)')
      .pluck()
      .get();
    scratch.close();
    expect(doubles).toBeGreaterThan(0);
  },
);
