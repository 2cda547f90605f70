// The manual's pictures of vouchers beyond the main job: package and batch prepared by one and approved by another, limits, the life of
// a voucher, cards, keys, volunteers' points; then the till with all of it.
import { randomUUID } from 'node:crypto';
import { openFirstRow, savePaper } from '../../../test/helpers/desk.ts';
import { bureau, changeTo, manager, volunteer } from '../../../test/helpers/first-run.ts';
import { place } from '../../../test/helpers/main-job.ts';
import { section } from './section.mjs';
import { shiftPictures, tillPictures } from './till-pictures.mjs';

/** @typedef {import('../../../test/helpers/drive.ts').Drive} Drive */
/** @typedef {(name: string) => Promise<void>} Picture */
/** @typedef {{ id: number, name: string, code: string, barcode: string, priceFen: number }} Goods */

const packageName = '春节生活套餐';

/**
 * Signed in as manager before and after; `papers` holds the sheet of an issue of which page 3 is unused.
 * @param {Drive} drive @param {string} papers @param {Picture} picture
 */
export async function voucherPictures(drive, papers, picture) {
  const goods = await plentifulGoods(drive);
  await openTheShop(drive);
  await prepared(drive, goods, picture);
  await pointsBatch(drive, papers, goods);
  await changeTo(drive, bureau);
  await approved(drive, papers, picture);
  await changeTo(drive, manager);
  await limited(drive, goods[0], picture);
  await lifeOfAVoucher(drive, picture);
  await volunteersPoints(drive, picture);
  await changeTo(drive, volunteer);
  await tillPictures(drive, papers, goods, picture);
  await shiftPictures(drive, picture);
  await changeTo(drive, manager);
}

/** What a shop may switch on. @param {Drive} drive */
async function openTheShop(drive) {
  const { name, districtName, reportPhone, settings } = await drive.call('shop.read', {});
  const open = { ...settings, topUpAllowed: true, shortDatedFree: true };
  await drive.call(
    'shop.change',
    { name, districtName, reportPhone, settings: open },
    { commandId: randomUUID() },
  );
}

/**
 * Packed goods with a price, of which there is enough for a package of everybody; the cheapest first.
 * @param {Drive} drive @returns {Promise<readonly [Goods, Goods, Goods]>}
 */
async function plentifulGoods(drive) {
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const [first, second, third] = rows
    .filter(
      ({ listPriceFen, barcodes, unitScale, available }) =>
        (listPriceFen ?? 0) > 500 && barcodes.length > 0 && unitScale === 1 && available >= 40,
    )
    .map(({ id, name, code, listPriceFen, barcodes }) => ({
      id,
      name,
      code,
      barcode: barcodes[0]?.barcode ?? '',
      priceFen: listPriceFen ?? 0,
    }))
    .toSorted((a, b) => a.priceFen - b.priceFen);
  if (!first || !second || !third) throw new Error('the sample has too few goods with a price');
  return [first, second, third];
}

/** Maker: a package and a batch of it, as a draft. @param {Drive} drive @param {readonly Goods[]} goods @param {Picture} picture */
async function prepared(drive, goods, picture) {
  const { page } = drive;
  await section(drive, 2, 'package-new');
  await drive.byId('package-new').click();
  await drive.byId('package-name').fill(packageName);
  for (const each of goods.slice(0, 2)) {
    await drive.byId('package-pick').fill(each.barcode);
    await page.keyboard.press('Enter');
    const line = page.getByRole('listitem', { name: each.name });
    await line.waitFor();
    await line.getByTestId('package-quantity').first().fill('1');
  }
  await picture('package');
  await page.keyboard.press('Control+Enter');
  await drive.byId('package-row').first().waitFor();

  const { businessDay } = await drive.call('shop.status', {});
  await section(drive, 1, 'vouchers-new');
  await drive.byId('vouchers-new').click();
  await drive.byId('batch-name').fill('春节套餐');
  await drive.byId('batch-festival').fill('春节');
  await drive.byId('batch-kind').selectOption('package');
  await drive.byId('batch-package').selectOption({ index: 1 });
  await drive.byId('batch-categories-all').click();
  await drive.byId('batch-from').fill(businessDay);
  await drive.byId('batch-to').fill(`${String(Number(businessDay.slice(0, 4)) + 1)}-03-31`);
  await drive.byId('batch-preview').click();
  await drive.byId('batch-previewed').waitFor();
  await page.locator('.frame-main').evaluate((main) => main.scrollTo(0, 0));
  await picture('batch-form');
  await drive.byId('batch-prepare').click();
  await drive.byId('batch-issue-confirm').click();
  await drive.byId('draft-figures').waitFor();
  await picture('draft');
}

