// Household cards: made for one and for many, lost and made anew, printed; what they open at the till.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { checkCharacters } from '../../db/domain/typed-code.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedHouseholds } from '../helpers/seed.ts';

let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
const as = { as: 'manager' } as const;
beforeAll(async () => {
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    { number: '1', community: '南亚社区' },
    { number: '2' },
    { number: '3', category: '孤儿' },
    { number: '4', start: '2026-06-01' },
  ]);
  await seedBatch(shop);
});
afterAll(() => shop.close());

const idOf = (number: string): number => ids.get(number) ?? 0;
const list = (filter = {}) => shop.call('cards.list', filter, as);
const codeOf = (cardId: number): string => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    const { code } = file.prepare('SELECT code FROM household_card WHERE id = ?').get(cardId) as {
      code: string;
    };
    return code + checkCharacters(code);
  } finally {
    file.close();
  }
};
const scan = (cardId: number) =>
  shop.call('counter.scan', { code: codeOf(cardId), entry: 'scanned' }, { as: 'volunteer' });

it('makes one for a household and opens its vouchers; a second only after the first has ended', async () => {
  const make = () => shop.call('cards.make', { householdId: idOf('1') }, as);
  const { cardId } = await make();
  expect(await refusalOf(make())).toMatchObject({ code: 'card-there', params: { number: '1' } });
  expect(await scan(cardId)).toMatchObject({ entry: 'card', vouchers: [{ kind: 'value' }] });
  const end = (again: boolean) => shop.call('cards.end', { cardId, reason: '遗失', again }, as);
  const anew = await end(true);
  expect(anew.cardId).not.toBeNull();
  expect((await refusalOf(scan(cardId))).code).toBe('card-ended');
  expect((await refusalOf(end(false))).code).toBe('card-already-ended');
  expect((await scan(anew.cardId ?? 0)).vouchers).toHaveLength(1);
  const none = shop.call('cards.make', { householdId: 9_999 }, as);
  expect((await refusalOf(none)).code).toBe('not-found');
  expect((await list({ search: '南亚' })).rows[0]).toMatchObject({ cardId: anew.cardId, ended: 1 });
});

it('makes them for all who have none, as many as were shown; not before the benefit begins', async () => {
  expect((await list()).rows.map(({ number }) => number).sort()).toEqual(['1', '2', '3']);
  expect((await list({ which: 'without' })).total).toBe(2);
  const make = (expect_: number) => shop.call('cards.makeAll', { expect: expect_ }, as);
  expect(await refusalOf(make(3))).toMatchObject({
    code: 'count-differs',
    params: { expected: 3, found: 2 },
  });
  expect(await make(2)).toEqual({ made: 2 });
  expect((await refusalOf(make(0))).code).toBe('card-nobody');
  expect((await list({ which: 'without' })).total).toBe(0);
});

it('makes and lists those of a community and a category alone', async () => {
  await seedHouseholds(shop, [
    { number: '5', community: '南亚社区' },
    { number: '6', community: '南亚社区', category: '孤儿' },
  ]);
  const of = { community: '南亚社区', category: 'orphan' };
  expect((await list(of)).rows.map(({ number }) => number)).toEqual(['6']);
  expect(await shop.call('cards.makeAll', { ...of, expect: 1 }, as)).toEqual({ made: 1 });
  expect((await refusalOf(shop.call('cards.makeAll', { ...of, expect: 0 }, as))).code).toBe('card-nobody');
  const without = await list({ community: '南亚社区', which: 'without' });
  expect(without.rows.map(({ number }) => number)).toEqual(['5']);
  expect((await refusalOf(shop.call('cards.print', { community: '无此社区' }, as))).code).toBe('card-none');
});

it('prints them; each counts its own prints', async () => {
  const print = (filter: object) => shop.call('cards.print', filter, as);
  expect((await print({ householdId: idOf('1') })).pages).toBe(1);
  expect((await print({})).pages).toBe(1);
  expect((await list()).rows.map(({ number, prints }) => [number, prints]).sort()).toEqual([
    ['1', 2],
    ['2', 1],
    ['3', 1],
    ['5', 0],
    ['6', 1],
  ]);
  expect((await refusalOf(print({ householdId: idOf('4') }))).code).toBe('card-none');
  const volunteer = shop.call('cards.print', {}, { as: 'volunteer' });
  expect((await refusalOf(volunteer)).code).toBe('not-permitted');
});
