// The form of a kind of goods over real books: scans wherever the cursor is, packs in a sentence, what may not change, refusals.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Goods from '../../renderer/goods/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedItem } from '../helpers/seed.ts';
import { scanInto } from '../helpers/scan-into.ts';
import { openWindow, press, scan, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const [pieceCode, caseCode, takenCode] = ['6901234567892', '6900001000006', '6902222333338'];
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedItem(shop, { code: 'G1', name: '酱油', listPriceFen: 1250, barcodes: [takenCode] });
});
afterAll(() => shop.close());

const type = async (field: string, text: string): Promise<void> =>
  user.type(await see(`goods-${field}`), text);
const value = (testId: string): string =>
  document.querySelector<HTMLInputElement>(`[data-testid="${testId}"]`)?.value ?? '';
const save = () => user.keyboard('{Control>}{Enter}{/Control}');
const itemCalled = async (search: string) =>
  (await shop.call('goods.list', { search }, { as: 'manager' })).rows[0];

test('a scan adds a row wherever the cursor is, and the field it was fired into keeps what stood there', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/add');
  await type('name', '棉衣');
  scanInto(await see('goods-name'), pieceCode);
  await see('goods-scan-count-0');
  expect(value('goods-name')).toBe('棉衣');
  // Nothing has the focus: the scanner still works without a click.
  (document.activeElement as HTMLElement).blur();
  scan(caseCode);
  await see('goods-scan-count-1');
  expect(screen.getByText(caseCode)).toBeTruthy();
  expect(await stumbles()).toEqual([]);
  scan(caseCode);
  await screen.findByText('这个条码已经加上了');
});

test('what a pack and a scan mean is said while it is typed; a name used twice or of a weight is refused beside it', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/add');
  await type('barcode', `${caseCode}{Enter}`);
  await type('unit', '件');
  await type('pack-unit-0', '袋');
  await type('pack-quantity-0', '50');
  await screen.findByText('1 袋 = 50 件，收 3 袋就记 150 件');
  await user.clear(await see('goods-scan-count-0'));
  await type('scan-count-0', '50');
  await screen.findByText('扫一次记 50 件，就是 1 袋');
  await type('pack-unit-1', '件');
  await type('pack-quantity-1', '2');
  await user.tab();
  await screen.findByText(/也不能和单位“件”相同/);
  expect(await stumbles()).toEqual([]);
  await user.clear(await see('goods-pack-unit-1'));
  await type('pack-unit-1', '公斤');
  await screen.findByText(/这是重量或容量单位/);
  await user.clear(await see('goods-pack-quantity-1'));
  await user.clear(await see('goods-pack-unit-1'));
  await waitFor(() => expect(screen.queryByText(/这是重量或容量单位/)).toBeNull());
});

test('mistakes are named on leaving a field and all together on saving; what is right is stored whole', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/add');
  await user.click(await see('goods-name'));
  await user.tab();
  expect(screen.getAllByText(/请填写/).length).toBe(1);
  await type('barcode', `${caseCode}{Enter}`);
  await user.clear(await see('goods-scan-count-0'));
  await type('pack-unit-0', '袋');
  await save();
  await screen.findByText('请先改好下面 6 处：');
  expect(screen.getAllByText(/请填 1 到 100000 的整数/).length).toBe(1);
  expect(window_.asked.map(({ act }) => act)).not.toContain('goods.add');
  for (const [field, text] of [
    ['scan-count-0', '50'],
    ['pack-quantity-0', '50'],
    ['name', '棉衣'],
    ['category', '衣被'],
    ['unit', '件'],
    ['code', 'Y1'],
    ['barcode', pieceCode],
  ] as const)
    await type(field, text);
  await save();
  await screen.findByText(/已新增：棉衣/);
  const stored = await itemCalled('Y1');
  expect(stored).toMatchObject({ name: '棉衣', listPriceFen: null, packs: [{ unit: '袋', quantity: 50 }] });
  expect(new Map(stored?.barcodes.map(({ barcode, packs }) => [barcode, packs]))).toEqual(
    new Map([
      [caseCode, 50],
      [pieceCode, 1],
    ]),
  );
  expect([value('goods-name'), value('goods-category')]).toEqual(['', '衣被']);
});

test('the books refuse a barcode of other goods, in words and with nothing stored', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/add');
  for (const [field, text] of [
    ['barcode', `${takenCode}{Enter}`],
    ['name', '生抽'],
    ['category', '调味'],
    ['unit', '瓶'],
    ['code', 'G2'],
  ] as const)
    await type(field, text);
  await save();
  await screen.findByText('这个条码已属于另一种物资');
  expect(screen.getByText('物资：酱油')).toBeTruthy();
  expect(await itemCalled('G2')).toBeUndefined();
});

test('goods are changed by keys from the list; code and unit stay and say why; Esc changes nothing', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />);
  await screen.findByText('酱油');
  await user.type(await see('list-search'), 'jiangyou');
  await screen.findByText('共 1 条');
  await user.keyboard('{ArrowDown}');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', code: 'F6' });
  await waitFor(() => expect(value('goods-name')).toBe('酱油'));
  expect(await stumbles()).toEqual([]);
  await screen.findByText(/单位不能改：账上的数量都按它记/);
  await user.type(await see('goods-unit'), 'X');
  expect([value('goods-unit'), value('goods-code'), value('goods-price')]).toEqual(['袋', 'G1', '12.50']);
  await user.clear(await see('goods-price'));
  press('Escape');
  await waitFor(() => expect(screen.queryByTestId('goods-price')).toBeNull());
  expect(window_.asked.map(({ act }) => act)).not.toContain('goods.change');
  await show(shop, 'manager', <Goods />, '/1');
  await see('goods-change');
  press('F2');
  await user.clear(await see('goods-price'));
  await type('pack-unit-0', '箱');
  await type('pack-quantity-0', '12');
  await save();
  await screen.findByText('1 箱 = 12 袋');
  expect(screen.queryByTestId('goods-save')).toBeNull();
  expect(await itemCalled('G1')).toMatchObject({
    listPriceFen: null,
    packs: [{ unit: '箱', quantity: 12 }],
    barcodes: [{ barcode: takenCode, packs: 1 }],
  });
});

test('the list is saved as it is filtered; a volunteer has no key to change goods', async () => {
  forgetKept();
  const window_ = openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />);
  await screen.findByText('棉衣');
  await user.click(await see('goods-export-csv'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  expect(new TextDecoder('utf-8').decode(window_.saved[0]?.bytes)).toContain('袋=50');
  (await screen.findByRole('group', { name: /物资: 列表/ })).focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', code: 'F6' });
  await screen.findByText('棉衣');
  expect(screen.queryByTestId('goods-save')).toBeNull();
});
