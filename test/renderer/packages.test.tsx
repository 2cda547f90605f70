// The packages screens on a real shop: made by keys, worth and stock shown, changed as a new one, ended once asked.
import '../helpers/node-realm.ts';
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import Packages from '../../renderer/vouchers/packages.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  const itemId = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId, quantity: 7 });
});
afterAll(() => shop.close());
afterEach(cleanup);

it('makes a package by keys, shows its worth and how many can be given, and ends it', async () => {
  openWindow(shop, 'manager');
  await show(
    shop,
    'manager',
    <Routes>
      <Route path="/packages/*" element={<Packages />} />
    </Routes>,
    '/packages',
  );
  await see('package-new');
  press('F4');
  const name = await see('package-name');
  press('Enter', { ctrlKey: true });
  await waitFor(() => expect(document.body.textContent).toContain('请至少加一种物资'));
  fireEvent.change(name, { target: { value: '米套餐' } });
  const pick = await see('package-pick');
  pick.focus();
  fireEvent.change(pick, { target: { value: 'MI' } });
  fireEvent.keyDown(pick, { key: 'Enter' });
  fireEvent.change(await see('package-quantity'), { target: { value: '2' } });
  await see('package-worth', '¥90.00');
  press('Enter', { ctrlKey: true });
  await see('package-can-give', '3');
  const [made] = await shop.call('packages.list', {}, { as: 'manager' });
  expect(made).toMatchObject({ name: '米套餐', worthFen: 9_000, canGive: 3 });
  const table = document.querySelector('.data-table') ?? document.body;
  fireEvent.keyDown(table, { key: 'ArrowDown' });
  fireEvent.keyDown(table, { key: 'F8' });
  fireEvent.click(await see('package-end-confirm'));
  await waitFor(() => expect(byId('package-row')).toBeNull());
  expect(await shop.call('packages.list', {}, { as: 'manager' })).toEqual([]);
});
