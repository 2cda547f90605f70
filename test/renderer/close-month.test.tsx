// Closing a month on the screen: only one that is over, in order, after one question with its figures.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Reports from '../../renderer/reports/index.tsx';
import { seedFunding } from '../helpers/money.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedFunding(shop, { day: '2026-03-10', amountFen: 70_000 });
});
afterAll(() => shop.close());

test('the month that runs cannot be closed; the one before is refused while an earlier one is open', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Reports />);
  press('F9');
  await see('closed-months', '还没有结过账');
  expect((await see('month-close')).hasAttribute('disabled')).toBe(true);
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByLabelText('上一月'));
  await user.click(await see('month-close', '结 2026 年 4 月的账'));
  await screen.findByText('福彩公益金');
  expect(screen.getByText('¥700.00')).toBeTruthy();
  expect(await stumbles()).toEqual([]);
  await user.click(await see('month-confirm'));
  await screen.findByText('前面还有月份没有结账');
  await user.keyboard('{Escape}');
  expect(window_.asked.filter(({ act }) => act === 'reports.closeMonth')).toHaveLength(1);
  expect(await shop.call('reports.closedMonths', {}, { as: 'manager' })).toEqual([]);
});

test('in order it is closed, listed with who and when, and cannot be closed again', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Reports />);
  press('F9');
  await see('closed-months');
  await screen.findByText('2026 年 3 月');
  await user.selectOptions(await see('report-month'), '2026-03');
  await user.click(await see('month-close', '结 2026 年 3 月的账'));
  await user.click(await see('month-confirm'));
  await see('closed-months', '2026 年 3 月韦店长');
  await waitFor(() => expect(screen.queryByTestId('month-close')).toBeNull());
  expect(screen.getByText('2026 年 3 月已结账')).toBeTruthy();
});
