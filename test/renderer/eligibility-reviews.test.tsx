// The review calendar and the sweep over real books, by keys: queues, renewal of the chosen and of all, leaving of many, refusals in words.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import People from '../../renderer/people/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  await seedHouseholds(shop, [
    { number: 'a1', review: '2026-05-01', members: 2 },
    { number: 'a2', review: '2026-05-03', category: '低保边缘家庭' },
    { number: 'b1', review: '2026-05-04' },
    { number: 'c1', review: '2026-05-20', community: '龙城社区' },
    { number: 'd1', review: '2027-05-20' },
  ]);
});
afterEach(() => shop.close());

const open = async (path = '', role: 'manager' | 'bureau' = 'manager') => {
  const state = openWindow(shop, role);
  await show(shop, role, <People />, `/reviews${path}`);
  return state;
};
const reviewOf = (number: string) =>
  rowsOf(shop, `SELECT next_review_day AS day FROM household WHERE number = '${number}'`)[0]?.['day'];
const said = async (text: RegExp): Promise<void> => {
  await screen.findAllByText(text);
};
const choose = async (number: string): Promise<void> => user.click(await see(`review-choose-${number}`));

test('the queues with their figures; a queue narrows the list; chosen ones are renewed with evidence', async () => {
  const window_ = await open();
  await see('queue-overdue', '2 户 3 人');
  await see('queue-due-today', '1 户 1 人');
  await see('review-choose-c1');
  await user.click(await see('queue-overdue'));
  await waitFor(() => expect(byId('review-choose-c1')).toBeNull());
  expect(await stumbles()).toEqual([]);
  await choose('a1');
  await see('review-chosen', '已选 1 户');
  press('F6');
  await user.click(await see('renew-confirm'));
  await said(/请写明依据/);
  expect(window_.asked.map(({ act }) => act)).not.toContain('eligibility.renew');
  await user.type(await see('renew-evidence'), '入户表1号');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('renew-confirm'));
  await said(/已续期 1 户/);
  expect([reviewOf('a1'), reviewOf('a2')]).toEqual(['2027-05-04', '2026-05-03']);
  await see('queue-overdue', '1 户 1 人');
});

test('nothing chosen renews the whole list, half-yearly where the category says so; a wrong day is refused in words', async () => {
  await open();
  await see('review-choose-b1');
  press('F6');
  await see('renew-all', '全部 4 户');
  await user.clear(await see('renew-day'));
  await user.type(await see('renew-day'), '20260505');
  await user.type(await see('renew-evidence'), '评议会议记录');
  await user.click(await see('renew-confirm'));
  await said(/复核日期在今天之后/);
  await user.clear(await see('renew-day'));
  await user.type(await see('renew-day'), '20260504');
  await user.click(await see('renew-confirm'));
  await said(/已续期 4 户/);
  expect(['a1', 'a2', 'b1', 'c1'].map(reviewOf)).toEqual([
    '2027-05-04',
    '2026-11-04',
    '2027-05-04',
    '2027-05-04',
  ]);
  await said(/没有要复核的家庭/);
});

test('the list is saved as a sheet as it is filtered', async () => {
  const window_ = await open();
  await user.click(await see('queue-overdue'));
  await user.click(await see('review-export-csv'));
  await waitFor(() => expect(window_.saved).toHaveLength(1));
  const text = new TextDecoder().decode(window_.saved[0]?.bytes);
  expect([text.includes('a1'), text.includes('c1')]).toEqual([true, false]);
});

test('the list is chosen with the space bar from the keyboard alone', async () => {
  await open();
  await see('review-choose-a1');
  document.querySelector<HTMLElement>('.data-table')?.focus();
  await user.keyboard(' ');
  await see('review-chosen', '已选 1 户');
  await user.keyboard('{ArrowDown} ');
  await see('review-chosen', '已选 2 户');
  press('F8');
  await waitFor(() => expect(byId('review-chosen')).toBeNull());
});

test('chosen ones are carried into the sweep: figures first, then all leave with one reason and their vouchers are void', async () => {
  await seedBatch(shop, { categories: ['urban-minimum-living', 'low-income-fringe'] });
  const window_ = await open();
  await choose('a1');
  await choose('a2');
  press('F9');
  await see('sweep-end', '终止这 2 户');
  expect(await stumbles()).toEqual([]);
  press('F9');
  await screen.findByText(/2 张，¥200\.00/);
  await user.click(await see('end-confirm'));
  await said(/请写明退出原因/);
  await user.type(await see('end-reason'), '年审不再符合');
  await user.selectOptions(await see('end-vouchers'), 'void');
  expect(((await see('end-grace')) as HTMLInputElement).disabled).toBe(true);
  expect(await stumbles()).toEqual([]);
  await user.click(await see('end-confirm'));
  await said(/已终止 2 户（3 人），作废券 2 张/);
  expect(rowsOf(shop, `SELECT number FROM household WHERE end_reason = '年审不再符合' ORDER BY 1`)).toEqual([
    { number: 'a1' },
    { number: 'a2' },
  ]);
  expect(window_.asked.filter(({ act }) => act === 'eligibility.endMany')).toHaveLength(1);
  await said(/已经终止的 2 户不在其内/);
});

test('pasted numbers nobody knows are named; what the books refuse is said and nobody leaves', async () => {
  await open('/sweep');
  await user.type(await see('sweep-numbers'), 'b1, c1 zz9');
  press('F6');
  await said(/没有这些编号：zz9/);
  await user.click(await see('sweep-end', '终止这 2 户'));
  await user.clear(await see('end-day'));
  await user.type(await see('end-day'), '20260601');
  await user.type(await see('end-reason'), '迁出');
  await user.selectOptions(await see('end-vouchers'), 'void');
  await user.click(await see('end-confirm'));
  await said(/退出日期还没到/);
  expect(rowsOf(shop, `SELECT count(*) AS n FROM household WHERE end_day IS NOT NULL`)).toEqual([{ n: 0 }]);
  await user.selectOptions(await see('end-vouchers'), 'keep');
  await user.type(await see('end-grace'), '30');
  await user.click(await see('end-confirm'));
  await said(/请填 0 到 24 的整数/);
  await user.clear(await see('end-grace'));
  await user.type(await see('end-grace'), '3');
  await user.click(await see('end-confirm'));
  await said(/已终止 2 户/);
  expect(rowsOf(shop, `SELECT grace_to_day FROM household WHERE number = 'b1'`)).toEqual([
    { grace_to_day: '2026-08-31' },
  ]);
});
