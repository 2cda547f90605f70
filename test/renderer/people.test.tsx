// The screens of households over real books: the hostile roster with its reasons in words, masks, reveal with a reason, the end.
import '../helpers/node-realm.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import People from '../../renderer/people/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { sampleFolder, sampleSheet } from '../helpers/sample.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

interface Expected {
  readonly byCategory: Readonly<Record<string, { readonly households: number; readonly people: number }>>;
}
const expected = JSON.parse(readFileSync(join(sampleFolder, 'expected.json'), 'utf8')) as Expected;
const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

test('the roster is previewed with figures by category and every refused row in words; nothing is stored before', async () => {
  const window_ = openWindow(shop, 'manager');
  window_.sheet = sampleSheet('roster.xlsx');
  await show(shop, 'manager', <People />);
  await see('people-summary', '0 户');
  press('F4');
  await user.click(await see('import-choose'));
  const table = await see('people-by-category');
  for (const [name, { households, people }] of Object.entries(expected.byCategory)) {
    const row = within(table).getByRole('row', { name: new RegExp(`^${name}`) });
    const [h, p] = within(row)
      .getAllByRole('cell')
      .map((cell) => Number(cell.textContent));
    // The hostile row that only carries a warning is let in and counts too.
    expect([h, p]).toEqual(name === '城市低保' ? [households + 1, people + 1] : [households, people]);
  }
  for (const words of [/校验不对/, /出生日期不存在/, /被表格软件改成了数值/])
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  expect(screen.getByText(/本程序不保存.*银行账号/)).toBeTruthy();
  expect(await stumbles()).toEqual([]);
  expect((await shop.call('people.list', {}, { as: 'manager' })).total).toBe(0);
  await user.click(await see('import-refused-save'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  await user.click(await see('import-ask'));
  await user.click(await see('import-confirm'));
  await see('import-households', '614');
}, 120_000);

test('the list is masked, searched by pinyin, and a household opens by keys', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <People />);
  await see('people-summary', '614 户');
  expect(await stumbles()).toEqual([]);
  await screen.findAllByRole('option', { name: '孤儿' });
  await user.selectOptions(await see('people-category'), 'orphan');
  await screen.findByText('共 3 条');
  await user.selectOptions(await see('people-category'), '');
  await screen.findByText('共 614 条');
  await user.type(await see('list-search'), 'yang');
  await waitFor(() => expect(screen.queryByText('共 614 条')).toBeNull());
  expect(screen.queryByText('共 0 条')).toBeNull();
  expect(screen.getAllByText(/^杨\*/).length).toBeGreaterThan(0);
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('heading', { level: 1, name: /^家庭/ });
  expect(screen.getAllByText(/\d\d\*{13}\d\d[\dX]/).length).toBeGreaterThan(0);
  expect(document.body.textContent).not.toMatch(/\d{17}[\dX]/);
  expect(await stumbles()).toEqual([]);
});

test('full details are shown only with a reason, which the log keeps; Escape masks them again', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <People />, '/1');
  await user.click(await see('household-reveal'));
  await screen.findByText(/都会记入日志/);
  expect((await see('reveal-show')) as HTMLButtonElement).toHaveProperty('disabled', true);
  await user.keyboard('{Enter}');
  expect(window_.asked.map(({ act }) => act)).not.toContain('people.reveal');
  await user.type(await see('reveal-reason'), '核对证件{Enter}');
  await screen.findByText(/正在显示完整资料/);
  expect(document.body.textContent).toMatch(/\d{17}[\dX]/);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.body.textContent).not.toMatch(/\d{17}[\dX]/));
  const log = await shop.call('audit.list', {}, { as: 'manager' });
  expect(log.rows.some(({ act }) => act === 'people.reveal')).toBe(true);
});

test('ending eligibility needs a reason, shows what it means, and is done once', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <People />, '/1');
  await user.click(await see('household-end'));
  await screen.findByText(/从 2026-05-04 \(一\) 起没有资格，最后一天是 2026-05-03/);
  await user.click(await see('end-confirm'));
  await screen.findByText(/请写明退出原因/);
  expect(window_.asked.map(({ act }) => act)).not.toContain('eligibility.end');
  await user.clear(await see('end-day'));
  await user.type(await see('end-day'), '20260503');
  await user.type(await see('end-reason'), '迁出');
  await user.click(await see('end-confirm'));
  await waitFor(() => expect(screen.getAllByText(/已终止/).length).toBeGreaterThan(0));
  expect(await shop.call('people.household', { householdId: 1 }, { as: 'manager' })).toMatchObject({
    endDay: '2026-05-03',
    endReason: '迁出',
    state: 'ended',
  });
});

test('a search that finds too many says so instead of counting them all', async () => {
  const large = await openShop();
  await seedHouseholds(
    large,
    Array.from({ length: 501 }, (_, at) => ({ number: String(at + 1) })),
  );
  openWindow(large, 'manager');
  await show(large, 'manager', <People />);
  await user.clear(await see('list-search'));
  await user.type(await see('list-search'), '韦');
  await screen.findByText(/找到的不止 500 户/);
  await user.type(await see('list-search'), '不在');
  await waitFor(() => expect(screen.queryByText(/找到的不止/)).toBeNull());
  await large.close();
});
