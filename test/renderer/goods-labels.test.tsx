// Labels over real books: goods and lots by scan and by key from the catalogue, copies that start empty, begun sheets, the paper.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tagCode } from '../../db/domain/goods-tag.ts';
import Goods from '../../renderer/goods/index.tsx';
import { idsIn, lay, perSheet, startOf } from '../../renderer/goods/label-draft.ts';
import { labelPages } from '../../main/documents/label-sheet.ts';
import { labelSheets } from '../../db/contract/goods.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { scanInto } from '../helpers/scan-into.ts';
import { byId, openWindow, press, scan, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const [riceCode, oilCode] = ['6901234567892', '6902222333338'];
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  const itemId = await seedItem(shop, { code: 'G1', name: '大米', listPriceFen: 4500, barcodes: [riceCode] });
  await seedItem(shop, { code: 'G2', name: '菜油', listPriceFen: null, barcodes: [oilCode] });
  await seedGift(shop, { itemId, quantity: 5 });
  await seedGift(shop, { itemId, quantity: 7 });
});
afterAll(() => shop.close());
beforeEach(() => localStorage.clear());

const focused = (): string | null => document.activeElement?.getAttribute('data-testid') ?? null;
const sum = async (text: string): Promise<HTMLElement> => see('label-sum', text);

test('nothing is chosen and nothing can be printed; scans add goods, copies start empty, Enter leads back', async () => {
  const window_ = openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />, '/labels');
  await screen.findByText(/还没有选。扫条码/);
  expect(await see('labels-print')).toHaveProperty('disabled', true);
  expect(await stumbles()).toEqual([]);
  await user.type(await see('pick-item'), `${riceCode}{Enter}`);
  expect(await see('label-copies-1')).toHaveProperty('value', '');
  await waitFor(() => expect(focused()).toBe('label-copies-1'));
  await sum('还有 1 项没有填好张数');
  await user.keyboard('0{Enter}');
  await screen.findByText('请填 1 到 500 的整数');
  expect(await see('labels-print')).toHaveProperty('disabled', true);
  expect(focused()).toBe('pick-item');
  await user.clear(await see('label-copies-1'));
  await user.type(await see('label-copies-1'), '20');
  // The scanner is fired while the cursor is among the copies, and once more where nothing has the focus.
  scanInto(await see('label-copies-1'), oilCode);
  await see('label-copies-2');
  expect(await see('label-copies-1')).toHaveProperty('value', '20');
  (document.activeElement as HTMLElement).blur();
  scan(riceCode);
  await waitFor(() => expect(focused()).toBe('label-copies-1'));
  await user.type(await see('label-copies-2'), '10');
  await sum('一共 30 张。 用 2 张纸。 印完后，最后一张纸从第 7 张起空着。');
  expect(await stumbles()).toEqual([]);
  press('KeyP', { ctrlKey: true });
  await waitFor(() => expect(window_.printed.length).toBe(1));
  await user.click(await see('label-next-start'));
  expect(await see('label-start')).toHaveProperty('value', '7');
});

test('a begun sheet: its first free label is clicked on the drawing or typed, and a place it has not is refused', async () => {
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />, '/labels?items=1');
  await user.type(await see('label-copies-1'), '4');
  await user.click(screen.getByRole('button', { name: '第 22 张' }));
  expect(await see('label-start')).toHaveProperty('value', '22');
  await sum('一共 4 张。 用 2 张纸。 印完后，最后一张纸从第 2 张起空着。');
  await user.clear(await see('label-start'));
  await user.type(await see('label-start'), '25');
  await screen.findByText('请填 1 到 24 的整数');
  expect(await see('labels-print')).toHaveProperty('disabled', true);
  await user.selectOptions(await see('label-sheet'), 'roll-40x30');
  await sum('一共 4 张。');
  expect(byId('label-start')).toBeNull();
  expect(await see('labels-print')).toHaveProperty('disabled', false);
  // The paper in use is remembered for the next time.
  await show(shop, 'volunteer', <Goods />, '/labels');
  expect(await see('label-sheet')).toHaveProperty('value', 'roll-40x30');
});

test('labels of the goods one stands on are a key away from the catalogue', async () => {
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />);
  await screen.findByText('菜油');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F8', code: 'F8' });
  await see('label-copies-2');
  expect(byId('label-copies-1')).toBeNull();
});

test('lots come by their label, a barcode of several lots asks for one, and one figure fills all that are empty', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/labels?lots=1');
  await see('label-copies-1');
  (document.activeElement as HTMLElement).blur();
  scan(riceCode);
  await screen.findByText(/大米有好几个批次/);
  (document.activeElement as HTMLElement).blur();
  scan(tagCode('lot', 2));
  await see('label-copies-2');
  await user.type(await see('label-copies-2'), '3');
  await user.type(await see('label-fill'), '2{Enter}');
  await sum('一共 5 张。');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('labels-save'));
  await waitFor(() => expect(window_.saved[0]?.pages).toBe(1));
  (document.activeElement as HTMLElement).blur();
  scan('6900001000006');
  await screen.findByText(/没有找到“6900001000006”的批次/);
});

test('a place that is not on the sheet is refused, and paper is counted as the printer lays it', () => {
  expect([startOf('24', 'a4-3x8'), startOf('25', 'a4-3x8'), startOf('0', 'a4-4x10')]).toEqual([
    24,
    null,
    null,
  ]);
  expect(startOf('', 'roll-50x30')).toBe(1);
  expect([lay(24, 1, 'a4-3x8'), lay(24, 2, 'a4-3x8')]).toEqual([
    { sheets: 1, nextStart: null },
    { sheets: 2, nextStart: 2 },
  ]);
  expect(idsIn('3,x,9')).toEqual([3, 9]);
  for (const sheet of labelSheets)
    expect(perSheet(sheet)).toBe(labelPages[sheet].across * labelPages[sheet].down);
});
