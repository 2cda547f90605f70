// The screens of purchases over real books: typed with the keyboard, short money and short life said in words, printed, taken back.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Purchases from '../../renderer/purchases/index.tsx';
import { seedFunding } from '../helpers/money.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedItem } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const ctrlEnter = '{Control>}{Enter}{/Control}';
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedItem(shop, {
    code: 'M1',
    name: '纯牛奶',
    category: '乳品',
    unit: '盒',
    listPriceFen: 300,
    keepsDate: true,
    packs: [{ unit: '箱', quantity: 12 }],
  });
  await seedItem(shop, { code: 'R1', name: '东北大米', listPriceFen: 4_500 });
  const none = { alarmDays: null, minDays: null, shortLifeDays: null, shortMinDays: null };
  await shop.call('goods.changeRule', { category: '乳品', minPercent: 60, ...none }, { as: 'manager' });
  await seedFunding(shop, { amountFen: 50_000 });
});
afterAll(() => shop.close());

const typeHead = async (): Promise<void> => {
  await user.type(await see('purchase-supplier'), '某某批发部');
  await user.type(await see('purchase-inspectorA'), '韦验收');
  await user.type(await see('purchase-inspectorB'), '覃验收');
};

test('an empty list says so; an empty form names every mistake and asks nothing of the books', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Purchases />);
  await screen.findByText('没有记录');
  press('F2');
  await see('purchase-save');
  await screen.findByText('本月末余额 ¥500.00');
  expect(await stumbles()).toEqual([]);
  await user.keyboard(ctrlEnter);
  expect(screen.getByText('请填写供货单位')).toBeTruthy();
  expect(screen.getAllByText('请填写两位不同的验收人')).toHaveLength(2);
  expect(screen.getByText('请至少加一项物资')).toBeTruthy();
  expect(await stumbles()).toEqual([]);
  expect(window_.asked.map(({ act }) => act)).not.toContain('purchases.record');
});

test('goods are typed in packs; too little life asks for a reason, too little money says what there is', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Purchases />, '/record');
  await typeHead();
  await user.type(await see('purchase-pick'), 'M1{Enter}');
  const quantity = await see('line-quantity');
  expect((quantity as HTMLInputElement).value).toBe('');
  await user.type(quantity, '2');
  await user.selectOptions(await see('line-quantity-unit'), '箱');
  await screen.findByText('2 箱 = 24 盒');
  await user.type(await see('line-production'), '20260101');
  await user.type(await see('line-expiry'), '2026-05-31');
  await user.type(await see('line-cost'), '600');
  await see('purchase-running', '1 项，合计 ¥600.00');
  await user.keyboard(ctrlEnter);
  await screen.findByText('剩余保质期不够，请写明接收理由');
  expect(await stumbles()).toEqual([]);
  await user.type(await see('line-acceptance'), '当周发完');
  await user.keyboard(ctrlEnter);
  await screen.findByText('这项资金不够');
  await screen.findByText('可用：¥500.00');
  expect((await shop.call('purchases.list', {}, { as: 'manager' })).total).toBe(0);
  await user.clear(await see('line-cost'));
  await user.type(await see('line-cost'), '60');
  await user.keyboard(ctrlEnter);
  await screen.findByText('已入库：CG2026-000001');
  await user.click(await see('purchase-open'));
  await see('purchase-facts', '人民币陆拾元整');
  expect(await stumbles()).toEqual([]);
  expect((await shop.call('stock.lots', { show: 'short-dated' }, { as: 'manager' })).rows).toMatchObject([
    { itemName: '纯牛奶', onHand: 24, shortDated: true },
  ]);
});

test('expired goods are named at once and do not go in; a line goes with F8', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Purchases />, '/record');
  await typeHead();
  await user.type(await see('purchase-pick'), 'M1{Enter}');
  await user.type(await see('line-quantity'), '1');
  await user.type(await see('line-expiry'), '2026-05-03');
  await screen.findByText('已经过期，不能接收');
  await user.keyboard(ctrlEnter);
  expect(window_.asked.map(({ act }) => act)).not.toContain('purchases.record');
  (await see('line-expiry')).focus();
  press('F8');
  await waitFor(() => expect(allById('purchase-line')).toHaveLength(0));
});

test('the list has its total, is exported as it is filtered, and leads to the paper', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Purchases />);
  await see('purchase-totals', '共 1 笔，合计 ¥60.00');
  await user.click(await see('purchase-export-csv'));
  await waitFor(() => expect(window_.saved).toHaveLength(1));
  expect(await stumbles()).toEqual([]);
  await user.selectOptions(await see('purchase-source'), 'budget');
  await screen.findByText(/没有符合条件的记录/);
  await user.selectOptions(await see('purchase-source'), '');
  await screen.findByText('CG2026-000001');
  press('F3');
  await user.keyboard('{ArrowDown}{Enter}');
  await see('purchase-prints', '还没有打印过');
  press('KeyP', { ctrlKey: true });
  await see('purchase-prints', '已打印 1 次');
  expect(window_.printed).toHaveLength(1);
});

test('it is taken back with a reason after one question; the money is there again', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Purchases />, '/1');
  await see('purchase-reverse');
  press('F8');
  await see('reverse-effect', '款项退回福彩公益金');
  await user.type(await see('reverse-reason'), '供货单位送错');
  await user.click(await see('reverse-confirm'));
  await see('purchase-facts', '供货单位送错');
  expect(byId('purchase-reverse')).toBeNull();
  const { sources } = await shop.call(
    'cash.book',
    { source: 'lottery', month: '2026-05' },
    { as: 'manager' },
  );
  expect(sources[1]).toMatchObject({ closingFen: 50_000 });
});

test('the bureau looks and prints, and has no way to record', async () => {
  openWindow(shop, 'bureau');
  await show(shop, 'bureau', <Purchases />);
  await screen.findByText('CG2026-000001');
  expect(byId('purchase-add')).toBeNull();
});
