// Takes the manual's pictures: the main job as the tests and the demo do it, on the sample sheets, and the few screens they pass by.
// What is on a picture is what the program shows; nothing is drawn here.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  addVolunteer,
  firstRun,
  manager,
  signIn,
  signOut,
  volunteer,
} from '../../../test/helpers/first-run.ts';
import * as job from '../../../test/helpers/main-job.ts';
import { codesOnPage } from '../../../test/helpers/read-codes.ts';
import { peoplePlay } from '../../../test/helpers/people-play.ts';
import { storeRoom } from '../../../test/helpers/store-room.ts';
import { smallPicture } from './small-picture.mjs';
import { voucherPictures } from './voucher-pictures.mjs';

/** @typedef {import('../../../test/helpers/drive.ts').Drive} Drive */

/** Pictures of the way that stand in the manual; the others the main job offers are not taken. */
const wanted = new Set([
  'wizard-welcome',
  'wizard-recovery',
  'sign-in',
  'home',
  'counter-idle',
  'counter-basket',
  'counter-done',
  'counter-refused',
  'donation-form',
  'people-import-preview',
  'vouchers-preview',
  'vouchers-batch',
  'report-distribution',
  'report-balance',
  'purchase-form',
  'gift-second-hand',
  'gift-void-ask',
  'transfer-form',
  'labels',
  'loss-form',
  'loss-check',
  'stocktake-figure',
  'stocktake-check',
  'lot',
  'card',
  'donor',
  'cash',
  'register',
  'household-file',
  'household-enter',
  'household-end',
  'reviews',
  'movement',
  'categories',
  'proxy-till',
  'proxy-add',
  'roster',
  'institution-till',
  'check-draw',
  'check',
  'relatives',
  'till-relative',
  'complaint',
  'lens',
  'public-list',
  'roster-export',
  'records',
]);

/** @param {Drive} drive @param {{ data: string, images: string, say: (line: string) => void }} options */
export async function takePictures(drive, { data, images, say }) {
  const papers = mkdtempSync(path.join(tmpdir(), 'manual-papers-'));
  const picture = async (/** @type {string} */ name) => {
    await calm(drive);
    const bytes = await shot(drive);
    writeFileSync(path.join(images, `${name}.png`), bytes);
    say(`${name}.png: ${Math.round(bytes.length / 1024)} kB`);
  };
  const look = async (/** @type {string} */ name) => {
    if (wanted.has(name)) await picture(name);
  };
  try {
    await firstRun(drive, papers, look);
    await job.importGoods(drive, data, look);
    await job.importGifts(drive, data, look);
    await job.recordGift(drive, papers, look);
    await job.importPeople(drive, data, look);
    await job.issueBatch(drive, papers, look);
    await addVolunteer(drive);
    await signOut(drive, look);
    await signIn(drive, volunteer);
    await job.serveFirstPage(drive, papers, look);
    await atTheCounter(drive, papers, picture);
    await signOut(drive);
    await signIn(drive, manager);
    await job.reports(drive, papers, look);
    await job.lookAround(drive, look);
    await keeping(drive, picture);
    await storeRoom(drive, papers, look);
    await peoplePlay(drive, data, papers, look);
    await voucherPictures(drive, papers, picture);
  } finally {
    rmSync(papers, { recursive: true, force: true });
  }
}

/**
 * The counter's dialogs and its amber band.
 * @param {Drive} drive @param {string} papers @param {(name: string) => Promise<void>} picture
 */
async function atTheCounter(drive, papers, picture) {
  const { page } = drive;
  await drive.byId('counter-idle').waitFor();
  await page.keyboard.press('F10');
  await drive.byId('code-input').waitFor();
  await picture('counter-code');
  await page.keyboard.press('Escape');
  await drive.byId('code-input').waitFor({ state: 'detached' });
  const { rows } = await drive.call('goods.list', { limit: 500 });
  await drive.scan(rows.find(({ barcodes }) => barcodes.length > 0)?.barcodes[0]?.barcode ?? '');
  await page.getByText('这是物资条码').waitFor();
  await picture('counter-warning');
  await page.keyboard.press('F8');
  await drive.byId('today-row').first().waitFor();
  await picture('counter-today');
  await page.keyboard.press('Escape');
  await drive.byId('counter-today').waitFor({ state: 'detached' });
  // A household that is still to come, so that the list of goods can be searched by name.
  const [next] = await codesOnPage(path.join(papers, 'voucher-sheet.pdf'), 2);
  if (next === undefined) return;
  await drive.scan(next);
  await drive.byId('counter-basket').waitFor();
  await page.keyboard.press('F3');
  await drive.byId('find-input').fill('dm');
  await drive.byId('find-option').first().waitFor();
  await picture('counter-find');
  await page.keyboard.press('Escape');
  await drive.byId('find-input').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
}

/** The shelves once gifts are in, backup and practice shop. @param {Drive} drive @param {(name: string) => Promise<void>} picture */
async function keeping(drive, picture) {
  await drive.go(job.place.goods);
  await drive.byId('goods-add').waitFor();
  await picture('goods-list');
  await drive.go(job.place.keeping);
  await drive.page.locator('.sub-place', { hasText: '备份' }).click();
  await drive.press(/立即备份/);
  await drive.page
    .getByText(/备份完成/)
    .first()
    .waitFor();
  await picture('backup');
  await drive.page.locator('.sub-place', { hasText: '练习店' }).click();
  await drive.page.getByText('练习店与正式账本分开存放').waitFor();
  await picture('practice');
}

/** Nothing moves any more and the pointer marks nothing. @param {Drive} drive */
async function calm(drive) {
  await drive.page.mouse.move(0, 0);
  await drive.page.waitForTimeout(400);
}

/** @param {Drive} drive */
async function shot(drive) {
  const png = await drive.page.screenshot();
  const { pixels, size } = await drive.app.evaluate(({ nativeImage }, encoded) => {
    const image = nativeImage.createFromBuffer(Buffer.from(encoded, 'base64'));
    return { pixels: image.toBitmap().toString('base64'), size: image.getSize() };
  }, png.toString('base64'));
  return smallPicture(Buffer.from(pixels, 'base64'), size);
}
