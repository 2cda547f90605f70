// The donation screens over real books: the form by keys alone, what it refuses, the receipt, the draft, the import.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import Donations from '../../renderer/donations/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { sampleSheet } from '../helpers/sample.ts';
import { seedItem } from '../helpers/seed.ts';
import { allById, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const riceBarcode = '6900001000006';
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const inspected = async (): Promise<void> => {
  await user.type(await see('donation-inspectorA'), '李验收');
  await user.type(await see('donation-inspectorB'), '王验收');
};
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedItem(shop, {
    code: 'G001',
    name: '东北大米',
    listPriceFen: 4_500,
    barcodes: [riceBarcode],
    keepsDate: true,
  });
  await seedItem(shop, { code: 'G005', name: '毛衣', listPriceFen: null, keepsDate: false });
});
afterAll(() => shop.close());
beforeEach(() => localStorage.clear());

test('an empty gift is refused beside the fields and all together; nothing is asked of the books', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />, '/record');
  await see('donation-save');
  await save();
  expect(screen.getAllByText(/请填捐赠人/).length).toBe(2);
  expect(screen.getByText(/请填捐款金额.或至少加一项物资/)).toBeTruthy();
  expect(document.activeElement?.getAttribute('data-testid')).toBe('donation-donorName');
  expect(window_.asked.map(({ act }) => act)).not.toContain('donations.record');
  expect(await stumbles()).toEqual([]);
});

test('a gift of cash and goods is entered by keys alone: scan, quantity from empty, fast dates, value by the reference price', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />, '/record');
  await user.type(await see('donation-donorName'), '柳州市某某食品有限公司');
  await user.selectOptions(await see('donation-kind'), 'company');
  await user.type(await see('donation-cash'), '1409.50');
  await see('donation-in-words', '人民币壹仟肆佰零玖元伍角');
  await inspected();
  press('F6');
  await user.keyboard(`${riceBarcode}{Enter}`);
  await waitFor(() => expect(document.activeElement?.getAttribute('data-testid')).toBe('line-quantity'));
  expect((document.activeElement as HTMLInputElement).value).toBe('');
  await user.keyboard('20{Enter}20260401{Enter}20260901{Enter}2{Enter}={Enter}{Enter}');
  expect((await see('line-expiry')) as HTMLInputElement).toHaveProperty('value', '2026-09-01');
  expect((await see('line-value')) as HTMLInputElement).toHaveProperty('value', '900.00');
  expect(document.activeElement?.getAttribute('data-testid')).toBe('donation-pick');
  await see('donation-running', '¥900.00');
  expect(await stumbles()).toEqual([]);
  await save();
  const receipt = await screen.findByText(/已登记.凭证号 JZ2026-000001/);
  expect(receipt).toBeTruthy();
  await see('receipt-prints', '凭证还没有出过');
  await user.click(await see('receipt-save'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  expect(new TextDecoder().decode(window_.saved[0]?.bytes.slice(0, 5))).toBe('%PDF-');
  await see('receipt-prints', '凭证已出过 1 次');
  const { rows } = await shop.call('donations.list', {}, { as: 'manager' });
  expect(rows).toMatchObject([
    { cashFen: 140_950, goodsFen: 90_000, goodsLines: 1, donorName: '柳州市某某食品有限公司' },
  ]);
  expect(localStorage.length).toBe(0);
});

test('a line without quantity, date or basis is refused with each named; a barcode nobody knows adds nothing', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />, '/record');
  await user.click(await see('donation-anonymous'));
  await user.type(await see('donation-pick'), '6901234567892{Enter}');
  await screen.findByText(/目录里没有“6901234567892”/);
  expect(allById('line-quantity')).toEqual([]);
  await user.clear(await see('donation-pick'));
  await user.type(await see('donation-pick'), `${riceBarcode}{Enter}`);
  await see('line-quantity');
  await save();
  for (const words of [/请填数量/, /这种物资要填到期日/, /请选计价依据/, /两位不同的验收人/])
    expect(screen.getAllByText(words).length).toBe(2);
  await inspected();
  await user.type(await see('line-quantity'), '5');
  await user.type(await see('line-expiry'), '20260901');
  await save();
  await waitFor(() => expect(document.activeElement?.getAttribute('data-testid')).toBe('line-basis'));
  await user.selectOptions(await see('line-basis'), 'unpriced');
  await save();
  await screen.findByText(/凭证号 JZ2026-000002/);
  const { rows } = await shop.call('donations.list', {}, { as: 'manager' });
  expect(rows[0]).toMatchObject({ anonymous: true, cashFen: null, goodsFen: null, unpricedLines: 1 });
});

