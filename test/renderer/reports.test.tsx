// The reports over real books: figures as the books fold them, checks in words, papers, and the refusal of what does not tie.
import '../helpers/node-realm.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { setLanguage } from '../../renderer/i18n/i18n.ts';
import Reports from '../../renderer/reports/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [
    { number: '1', members: 3 },
    { number: '2', category: '农村低保' },
  ]);
  const itemId = await seedItem(shop, { code: 'G001', name: '东北大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId, quantity: 20 });
  await seedBatch(shop);
});
afterAll(() => shop.close());

const figure = (name: string): string => document.querySelector(`[data-figure="${name}"]`)?.textContent ?? '';

test('the distribution report shows the month and the year, its checks, and its definitions', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Reports />);
  await see('report-paper', '慈善超市物资发放月报表');
  expect(await see('report-month')).toHaveProperty('value', '2026-05');
  const report = await shop.call('reports.distribution', { month: '2026-05' }, { as: 'manager' });
  expect(report.total.month.issued).toBe(1);
  expect(figure('total.month.issued')).toBe('1');
  expect(figure('total.year.outstanding')).toBe(String(report.total.year.outstanding));
  await user.selectOptions(await see('report-unit'), 'yuan');
  expect(figure('total.month.issuedFen')).toBe('100.00');
  expect(screen.getAllByText(/✔ 相符/).length).toBe(5);
  expect(screen.getByText(/^口径/)).toBeTruthy();
  expect(await stumbles()).toEqual([]);
});

test('goods for volunteers’ points stand in a line of their own, in both languages', async () => {
  const manager = { as: 'manager' } as const;
  const itemId = await seedItem(shop, { code: 'XZ1', name: '香皂', listPriceFen: 500, pointsPrice: 2 });
  await seedGift(shop, { itemId, quantity: 10 });
  const { volunteerId } = await shop.call(
    'points.addVolunteer',
    { name: '覃小兰', phone: '13800001234' },
    manager,
  );
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Reports />);
  await see('report-paper');
  expect(screen.queryByTestId('report-apart-exchanges')).toBeNull();
  await shop.call(
    'points.earn',
    { volunteerId, minutes: 600, serviceDay: '2026-05-03', about: '理货' },
    manager,
  );
  await shop.call('points.exchange', { volunteerId, lines: [{ itemId, quantity: 3 }] }, manager);
  await show(shop, 'manager', <Reports />);
  await user.selectOptions(await see('report-unit'), 'yuan');
  expect((await see('report-apart-exchanges')).textContent).toBe(
    '志愿者积分兑换（不是救助发放，不计入以上各数）：本月 1 次、6 分、物资 15.00 元；本年累计 1 次、6 分、物资 15.00 元。',
  );
  await act(() => setLanguage('en'));
  expect((await see('report-apart-exchanges')).textContent).toBe(
    'Goods for volunteers’ points (no relief, in none of the figures above): 1 times, 6 points, goods 15.00 yuan this month; 1 times, 6 points, goods 15.00 yuan this year.',
  );
  await act(() => setLanguage('zh-CN'));
});

test('the balance table keeps goods with and without a value apart and checks each row; F8 goes there', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Reports />);
  await see('report-paper');
  press('F8');
  await see('report-paper', '慈善超市物资收发存月报表');
  await see('balance-verdict', '全部');
  const { rows } = await shop.call('reports.balance', { month: '2026-05' }, { as: 'manager' });
  expect(rows.length).toBeGreaterThan(0);
  if (rows.some(({ priced }) => !priced))
    expect(screen.getAllByText(/二、未计价物资/).length).toBeGreaterThan(0);
  expect(await stumbles()).toEqual([]);
});

test('PDF and XLSX are saved; keys change the month', async () => {
  const window_ = openWindow(shop, 'bureau');
  await show(shop, 'bureau', <Reports />);
  press('F7');
  await see('report-paper', '发放月报表');
  await user.click(await see('report-pdf-save'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  await user.click(await see('report-xlsx-save'));
  await waitFor(() => expect(window_.saved.length).toBe(2));
  expect(window_.saved.map(({ mime }) => mime)).toEqual([
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(async () => expect(await see('report-month')).toHaveProperty('value', '2026-04'));
});

test('a voucher that vanished from the books stops the report: red words, no print', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  const file = join(folder, 'shop.db');
  const honest = await openShop({ file });
  await seedHouseholds(honest, [{ number: '1' }]);
  await seedBatch(honest);
  await honest.close();
  const books = openBooks({ path: file, key: honest.key, create: false });
  books.file.exec('DROP TRIGGER voucher_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM voucher');
  books.close();
  const tampered = await openShop({ file });
  const window_ = openWindow(tampered, 'manager');
  await show(tampered, 'manager', <Reports />);
  await screen.findByText(/这张报表的数对不上/);
  expect(await see('report-pdf-print')).toHaveProperty('disabled', true);
  expect(await see('report-xlsx-save')).toHaveProperty('disabled', true);
  press('KeyP', { ctrlKey: true });
  expect(window_.asked.map(({ act }) => act)).not.toContain('reports.print');
  await tampered.close();
  rmSync(folder, { recursive: true, force: true });
});
