// The whole main job in the window, as a manager and a volunteer would do it: goods, gifts, people, vouchers, counter, reports.
// Each function is one stage, ends on a screen that shows its result, and answers what the program itself says about it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../db/contract/index.ts';
import { openFirstRow, savePaper } from './desk.ts';
import { addBureau, bureau } from './first-run.ts';
import type { Drive } from './drive.ts';
import { codesOnPage } from './read-codes.ts';

export type Look = (name: string) => Promise<void>;

/** Where the seven places stand in the left column. */
export const place = {
  home: 0,
  counter: 1,
  vouchers: 2,
  goods: 3,
  donations: 4,
  people: 5,
  reports: 6,
  keeping: 7,
} as const;

/** The sheet of this kind in whatever form the folder has it: goods.xlsx, roster-gb18030.csv, … */
const sheetIn = (folder: string, kind: 'goods' | 'donations' | 'roster'): string => {
  const found = ['.xlsx', '.xls', '.csv'].flatMap((ending) =>
    readdirSync(folder).filter((name) => name.startsWith(kind) && name.endsWith(ending)),
  );
  if (found[0] === undefined) throw new Error(`the folder holds no sheet of ${kind}`);
  return join(folder, found[0]);
};

const importSheet = async (
  drive: Drive,
  area: 'goods' | 'donation' | 'people',
  sheet: string,
  look: Look,
): Promise<void> => {
  await drive.byId(`${area}-import`).click();
  await drive.nextFile(sheet);
  await drive.byId('import-choose').click();
  await drive.byId('import-ask').waitFor();
  await look(`${area}-import-preview`);
  await drive.byId('import-ask').click();
  await drive.byId('import-confirm').click();
  await drive.page.locator('.sheet-import .notice.done').waitFor();
  await look(`${area}-import-done`);
};

export const importGoods = async (drive: Drive, folder: string, look: Look): Promise<void> => {
  await drive.go(place.goods);
  await importSheet(drive, 'goods', sheetIn(folder, 'goods'), look);
  await drive.byId('back').click();
  await drive.byId('goods-add').waitFor();
  await look('goods-list');
};

export const importGifts = async (drive: Drive, folder: string, look: Look): Promise<void> => {
  await drive.go(place.donations);
  await importSheet(drive, 'donation', sheetIn(folder, 'donations'), look);
  await drive.byId('back').click();
  await drive.byId('donation-record').waitFor();
  await look('donations-list');
};

/** The receipt of the newest gift, opened from the list. */
export const printReceipt = async (
  drive: Drive,
  papers: string,
  fileName: string,
  look: Look,
): Promise<void> => {
  await drive.go(place.donations);
  await drive.byId('donation-record').waitFor();
  await openFirstRow(drive);
  await savePaper(drive, papers, fileName, 'receipt-save');
  await look('donation');
  await drive.byId('back').click();
};

export const importPeople = async (
  drive: Drive,
  folder: string,
  look: Look,
): Promise<Output<'people.previewImport'>> => {
  await drive.go(place.people);
  const sheet = sheetIn(folder, 'roster');
  // What the preview said is read back from the program before anything is stored.
  await drive.nextFile(sheet);
  const preview = await drive.previewRoster();
  await importSheet(drive, 'people', sheet, look);
  await drive.byId('back').click();
  await drive.byId('people-summary').waitFor();
  await look('people-list');
  return preview;
};

type Item = Output<'goods.list'>['rows'][number];

/** One more line of the gift: goods by barcode or code, quantity, dates where the goods keep one, worth or 未计价. */
const typeLine = async (drive: Drive, item: Item, year: number, worth: string | null): Promise<void> => {
  const last = (testId: string) => drive.byId(testId).last();
  await drive.byId('donation-pick').fill(item.barcodes[0]?.barcode ?? item.code);
  await drive.page.keyboard.press('Enter');
  await drive.page.getByRole('listitem', { name: item.name }).last().waitFor();
  await last('line-quantity').fill('100');
  if (item.keepsDate) {
    await last('line-production').fill(`${String(year)}0101`);
    await last('line-expiry').fill(`${String(year + 2)}0101`);
  }
  await last('line-basis').selectOption(worth === null ? 'unpriced' : 'evidence');
  if (worth !== null) await last('line-value').fill(worth);
};

