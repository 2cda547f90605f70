// The section 公示与隐私 over real books: a list reviewed and printed, a roster taken out, notice recorded by keys, files erased, records read.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import Privacy from '../../renderer/privacy/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { elder, openExposed, textOf } from '../helpers/exposed.ts';
import type { OpenShop } from '../helpers/open-shop.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { byId, openWindow, press, see, show, type ShopWindow } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
let batchId: number;
beforeAll(async () => void ({ shop, batchId } = await openExposed()));
afterAll(() => shop.close());
beforeEach(forgetKept);

const open = async (path: string, as: 'manager' | 'bureau' = 'manager'): Promise<ShopWindow> => {
  const window_ = openWindow(shop, as);
  await show(
    shop,
    as,
    <Routes>
      <Route path="/privacy/*" element={<Privacy />} />
    </Routes>,
    `/privacy/${path}`,
  );
  return window_;
};
/** Once the books have answered what there is to choose from. */
const choose = async (testId: string, value: string): Promise<void> => {
  const field = await see(testId);
  await waitFor(() => expect(field.querySelector(`option[value="${value}"]`)).toBeTruthy());
  fireEvent.change(field, { target: { value } });
};
const said = (words: RegExp): Promise<HTMLElement> => screen.findByText(words);
const logged = (act: string): readonly Record<string, unknown>[] =>
  rowsOf(shop, `SELECT actor, object, detail FROM audit WHERE act = '${act}' ORDER BY seq`);

test('公示 is printed only after what is shown was reviewed; another choice begins a new review', async () => {
  const window_ = await open('');
  await choose('public-batch', String(batchId));
  const shown = await see('public-preview', '韦*兰');
  expect(shown.textContent).toContain('45*************' + elder.slice(-3));
  expect(shown.textContent).not.toMatch(/覃|陆|莫|潘/u);
  await see('public-unnamed', '孤儿：另有 2 户 2 人');
  await see('public-head', '0772-0000000');
  expect(await stumbles()).toEqual([]);
  press('KeyP', { ctrlKey: true });
  expect(window_.printed).toEqual([]);
  press('F7');
  await waitFor(() => expect(screen.queryByText(/请先核对再打印/)).toBeNull());
  press('KeyP', { ctrlKey: true });
  await waitFor(() => expect(window_.printed).toEqual(['公示-2026-05-04至2026-05-10.pdf']));
  expect(logged('privacy.publicList')).toMatchObject([{ actor: 'dianzhang', object: `batch:${batchId}` }]);

  await choose('public-of', 'eligible');
  await choose('public-category', 'orphan');
  await said(/没有可以公开姓名的对象/);
  await said(/请先核对再打印/);
  await user.clear(await see('public-from'));
  await user.type(await see('public-from'), '2026-05-03');
  await said(/公示开始日期已经过去/);
  await user.clear(await see('public-from'));
  await user.type(await see('public-from'), '2026-02-30');
  await said(/请填真实日期/);
});

test('a roster is masked unless a reason is given; the whole one is logged with it', async () => {
  const window_ = await open('export');
  await choose('export-category', 'urban-minimum-living');
  await user.click(await see('roster-masked-pdf'));
  await waitFor(() => expect(window_.saved).toHaveLength(1));
  const [masked] = window_.saved;
  expect(masked && textOf(masked)).toContain('138****1234');
  press('F7');
  expect((await see('roster-whole-csv')).hasAttribute('disabled')).toBe(true);
  expect(await stumbles()).toEqual([]);
  await user.type(await see('export-reason'), '报区民政局年审');
  await user.click(await see('roster-whole-csv'));
  await waitFor(() => expect(window_.saved).toHaveLength(2));
  expect(new TextDecoder().decode(window_.saved[1]?.bytes)).toContain(elder);
  expect(JSON.parse(String(logged('privacy.exportFullRoster')[0]?.['detail']))).toMatchObject({
    reason: '报区民政局年审',
    category: 'urban-minimum-living',
  });
  await choose('export-category', 'disaster-hit');
  await user.click(await see('roster-whole-csv'));
  await said(/没有符合条件的人/);
});

test('who was not told is found and told by keys; a child needs a guardian; a consent is withdrawn', async () => {
  await open('consents');
  await see('consent-about', '还没有告知的成员 9 人，涉及 7 户');
  await said(/^韦\*兰$/);
  document.querySelector<HTMLElement>('.data-table')?.focus();
  await waitFor(() => expect(document.querySelector('.row-active')?.textContent).toContain('韦*兰'));
  press('Enter');
  await said(/还有 2 人没有告知/);
  expect(await stumbles()).toEqual([]);
  press('Enter', { ctrlKey: true });
  await said(/已登记 2 人/);
  await said(/全家都已告知/);
  await choose('consent-kind', 'publication');
  press('Enter', { ctrlKey: true });
  const row = await waitFor(() => {
    const found = document.querySelector('[data-testid^="consent-withdraw-"]');
    if (!found) throw new Error('nothing to withdraw yet');
    return found;
  });
  await user.click(row);
  await user.click(await see('consent-withdraw-confirm'));
  await said(/^公示同意 · .* 撤回$/u);

  const child = (await shop.call('people.list', { search: '2', category: 'orphan' }, { as: 'manager' }))
    .rows[0];
  await open(`consents/${String(child?.id ?? 0)}`);
  await said(/还有 1 人没有告知/);
  press('Enter', { ctrlKey: true });
  await said(/要由监护人告知或同意/);
  await user.type(screen.getByLabelText(/^监护人姓名/), '覃奶奶');
  await user.type(screen.getByLabelText(/^与本人的关系/), '祖母');
  press('Enter', { ctrlKey: true });
  await said(/全家都已告知/);
  await see('consent-people', '由祖母代');
});

test('the bureau erases what is due, after one question with a reason; the manager has no such page', async () => {
  const householdId = (await shop.call('people.list', { search: '6' }, { as: 'manager' })).rows[0]?.id ?? 0;
  await shop.call(
    'eligibility.end',
    { householdId, day: '2026-05-01', reason: '收入超过标准' },
    { as: 'manager' },
  );
  await open('');
  expect(byId('privacy-due')).toBeNull();
  shop.setNow('2031-07-01T02:12:00.000Z');
  await open('due', 'bureau');
  await see('due-about', '退出满 5 年');
  await said(/收入超过标准/);
  press('F8');
  expect(byId('due-confirm')).toBeNull();
  press('F7');
  await waitFor(() => expect(byId('due-erase')?.hasAttribute('disabled')).toBe(false));
  press('F8');
  expect((await see('due-confirm')).hasAttribute('disabled')).toBe(true);
  await user.type(await see('due-reason'), '保存期满');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('due-confirm'));
  await said(/已删除 1 户 1 人的个人信息/);
  await said(/没有到期的家庭/);
  expect(logged('privacy.erase')).toMatchObject([
    { actor: 'minzhengju', object: `household:${householdId}` },
  ]);
});

test('the records show who took out what, narrowed by kind; the classes of fields are a page of their own', async () => {
  await open('records');
  await said(/报区民政局年审/);
  await choose('records-kind', 'public');
  await waitFor(() => expect(screen.queryByText(/报区民政局年审/)).toBeNull());
  await said(/DC2026-000001/);
  expect(await stumbles()).toEqual([]);
  press('F6', { shiftKey: true });
  await said(/银行账号、病情在导入时就丢弃/);
  await said(/^未成年人、孤儿等$/);
  expect(await stumbles()).toEqual([]);
});
