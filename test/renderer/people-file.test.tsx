// The screens of household files over real books: entered by hand with the number checked as it is typed, members who come and go,
// moves, splits, merges, corrections, look-alikes, the file on paper. Keys wherever there is one.
import '../helpers/node-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import People from '../../renderer/people/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { covered, enter, family, fileOf, idNumber, newcomer } from '../helpers/households.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch } from '../helpers/seed.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeEach(async () => {
  forgetKept();
  shop = await openShop();
});
afterEach(() => shop.close());

const open = async (path = '/', role: 'manager' | 'bureau' = 'manager') => {
  const state = openWindow(shop, role);
  await show(shop, role, <People />, path);
  return state;
};
const type = async (testId: string, text: string): Promise<void> => {
  const field = (await see(testId)) as HTMLInputElement;
  await user.clear(field);
  if (text !== '') await user.type(field, text);
};
/** In the table of members; the first is the name of a fact. */
const headRow = (): HTMLElement => screen.getAllByText('户主')[1] ?? document.body;
const click = async (testId: string): Promise<void> => user.click(await see(testId));

test('a household is entered: the number is checked while one types, mistakes are named together, then the file opens', async () => {
  const other = await enter(shop, { people: [newcomer({ documentNumber: '45020319520708005X' })] });
  await open();
  await see('people-add');
  press('F2');
  await type('place-street', '城中街道');
  await type('place-community', '桂中社区');
  await type('person-name', '买买提•吐尔逊');
  await type('person-number', '450203 19520708 005x');
  expect((await screen.findAllByText(new RegExp(`家庭编号：${other.number}`))).length).toBe(1);
  await type('person-number', '450205196402290017');
  await see('person-filled', '男，1964-02-29');
  press('Enter', { ctrlKey: true });
  // The reason is still missing: nothing is sent.
  await waitFor(() => expect(screen.getAllByText('请填写').length).toBeGreaterThan(0));
  await type('because-reason', '新申请');
  press('Enter', { ctrlKey: true });
  await screen.findByText('还没有人是保障对象');
  await click('cover-add');
  await screen.findAllByRole('option', { name: '城市低保' });
  await user.selectOptions(await see('cover-category'), 'urban-minimum-living');
  await type('cover-from', '20250101');
  expect(await stumbles()).toEqual([]);
  press('F7');
  await see('enter-person-2');
  await click('enter-remove-2');
  press('Enter', { ctrlKey: true });
  await click('entered-open');
  await screen.findByRole('heading', { level: 1, name: /^家庭 JT2026-000002/ });
  expect(screen.getAllByText('买**·**逊').length).toBeGreaterThan(0);
  await see('file-history', '建档');
  await see('file-covers', '城市低保');
  expect(document.body.textContent).not.toMatch(/\d{17}[\dX]/);
  expect(await stumbles()).toEqual([]);
}, 120_000);

test('somebody joins by F2; a child without a number needs a look at its paper', async () => {
  const { householdId } = await family(shop, 1);
  await open(`/${householdId}`);
  await see('file-covers');
  press('F2');
  await type('person-name', '覃小宝');
  await user.selectOptions(await see('person-kind'), 'birth-certificate');
  await type('person-number', 'P450000001');
  await type('person-relation', '长子');
  await type('person-birth', '2026-05-01');
  await type('because-reason', '出生');
  press('Enter', { ctrlKey: true });
  await waitFor(() => expect(screen.getAllByText(/这种证件要有人看过原件/).length).toBeGreaterThan(0));
  await click('person-checked');
  await click('join-save');
  await see('file-history', '增员');
  await see('file-history', '来由：无 → 出生');
  expect((await fileOf(shop, householdId)).people).toMatchObject([
    {},
    { relation: '长子', covered: false, documentChecked: true },
  ]);
}, 120_000);

test('the head dies: a new one is chosen in the dialog, and the history says it', async () => {
  const { householdId, members } = await family(shop, 2);
  await open(`/${householdId}`);
  await see('file-covers');
  await user.click(headRow());
  press('F8');
  await see('leave-effect', '留下 1 人');
  await click('leave-confirm');
  await waitFor(() => expect(screen.getAllByText('请填写').length).toBeGreaterThan(0));
  await click(`head-${String(members[1])}`);
  await type('because-reason', '死亡证明');
  await click('leave-confirm');
  await see('file-former', '死亡');
  await see('file-history', '减员');
  expect(await fileOf(shop, householdId)).toMatchObject({
    family: 1,
    people: [{ id: members[1], isHead: true }],
  });
}, 120_000);

test('the last one dies: the dialog says what becomes of the vouchers', async () => {
  const { householdId } = await family(shop, 1, {
    people: [newcomer({ covers: [covered('2025-01-01', 'orphan')] })],
  });
  await seedBatch(shop, { categories: ['orphan'] });
  await open(`/${householdId}`);
  await see('file-vouchers', '五一');
  await user.click(headRow());
  press('F8');
  await see('leave-effect', '没用的领物券 1 张会作废');
  await type('because-reason', '死亡证明');
  await click('leave-confirm');
  await screen.findByText(/这一户已没有成员/);
  expect(byId('household-join')).toBeNull();
  await see('file-vouchers', '作废');
  await click('take-back');
  await type('take-back-reason', '登记错人{Enter}');
  await see('household-join');
  await see('file-history', '去向：死亡 → 无');
}, 120_000);

