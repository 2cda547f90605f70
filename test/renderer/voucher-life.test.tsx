// The screens of a voucher's life over real books: the signed sheet entered, one replaced by two, its story, the open list, household
// cards, signing keys, the switches of the shop.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import Keeping from '../../renderer/shop/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import Vouchers from '../../renderer/vouchers/index.tsx';
import { approval, openShop, password, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedHouseholds, vouchersOf, type ListedVoucher } from '../helpers/seed.ts';
import { openWindow, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const as = { as: 'manager' } as const;
let shop: OpenShop;
let batchId: number;
let vouchers: readonly ListedVoucher[];

beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  await seedHouseholds(shop, [{ number: '1', members: 2 }, { number: '2' }, { number: '3' }]);
  ({ batchId, vouchers } = await seedBatch(shop));
});
afterEach(() => shop.close());

const open = async (path: string, role: 'manager' | 'volunteer' = 'manager') => {
  const state = openWindow(shop, role);
  await show(shop, role, <Vouchers />, path);
  return state;
};
const keep = async (part: string): Promise<void> => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Keeping />, `/${part}`);
};
const confirm = () => user.keyboard('{Control>}{Enter}{/Control}');
const states = async () => (await vouchersOf(shop, batchId)).map(({ state }) => state);

test('the sheet of a batch is entered but for one; a number that is not there is said beside its field', async () => {
  await open(`/${batchId}`);
  await see('batch-handovers', '待交付 3 张');
  await user.click(await see('batch-hand-over'));
  await user.type(await see('handover-except'), '999999');
  await screen.findAllByText(/找不到/);
  await confirm();
  expect(await states()).toEqual(['issued', 'issued', 'issued']);
  await user.clear(await see('handover-except'));
  // A long list is not cut in the middle of a number; figures of an input method are figures.
  const wide = (vouchers[2]?.serial.slice(-6) ?? '').replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
  await user.click(await see('handover-except'));
  await user.paste(Array.from({ length: 40 }, () => wide).join('，\n'));
  await user.clear(await see('handover-day'));
  await user.type(await see('handover-day'), '2026-02-30');
  await confirm();
  await screen.findAllByText(/日期/);
  expect(await states()).toEqual(['issued', 'issued', 'issued']);
  await user.clear(await see('handover-day'));
  await user.type(await see('handover-day'), '2026.5.4');
  await screen.findAllByText('登记 2 张已交付');
  expect(await stumbles()).toEqual([]);
  await confirm();
  await see('batch-handovers', '待交付 1 张 · 已交付 2 张');
  expect(await states()).toEqual(['active', 'active', 'issued']);
});

test('a lost one is replaced by two persons; its page tells the story and prints the one paper', async () => {
  const [lost] = vouchers;
  const window_ = await open(`/voucher/${lost?.id ?? 0}`);
  await user.click(await see('voucher-replace'));
  await see('replace-reason');
  await confirm();
  expect(window_.asked.map(({ act }) => act)).not.toContain('vouchers.replace');
  await user.type(await see('second-password'), password);
  expect(await stumbles()).toEqual([]);
  await confirm();
  await screen.findByRole('heading', { name: `领物券 ${lost?.serial ?? ''}-2` });
  await user.click(await see('replacement-print'));
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  await waitFor(() =>
    expect(
      [...document.querySelectorAll('[data-testid="story-event"]')].map((event) => event.textContent),
    ).toEqual(['补发', '打印']),
  );
  expect(await stumbles()).toEqual([]);
  expect(await states()).toEqual(['replaced', 'issued', 'issued', 'issued']);
});

test('open vouchers are listed and one is found by its number; what is unknown is said in words', async () => {
  const window_ = await open('/outstanding', 'volunteer');
  await see('outstanding-sums', '3 张 · ¥300.00');
  expect(document.querySelector('[data-testid="outstanding-print"]')).toBeNull();
  await user.keyboard('{F3}');
  await user.type(await see('find-voucher'), 'LQ2026-999999{Enter}');
  await waitFor(() => expect(document.querySelector('[role="alert"]')).not.toBeNull());
  expect(await stumbles()).toEqual([]);
  await user.clear(await see('find-voucher'));
  await user.type(await see('find-voucher'), `${vouchers[1]?.serial ?? ''}{Enter}`);
  await screen.findByRole('heading', { name: `领物券 ${vouchers[1]?.serial ?? ''}` });
  // A volunteer looks and does nothing.
  expect(document.querySelector('[data-testid="voucher-replace"]')).toBeNull();
  expect(window_.asked.map(({ act }) => act)).toContain('vouchers.find');
});

