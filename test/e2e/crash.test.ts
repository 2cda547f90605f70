// The db process is killed in the middle of a redemption: it starts again, the window is told, the unanswered call is sent again,
// and the voucher is redeemed exactly once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Drive } from '../helpers/drive.ts';
import { firstRun } from '../helpers/first-run.ts';
import { fillShop } from '../helpers/fill-shop.ts';

let drive: Drive;
let papers = '';
beforeAll(async () => {
  papers = mkdtempSync(join(tmpdir(), 'papers-'));
  drive = await Drive.start(inject('prepared'));
  await firstRun(drive, papers);
  await fillShop(drive);
});
afterAll(async () => {
  await drive.close();
  rmSync(papers, { recursive: true, force: true });
});

/** Ends the db process at once, as a crash would. */
const killDb = (): Promise<number> =>
  drive.app.evaluate(({ app }) => {
    const found = app
      .getAppMetrics()
      .find(({ name, serviceName }) => name === 'shop-db' || serviceName === 'shop-db');
    if (!found) throw new Error('no db process');
    process.kill(found.pid, 'SIGKILL');
    return found.pid;
  });

describe('a db process that dies', () => {
  it.each([0, 2, 5, 10, 20])(
    '%i ms into a redemption leaves it done exactly once, and the window goes on',
    async (delay) => {
      const { rows } = await drive.call('vouchers.list', { batchId: null, state: 'issued', limit: 1 });
      const [voucher] = rows;
      if (!voucher) throw new Error('no open voucher');
      const { rows: goods } = await drive.call('goods.list', { limit: 500 });
      const item = goods.find(
        ({ available, listPriceFen, unitScale }) =>
          available > 20 && listPriceFen !== null && listPriceFen < 5_000 && unitScale === 1,
      );
      if (!item) throw new Error('nothing to give out');

      await drive.page.evaluate(() => {
        const told = window as unknown as { restarts: number };
        told.restarts = 0;
        window.shop.on('db-restarted', () => (told.restarts += 1));
      });
      const answer = drive.call(
        'counter.redeem',
        { voucherIds: [voucher.id], entry: 'scanned', lines: [{ itemId: item.id, quantity: 1 }] },
        { commandId: `crash-${String(delay)}-${String(voucher.id)}` },
      );
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killDb();

      const redeemed = await answer;
      expect(redeemed.beforeFen).toBe(10_000);
      await drive.page.waitForFunction(() => (window as unknown as { restarts: number }).restarts > 0);
      // Whoever was signed in still is, the books tie, and there is one redemption of this voucher.
      const today = await drive.call('counter.today', {});
      expect(today.filter(({ redemptionId }) => redemptionId === redeemed.redemptionId)).toHaveLength(1);
      const after = await drive.call('goods.list', { search: item.code, limit: 10 });
      expect(after.rows.find(({ id }) => id === item.id)?.onHand).toBe(item.onHand - 1);
      expect((await drive.call('audit.verify', {})).ok).toBe(true);
    },
  );

  it('again and again within a minute is not started any more: the window says so and nothing can be entered', async () => {
    await killDb();
    await drive.page.getByText('账本已停止').first().waitFor();
    const answer = await drive.page.evaluate(() => window.shop.call('shop.today', {}));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'fault', code: 'books-stopped' } });
  });
});
