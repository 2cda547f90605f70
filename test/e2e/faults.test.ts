// What goes wrong around the program, as people see it in the real window: no printer, sheets that are none, books that cannot be
// opened, a place that is not theirs. Each says so in words, and nothing that was entered is harmed.
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentVersion } from '../../db/migrations/index.ts';
import { openBooks } from '../../db/open.ts';
import { recoverKey } from '../../main/keys.ts';
import { workbookParts, zip } from '../documents/hand-made-zip.ts';
import { pageTexts } from '../documents/reading.ts';
import { Drive } from '../helpers/drive.ts';
import { letOneIssue } from '../helpers/fill-shop.ts';
import { manager, signIn, signOut, volunteer } from '../helpers/first-run.ts';
import { place } from '../helpers/main-job.ts';
import { sampleFolder } from '../helpers/sample.ts';

const prepared = inject('prepared');
const once = () => ({ commandId: crypto.randomUUID() });
const shop = {
  name: '练习慈善超市',
  districtCode: '450202',
  districtName: '柳州市城中区',
  reportPhone: '0772-0000000',
  manager,
};

let folder = '';
let drive: Drive;
/** Short code of an open voucher, and the barcode of something a household may take. */
let [voucher, goods] = ['', ''];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  drive = await Drive.start(prepared);
  await drive.desktop('desktop.createBooks', { kind: 'practice' });
  await drive.call('shop.setUp', { ...shop, practice: true }, once());
  await drive.call('staff.signIn', { login: manager.login, password: manager.password }, once());
  await drive.desktop('desktop.fillPractice', {});
  await drive.call('staff.add', { ...volunteer, role: 'volunteer' }, once());
  const { businessDay } = await drive.call('shop.status', {});
  const spec = {
    name: '慰问',
    festival: '',
    faceFen: 10_000,
    categories: ['orphan'],
    validFrom: businessDay,
    validTo: businessDay,
    place: shop.name,
  };
  await letOneIssue(drive);
  const { vouchers } = await drive.call('vouchers.previewBatch', { spec });
  const { batchId } = await drive.call('vouchers.issueBatch', { spec, expectHouseholds: vouchers }, once());
  const [first] = (await drive.call('vouchers.list', { batchId })).rows;
  voucher = first?.typedCode.replaceAll(' ', '') ?? '';
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const cheap = rows.find(
    ({ available, listPriceFen, barcodes }) =>
      available > 0 && barcodes.length > 0 && (listPriceFen ?? Infinity) <= 10_000,
  );
  goods = cheap?.barcodes[0]?.barcode ?? '';
  // Whatever hangs on the machine that runs this: here is no printer.
  await drive.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.getPrintersAsync = () => Promise.resolve([]);
  });
  await drive.page.reload();
  await drive.page.locator('.frame-places').waitFor();
});
afterAll(async () => {
  await drive.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('printing without a printer', () => {
  it('leaves the redemption standing, says so in words, and saves the slip instead', async () => {
    await drive.go(place.counter);
    await drive.byId('counter-idle').waitFor();
    await drive.scan(voucher);
    await drive.byId('counter-basket').waitFor();
    await drive.scan(goods);
    await drive.byId('counter-line').waitFor();
    await drive.page.keyboard.press('F9');
    await drive.byId('counter-done').waitFor();
    const slip = drive.byId('counter-slip');
    await slip.and(drive.page.locator('[data-state=failed]')).waitFor();
    expect(await slip.textContent()).toContain('小票没有打印：没有找到打印机');
    const { redemptions } = await drive.call('shop.today', {});
    expect(redemptions).toBe(1);

    await drive.saveInto(folder, 'slip.pdf');
    await drive.byId('slip-save').click();
    await drive.page.getByText('slip.pdf').waitFor();
    const [redeemed] = await drive.call('counter.today', {});
    expect(pageTexts(readFileSync(join(folder, 'slip.pdf'))).join()).toContain(redeemed?.number);
    expect((await drive.call('shop.today', {})).redemptions).toBe(1);
  });

  it('offers the receipt of a gift as a file, and gives it no second number', async () => {
    const before = await drive.call('donations.list', { limit: 500 });
    await drive.go(place.donations);
    await drive.byId('donation-record').waitFor();
    await drive.page.locator('.data-table').first().focus();
    await drive.page.keyboard.press('ArrowDown');
    await drive.page.keyboard.press('Enter');
    await drive.byId('receipt-print').click();
    const said = drive.page.getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).toContain('没有找到打印机');
    expect(await said.textContent()).toContain('账目不受影响');
    await drive.saveInto(folder, 'receipt.pdf');
    await said.getByRole('button').click();
    await drive.page.getByText('receipt.pdf').waitFor();
    expect(statSync(join(folder, 'receipt.pdf')).size).toBeGreaterThan(10_000);
    expect(await drive.call('donations.list', { limit: 500 })).toEqual(before);
  });
});

describe('a file that is no roster', () => {
  const row = '<row><c t="inlineStr"><is><t>王</t></is></c></row>';
  const roster = (): Buffer => readFileSync(join(sampleFolder, 'roster.xlsx'));
  const files: readonly (readonly [string, string, () => Uint8Array, string])[] = [
    [
      'a paper under the name of a sheet',
      'paper.xlsx',
      () => Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'),
      '这不是表格文件',
    ],
    ['half of a sheet', 'half.xlsx', () => roster().subarray(0, 20_000), '表格文件已损坏'],
    [
      'the list of goods',
      'goods.xlsx',
      () => readFileSync(join(sampleFolder, 'goods.xlsx')),
      '没有找到需要的表头',
    ],
    [
      'a file that unfolds to thousandfold its size',
      'bomb.xlsx',
      () => zip([...workbookParts(row), { name: 'xl/media/a.bin', data: new Uint8Array(20 * 2 ** 20) }]),
      '这个文件展开后大得不正常，没有打开',
    ],
  ];

  it.each(files)('%s: is refused in words, and nothing is stored', async (_, name, make, words) => {
    const path = join(folder, name);
    writeFileSync(path, make());
    const before = await drive.call('people.summary', {});
    await drive.go(place.home);
    await drive.go(place.people);
    await drive.byId('people-import').click();
    await drive.nextFile(path);
    await drive.byId('import-choose').click();
    const said = drive.page.locator('.sheet-import').getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).toContain(words);
    expect(await said.textContent()).not.toMatch(/sheet-|undefined|\{\{/);
    expect(await drive.byId('import-ask').count()).toBe(0);
    expect(await drive.call('people.summary', {})).toEqual(before);
  });
});

describe('one person after another', () => {
  it('shows each only what is theirs, also when an address is typed', async () => {
    const { page } = drive;
    const places = (): Promise<string[]> =>
      page.locator('.frame-places .place > span:nth-of-type(1)').allTextContents();
    const count = (): Promise<number> => page.locator('.frame-places .place').count();
    expect(await count()).toBe(8);
    await signOut(drive);
    await signIn(drive, volunteer);
    expect(await count(), (await places()).join()).toBe(5);
    expect(await page.locator('.frame-status').textContent()).toContain('王芳（志愿者）');
    for (const address of ['people', 'donations', 'reports']) {
      await page.evaluate((to) => (window.location.hash = `#/${to}`), address);
      await page.getByText('您的岗位不使用这个页面').waitFor();
      await page.evaluate(() => (window.location.hash = '#/'));
      await page.getByText('王芳，您好').waitFor();
    }
    await signOut(drive);
    await signIn(drive, manager);
    expect(await count()).toBe(8);
    await drive.go(place.people);
    await drive.byId('people-summary').waitFor();
  });
});

describe('books that cannot be opened', () => {
  const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  let [userData, books, recoveryCode] = ['', '', ''];

  beforeAll(async () => {
    userData = mkdtempSync(join(tmpdir(), 'faults-books-'));
    books = join(userData, 'books', 'real', 'shop.db');
    const first = await Drive.start(prepared, userData);
    ({ recoveryCode } = await first.desktop('desktop.createBooks', { kind: 'real' }));
    await first.call('shop.setUp', { ...shop, practice: false }, once());
    await first.close();
  });
  afterAll(() => rmSync(userData, { recursive: true, force: true }));

  /** Starts on these books and answers what the screen says; the file must be as it was. */
  const saidOf = async (code: string): Promise<string> => {
    const before = hashOf(books);
    const started = await Drive.start(prepared, userData);
    try {
      const said = started.page.getByRole('alert').first();
      await said.waitFor();
      expect(await started.desktop('desktop.state', {})).toMatchObject({ stage: 'fault', fault: { code } });
      expect(await started.page.locator('.frame-places, .person-card, .big-choice').count()).toBe(0);
      return (await said.textContent()) ?? '';
    } finally {
      await started.close();
      expect(hashOf(books), 'the file').toBe(before);
    }
  };

  it('because a newer program wrote them: says so, with both versions', async () => {
    const sound = readFileSync(books);
    const key = recoverKey(
      join(userData, 'books', 'real', 'shop.keys.json'),
      {
        strong: false,
        wrap: () => {
          throw new Error('this test keeps no key');
        },
        unwrap: () => '',
      },
      recoveryCode,
    );
    const opened = openBooks({ path: books, key: key ?? new Uint8Array(32), create: false });
    opened.file.pragma(`user_version = ${String(currentVersion + 1)}`);
    opened.close();
    const said = await saidOf('books-from-newer-program');
    expect(said).toContain('账本是更新版本的程序写的');
    expect(said).toContain(`账本版本 ${String(currentVersion + 1)}，本程序只认到 ${String(currentVersion)}`);
    writeFileSync(books, sound);
  });

  it('because one byte in them is not what was written: says so, and what to do', async () => {
    const file = openSync(books, 'r+');
    const middle = Math.floor(statSync(books).size / 2);
    writeSync(file, new Uint8Array([(readFileSync(books)[middle] ?? 0) ^ 1]), 0, 1, middle);
    closeSync(file);
    const said = await saidOf('books-damaged');
    expect(said).toContain('账本文件有损坏，已停止录入');
    expect(said).toContain('请不要删除文件，用最近一次备份恢复');
  });
});
