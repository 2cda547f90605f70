// Who looked at what: reveals, prints, exports and lists from the log, by staff, household and kind.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedHouseholds } from '../helpers/seed.ts';

let shop: OpenShop;
let first: number;
beforeAll(async () => {
  shop = await openShop();
  const ids = await seedHouseholds(shop, [{ number: 'A1' }, { number: 'A2' }]);
  first = ids.get('A1') ?? 0;
  const { batchId } = await seedBatch(shop);
  const scope = { of: 'batch', batchId } as const;
  const { reviewed } = await shop.call('privacy.previewPublicList', { scope }, { as: 'manager' });
  await shop.call('people.reveal', { householdId: first, reason: '电话核实' }, { as: 'manager' });
  await shop.call('people.printFullFile', { householdId: first, reason: '年审' }, { as: 'bureau' });
  await shop.call('people.printFile', { householdId: ids.get('A2') ?? 0 }, { as: 'manager' });
  await shop.call('privacy.exportRoster', { format: 'csv' }, { as: 'manager' });
  await shop.call('privacy.exportFullRoster', { format: 'csv', reason: '上报' }, { as: 'bureau' });
  await shop.call('privacy.publicList', { scope, reviewed }, { as: 'bureau' });
  await shop.call('vouchers.signOffList', { batchId }, { as: 'manager' });
});
afterAll(() => shop.close());

const seen = async (wish: Input<'privacy.disclosures'> = {}) => {
  const { rows } = await shop.call('privacy.disclosures', wish, { as: 'manager' });
  return rows.map(({ staff, act, household, number, count, reason, whole }) => [
    ...[staff, act, household, number, count, reason, whole],
  ]);
};

it('lists the newest first, with number, how many and why', async () => {
  expect(await seen()).toEqual([
    ['韦店长', 'vouchers.signOffList', '', '', 2, '', true],
    ['区民政局', 'privacy.publicList', '', 'DC2026-000005', 2, '', false],
    ['区民政局', 'privacy.exportFullRoster', '', 'DC2026-000004', 2, '上报', true],
    ['韦店长', 'privacy.exportRoster', '', 'DC2026-000003', 2, '', false],
    ['韦店长', 'people.printFile', 'A2', 'DC2026-000002', null, '', false],
    ['区民政局', 'people.printFullFile', 'A1', 'DC2026-000001', null, '年审', true],
    ['韦店长', 'people.reveal', 'A1', '', null, '电话核实', true],
  ]);
});

it('narrows by staff, household and kind, and counts all that match', async () => {
  const acts = async (wish: Input<'privacy.disclosures'>) => (await seen(wish)).map(([, act]) => act);
  expect(await acts({ household: 'A1' })).toEqual(['people.printFullFile', 'people.reveal']);
  expect(await acts({ household: 'A1', staffId: 3 })).toEqual(['people.printFullFile']);
  expect(await acts({ household: 'nobody' })).toEqual([]);
  expect(await acts({ kind: 'export' })).toEqual(['privacy.exportFullRoster', 'privacy.exportRoster']);
  expect(await acts({ kind: 'public' })).toEqual(['privacy.publicList']);
  const page = await shop.call('privacy.disclosures', { offset: 1, limit: 1 }, { as: 'bureau' });
  expect([page.total, page.rows.map(({ act }) => act)]).toEqual([7, ['privacy.publicList']]);
  expect(page.staff.map(({ name }) => name)).toEqual(['韦店长', '王芳', '区民政局']);
});

it('leaves refused attempts out, and is not for volunteers', async () => {
  await refusalOf(
    shop.call(
      'privacy.exportFullRoster',
      { format: 'csv', reason: 'x', category: 'orphan' },
      { as: 'manager' },
    ),
  );
  expect(await seen()).toHaveLength(7);
  expect((await refusalOf(shop.call('privacy.disclosures', {}, { as: 'volunteer' }))).code).toBe(
    'not-permitted',
  );
});
