// The category table and the dynamic table over real books: a category added, renamed from a day on, ended, moved; the month's movement as
// on the paper.
import '../helpers/node-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import Reports from '../../renderer/reports/index.tsx';
import People from '../../renderer/people/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const as = { as: 'manager' } as const;
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    { number: '1', members: 3 },
    { number: '2' },
    { number: '3', start: '2026-05-02' },
  ]);
});
afterEach(() => shop.close());

const open = async (path: string, role: 'manager' | 'bureau' = 'manager') => {
  const state = openWindow(shop, role);
  await show(shop, role, <People />, path);
  return state;
};
const field = (name: string): Promise<HTMLInputElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  });
const said = async (text: RegExp): Promise<void> => {
  await screen.findAllByText(text);
};
const listed = () => shop.call('eligibility.categories', {}, as);

test('a category is added by keys; a taken name is refused in words and a wrong figure beside its field', async () => {
  const window_ = await open('/categories');
  await said(/特困集中供养/);
  expect(await stumbles()).toEqual([]);
  press('F2');
  await user.type(await field('name'), '孤儿');
  await user.clear(await field('rank'));
  await user.type(await field('rank'), '0');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/请填 1 到 99 的整数/);
  expect(window_.asked.map(({ act }) => act)).not.toContain('eligibility.addCategory');
  await user.clear(await field('rank'));
  await user.type(await field('rank'), '2');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/已有类别叫这个名称/);
  await user.clear(await field('name'));
  await user.type(await field('name'), '困难职工家庭');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/^困难职工家庭$/);
  expect((await listed()).at(-1)).toMatchObject({ name: '困难职工家庭', rank: 2, reviewMonths: 12 });
});

test('a new name from a day on, never from a past one; out of use and back', async () => {
  await open('/categories/edit?code=urban-minimum-living');
  await see('category-rename');
  press('F6');
  await user.type(await see('rename-name'), '城镇低保');
  await user.clear(await see('rename-from'));
  await user.type(await see('rename-from'), '20260401');
  await user.click(await see('rename-confirm'));
  await said(/类别不能从过去的日期改起/);
  await user.clear(await see('rename-from'));
  await user.type(await see('rename-from'), '20260601');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('rename-confirm'));
  await see('category-names', '2026-06-01');
  await see('category-names', '城镇低保');
  await user.click(await see('category-end'));
  await user.click(await see('category-end-confirm'));
  await user.click(await see('category-reopen'));
  await see('category-end');
  expect((await listed()).find(({ code }) => code === 'urban-minimum-living')?.toDay).toBeNull();
});

test('rules are saved; a changed rank says how many households were sorted anew', async () => {
  await open('/categories/edit?code=urban-minimum-living');
  const grace = await field('graceMonths');
  await user.clear(grace);
  await user.type(grace, '3');
  await user.click(await see('category-save'));
  await said(/^已保存$/);
  expect((await listed()).find(({ code }) => code === 'urban-minimum-living')?.graceMonths).toBe(3);
});

test('F7 moves a category down in the order of reports; the bureau may too', async () => {
  await open('/categories', 'bureau');
  await said(/特困集中供养/);
  document.querySelector<HTMLElement>('.data-table')?.focus();
  await user.keyboard('{F7}');
  await waitFor(async () => expect((await listed())[1]?.code).toBe('destitute-institution'));
});

test('the month as on the paper, by category, community and in one line; printed with Ctrl+P', async () => {
  await shop.call(
    'eligibility.end',
    { householdId: ids.get('2') ?? 0, day: '2026-05-03', reason: '收入超标' },
    as,
  );
  const window_ = await open('/movement');
  const table = await see('movement-table', '城市低保');
  const figures = within(table).getAllByRole('row').at(-1)?.textContent;
  // Opening 2 户 4 人, new 1 户 1 人, left 1 户 1 人, closing 2 户 4 人.
  expect(figures).toBe('合计2411000110002' + '4✔ 相符');
  await see('movement-verdict', '全部 1 行相符');
  await see('movement-exits', '收入超标');
  expect(await stumbles()).toEqual([]);
  press('F7');
  await see('movement-table', '桂中社区');
  press('F8');
  await waitFor(() =>
    expect(document.querySelector('[data-testid="movement-table"]')?.textContent).not.toContain('桂中'),
  );
  press('KeyP', { ctrlKey: true });
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  press('ArrowLeft');
});

test('what was redeemed in grace has a line of its own in the monthly report', async () => {
  const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 10_000 });
  await seedGift(shop, { itemId: rice, quantity: 5 });
  const { vouchers } = await seedBatch(shop);
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Reports />);
  await see('report-paper');
  expect(byId('report-grace')).toBeNull();
  await shop.call(
    'eligibility.end',
    { householdId: ids.get('1') ?? 0, day: '2026-05-04', reason: '就业', graceMonths: 3 },
    as,
  );
  for (const { id } of vouchers.slice(0, 1))
    await shop.call(
      'counter.redeem',
      { voucherIds: [id], entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
      { as: 'volunteer' },
    );
  forgetKept();
  await show(shop, 'manager', <Reports />);
  await see(
    'report-grace',
    '其中渐退期核销：本月 1 张、0.01 万元、1 户次；本年累计 1 张、0.01 万元、1 户次。',
  );
  expect(await stumbles()).toEqual([]);
});

test('covers on the page of a household: begun, changed and ended for one, refusals in words', async () => {
  const householdId = ids.get('1') ?? 0;
  const covers = await shop.call('eligibility.covers', { householdId }, as);
  await open(`/${householdId}`);
  await see('file-covers', '城市低保');
  await user.click(await see('cover-begin'));
  await user.click(await see('cover-confirm'));
  await said(/请选人员/);
  await user.click(await see(`cover-person-${String(covers[0]?.personId)}`));
  await user.selectOptions(await see('cover-to'), 'severely-disabled');
  await user.type(await see('cover-document'), '残字8号');
  await user.clear(await see('cover-day'));
  await user.type(await see('cover-day'), '2026.5.1');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('cover-confirm'));
  await see('file-covers', '重度残疾人');
  await user.click(await see('cover-change'));
  await user.selectOptions(await see('cover-from'), 'urban-minimum-living');
  await user.selectOptions(await see('cover-to'), 'severely-disabled');
  await user.type(await see('cover-document'), '民字9号');
  await user.click(await see('cover-confirm'));
  await said(/有人已经按这个类别在保障中/);
  await user.selectOptions(await see('cover-to'), 'low-income-fringe');
  await user.click(await see('cover-confirm'));
  await said(/已变更 3 人（下降）/);
  await user.click(await see('cover-end'));
  await user.type(await see('cover-reason'), '就业');
  await user.click(await see('cover-confirm'));
  await said(/这是这一户最后的保障/);
  await user.selectOptions(await see('cover-from'), 'severely-disabled');
  await user.click(await see('cover-confirm'));
  await see('file-covers', '就业');
});
