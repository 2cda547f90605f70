// 近亲属备案 at the desk: nobody says who collects for a relative, nor puts one on an institution's roster; a second person does.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { fileRelative, staffIds } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
const idOf = (number: string): number => ids.get(number) ?? 0;

beforeEach(async () => {
  shop = await openShop();
  ids = await seedHouseholds(
    shop,
    ['1', '2', '3'].map((number) => ({ number })),
  );
});
afterEach(() => shop.close());

const add = (number: string) => {
  const first17 = '45020219700101003';
  return shop.call(
    'proxies.add',
    {
      householdId: idOf(number),
      name: '韦邻居',
      document: 'identity',
      number: first17 + identityCheckCharacter(first17),
      relation: '邻居',
      related: false,
      ground: '委托书 2026-1',
      fromDay: '2026-05-04',
      toDay: '2027-05-03',
    },
    { as: 'manager' },
  );
};

it('neither names nor ends the standing proxy of a relative; other households, and whoever is no relative, as ever', async () => {
  const { proxyId } = await add('2');
  await fileRelative(shop, idOf('2'), { staffId: staffIds.manager });
  const end = () => shop.call('proxies.end', { proxyId, reason: '委托人收回' }, { as: 'manager' });
  for (const attempt of [() => add('2'), end])
    expect(await refusalOf(attempt())).toMatchObject({ code: 'own-relative', params: { number: '2' } });
  expect(rowsOf(shop, 'SELECT ended_day FROM proxy')).toEqual([{ ended_day: null }]);
  await add('1');
  const { rows } = await shop.call('fairness.relatives', { inForce: true }, { as: 'bureau' });
  await shop.call(
    'fairness.endRelative',
    { kinshipId: rows[0]?.kinshipId ?? 0, reason: '已非亲属' },
    { as: 'bureau' },
  );
  await end();
  await add('2');
});

it("is refused to somebody else's relatives in nothing", async () => {
  await fileRelative(shop, idOf('2'), { staffId: staffIds.volunteer });
  await add('2');
});

it('puts no relative on a roster and takes none off it; who stays where they are is no matter', async () => {
  const { institutionId } = await shop.call('proxies.addInstitution', { name: '敬老院' }, { as: 'manager' });
  const set = (...numbers: readonly string[]) =>
    shop.call(
      'proxies.setResidents',
      { institutionId, householdIds: numbers.map(idOf), reason: '入住' },
      { as: 'manager' },
    );
  await set('3');
  await fileRelative(shop, idOf('2'), { staffId: staffIds.manager });
  await fileRelative(shop, idOf('3'), { staffId: staffIds.manager });
  expect((await refusalOf(set('1', '2'))).reasons).toMatchObject([
    { code: 'own-relative', params: { number: '2' } },
    { code: 'own-relative', params: { number: '3' } },
  ]);
  expect(await set('1', '3')).toEqual({ joined: 1, left: 0 });
});