test('open vouchers of one community are listed, told and printed alone', async () => {
  await seedHouseholds(shop, [{ number: '9', community: '南亚社区' }]);
  await seedBatch(shop, { name: '第二批' });
  const window_ = await open('/outstanding');
  await see('outstanding-sums', '7 张');
  const choice = await see('outstanding-community');
  await waitFor(() => expect(choice.textContent).toContain('南亚社区 · 1 张'));
  await user.selectOptions(choice, '南亚社区 · 1 张');
  await see('outstanding-sums', '1 张');
  await user.click(await see('outstanding-print'));
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  // A batch that community has none of: nothing is listed, and the choice still says why.
  await user.selectOptions(await see('outstanding-batch'), String(batchId));
  await see('outstanding-sums', '0 张');
  await waitFor(() => expect(choice.textContent).toContain('南亚社区 · 0 张'));
  expect(await stumbles()).toEqual([]);
});

test('what nobody used is made void by its figures', async () => {
  await open(`/${batchId}`);
  await user.click(await see('batch-void-open'));
  await screen.findAllByText('作废 3 张');
  await user.type(await see('void-open-reason'), '停发');
  await confirm();
  await waitFor(async () => expect(await states()).toEqual(['void', 'void', 'void']));
});

test('cards are made for all, one is lost and made anew', async () => {
  await open('/cards');
  await see('card-row');
  await user.click(await see('cards-make-all'));
  await screen.findAllByText('办 3 张卡');
  await confirm();
  await waitFor(async () => expect((await shop.call('cards.list', { which: 'with' }, as)).total).toBe(3));
  await waitFor(() => expect(document.querySelector('[data-card="1"]')).not.toBeNull());
  const [lost] = [...document.querySelectorAll<HTMLElement>('[data-testid="card-act"]')];
  if (lost) await user.click(lost);
  await user.type(await see('card-end-reason'), '遗失');
  expect(await stumbles()).toEqual([]);
  await confirm();
  await waitFor(async () =>
    expect((await shop.call('cards.list', {}, as)).rows.filter(({ ended }) => ended === 1)).toHaveLength(1),
  );
});

test('cards are made for one community and category alone; when the number changed meanwhile it is read again', async () => {
  await seedHouseholds(shop, [{ number: '9', community: '南亚社区' }]);
  await open('/cards');
  await see('card-row');
  await user.selectOptions(await see('cards-community'), '南亚社区');
  await user.selectOptions(await see('cards-category'), '城市低保');
  await waitFor(() => expect(document.querySelectorAll('[data-testid="card-row"]')).toHaveLength(1));
  await user.click(await see('cards-make-all'));
  await screen.findAllByText('办 1 张卡');
  await screen.findByText('南亚社区 · 城市低保');
  await seedHouseholds(shop, [{ number: '10', community: '南亚社区' }]);
  await confirm();
  await screen.findByText('数量变了，没有办理');
  await screen.findAllByText('办 2 张卡');
  expect(await stumbles()).toEqual([]);
  await confirm();
  await waitFor(async () => {
    const { rows } = await shop.call('cards.list', { which: 'with' }, as);
    expect(rows.map(({ number }) => number)).toEqual(['10', '9']);
  });
});

test('a key is revoked by two and its vouchers are replaced batch by batch', async () => {
  await keep('keys');
  const [key] = await shop.call('keys.list', {}, as);
  await see('key-row', String(key?.issuer));
  await screen.findByText('正在使用');
  await user.click(await see('key-revoke'));
  await user.type(await see('key-reason'), '电脑被盗');
  await user.type(await see('second-password'), approval.password);
  expect(await stumbles()).toEqual([]);
  await confirm();
  await user.click(await see('key-replace'));
  await user.type(await see('second-password'), approval.password);
  await confirm();
  await waitFor(async () => expect((await states()).filter((state) => state === 'replaced')).toHaveLength(3));
});

test('the switches of the shop are kept', async () => {
  await keep('shop');
  for (const name of ['topUpAllowed', 'shortDatedFree', 'issueNeedsSecond', 'handoverNeeded'])
    await user.click(await see(`settings-${name}`));
  await confirm();
  await waitFor(async () =>
    expect((await shop.call('shop.read', {}, as)).settings).toMatchObject({
      topUpAllowed: true,
      shortDatedFree: true,
      issueNeedsSecond: false,
      handoverNeeded: true,
    }),
  );
});
