// The household beside the basket on a screen of 1366 × 768: with one, two, three and five vouchers, in both languages and in large type.
// Three vouchers are seen whole, and the keys at the foot stand in one row, also with F11 and F12 among them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { prepare, type Prepared } from '../../scripts/lib/prepare.mjs';
import { barcode, codeOf, community, fillCounterBooks, vouchersOf } from '../helpers/counter-books.ts';
import * as till from '../helpers/counter-job.ts';
import { Drive } from '../helpers/drive.ts';
import { bureau, firstRun, manager } from '../helpers/first-run.ts';
import { cutTexts, stumblesSeen } from '../helpers/seen.ts';

let folder = '';
let drive: Drive;
let prepared: Prepared;
let codes: readonly string[] = [];

interface Seen {
  /** Vouchers that stand whole in the panel, and that lie over its edge. */
  readonly whole: number;
  readonly torn: number;
  /** Rows of keys at the foot. */
  readonly keyRows: number;
  readonly keys: number;
  readonly wrong: readonly string[];
}

/** Runs inside the page. */
const measure = (): Omit<Seen, 'wrong'> => {
  const panel = document.querySelector('[data-testid="counter-household"]')?.getBoundingClientRect();
  const bottoms = [...document.querySelectorAll('[data-testid="basket-voucher"]')].map((each) =>
    each.getBoundingClientRect(),
  );
  const whole = bottoms.filter(({ bottom }) => bottom <= (panel?.bottom ?? 0) + 1).length;
  const keys = [...document.querySelectorAll('.counter-key')].map((key) => key.getBoundingClientRect());
  return {
    whole,
    torn: bottoms.length - whole,
    keyRows: new Set(keys.map(({ top }) => Math.round(top))).size,
    keys: keys.length,
  };
};

const start = (): Promise<Drive> =>
  Drive.start({ ...inject('prepared'), env: prepared.env }, join(folder, 'program'));

const see = async (name: string): Promise<Seen> => {
  const { page } = drive;
  const wrong = [...(await stumblesSeen(page)), ...(await cutTexts(page))];
  const shots = process.env['SHOTS'];
  if (shots !== undefined) await drive.screenshot(join(shots, `${name}.png`));
  return { ...(await page.evaluate(measure)), wrong };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-'));
  prepared = await prepare({ display: true, screen: '1366x768x24', build: false, log: () => undefined });
  drive = await start();
  await firstRun(drive, folder);
  const { today, lastDay } = await fillCounterBooks(drive);
  for (const [at, name] of ['五一慰问', '端午慰问', '夏令慰问', '中秋慰问', '元旦春节慰问'].entries()) {
    const spec = {
      name,
      faceFen: 8_000 + 500 * at,
      inParts: at === 1,
      categories: ['urban-minimum-living'],
      communities: [community.several],
      validFrom: today,
      validTo: lastDay,
      place: '城中区慈善超市',
    };
    const { households } = await drive.call('vouchers.previewBatch', { spec });
    await drive.call(
      'vouchers.issueBatch',
      { spec, expectHouseholds: households, approval: { login: bureau.login, password: bureau.password } },
      { commandId: randomUUID() },
    );
  }
  codes = (await vouchersOf(drive, 'several')).map(codeOf);
}, 240_000);
afterAll(async () => {
  await drive.close();
  await prepared.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Goods dearer than all vouchers, so that cash is due: F11 stands beside F12. */
const fillBasket = async (vouchers: number): Promise<void> => {
  const [first = '', ...more] = codes.slice(0, vouchers);
  await till.openVoucher(drive, first);
  await drive.page.keyboard.press('1');
  await drive.page.keyboard.press('5');
  await drive.byId('counter-typing').waitFor();
  await till.scanGoods(drive, barcode.oil);
  for (const [at, code] of more.entries()) {
    await drive.scan(code);
    await drive
      .byId('basket-voucher')
      .nth(at + 1)
      .waitFor();
  }
};

describe.each(['zh-CN', 'en', 'zh-CN-large'] as const)('in %s', (look) => {
  beforeAll(async () => {
    await drive.page.evaluate((wanted) => {
      localStorage.setItem('language', wanted === 'en' ? 'en' : 'zh-CN');
      localStorage.setItem('large-letters', wanted.endsWith('large') ? 'yes' : 'no');
    }, look);
    await drive.close();
    drive = await start();
    await drive.page.locator('.person-card', { hasText: manager.name }).click();
    await drive.page.locator('input[type="password"]').fill(manager.password);
    await drive.page.keyboard.press('Enter');
    await drive.page.locator('.frame-places').waitFor();
    await till.toTill(drive);
  });

  it.each([1, 2, 3, 5])('%i vouchers are seen', async (vouchers) => {
    await fillBasket(vouchers);
    const seen = await see(`panel-${look}-${String(vouchers)}`);
    await drive.page.keyboard.press('Escape');
    await drive.byId('counter-idle').waitFor();
    expect(seen.whole).toBeGreaterThanOrEqual(Math.min(vouchers, 3));
    expect(seen).toMatchObject({ keys: vouchers === 1 ? 11 : 12, keyRows: 1, wrong: [] });
  });
});