/** Goods for points, and a batch of points whose sheet the till reads. @param {Drive} drive @param {string} papers @param {readonly Goods[]} goods */
async function pointsBatch(drive, papers, goods) {
  for (const [at, { id }] of goods.entries()) {
    const { name, category, spec, listPriceFen, keepsDate, barcodes, packs } = await drive.call(
      'goods.read',
      {
        itemId: id,
      },
    );
    const facts = { name, category, spec, listPriceFen, keepsDate, barcodes };
    await drive.call(
      'goods.change',
      { itemId: id, ...facts, packs, pointsPrice: 3 + 2 * at },
      { commandId: randomUUID() },
    );
  }
  const { businessDay, name: place } = await drive.call('shop.status', {});
  const categories = (await drive.call('eligibility.categories', {})).map(({ code }) => code);
  const spec = {
    ...{ name: '爱心积分', kind: /** @type {const} */ ('points'), facePoints: 20, inParts: true },
    ...{
      categories,
      validFrom: businessDay,
      validTo: `${String(Number(businessDay.slice(0, 4)) + 1)}-06-30`,
      place,
    },
  };
  const { households } = await drive.call('vouchers.previewBatch', { spec });
  const { batchId } = await drive.call(
    'vouchers.issueBatch',
    { spec, expectHouseholds: households, approval: { login: bureau.login, password: bureau.password } },
    { commandId: randomUUID() },
  );
  await section(drive, 1, 'vouchers-new');
  await drive.page.evaluate(`location.hash = '#/vouchers/${String(batchId)}'`);
  await drive.byId('voucher-sheet-save').waitFor();
  await savePaper(drive, papers, 'points-sheet.pdf', 'voucher-sheet-save');
}

/** Checker: the totals typed, the sheets, the signed sheet entered. @param {Drive} drive @param {string} papers @param {Picture} picture */
async function approved(drive, papers, picture) {
  const { page } = drive;
  const batches = await drive.call('vouchers.batches', {});
  const draft = batches.find(({ state }) => state === 'draft');
  if (!draft) throw new Error('no draft waits');
  const { total } = await drive.call('vouchers.batch', { batchId: draft.id });
  await section(drive, 1, 'vouchers-new');
  await page.evaluate(`location.hash = '#/vouchers/${String(draft.id)}'`);
  await drive.byId('draft-approve').click();
  await drive.byId('approve-pieces').fill(String(total.vouchers));
  await drive.byId('approve-worth').fill((total.faceFen / 100).toFixed(2));
  await picture('draft-approve');
  await drive.byId('approve-confirm').click();
  await drive.byId('batch-figures').waitFor();
  await savePaper(drive, papers, 'package-sheet.pdf', 'voucher-sheet-save');
  await drive.byId('batch-hand-over').click();
  await drive.byId('handover-confirm').waitFor();
  await picture('hand-over');
  await drive.byId('handover-confirm').click();
  await drive.byId('handover-confirm').waitFor({ state: 'detached' });
}

/** @param {Drive} drive @param {Goods} goods @param {Picture} picture */
async function limited(drive, goods, picture) {
  const { page } = drive;
  await section(drive, 3, 'limit-add');
  await drive.byId('limit-add').click();
  await page.locator('input[name="name"]').fill(`每月${goods.name}`);
  await drive.byId('limit-measure').selectOption('pieces');
  await drive.byId('limit-goods').selectOption('item');
  await drive.byId('limit-pick-item').fill(goods.barcode);
  await page.keyboard.press('Enter');
  await drive.byId('limit-item').waitFor();
  await drive.byId('limit-period').selectOption('month');
  await drive.byId('limit-amount-0').fill('2');
  await drive.byId('limit-says').waitFor();
  await picture('limit');
  await page.keyboard.press('Control+Enter');
  await drive.byId('limit-amount').first().waitFor();
}

/** @param {Drive} drive @param {Picture} picture */
async function lifeOfAVoucher(drive, picture) {
  const { page } = drive;
  await section(drive, 4, 'outstanding-row');
  await picture('outstanding');
  await openFirstRow(drive);
  await drive.byId('voucher-facts').waitFor();
  await picture('voucher');
  await drive.byId('voucher-replace').click();
  await drive.byId('second-password').fill(bureau.password);
  await picture('voucher-replace');
  await page.keyboard.press('Escape');
  await drive.byId('second-password').waitFor({ state: 'detached' });
  await section(drive, 5, 'card-row');
  await page.keyboard.press('F2');
  await drive.byId('cards-make-confirm').click();
  await drive.byId('cards-make-confirm').waitFor({ state: 'detached' });
  await picture('cards');
  await drive.go(place.keeping);
  await page.locator('.sub-place', { hasText: '签发密钥' }).click();
  await drive.byId('key-row').first().waitFor();
  await picture('signing-keys');
}

/** @param {Drive} drive @param {Picture} picture */
async function volunteersPoints(drive, picture) {
  const { page } = drive;
  await section(drive, 8, 'volunteer-add');
  await drive.byId('volunteer-add').click();
  await drive.byId('volunteer-name').fill('黄小梅');
  await drive.byId('volunteer-save').click();
  await drive.byId('volunteer-row').first().waitFor();
  await openFirstRow(drive);
  await drive.byId('points-balance').waitFor();
  await page.keyboard.press('F2');
  await drive.byId('earn-hours').fill('3.5');
  await drive.byId('earn-about').fill('理货、登记');
  await drive.byId('earn-save').click();
  await drive.byId('points-entry').first().waitFor();
  await picture('points');
}
