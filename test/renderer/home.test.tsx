// What the home screen names as needing attention leads to where it is done; a setting of the shop is refused and saved in words.
import '../helpers/node-realm.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Goods from '../../renderer/goods/index.tsx';
import { Home } from '../../renderer/home/home.tsx';
import { attentionOf } from '../../renderer/home/attention.ts';
import { ShopSettings } from '../../renderer/shop/shop-settings.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { openWindow, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  const itemId = await seedItem(shop, { code: 'G1', name: '大米', listPriceFen: 4500 });
  await seedGift(shop, { itemId, quantity: 3 });
  await seedGift(shop, { itemId, quantity: 4 });
  await shop.call('stock.hold', { lotId: 1, reason: '包装受潮' }, { as: 'manager' });
});
afterAll(() => shop.close());

test('a lot on hold is named and leads to the lots on hold; a volunteer, who cannot release it, is not asked to', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Home />);
  const link = await see('attention-lotsHeld', '有 1 批物资暂停发放');
  expect(link.getAttribute('href')).toBe('/goods/lots?show=held');
  expect(await stumbles()).toEqual([]);
  await show(shop, 'manager', <Goods />, '/lots?show=held');
  await screen.findByText('大米');
  await screen.findByText('共 1 条');
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Home />);
  await screen.findByText(/没有需要处理的事/);
});

test('papers that wait for a second person are shown to whoever may be that person', async () => {
  const today = await shop.call('shop.today', {}, { as: 'manager' });
  const waiting = { ...today, lossesWaiting: 2, stocktakesWaiting: 1 };
  const names = (verbs: readonly string[]) =>
    attentionOf(waiting, '2026-05-04T02:00:00.000Z', (verb) => verbs.includes(verb)).map(
      ({ name, count, to }) => [name, count, to],
    );
  expect(names(['stock.approve'])).toEqual([
    ['lossesWaiting', 2, '/goods/losses'],
    ['stocktakesWaiting', 1, '/goods/stocktake'],
  ]);
  expect(names(['stock.count'])).toEqual([]);
});

test('how far an invoice may be from the list price is refused outside 2 to 10 and saved inside', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <ShopSettings />);
  const field = await screen.findByLabelText(/发票单价与参考价相差几倍/);
  expect(field).toHaveProperty('value', '2');
  await user.clear(field);
  await user.type(field, '11');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('请填 2 到 10 的整数');
  expect(window_.asked.map(({ act }) => act)).not.toContain('shop.change');
  await user.clear(field);
  await user.type(field, '3');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('设置已保存');
  const { settings } = await shop.call('shop.read', {}, { as: 'manager' });
  expect(settings.farFromFairFactor).toBe(3);
});
