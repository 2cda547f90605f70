// The screens of donors over real books: found, read, added, merged and taken apart, letters, and what the books refuse in words.
import '../helpers/node-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import Donations from '../../renderer/donations/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { company, creditCode, giver } from '../helpers/donors.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { allById, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const as = { as: 'manager' } as const;
let shop: OpenShop;
let quilt: number;
let gift: ReturnType<typeof giver>;
beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  quilt = await seedItem(shop, { code: 'BEI', name: '棉被', listPriceFen: 5_000, unit: '床' });
  gift = giver(shop, quilt);
});
afterEach(() => shop.close());

const open = async (path: string, role: 'manager' | 'bureau' = 'manager') => {
  const state = openWindow(shop, role);
  await show(shop, role, <Donations />, `/donors${path}`);
  return state;
};
const field = async (name: string): Promise<HTMLInputElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  });
const said = async (text: RegExp): Promise<void> => {
  await screen.findAllByText(text);
};
/** The name in the list. */
const listed = (text: RegExp): Promise<HTMLElement> =>
  waitFor(() => {
    const table = document.querySelector<HTMLElement>('.data-table');
    const [found] = table ? within(table).queryAllByText(text) : [];
    if (!found) throw new Error(`${String(text)} is not in the list`);
    return found;
  });

test('nobody yet is said in words; the list then has each donor once and 匿名 apart, found by telephone and pinyin', async () => {
  await open('');
  await said(/还没有捐赠人/);
  await gift();
  await gift({ anonymous: true });
  await gift({ donor: { name: '韦某某', kind: 'person' } });
  await open('');
  await listed(/韦某某/);
  await listed(/^匿名$/);
  await user.type(await see('list-search'), '07721234567');
  await waitFor(() => expect(screen.queryByText('韦某某')).toBeNull());
  await listed(/某某被服/);
  await user.clear(await see('list-search'));
  await user.type(await see('list-search'), 'weimou');
  await waitFor(() => expect(screen.queryByText(/某某被服/)).toBeNull());
  await listed(/韦某某/);
  expect(await stumbles()).toEqual([]);
});

test('a donor is added by keys alone; a wrong credit code is named beside its field, a name that is there in words', async () => {
  await shop.call('donors.add', { name: '甲公司', kind: 'company' }, as);
  const window_ = await open('/add');
  await waitFor(async () => expect(document.activeElement).toBe(await field('name')));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/请填名称或姓名/);
  await user.keyboard('甲公司{Enter}2{Enter}91450202MA5KX0010A{Enter}');
  await said(/统一社会信用代码校验不对/);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(window_.asked.map(({ act }) => act)).not.toContain('donors.add');
  await user.clear(await field('creditCode'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/已有同名的捐赠人/);
  await user.clear(await field('name'));
  await user.type(await field('name'), '乙公司');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('donor-figures', '还没有捐赠');
  expect(screen.getByRole('heading', { name: '乙公司' })).toBeTruthy();
});

test('the page says what became of the goods; facts are changed with F6', async () => {
  await gift();
  await seedHouseholds(shop, [{ number: '1' }, { number: '2' }]);
  const { vouchers } = await seedBatch(shop);
  for (const { id } of vouchers)
    await shop.call(
      'counter.redeem',
      { voucherIds: [id], entry: 'scanned', lines: [{ itemId: quilt, quantity: 2 }] },
      { as: 'volunteer' },
    );
  await open('');
  await user.dblClick(await listed(/某某被服/));
  await see('donor-figures', '共 1 笔：捐款 ¥0.00，物资 ¥500.00');
  await see('donor-figures', '物资已惠及 2 户');
  const became = await see('donor-became', '棉被');
  for (const figure of ['10 床', '4 床', '2 户', '6 床'])
    expect(within(became).getAllByText(figure).length).toBeGreaterThan(0);
  await see('donor-gifts', 'JZ2026-000001');
  expect(await stumbles()).toEqual([]);
  press('F6');
  await user.type(await field('contact'), '覃某');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('donor-facts', '覃某');
});

