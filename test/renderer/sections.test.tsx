// The sections of the large places: by keys, remembered, listed under `?`, and only for those who may use them.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Frame } from '../../renderer/app/frame.tsx';
import { lastOf, sections } from '../../renderer/app/sections.ts';
import Donations from '../../renderer/donations/index.tsx';
import Goods from '../../renderer/goods/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());
beforeEach(forgetKept);

const current = (): string | undefined =>
  document.querySelector<HTMLElement>('.sections [aria-current="page"]')?.dataset['testid'];
const isAt = (name: string): Promise<void> => waitFor(() => expect(current()).toBe(`section-${name}`));

test('Ctrl and a digit goes to each section of goods, and ? names the keys', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />);
  await isAt('catalogue');
  expect(await stumbles()).toEqual([]);
  for (const [at, { name }] of sections.goods.entries()) {
    press(`Digit${String((at + 1) % 10)}`, { ctrlKey: true });
    await isAt(name);
  }
  press('Slash', { ctrlKey: true });
  await screen.findByText('Ctrl+1 … 0');
});

test('an item belongs to the catalogue; the sections of donations have keys as well', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/add');
  await isAt('catalogue');
  await show(shop, 'manager', <Donations />);
  await isAt('gifts');
  press('Digit4', { ctrlKey: true });
  await isAt('cash');
});

test('a section the role may not use has no key and answers in words', async () => {
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />, '/purchases');
  await screen.findByText('您的岗位不使用这个页面');
  expect(byId('section-purchases')).toBeNull();
  expect(lastOf('goods', '/goods')).toBe('/goods');
  press('Digit4', { ctrlKey: true });
  await isAt('stocktake');
  press('Digit6', { ctrlKey: true });
  await isAt('stocktake');
});

test('the main menu leads back to the section one came from, until somebody else signs in', async () => {
  openWindow(shop, 'manager');
  await show(
    shop,
    'manager',
    <Routes>
      <Route path="/" element={<Frame />}>
        <Route index element={<p data-testid="first">-</p>} />
        <Route path="goods/*" element={<Goods />} />
      </Route>
    </Routes>,
    '/goods',
  );
  await isAt('catalogue');
  await see('goods-add');
  press('F2');
  await see('goods-name');
  press('Escape');
  await see('list-search');
  press('Digit3', { ctrlKey: true });
  await isAt('transfers');
  const alt = (digit: string): boolean =>
    fireEvent.keyDown(document.body, { code: `Digit${digit}`, key: digit, altKey: true });
  alt('0');
  await see('first');
  alt('3');
  await isAt('transfers');
  expect(document.querySelector('a.place.active')?.textContent).toBe('物资Alt+3');
  alt('0');
  await see('first');
  forgetKept();
  alt('3');
  await isAt('catalogue');
});
