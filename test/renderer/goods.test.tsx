// The goods screens over real books: import from the sample sheet, search by keys alone, lots, a new kind with its barcode.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Goods from '../../renderer/goods/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { sampleSheet } from '../helpers/sample.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

test('an empty catalogue says so; the sample sheet is previewed, confirmed and only then listed', async () => {
  const window_ = openWindow(shop, 'manager');
  window_.sheet = sampleSheet('goods.xlsx');
  await show(shop, 'manager', <Goods />);
  await screen.findByText('没有记录');
  expect(await stumbles()).toEqual([]);
  press('F4');
  const help = await see('goods-import-help', '6901234567892×12');
  expect(help.textContent).toContain('袋=50;箱=600');
  await user.click(await see('import-choose'));
  await see('import-ask', '30');
  expect(screen.getAllByText('没有标价').length).toBe(2);
  expect(window_.asked.map(({ act }) => act)).not.toContain('goods.confirmImport');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('import-ask'));
  await user.click(await see('import-confirm'));
  await screen.findByText('已导入 30 行');
  await user.keyboard('{Escape}');
  await screen.findByText('东北大米');
  expect(screen.getByText('共 30 条')).toBeTruthy();
  expect(await stumbles()).toEqual([]);
});

test('goods are found by initials and opened by keys alone; coming back keeps the search', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />);
  await screen.findByText('东北大米');
  await user.type(await see('list-search'), 'dbdm');
  await screen.findByText('共 1 条');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByText('这种物资还没有入过库。');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('东北大米');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('list-search').value).toBe('dbdm'));
  await user.clear(await see('list-search'));
});

test('a wrong check digit is named with the right one; nothing is saved with a field missing or a price of 0', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/add');
  const barcode = await see('goods-barcode');
  await user.type(barcode, '6901234567890{Enter}');
  await screen.findByText(/条码 6901234567890 的最后一位不对.应当是 2/);
  await user.clear(barcode);
  await user.type(barcode, '6901234567892{Enter}');
  await screen.findByText('6901234567892');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getAllByText(/请填写/).length).toBe(4);
  expect(await stumbles()).toEqual([]);
  for (const [field, text] of [
    ['name', '红糖'],
    ['category', '调味'],
    ['unit', '袋'],
    ['code', 'G900'],
    ['price', '0'],
  ] as const)
    await user.type(await see(`goods-${field}`), text);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/不要填 0/);
  expect(window_.asked.map(({ act }) => act)).not.toContain('goods.add');
  await user.clear(await see('goods-price'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/已新增/);
  const { rows } = await shop.call('goods.list', { search: '6901234567892' }, { as: 'manager' });
  expect(rows).toMatchObject([
    { name: '红糖', code: 'G900', listPriceFen: null, barcodes: [{ barcode: '6901234567892', packs: 1 }] },
  ]);
});

test('a volunteer sees the goods but no way to change them', async () => {
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />);
  await screen.findByText('东北大米');
  expect(screen.queryByTestId('goods-add')).toBeNull();
  expect(screen.queryByTestId('goods-import')).toBeNull();
});
