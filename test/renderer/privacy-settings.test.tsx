// The two settings of this section: names on public lists, years that files are kept.
import '../helpers/node-realm.ts';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ShopSettings } from '../../renderer/shop/shop-settings.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());
const kept = async () => (await shop.call('shop.read', {}, { as: 'manager' })).settings;

test('names are masked and files kept five years until the manager says otherwise; an impossible number is named', async () => {
  expect(await kept()).toMatchObject({ publicNames: 'masked', retentionYears: 5 });
  openWindow(shop, 'manager');
  await show(shop, 'manager', <ShopSettings />);
  const years = await screen.findByLabelText(/^退出后保存年限/);
  expect(await stumbles()).toEqual([]);
  await user.clear(years);
  await user.type(years, '31');
  fireEvent.change(await see('settings-public-names'), { target: { value: 'full' } });
  press('Enter', { ctrlKey: true });
  await screen.findByText(/1.*30/, { selector: '.form-mistake' });
  expect(await kept()).toMatchObject({ publicNames: 'masked', retentionYears: 5 });
  await user.clear(years);
  await user.type(years, '10');
  press('Enter', { ctrlKey: true });
  await screen.findByText(/已保存/);
  expect(await kept()).toMatchObject({ publicNames: 'full', retentionYears: 10, idleLockMinutes: 5 });
});
