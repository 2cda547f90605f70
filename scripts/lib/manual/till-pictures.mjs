// The manual's pictures of the till beyond the main job: several vouchers, a held basket, goods carried home, cash, a limit, points, a
// forgotten voucher, an undo, the scanner's check; then the shift of it.
import path from 'node:path';
import { place } from '../../../test/helpers/main-job.ts';
import { codesOnPage } from '../../../test/helpers/read-codes.ts';
import { section } from './section.mjs';

/** @typedef {import('../../../test/helpers/drive.ts').Drive} Drive */
/** @typedef {(name: string) => Promise<void>} Picture */
/** @typedef {import('./voucher-pictures.mjs').Goods} Goods */

/** @param {Drive} drive @param {string} papers @param {readonly Goods[]} goods @param {Picture} picture */
export async function tillPictures(drive, papers, [cheap, other, dear], picture) {
  const { page } = drive;
  const [own, packed, ...others] = await twoOfOneHousehold(drive, papers);
  const [second, third] = others;
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  // A packed voucher and one of money beside each other.
  await drive.scan(own);
  await drive.byId('counter-basket').waitFor();
  await drive.scan(packed);
  await drive.byId('counter-packed').first().waitFor();
  await take(drive, cheap);
  await take(drive, dear);
  await picture('counter-two');
  await page.keyboard.press('F6');
  await drive.byId('counter-idle').waitFor();
  await page.keyboard.press('F7');
  await drive.byId('held-row').first().waitFor();
  await picture('counter-held');
  await page.keyboard.press('Enter');
  await drive.byId('counter-basket').waitFor();
  await page.keyboard.press('F5');
  await drive.byId('delivery-form').waitFor();
  await page.getByLabel(/^送货人/).fill('李强');
  await picture('counter-delivery');
  await page.keyboard.press('Control+Enter');
  await drive.byId('counter-delivery').waitFor();
  await page.keyboard.press('F9');
  await drive.byId('counter-done').waitFor();
  await page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
  // More than the voucher is worth, where the shop takes cash.
  await drive.scan(second);
  await drive.byId('counter-basket').waitFor();
  await take(drive, other);
  await take(drive, dear);
  await manyOf(drive, Math.ceil((10_100 - other.priceFen) / dear.priceFen));
  await page.keyboard.press('F11');
  await drive.byId('topup-input').fill('200');
  await picture('counter-topup');
  await page.keyboard.press('Enter');
  await drive.byId('topup-input').waitFor({ state: 'detached' });
  await page.keyboard.press('F9');
  await drive.byId('counter-done').waitFor();
  await page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
  // More than the limit lets.
  await drive.scan(third);
  await drive.byId('counter-basket').waitFor();
  await take(drive, cheap);
  await manyOf(drive, 3);
  await page.keyboard.press('F9');
  await drive.byId('counter-refused').waitFor();
  await picture('counter-limit');
  await page.keyboard.press('Enter');
  await drive.byId('counter-basket').waitFor();
  await page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
  const [points] = await codesOnPage(path.join(papers, 'points-sheet.pdf'), 5);
  await drive.scan(points ?? '');
  await drive.byId('counter-basket').waitFor();
  await take(drive, other);
  await take(drive, dear);
  await picture('counter-points');
  await page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
  await forgotten(drive, picture);
  await undone(drive, picture);
  await page.keyboard.press('Alt+8');
  await drive.byId('scanner-check').waitFor();
  await picture('scanner-check');
}

/** @param {Drive} drive @param {Picture} picture */
async function forgotten(drive, picture) {
  const { page } = drive;
  await page.keyboard.press('F11');
  await drive.byId('forgotten-search').fill('w');
  await page.keyboard.press('Enter');
  await drive.byId('forgotten-row').first().waitFor();
  await page.keyboard.press('Enter');
  await drive.byId('forgotten-approve').waitFor();
  await picture('counter-forgotten');
  await page.keyboard.press('Escape');
  await drive.byId('forgotten-find').waitFor();
  await page.keyboard.press('Escape');
  await drive.byId('forgotten-find').waitFor({ state: 'detached' });
}

/** Some lines of the newest redemption, not all. @param {Drive} drive @param {Picture} picture */
async function undone(drive, picture) {
  const { page } = drive;
  await page.keyboard.press('F8');
  await drive.byId('today-row').first().waitFor();
  await drive.byId('today-reverse').first().click();
  await drive.byId('back-row').first().click();
  await picture('counter-undo');
  await page.keyboard.press('Escape');
  await drive.byId('reverse-form').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await drive.byId('counter-today').waitFor({ state: 'detached' });
}

/** @param {Drive} drive @param {Picture} picture */
export async function shiftPictures(drive, picture) {
  const { page } = drive;
  await section(drive, 6, 'delivery-row');
  await picture('deliveries');
  await section(drive, 7, 'shift-now');
  await picture('shift');
  await page.keyboard.press('F8');
  await drive.byId('shift-end-form').waitFor();
  await page.getByLabel(/^实点现金/).fill('2.00');
  await picture('shift-end');
  await page.keyboard.press('Escape');
  await drive.byId('shift-end-form').waitFor({ state: 'detached' });
}

/** One more line in the basket. @param {Drive} drive @param {Goods} goods */
async function take(drive, { barcode }) {
  const before = await drive.byId('counter-line').count();
  await drive.scan(barcode);
  await drive.byId('counter-line').nth(before).waitFor();
}

/** F2 on the chosen line. @param {Drive} drive @param {number} times */
async function manyOf(drive, times) {
  await drive.page.keyboard.press('F2');
  await drive.byId('quantity-input').fill(String(times));
  await drive.page.keyboard.press('Enter');
  await drive.byId('quantity-input').waitFor({ state: 'detached' });
}

/**
 * Codes of a household's two vouchers, of money and packed, then of the money vouchers of two others.
 * @param {Drive} drive @param {string} papers @returns {Promise<readonly [string, string, string, string]>}
 */
async function twoOfOneHousehold(drive, papers) {
  const holder = async (/** @type {string} */ code) =>
    (await drive.call('counter.scan', { code, entry: 'scanned' })).household.householdId;
  const money = new Map();
  for (const code of await codesOnPage(path.join(papers, 'voucher-sheet.pdf'), 3))
    money.set(await holder(code), code);
  for (const at of [3, 2, 4])
    for (const packed of await codesOnPage(path.join(papers, 'package-sheet.pdf'), at)) {
      const own = money.get(await holder(packed));
      if (own === undefined) continue;
      const [second, third] = [...money.values()].filter((code) => code !== own);
      return [own, packed, second ?? '', third ?? ''];
    }
  throw new Error('nobody holds a voucher of both sheets');
}