/** A gift of goods and cash typed in by hand, with its receipt saved into `papers`. */
export const recordGift = async (drive: Drive, papers: string, look: Look): Promise<string> => {
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const { businessDay } = await drive.call('shop.status', {});
  const year = Number(businessDay.slice(0, 4));
  await drive.go(place.donations);
  await drive.byId('donation-record').click();
  await drive.byId('donation-donorName').fill('柳州市某某粮油公司');
  await drive.byId('donation-kind').selectOption('company');
  await drive.byId('donation-cash').fill('1280.50');
  await drive.byId('donation-purpose').fill('节日慰问困难家庭');
  await drive.byId('donation-checker').fill('李强');
  await drive.byId('donation-inspectorA').fill('韦店长');
  await drive.byId('donation-inspectorB').fill('王芳');
  const [kept, lasting] = [rows.find(({ keepsDate }) => keepsDate), rows.find(({ keepsDate }) => !keepsDate)];
  // A hundred of it at the list price: as many yuan as one costs fen, and never far from fair.
  if (kept) await typeLine(drive, kept, year, String(kept.listPriceFen ?? 4500));
  if (lasting) await typeLine(drive, lasting, year, null);
  // Back to the top: who gave, what for, and the first goods.
  await drive.page.locator('.frame-main').evaluate((main) => main.scrollTo(0, 0));
  await look('donation-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.saveInto(papers, 'receipt-typed-in.pdf');
  await drive.byId('receipt-save').click();
  await drive.page.locator('.notice.done').nth(1).waitFor();
  await look('donation-saved');
  const { rows: gifts } = await drive.call('donations.list', { limit: 1 });
  return gifts[0]?.receiptNumber ?? '';
};

/** Issues ¥100 a household to everybody eligible, the bureau agreeing beside the manager; saves the voucher sheet and the sign-off list. */
export const issueBatch = async (drive: Drive, papers: string, look: Look): Promise<number> => {
  await addBureau(drive);
  const { businessDay } = await drive.call('shop.status', {});
  await drive.go(place.vouchers);
  await drive.byId('vouchers-new').click();
  await drive.byId('batch-name').fill('元旦春节慰问');
  await drive.byId('batch-festival').fill('元旦春节');
  await drive.byId('batch-face').fill('100');
  await drive.byId('batch-categories-all').click();
  await drive.byId('batch-from').fill(businessDay);
  await drive.byId('batch-to').fill(`${String(Number(businessDay.slice(0, 4)) + 1)}-02-28`);
  await drive.byId('batch-preview').click();
  await drive.byId('batch-previewed').waitFor();
  await look('vouchers-preview');
  await drive.byId('batch-issue').click();
  await drive.byId('second-password').fill(bureau.password);
  await look('vouchers-confirm');
  await drive.byId('batch-issue-confirm').click();
  await drive.byId('batch-figures').waitFor();
  await look('vouchers-batch');
  await savePaper(drive, papers, 'voucher-sheet.pdf', 'voucher-sheet-save');
  await savePaper(drive, papers, 'sign-off.pdf', 'sign-off-save');
  await drive.go(place.home);
  await drive.go(place.vouchers);
  await drive.byId('vouchers-new').waitFor();
  await look('vouchers-list');
  const [batch] = await drive.call('vouchers.batches', {});
  if (!batch) throw new Error('no batch was issued');
  return batch.id;
};

export interface Served {
  readonly usedFen: number;
  readonly lines: number;
}

/** Serves the household whose voucher code this is: scan the voucher, scan goods, F9. The counter screen must be open. */
export const serve = async (
  drive: Drive,
  code: string,
  look: Look = () => Promise.resolve(),
  most = 3,
): Promise<Served> => {
  await drive.scan(code);
  await drive.byId('counter-basket').waitFor();
  const goods = await affordable(drive, code, most);
  for (const { barcode } of goods) {
    const before = await drive.byId('counter-line').count();
    await drive.scan(barcode);
    await drive.page.waitForFunction(
      (lines) => document.querySelectorAll('[data-testid="counter-line"]').length > lines,
      before,
    );
  }
  await look('counter-basket');
  await drive.page.keyboard.press('F9');
  await drive.byId('counter-done').waitFor();
  await look('counter-done');
  return { usedFen: goods.reduce((sum, { priceFen }) => sum + priceFen, 0), lines: goods.length };
};

/** Goods this household may take, within its balance, dearest first: what a helper at the shelf would point out. */
const affordable = async (
  drive: Drive,
  code: string,
  most: number,
): Promise<readonly { barcode: string; priceFen: number }[]> => {
  const { vouchers } = await drive.call('counter.scan', { code, entry: 'scanned' });
  const [voucher] = vouchers;
  if (!voucher) throw new Error('no voucher');
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const priced = rows.filter(
    ({ listPriceFen, barcodes, unitScale }) =>
      listPriceFen !== null && barcodes.length > 0 && unitScale === 1,
  );
  const chosen: { barcode: string; priceFen: number }[] = [];
  let left = voucher.balanceFen;
  for (const { barcodes, listPriceFen } of priced.toSorted(
    (a, b) => (b.listPriceFen ?? 0) - (a.listPriceFen ?? 0),
  )) {
    const priceFen = listPriceFen ?? 0;
    const barcode = barcodes[0]?.barcode;
    if (chosen.length >= most || priceFen > left || barcode === undefined) continue;
    const takes = await drive.call('counter.goods', { voucherIds: [voucher.voucherId], code: barcode }).then(
      (line) => line.available > 0,
      () => false,
    );
    if (!takes) continue;
    chosen.push({ barcode, priceFen });
    left -= priceFen;
  }
  return chosen;
};

/** Serves every household on the first page of the printed voucher sheet, by the codes an independent decoder reads from it. */
export const serveFirstPage = async (
  drive: Drive,
  papers: string,
  look: Look,
): Promise<readonly Served[]> => {
  const codes = await codesOnPage(join(papers, 'voucher-sheet.pdf'), 1);
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  await look('counter-idle');
  const served: Served[] = [];
  for (const [at, code] of codes.entries()) {
    // One household takes many things, so that a slip with five lines is seen.
    served.push(await serve(drive, code, at === 0 ? look : undefined, at === 0 ? 5 : 2));
    if (at === 0) await savePaper(drive, papers, 'slip.pdf', 'slip-save');
  }
  const [first] = codes;
  if (first === undefined) throw new Error('no code could be read from the printed sheet');
  await drive.scan(first);
  await drive.byId('counter-refused').waitFor();
  await look('counter-refused');
  await drive.page.keyboard.press('Escape');
  return served;
};

/** The screens nobody passed on the way. */
export const lookAround = async (drive: Drive, look: Look): Promise<void> => {
  await drive.go(place.home);
  await drive.page.getByText('需要处理').waitFor();
  await look('home');
  await drive.go(place.goods);
  await drive.byId('goods-add').waitFor();
  await openFirstRow(drive);
  await drive.byId('back').waitFor();
  await look('goods-lots');
  await drive.go(place.people);
  await drive.byId('people-summary').waitFor();
  await openFirstRow(drive);
  await drive.byId('back').waitFor();
  await look('people-household');
  await drive.go(place.keeping);
  const tabs = drive.page.locator('.sub-place');
  await tabs.first().waitFor();
  for (let at = 0; at < (await tabs.count()); at += 1) {
    await tabs.nth(at).click();
    await drive.page.waitForTimeout(300);
    await look(`keeping-${String(at + 1)}`);
  }
};

/** Both reports of the current month, on the screen and saved as PDF and XLSX. */
export const reports = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await drive.go(place.reports);
  await drive.byId('report-paper').waitFor();
  await look('report-distribution');
  await savePaper(drive, papers, 'report.pdf', 'report-pdf-save');
  await savePaper(drive, papers, 'report.xlsx', 'report-xlsx-save');
  await drive.byId('report-balance').click();
  await drive.byId('balance-verdict').waitFor();
  await look('report-balance');
  await savePaper(drive, papers, 'balance.pdf', 'report-pdf-save');
};
