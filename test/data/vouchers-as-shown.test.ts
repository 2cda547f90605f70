// What is issued is what the preview showed, to the household and the category.
import { expect, it } from 'vitest';
import { approval, openShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { batchSpec, seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

it('refuses to issue what the preview did not show, also when as many households receive one', async () => {
  const other = await openShop();
  const ids = await seedHouseholds(other, [
    { number: '1' },
    { number: '2' },
    { number: '3', start: '2026-05-05' },
  ]);
  const categories = ['urban-minimum-living', 'severely-disabled'];
  const spec = batchSpec({ categories, highestOnly: false });
  const preview = () => other.call('vouchers.previewBatch', { spec }, { as: 'manager' });
  const issue = ({ households, receivers }: Awaited<ReturnType<typeof preview>>) =>
    other.call(
      'vouchers.issueBatch',
      { spec, expectHouseholds: households, expectReceivers: receivers, approval },
      { as: 'manager' },
    );
  const first = await preview();
  expect((await preview()).receivers).toBe(first.receivers);
  // One leaves and one comes on the same day: two as before, but not the same two.
  await other.call(
    'eligibility.end',
    { householdId: ids.get('1') ?? 0, day: '2026-05-05', reason: '应退' },
    { as: 'manager' },
  );
  other.setNow('2026-05-05T02:00:00.000Z');
  const second = await preview();
  expect(second.households).toBe(first.households);
  expect(await refusalOf(issue(first))).toMatchObject({ code: 'batch-changed-since-preview' });
  // The same households, but one of them now holds a second category: more vouchers than were shown.
  await seedHouseholds(other, [{ number: '2', category: '重度残疾人' }]);
  expect(await refusalOf(issue(second))).toMatchObject({ code: 'batch-changed-since-preview' });
  expect(await issue(await preview())).toMatchObject({ issued: 3 });
  await other.close();
});

it('a category named twice counts once', async () => {
  const other = await openShop();
  await seedHouseholds(other, [{ number: '1' }]);
  const spec = batchSpec({ categories: ['urban-minimum-living', 'urban-minimum-living'] });
  const { byCategory } = await other.call('vouchers.previewBatch', { spec }, { as: 'manager' });
  expect(byCategory.map(({ code }) => code)).toEqual(['urban-minimum-living']);
  await other.close();
});

it('the list to sign names everybody who was issued to, also when it is printed again after redemptions', async () => {
  const other = await openShop();
  await seedHouseholds(
    other,
    [1, 2, 3].map((at) => ({ number: String(at) })),
  );
  const { batchId, vouchers } = await seedBatch(other);
  const item = await seedItem(other, { code: 'A', name: '米', listPriceFen: 1_000 });
  await seedGift(other, { itemId: item, quantity: 9 });
  await other.call(
    'counter.redeem',
    { voucherIds: [vouchers[0]?.id ?? 0], entry: 'typed', lines: [{ itemId: item, quantity: 1 }] },
    { as: 'volunteer' },
  );
  await other.call('vouchers.void', { voucherId: vouchers[1]?.id ?? 0, reason: '误发' }, { as: 'manager' });
  const printed = async (act: 'vouchers.signOffList' | 'vouchers.printSheet') => {
    await other.call(act, { batchId }, { as: 'manager' });
    return (rowsOf(other, `SELECT detail FROM audit WHERE act = '${act}' ORDER BY seq DESC LIMIT 1`)[0] ??
      {})['detail'];
  };
  expect(await printed('vouchers.signOffList')).toContain('"vouchers":2,');
  // What can be spent is another matter: only the one that is still open.
  expect(await printed('vouchers.printSheet')).toContain('"vouchers":1,');
  other.setNow('2026-07-01T02:00:00.000Z');
  expect(await printed('vouchers.signOffList')).toContain('"vouchers":2,');
  await other.close();
});
