// What stands on the papers of a batch when some of its vouchers were used, lost, made void or lost their key: never a second paper of one
// that is in somebody's hand, never more than is left, and nobody who signed missing from the list.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { pageTexts } from '../documents/reading.ts';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from '../helpers/seed.ts';

let shop: OpenShop;
let batchId: number;
let vouchers: readonly ListedVoucher[];
let rice: number;
let ids: ReadonlyMap<string, number>;
const as = { as: 'manager' } as const;
const day = '2026-05-04';
beforeEach(async () => {
  shop = await openShop();
  ids = await seedHouseholds(shop, [{ number: '1' }, { number: '2' }, { number: '3' }]);
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 3_300 });
  await seedGift(shop, { itemId: rice, quantity: 100 });
  ({ batchId, vouchers } = await seedBatch(shop, { inParts: true }));
});
afterEach(() => shop.close());

const at = (place: number): { readonly id: number; readonly serial: string } =>
  vouchers[place] ?? { id: 0, serial: '' };
const take = (voucherId: number) =>
  shop.call('counter.redeem', { voucherIds: [voucherId], lines: [{ itemId: rice, quantity: 1 }] }, as);
const replace = (voucherId: number) =>
  shop.call('vouchers.replace', { voucherId, reason: 'lost', approval }, as);
const sheet = async () => pageTexts((await shop.call('vouchers.printSheet', { batchId }, as)).bytes).join('');
const list = async () =>
  pageTexts((await shop.call('vouchers.signOffList', { batchId, format: 'pdf' }, as)).bytes).join('');

it('a voucher used in part gets no second paper with its batch; its replacement is worth what is left', async () => {
  await take(at(0).id);
  const used = await sheet();
  expect([used.includes(at(0).serial), used.includes(at(1).serial)]).toEqual([false, true]);
  const { serial } = await replace(at(0).id);
  const anew = await sheet();
  expect(anew).toContain(serial);
  expect(anew).toContain('¥67.00');
});

it('nothing of a revoked key is printed, and what took its place is', async () => {
  const first = await replace(at(0).id);
  await shop.call('keys.revoke', { keyId: 1, reason: '电脑被盗', expectOpen: 3, approval }, as);
  expect((await refusalOf(shop.call('vouchers.printSheet', { batchId }, as))).code).toBe('not-found');
  const alone = shop.call('vouchers.printReplacement', { voucherId: first.voucherId }, as);
  expect((await refusalOf(alone)).code).toBe('voucher-not-reissued');
  const page = await shop.call('vouchers.read', { voucherId: first.voucherId }, as);
  expect(page.may.print).toBe(false);
  await shop.call('vouchers.replaceOfKey', { keyId: 1, batchId, approval }, as);
  const anew = await sheet();
  expect([`${at(0).serial}-3`, `${at(1).serial}-2`].every((serial) => anew.includes(serial))).toBe(true);
});

it('who signed stays on the list when the voucher ends with the household; what nobody had is not on it', async () => {
  await shop.call('vouchers.handOver', { voucherIds: [at(0).id], day }, as);
  const leave = { day, reason: '应退', openVouchers: 'void' as const };
  for (const number of ['1', '2'])
    await shop.call('eligibility.end', { householdId: ids.get(number) ?? 0, ...leave }, as);
  const text = await list();
  expect(vouchers.map(({ serial }) => text.includes(serial))).toEqual([true, false, true]);
});

it('an issued voucher is never a draft again', () => {
  const books = openBooks({ path: shop.file, key: shop.key, create: false });
  const back = () => books.file.exec("UPDATE voucher SET state = 'draft' WHERE id = 1");
  try {
    expect(back).toThrow('no draft again');
  } finally {
    books.close();
  }
});
