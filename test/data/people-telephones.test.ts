// A field with several telephones: each number is kept by itself, whoever writes the household's row, and goes with it. Found by each:
// people-search.test.ts; compared by each: people-enter.test.ts, fairness-lens.test.ts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { family } from '../helpers/households.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());
const as = { as: 'manager' } as const;

it('keeps every telephone of the field apart, whoever writes it, and none that is gone', async () => {
  const { householdId } = await family(shop, 1, {
    address: '28号',
    phone: '0772-3812345转801、13800001111',
  });
  const kept = () =>
    rowsOf(
      shop,
      `SELECT phone_key, address_key, number FROM household_phone WHERE household_id = ${householdId} ORDER BY phone_key`,
    );
  const here = '城中街道桂中社区28号';
  expect(kept()).toEqual([
    { phone_key: '07723812345#801', address_key: here, number: '07723812345' },
    { phone_key: '13800001111', address_key: here, number: '13800001111' },
  ]);
  const move = (address: string, phone: string) =>
    shop.call(
      'people.move',
      {
        householdId,
        day: '2026-05-04',
        street: '城中街道',
        community: '桂中社区',
        address,
        phone,
        reason: '搬家',
      },
      as,
    );
  await move('29号', '13800001111 / 13900002222');
  expect(kept().map(({ phone_key, address_key }) => [phone_key, address_key])).toEqual([
    ['13800001111', '城中街道桂中社区29号'],
    ['13900002222', '城中街道桂中社区29号'],
  ]);
  // One telephone stands on the household's own row alone.
  await move('29号', '13900002222');
  expect(kept()).toEqual([]);
});
