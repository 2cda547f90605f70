// 代领 of a month: who collected for how many households, who approved; what was taken back is marked and not counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { rowsOfSheet } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const volunteer = { as: 'volunteer' } as const;
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(
    shop,
    ['1', '2', '3', '4'].map((number) => ({ number })),
  );
});
afterAll(() => shop.close());
const whole = (at: number): string => {
  const first17 = `45020219700101${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};

it('lists who collected, for how many households, who approved; what was taken back is marked and not counted', async () => {
  const rice = await seedItem(shop, { code: 'MI10', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 50 });
  const { vouchers } = await seedBatch(shop);
  const collect = (voucherId: number, related: boolean, name = '黄帮忙') =>
    shop.call(
      'counter.redeem',
      {
        voucherIds: [voucherId],
        entry: 'scanned',
        lines: [{ itemId: rice, quantity: 1 }],
        proxy: {
          kind: 'on-the-spot',
          name,
          document: 'identity',
          number: whole(7),
          relation: related ? '外甥' : '邻居',
          related,
          reason: '住院',
          tailReason: '',
        },
      },
      volunteer,
    );
  const [a, b, c] = vouchers;
  const first = await collect(a?.id ?? 0, false);
  await collect(b?.id ?? 0, true);
  await collect(c?.id ?? 0, false);
  const read = (month = '2026-05') => shop.call('proxies.collections', { month }, { as: 'bureau' });
  const { limit, pickups } = await read();
  expect(limit).toBe(3);
  expect(pickups).toHaveLength(3);
  expect(pickups[2]).toMatchObject({
    number: first.number,
    day: '2026-05-04',
    name: '黄*忙',
    documentTail: whole(7).slice(-4),
    relation: '邻居',
    related: false,
    standing: false,
    reason: '住院',
    approvedBy: null,
    operator: '王芳',
    reversed: false,
    households: 3,
    unrelated: 2,
  });
  await shop.call('counter.reverse', { redemptionId: first.redemptionId, reason: '拿错了券' }, volunteer);
  expect(
    (await read()).pickups.map(({ reversed, households, unrelated }) => [reversed, households, unrelated]),
  ).toEqual([
    [false, 2, 1],
    [false, 2, 1],
    [true, 2, 1],
  ]);
  expect((await read('2026-04')).pickups).toEqual([]);
});

describe('the month taken along', () => {
  const print = (format: 'xlsx' | 'csv' | 'pdf', search = '', as: 'manager' | 'volunteer' = 'manager') =>
    shop.call('proxies.printCollections', { month: '2026-05', search, format }, { as });

  it('names every collection masked, with how many households, and what was taken back', async () => {
    const rows = await rowsOfSheet(await print('xlsx'));
    const text = rows.join('\n');
    expect(text).toContain('代领 3 次,机构代领 0 次');
    expect(text).toContain('每人每月最多为 3 户');
    const lines = rows.filter((row) => row.startsWith('2026-05-04|'));
    expect(lines.map((line) => line.split('|').slice(2, 6))).toEqual([
      ['黄*忙', whole(7).slice(-4), '2', '1'],
      ['黄*忙', whole(7).slice(-4), '2', '1'],
      ['黄*忙', whole(7).slice(-4), '2', '1'],
    ]);
    expect(lines.filter((line) => line.endsWith('已撤销'))).toHaveLength(1);
    const people = rowsOf(shop, 'SELECT name FROM person UNION SELECT name FROM pickup').map(({ name }) =>
      String(name),
    );
    expect(people.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toContain(whole(7));
    expect((await print('pdf')).pages).toBe(1);
    expect(new TextDecoder().decode((await print('csv')).bytes)).toContain('黄*忙');
  });

  it('holds what was searched for, by names as they are, and is numbered and logged', async () => {
    const found = await shop.call(
      'proxies.collections',
      { month: '2026-05', search: '黄帮忙' },
      { as: 'bureau' },
    );
    expect(found.pickups).toHaveLength(3);
    const none = await rowsOfSheet(await print('xlsx', '没有这个人'));
    expect(none.filter((row) => row.startsWith('2026-05-04|'))).toEqual([]);
    const logged = rowsOf(shop, "SELECT result FROM audit WHERE act = 'proxies.printCollections'");
    expect(logged).toHaveLength(4);
    expect(await rowsOfSheet(await print('xlsx', '外甥'))).toContainEqual(
      expect.stringContaining('外甥(亲属)'),
    );
  });

  it('is not for a volunteer', async () => {
    expect((await refusalOf(print('pdf', '', 'volunteer'))).code).toBe('not-permitted');
  });
});