test('one is merged into another with F7 and taken out again; a code somebody has since is refused in words', async () => {
  await gift({ donor: { name: '旧名公司', kind: 'company' } });
  await gift();
  const { rows } = await shop.call('donors.list', {}, as);
  const idOf = (name: string): number => rows.find((each) => each.name === name)?.donorId ?? 0;
  const [old, now] = [idOf('旧名公司'), idOf(company.name)];
  await open(`/${old}`);
  await see('donor-gifts', 'JZ2026-000001');
  press('F7');
  await user.type(await see('pick-donor'), '没有{Enter}');
  await said(/没有找到“没有”/);
  await user.clear(await see('pick-donor'));
  await user.type(await see('pick-donor'), '被服{Enter}');
  await see('merge-pair', '2 笔');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('merge-confirm'));
  await see('donor-figures', '共 2 笔');
  expect(screen.getByRole('heading', { name: company.name })).toBeTruthy();
  await see('donor-merged', '旧名公司');
  await user.click(await see('donor-unmerge'));
  await see('donor-merged', '已拆开：旧名公司');
  await see('donor-figures', '共 1 笔');

  const facts = { name: '旧名公司', kind: 'company' as const, creditCode: creditCode(1) };
  await shop.call('donors.change', { donorId: old, ...facts }, as);
  await shop.call('donors.merge', { donorId: old, intoId: now }, as);
  await shop.call('donors.change', { ...facts, donorId: now, name: company.name }, as);
  await open(`/${now}`);
  await user.click(await see('donor-unmerge'));
  await said(/这个统一社会信用代码已属于另一位捐赠人/);
});

test('likely doubles stand side by side and are merged the way one chooses', async () => {
  await open('/duplicates');
  await see('no-duplicates');
  await gift();
  await gift();
  await gift({ donor: { name: '柳州市某某被服公司', kind: 'organisation' } });
  await open('/duplicates');
  await see('doubles', '名称相近');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('doubles-merge'));
  await see('merge-pair', '3 笔');
  await user.click(await see('merge-confirm'));
  await see('no-duplicates');
  expect((await shop.call('donors.list', {}, as)).rows).toMatchObject([{ name: company.name, gifts: 3 }]);
});

test('letters: one for a period, all of a period once; a second run has nothing left to say', async () => {
  await gift();
  const { rows } = await shop.call('donors.list', {}, as);
  const one = await open(`/${String(rows[0]?.donorId)}`);
  await user.click(await see('letter-save'));
  await waitFor(() => expect(one.saved.length).toBe(1));
  await user.clear(await see('period-from'));
  await user.type(await see('period-from'), '20991231');
  await user.tab();
  await said(/开始日期不能晚于结束日期/);
  expect((await see('letter-save')) as HTMLButtonElement).toHaveProperty('disabled', true);

  const all = await open('/letters');
  await user.click(await see('letters-save'));
  await waitFor(() => expect(all.saved.length).toBe(1));
  expect(await stumbles()).toEqual([]);
  await open('/letters');
  await user.click(await see('letters-save'));
  await said(/这段时间没有可写进函里的捐赠/);
  expect(screen.getByText(/从 2026-01-01/)).toBeTruthy();
});

test('匿名 has a page without a letter; who may not change donors sees no act for it', async () => {
  await gift({ anonymous: true });
  await gift();
  await open('', 'bureau');
  await user.dblClick(await listed(/某某被服/));
  await see('letter-save');
  expect([...allById('donor-merge'), ...allById('donor-change')]).toEqual([]);
  await open('');
  await user.dblClick(await listed(/^匿名$/));
  await see('donor-figures', '不与任何捐赠人合并');
  await see('donor-became', '棉被');
  expect([...allById('letter-save'), ...allById('donor-merge'), ...allById('donor-change')]).toEqual([]);
});
