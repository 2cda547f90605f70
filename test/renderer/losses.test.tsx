// The screens of losses over real books: proposed by scanner and keys, approved by another person, withdrawn, taken back.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Losses from '../../renderer/losses/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  const milk = await seedItem(shop, {
    code: 'M1',
    name: '纯牛奶',
    listPriceFen: 300,
    keepsDate: true,
    barcodes: ['6901234567892'],
  });
  const rice = await seedItem(shop, { code: 'R1', name: '东北大米', listPriceFen: 4_500, keepsDate: true });
  await seedGift(shop, { itemId: milk, quantity: 30, valueFen: 1_000, expiryDay: '2026-05-10' });
  await seedGift(shop, { itemId: rice, quantity: 8, valueFen: null, expiryDay: '2026-05-12' });
  await seedGift(shop, { itemId: rice, quantity: 5, valueFen: 20_000, expiryDay: '2026-12-01' });
  shop.setNow('2026-05-20T02:12:00.000Z');
});
afterAll(() => shop.close());

const losses = async () => (await shop.call('losses.list', {}, { as: 'manager' })).rows;

test('every expired lot comes in with one key; nothing is submitted without method and witness', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Losses />);
  await screen.findByText('没有记录');
  press('F2');
  await see('loss-save');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('请至少加一项物资');
  press('F7');
  await waitFor(() => expect(allById('loss-line')).toHaveLength(2));
  expect(allById('loss-quantity').map((field) => (field as HTMLInputElement).value)).toEqual(['30', '8']);
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('请写明怎样处理')).toBeTruthy();
  expect(screen.getByText('请填写监督人')).toBeTruthy();
  expect(window_.asked.map(({ act }) => act)).not.toContain('losses.propose');
  await user.type(await see('loss-method'), '交环卫销毁');
  await user.type(await see('loss-witness'), '李监督');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已提交：BS2026-000001');
  expect(await losses()).toMatchObject([{ kind: 'scrap', reason: 'expired', state: 'proposed', lines: 2 }]);
});

test('a lot is chosen by name and arrows, its quantity starts empty, and no more than is free goes through', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Losses />, '/new');
  await user.selectOptions(await see('loss-kind'), 'sale');
  await user.selectOptions(await see('loss-reason'), 'unusable');
  await user.type(await see('loss-pick'), '东北大米{Enter}');
  // Two lots of it are there: arrows choose.
  await screen.findAllByRole('option');
  await user.keyboard('{ArrowDown}{Enter}');
  const field = await see('loss-quantity');
  expect((field as HTMLInputElement).value).toBe('');
  await user.type(field, '6');
  await screen.findByText('只有 5 袋 可动');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('请填写卖得的金额')).toBeTruthy();
  expect(screen.getByText('请写明所得的用途')).toBeTruthy();
  await user.type(await see('loss-proceeds'), '35.00');
  await screen.findByText('人民币叁拾伍元整');
  await user.type(await see('loss-purpose'), '购买助学文具');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(window_.asked.map(({ act }) => act)).not.toContain('losses.propose');
  await user.clear(await see('loss-quantity'));
  await user.type(await see('loss-quantity'), '2');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已提交：BS2026-000002');
});

test('the list shows what waits; whoever proposed it is told to wait and has no button to approve', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Losses />);
  await screen.findByText('有 2 张待复核，要由另一个人批准');
  expect(screen.getAllByText(/本人经办/).length).toBe(2);
  expect(await stumbles()).toEqual([]);
  await show(shop, 'manager', <Losses />, '/1');
  await screen.findByText('这张单据由您经办，要由另一个人批准');
  expect(byId('loss-approve')).toBeNull();
  await see('loss-total', '成本合计 ¥10.00 · 另有 1 项未计价，不在合计内');
  expect(await stumbles()).toEqual([]);
});

test('another person approves after one question in figures; the sale stands in the trading book', async () => {
  openWindow(shop, 'bureau');
  await show(shop, 'bureau', <Losses />, '/2');
  await see('loss-approve');
  expect(byId('loss-withdraw')).toBeNull();
  press('F9');
  await screen.findByText('批准后物资出库，义卖所得记入经营收入，不计入捐款。');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('approve-confirm'));
  await waitFor(() => expect(screen.getByTestId('loss-facts').textContent).toContain('已批准'));
  expect(byId('loss-approve')).toBeNull();
  const { sources } = await shop.call(
    'cash.book',
    { source: 'trading', month: '2026-05' },
    { as: 'manager' },
  );
  expect(sources.at(-1)).toMatchObject({ source: 'trading', closingFen: 3_500 });
});

test('an approved one is taken back with a reason; a proposed one is withdrawn', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Losses />, '/2');
  await see('loss-reverse');
  press('F8');
  await user.click(await see('reverse-confirm'));
  await screen.findByText('请写明撤销原因');
  expect(window_.asked.map(({ act }) => act)).not.toContain('losses.reverse');
  await user.type(await see('reverse-reason'), '登记错批次');
  await user.click(await see('reverse-confirm'));
  await waitFor(() => expect(screen.getByTestId('loss-facts').textContent).toContain('登记错批次'));
  await show(shop, 'manager', <Losses />, '/1');
  await see('loss-withdraw');
  press('F8');
  await user.type(await see('withdraw-reason'), '再留两天');
  await user.click(await see('withdraw-confirm'));
  await waitFor(() => expect(screen.getByTestId('loss-facts').textContent).toContain('再留两天'));
  expect((await losses()).map(({ state }) => state)).toEqual(['reversed', 'withdrawn']);
});

test('the paper is printed with one key', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Losses />, '/2');
  await see('loss-paper-print');
  press('KeyP', { ctrlKey: true });
  await waitFor(() => expect(window_.printed).toHaveLength(1));
});

test('a volunteer sees the list and may not add', async () => {
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Losses />);
  await screen.findByText('BS2026-000001');
  expect(byId('loss-add')).toBeNull();
});
