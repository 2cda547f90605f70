// The section 限领 over real books: a rule made by keys with mistakes at their fields, tried on a household, ended; the month's list.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import Vouchers from '../../renderer/vouchers/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, password, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
let rice: number;

beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  await seedHouseholds(shop, [{ number: 'A1', members: 3 }]);
  rice = await seedItem(shop, { code: 'MI10', name: '大米', unit: '公斤', listPriceFen: 400 });
  await seedGift(shop, { itemId: rice, quantity: 50_000 });
});
afterEach(() => shop.close());

const open = async (role: 'manager' | 'volunteer', path = '') => {
  openWindow(shop, role);
  await show(shop, role, <Vouchers />, `/limits${path}`);
};
const field = (name: string): Promise<HTMLInputElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  });
const save = () => user.keyboard('{Control>}{Enter}{/Control}');

test('a rule by household size is made by keys, mistakes at their fields, tried on a household and ended at once', async () => {
  await open('manager');
  await screen.findAllByText(/还没有限领规则/);
  expect(await stumbles()).toEqual([]);
  press('F2');
  await see('limit-save');
  expect(await stumbles()).toEqual([]);
  await save();
  for (const said of [/请给规则起个名字/, /请先选物资/, /请填写限额/]) await screen.findByText(said);
  await user.type(await field('name'), '大米');
  await user.type(await see('limit-pick-item'), 'MI10{Enter}');
  await see('limit-item', '大米');
  await user.selectOptions(await see('limit-subject'), 'person');
  await user.type(await see('limit-amount-0'), '2.5');
  await user.click(await see('limit-size-add'));
  await user.type(await see('limit-size-1'), '1');
  await user.type(await see('limit-amount-1'), '2');
  await screen.findByText(/人数要一行比一行多/);
  expect(byId('limit-says')).toBeNull();
  await user.clear(await see('limit-size-1'));
  await user.type(await see('limit-size-1'), '3');
  await see('limit-says', '每人 · 每月 · 大米 · 1 人起 2.5 公斤, 3 人起 2 公斤');
  await user.clear(await field('fromDay'));
  await user.type(await field('fromDay'), '2026-05-03');
  await user.tab();
  await screen.findByText(/请填写今天或以后的日期/);
  await user.clear(await field('fromDay'));
  await user.type(await field('fromDay'), '2026年5月4日');
  await save();
  await see('limit-amount', '1 人起 2.5 公斤, 3 人起 2 公斤');
  await see('limit-state', '执行中');
  expect((await shop.call('limits.list', {}, { as: 'volunteer' }))[0]).toMatchObject({
    itemId: rice,
    amounts: [
      [1, 2_500],
      [3, 2_000],
    ],
    subject: 'person',
    fromDay: '2026-05-04',
  });

  press('F6');
  await user.keyboard('A9{Enter}');
  await see('limit-try-none', 'A9');
  await user.clear(await see('limit-try'));
  await user.type(await see('limit-try'), 'A1{Enter}');
  await see('limit-left', '大米：还可领 6 公斤');
  expect(await stumbles()).toEqual([]);

  await user.click(await see('limit-end'));
  const last = await see('limit-end-day');
  await user.clear(last);
  await user.type(last, '2026-05-02');
  await user.click(await see('limit-end-confirm'));
  await screen.findByText(/最早填昨天/);
  await screen.findByText(/请填写原因/);
  await user.clear(last);
  await user.type(last, '2026-05-03');
  await user.type(await see('limit-end-reason'), '设错');
  await user.click(await see('limit-end-confirm'));
  await screen.findAllByText(/还没有限领规则/);
  await user.selectOptions(await see('limit-which'), 'all');
  await see('limit-state', '已停用 设错');
});

test('value by sort of goods and a proxy ask for what belongs to them', async () => {
  await open('manager', '/add');
  await user.type(await field('name'), '每季');
  await user.selectOptions(await see('limit-measure'), 'fen');
  await user.selectOptions(await see('limit-goods'), 'sort');
  await user.selectOptions(await see('limit-sort'), '食品');
  await user.selectOptions(await see('limit-period'), 'quarter');
  await user.type(await see('limit-amount-0'), '150');
  await user.click(await see('limit-carry-over'));
  await see('limit-says', '每户 · 每季 · 食品类 · ¥150.00 · 可结转（不跨年）');
  await user.clear(await field('every'));
  await user.type(await field('every'), '3');
  await save();
  await screen.findByText(/这种周期不能隔这么多/);
  await user.selectOptions(await see('limit-subject'), 'proxy');
  expect(byId('limit-carry-over')).toBeNull();
  expect(byId('limit-size-add')).toBeNull();
  await user.selectOptions(await see('limit-period'), 'year');
  expect(document.querySelector('[name="every"]')).toBeNull();
  await see('limit-says', '每个代领人 · 每年 · 食品类 · ¥150.00');
  await save();
  await see('limit-amount', '¥150.00');
});

test('the volunteer looks and tries but makes nothing; the month names who got more and who answered for it', async () => {
  const { ruleId } = await shop.call(
    'limits.make',
    {
      name: '大米',
      measure: 'pieces',
      itemId: rice,
      sort: null,
      subject: 'household',
      amounts: [[1, 1_000]],
      period: 'month',
      every: 1,
      carryOver: false,
      categories: [],
      fromDay: '2026-05-04',
      toDay: null,
    },
    { as: 'manager' },
  );
  expect(ruleId).toBe(1);
  const { vouchers } = await seedBatch(shop);
  await shop.call(
    'counter.redeem',
    {
      voucherIds: [vouchers[0]?.id ?? 0],
      lines: [{ itemId: rice, quantity: 3_500 }],
      overrides: { reason: '家中失火' },
      approval: { login: 'minzhengju', password },
    },
    { as: 'volunteer' },
  );
  await open('volunteer');
  await see('limit-amount', '1 公斤');
  expect(byId('limit-add')).toBeNull();
  expect(allById('limit-end')).toHaveLength(0);
  await user.type(await see('limit-try'), 'A1{Enter}');
  await see('limit-left', '还可领 0 公斤');

  await open('manager');
  await see('limit-amount');
  press('F7');
  await see('override-over', '2.5 公斤');
  for (const said of ['家中失火', '区民政局', '王芳']) await screen.findByText(said);
  expect(await stumbles()).toEqual([]);
});
