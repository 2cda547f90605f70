// The import screen of rosters over real books: headings nobody knows are told by hand, what changed is listed and chosen, who is
// missing leaves with a day and a reason, and the same file says that it came before.
import '../helpers/node-realm.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImportRoster } from '../../renderer/people/import-roster.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { csvSheet, fictionalNumber, roster, rosterLine, rowsOf } from '../helpers/sheet.ts';
import { openWindow, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const open = async (sheet: { name: string; bytes: Uint8Array }): Promise<void> => {
  openWindow(shop, 'manager').sheet = sheet;
  await show(shop, 'manager', <ImportRoster />);
  await user.click(await see('import-choose'));
};
const confirm = async (): Promise<void> => {
  await user.click(await see('import-ask'));
  await user.click(await see('import-confirm'));
  await see('import-households');
};

test('headings nobody knows are told by hand and read again', async () => {
  await open(
    csvSheet([
      ['家', '谁', '号', '待遇'],
      ['7', '韦秀兰', '450202194803150025', '城市低保'],
      ['8', '覃大山', fictionalNumber(1), '城市低保'],
    ]),
  );
  await screen.findByText('没有找到需要的表头');
  for (const [at, key] of ['household', 'name', 'idNumber', 'category'].entries())
    await user.selectOptions(await see(`roster-column-${at}`), key);
  expect(await stumbles()).toEqual([]);
  await user.click(await see('roster-columns-again'));
  await see('people-by-category');
  await confirm();
  expect(rowsOf(shop, 'SELECT number, head_name FROM household ORDER BY id')).toEqual([
    { number: '7', head_name: '韦秀兰' },
    { number: '8', head_name: '覃大山' },
  ]);
}, 120_000);

test('changes are listed before and after, those left out stay, and who is missing leaves when the box is ticked', async () => {
  const line = rosterLine({ 联系电话: '13800001234', 街道: '', 社区: '' });
  await open(roster(line));
  const list = await see('roster-list');
  expect(within(list).getByRole('option', { name: '有变动 2' })).toBeTruthy();
  await screen.findByText('138****1234');
  await user.click(within(await see('roster-take')).getByRole('checkbox', { name: /下次复核/ }));
  await user.selectOptions(list, 'missing');
  await screen.findByText('覃*山');
  expect(document.body.textContent).not.toMatch(/覃大山|13800001234/);
  await user.click(await see('roster-exits'));
  expect((await see('import-ask')) as HTMLButtonElement).toHaveProperty('disabled', true);
  await user.type(await see('roster-exit-reason'), '年审未通过');
  expect(await stumbles()).toEqual([]);
  await confirm();
  await see('import-changed');
  await see('import-ended');
  expect(
    rowsOf(
      shop,
      'SELECT number, phone, next_review_day, end_day IS NOT NULL AS ended FROM household ORDER BY id',
    ),
  ).toEqual([
    { number: '7', phone: '13800001234', next_review_day: null, ended: 0 },
    { number: '8', phone: '', next_review_day: null, ended: 1 },
  ]);
}, 120_000);

test('the same file says when it came and offers nothing', async () => {
  await open(roster(rosterLine({ 联系电话: '13800001234', 街道: '', 社区: '', 下次复核: '' })));
  await screen.findByText(/与在册资料完全一致/);
  expect(screen.queryByTestId('import-ask')).toBeNull();
}, 120_000);