test('the same item scanned again waits in its line until it has a quantity, then gets a line of its own', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />, '/record');
  const pick = await see('donation-pick');
  await user.type(pick, `${riceBarcode}{Enter}`);
  await see('line-quantity');
  await user.type(pick, `${riceBarcode}{Enter}`);
  await waitFor(() => expect(document.activeElement?.getAttribute('data-testid')).toBe('line-quantity'));
  expect(allById('line-quantity').length).toBe(1);
  await user.keyboard('3');
  await user.type(pick, `${riceBarcode}{Enter}`);
  await waitFor(() => expect(allById('line-quantity').length).toBe(2));
});

test('the draft comes back after a crash without the name of a person, a telephone or the purpose', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />, '/record');
  await user.type(await see('donation-donorName'), '韦某某');
  await user.type(await see('donation-donorPhone'), '13800001234');
  await user.type(await see('donation-purpose'), '给韦某某家');
  await user.type(await see('donation-pick'), `${riceBarcode}{Enter}`);
  await user.type(await see('line-quantity'), '7');
  const stored = JSON.stringify(localStorage);
  expect(stored).toContain('东北大米');
  for (const secret of ['韦某某', '13800001234']) expect(stored).not.toContain(secret);
  await show(shop, 'manager', <Donations />, '/record');
  await screen.findByText(/上次没有保存完的内容已找回/);
  expect(screen.getByText(/没有留在草稿里/)).toBeTruthy();
  expect(await see('line-quantity')).toHaveProperty('value', '7');
  expect(await see('donation-donorName')).toHaveProperty('value', '');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('donation-clear'));
  expect(allById('line-quantity')).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test('the list says what its totals leave out, opens a gift by keys, and an anonymous donor stays without a name', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />);
  await see('donation-totals', '¥1,409.50');
  await see('donation-totals', '1 项物资未计价');
  expect(await stumbles()).toEqual([]);
  await user.type(await see('list-search'), 'JZ2026-000002');
  await screen.findByText('共 1 条');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('heading', { level: 1, name: /JZ2026-000002/ });
  expect(screen.getAllByText('匿名').length).toBeGreaterThan(0);
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Escape}');
  await user.clear(await see('list-search'));
});

test('without a printer the receipt is offered as PDF and the gift stays recorded', async () => {
  const window_ = openWindow(shop, 'manager');
  window_.printer = 'printer-none';
  await show(shop, 'manager', <Donations />, '/1');
  await user.click(await see('receipt-print'));
  await screen.findByText('没有找到打印机');
  await user.click(screen.getAllByRole('button', { name: /另存为 PDF/ }).at(-1) as HTMLElement);
  await waitFor(() => expect(window_.saved.length).toBe(1));
});

test('the sample register is imported with its cash total; a bureau clerk may look but not record', async () => {
  const books = await openShop();
  const goods = await books.call(
    'goods.previewImport',
    { sheet: sampleSheet('goods.xlsx') },
    { as: 'manager' },
  );
  await books.call('goods.confirmImport', { previewId: goods.previewId }, { as: 'manager' });
  const window_ = openWindow(books, 'manager');
  window_.sheet = sampleSheet('donations.xlsx');
  await show(books, 'manager', <Donations />, '/import');
  await user.click(await see('import-choose'));
  await see('import-cash', '¥4,249.00');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('import-ask'));
  await user.click(await see('import-confirm'));
  await screen.findByText('已导入 68 行');
  openWindow(books, 'bureau');
  await show(books, 'bureau', <Donations />);
  await see('donation-totals', '68 笔');
  expect(screen.queryByTestId('donation-record')).toBeNull();
  await books.close();
});
