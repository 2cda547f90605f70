// The money book over real books: sources side by side and never summed, lines with their balance, funding.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Cash from '../../renderer/cash/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const ctrlEnter = '{Control>}{Enter}{/Control}';
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  const rice = await seedItem(shop, { code: 'R1', name: '东北大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 1, more: { cash: { fen: 30_000, way: 'cash' } } });
});
afterAll(() => shop.close());

test('donated money stands in its own book with its receipt; no line sums the sources', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Cash />);
  await see('cash-of-donated', '捐款¥0.00¥300.00¥0.00¥300.00');
  await see('cash-of-trading', '经营收入¥0.00¥0.00¥0.00¥0.00');
  await screen.findByText('JZ2026-000001');
  expect((await see('cash-sources')).querySelectorAll('tbody tr')).toHaveLength(4);
  expect(await stumbles()).toEqual([]);
});

test('a grant is entered with its reference; gifts and earnings cannot be chosen as grants', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Cash />);
  await see('cash-fund');
  press('F2');
  await see('fund-save');
  expect([...(await see('fund-source')).querySelectorAll('option')].map(({ value }) => value)).toEqual([
    'lottery',
    'budget',
  ]);
  await user.keyboard(ctrlEnter);
  expect(screen.getByText('请写明依据')).toBeTruthy();
  expect(screen.getByText('金额请写成 12.50 的样子，不要填 0')).toBeTruthy();
  expect(window_.asked.map(({ act }) => act)).not.toContain('cash.fund');
  expect(await stumbles()).toEqual([]);
  await user.type(await see('fund-amount'), '127200');
  await screen.findByText('大写：人民币壹拾贰万柒仟贰佰元整');
  await user.type(await see('fund-reference'), '柳民发〔2026〕3号');
  await user.keyboard(ctrlEnter);
  await screen.findByText('已记账：ZJ2026-000001');
  await user.selectOptions(await see('fund-kind'), 'opening');
  expect((await see('fund-source')).querySelectorAll('option')).toHaveLength(4);
});

test('F7 turns to the next source; a grant is taken back from its row, a gift is not', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Cash />);
  await screen.findByText('JZ2026-000001');
  const row = async (): Promise<void> => {
    document.querySelector<HTMLElement>('.data-table')?.focus();
    await user.keyboard('{Home}');
    press('F8');
  };
  await row();
  await screen.findByText('其他款项请到原单据撤销');
  expect(byId('reverse-confirm')).toBeNull();
  press('F7');
  await screen.findByText('ZJ2026-000001');
  await row();
  await see('reverse-effect', '福彩公益金');
  await user.type(await see('reverse-reason'), '记错来源');
  await user.click(await see('reverse-confirm'));
  await waitFor(() => expect(byId('reverse-confirm')).toBeNull());
  await see('cash-of-lottery', '福彩公益金¥0.00¥0.00¥0.00¥0.00');
  expect(window_.asked.filter(({ act }) => act === 'cash.reverse')).toHaveLength(1);
});

test('the day book is printed and saved as a sheet', async () => {
  const window_ = openWindow(shop, 'bureau');
  await show(shop, 'bureau', <Cash />);
  await see('cash-pdf-print');
  expect(byId('cash-fund')).toBeNull();
  press('KeyP', { ctrlKey: true });
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  await user.click(await see('cash-xlsx-save'));
  await waitFor(() => expect(window_.saved).toHaveLength(1));
});
