// The store room's screens over real books, by keys: from the list of lots to the way of one and back to its donor, on hold and
// released, a transfer posted and taken back, the card, a new place.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../db/contract/permissions.ts';
import Goods from '../../renderer/goods/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
let rice: number;
beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  await seedHouseholds(shop, [{ number: '1' }, { number: '2' }]);
  const { vouchers } = await seedBatch(shop);
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 100 });
  await seedGift(shop, { itemId: rice, quantity: 9, expiryDay: '2026-05-02', day: '2026-05-01' });
  await seedGift(shop, { itemId: rice, quantity: 20, expiryDay: '2026-12-01' });
  await shop.call('stock.addPlace', { name: '敬老院仓库', kind: 'depot' }, { as: 'manager' });
  for (const { id } of vouchers)
    await shop.call(
      'counter.redeem',
      { voucherIds: [id], entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] },
      { as: 'manager' },
    );
});
afterEach(() => shop.close());

const at = async (path: string, as: Role = 'manager'): Promise<void> => {
  openWindow(shop, as);
  const screens = (
    <Routes>
      <Route path="/goods/*" element={<Goods />} />
      <Route path="/donations/:id" element={<p data-testid="the-gift" />} />
    </Routes>
  );
  await show(shop, as, screens, path);
};

test('expired lots are marked by word; one key leads to the households of a lot, another back to its donor', async () => {
  await at('/goods/lots');
  await waitFor(() => expect(document.body.textContent).toContain('✖ 已过期'));
  await user.click(await see('show-expired'));
  await screen.findByText('共 1 条');
  expect(byId('show-expired')?.getAttribute('aria-pressed')).toBe('true');
  await at('/goods/lots/2');
  await see('lot-households', '2 户');
  await see('lot-standing', '16');
  expect(await stumbles()).toEqual([]);
  press('F4');
  await see('the-gift');
  await at('/goods/lots/2', 'volunteer');
  await screen.findByText('发给了谁，店长和民政监管才能看。');
  expect(byId('lot-hold')).toBeNull();
});

test('a lot is put on hold with a reason and released', async () => {
  await at('/goods/lots/2');
  await see('lot-hold', '暂停发放');
  press('F6');
  await user.click(await see('hold-confirm'));
  await screen.findByText('请写明原因');
  await user.type(await see('hold-reason'), '待复检{Enter}');
  await see('lot-hold', '解除暂停');
  await screen.findByText('暂停发放：待复检');
  const { rows } = await shop.call('stock.lots', { show: 'held' }, { as: 'manager' });
  expect(rows.map(({ lotId }) => lotId)).toEqual([2]);
  press('F6');
  await user.type(await see('hold-reason'), '复检合格{Enter}');
  await see('lot-hold', '暂停发放');
  expect((await shop.call('stock.lots', { show: 'held' }, { as: 'manager' })).total).toBe(0);
});

test('a transfer from a lot is posted, opened and taken back', async () => {
  await at('/goods/transfers/new?lot=2&from=1');
  await see('loss-line', '大米');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('transfer-save'));
  expect((await screen.findAllByText(/请选调出地点和调入地点/)).length).toBeGreaterThan(0);
  await user.selectOptions(await see('transfer-to'), '敬老院仓库');
  await user.type(await see('loss-quantity'), '5{Control>}{Enter}{/Control}');
  await user.click(await see('transfer-open'));
  await see('transfer-reverse');
  press('F8');
  await user.type(await see('reverse-reason'), '送错了{Enter}');
  await screen.findByText(/已于 2026-05-04.*送错了/);
  expect(await shop.call('stock.transfers', {}, { as: 'manager' })).toMatchObject({ total: 1 });
});

test('the card of goods shows what stood before and after; a page of a period too', async () => {
  await at(`/goods/card?item=${String(rice)}`);
  await see('card-title', '大米');
  await see('card-closing', '25 袋');
  expect(await stumbles()).toEqual([]);
  await user.type(await see('card-from'), '2026-05-02');
  await see('card-opening', '9 袋');
});

test('a place is added; a name that is taken is refused in words', async () => {
  await at('/goods/places');
  await see('place-add');
  press('F2');
  await user.type(await see('place-name'), '敬老院仓库{Enter}');
  await screen.findByText('地点名称已有');
  await user.type(await see('place-name'), '二号{Enter}');
  await screen.findByText('敬老院仓库二号');
});