test('a move carries covers on, and a day out of order is refused in words', async () => {
  const { householdId } = await family(shop, 1);
  await open(`/${householdId}/move`);
  await type('place-street', '静兰街道');
  await type('place-community', '静兰社区');
  await type('because-day', '2027-01-01');
  await type('because-reason', '搬家');
  press('Enter', { ctrlKey: true });
  await screen.findByText('日期不能晚于今天');
  await type('because-day', '2026-05-02');
  press('Enter', { ctrlKey: true });
  await see('file-covers', '静兰社区');
  await see('file-history', '迁移');
}, 120_000);

test('a split asks in figures and opens the new file; the head is changed by a form of its own', async () => {
  const { householdId, members } = await family(shop, 3);
  const [, second = 0, third = 0] = members;
  await open(`/${householdId}/split`);
  await click(`split-${second}`);
  await see('split-ask', '分出 1 人，留下 2 人');
  await click(`head-${second}`);
  await type('because-reason', '分家');
  press('Enter', { ctrlKey: true });
  await click('split-confirm');
  await screen.findByRole('heading', { level: 1, name: /^家庭 JT2026-000002/ });
  await see('file-history', '分户');
  await open(`/${householdId}/head`);
  await click(`head-${third}`);
  await type(`relation-${String(members[0])}`, '父');
  await type('because-reason', '户口簿变更');
  press('Enter', { ctrlKey: true });
  await see('file-history', '变更户主');
  expect((await fileOf(shop, householdId)).people[0]).toMatchObject({ id: third, isHead: true });
}, 120_000);

test('a merge finds the other household by its number and asks about open vouchers', async () => {
  const a = await family(shop, 1, { people: [newcomer({ covers: [covered('2025-01-01', 'orphan')] })] });
  const b = await family(shop, 1);
  await seedBatch(shop, { categories: ['orphan'] });
  await open(`/${a.householdId}/merge`);
  await type('pick-household', b.number);
  await user.keyboard('{Enter}');
  await see('picked-household', b.number);
  await type(`relation-${String(a.members[0])}`, '侄子');
  await type('because-reason', '投靠');
  await click('merge-save');
  expect(byId('merge-confirm')).toBeNull();
  await user.selectOptions(await see('merge-vouchers'), 'void');
  await click('merge-save');
  await click('merge-confirm');
  await screen.findByRole('heading', { level: 1, name: `家庭 ${b.number}` });
  await open(`/${a.householdId}`);
  await screen.findByText(`这一户已并入家庭 ${b.number}，只能查看。`);
}, 120_000);

test('a correction shows everything for a reason first, and stands in the history field by field', async () => {
  const number = idNumber();
  const { householdId, members } = await family(shop, 1, {
    phone: '13800001234',
    people: [newcomer({ name: '覃错字', documentNumber: number })],
  });
  const state = await open(`/${householdId}/person/${String(members[0])}`);
  await type('reveal-reason', '更正姓名{Enter}');
  const field = (await see('person-number')) as HTMLInputElement;
  expect(field.value).toBe(number);
  await type('person-name', '覃对字');
  await type('because-reason', '写错');
  press('Enter', { ctrlKey: true });
  await see('file-history', '姓名：覃*字 → 覃*字');
  expect(state.asked.map(({ act }) => act)).toContain('people.reveal');
  await open(`/${householdId}/correct`);
  await type('reveal-reason', '更正电话{Enter}');
  await type('correct-phone', '13900005678');
  await type('because-reason', '换号');
  press('Enter', { ctrlKey: true });
  await see('file-history', '电话：138****1234 → 139****5678');
}, 120_000);

test('the file is printed masked, and whole only with a reason', async () => {
  const { householdId } = await family(shop, 1);
  const state = await open(`/${householdId}`);
  await see('file-covers');
  press('KeyP', { ctrlKey: true });
  await click('file-masked-save');
  await waitFor(() => expect(state.saved.length).toBe(1));
  await user.selectOptions(await see('print-how'), 'full');
  expect((await see('file-full-save')) as HTMLButtonElement).toHaveProperty('disabled', true);
  await type('print-reason', '移交档案');
  await click('file-full-save');
  await waitFor(() => expect(state.saved.length).toBe(2));
  expect(state.asked.filter(({ act }) => act.startsWith('people.print')).map(({ act }) => act)).toEqual([
    'people.printFile',
    'people.printFullFile',
  ]);
}, 120_000);

test('look-alikes are told apart with a reason; the list is narrowed by state and review', async () => {
  const same = { address: '27号', phone: '13800009999' };
  const ended = await family(shop, 1, { ...same, people: [newcomer({ name: '韦同名' })] });
  await family(shop, 1, { ...same, people: [newcomer({ name: '韦同名' })], nextReviewDay: '2026-05-01' });
  await shop.call(
    'people.leave',
    { personId: ended.members[0] ?? 0, day: '2026-05-04', how: 'moved-out', reason: '迁出' },
    { as: 'manager' },
  );
  await open();
  await screen.findByText('共 2 条');
  await user.selectOptions(await see('people-state'), 'ended');
  await screen.findByText('共 1 条');
  await user.selectOptions(await see('people-state'), '');
  await user.selectOptions(await see('people-review'), 'overdue');
  await screen.findByText('共 1 条');
  press('F6');
  const row = await see('match', '韦*名');
  expect(within(row).getByText('138****9999')).toBeTruthy();
  expect(await stumbles()).toEqual([]);
  await click('match-two');
  await click('not-same-confirm');
  await screen.findByText('请填写');
  await type('not-same-reason', '看过两人的身份证');
  await click('not-same-confirm');
  await see('matches-none');
}, 120_000);
