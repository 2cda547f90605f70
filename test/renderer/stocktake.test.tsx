// The stocktake screens over real books, by scanner and keys alone: opened, counted line by line, finished, posted by another person.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../db/contract/permissions.ts';
import Stocktakes from '../../renderer/stocktake/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import {
  allById,
  byId,
  openWindow,
  press,
  scan,
  see,
  show,
  type ShopWindow,
} from '../helpers/shop-window.tsx';
import { stocktakes } from '../helpers/stocktake.ts';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
let count: ReturnType<typeof stocktakes>;
let coat: number;
beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  count = stocktakes(shop);
  const rice = await seedItem(shop, {
    code: 'R1',
    name: '大米',
    listPriceFen: 4_500,
    category: '粮油',
    packs: [{ unit: '件', quantity: 10 }],
    barcodes: ['6901234567892'],
  });
  const milk = await seedItem(shop, {
    code: 'M1',
    name: '牛奶',
    listPriceFen: 300,
    keepsDate: true,
    barcodes: ['6909876543212'],
  });
  coat = await seedItem(shop, {
    code: 'C1',
    name: '旧大衣',
    listPriceFen: null,
    unit: '件',
    category: '衣被',
  });
  await seedGift(shop, { itemId: rice, quantity: 100, valueFen: 470_000 });
  await seedGift(shop, { itemId: milk, quantity: 24, valueFen: 7_200, expiryDay: '2026-08-01' });
  await seedGift(shop, { itemId: milk, quantity: 12, valueFen: null, expiryDay: '2026-06-01' });
});
afterEach(() => shop.close());

const window_ = async (as: Role, path = '/'): Promise<ShopWindow> => {
  const opened = openWindow(shop, as);
  await show(shop, as, <Stocktakes />, path);
  return opened;
};
/** The field has the focus, as after every scan: the figure and Enter. */
const figure = async (text: string, field = 'count-figure'): Promise<void> => {
  await see(field);
  await waitFor(() => expect(document.activeElement).toBe(byId(field)));
  await user.keyboard(`${text}{Enter}`);
};
const rests = async (): Promise<void> => {
  await see('count-surface');
  await waitFor(() => expect(document.activeElement).toBe(byId('count-surface')));
};

test('the manager opens one by keys; the list says it waits', async () => {
  await window_('manager');
  await screen.findByText('还没有盘点单。');
  expect(await stumbles()).toEqual([]);
  press('F2');
  await see('stocktake-place', '门店');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('stocktake-some'));
  await user.click(await see('stocktake-open'));
  await screen.findByText('请至少选一类');
  await user.click(await see('stocktake-category-粮油'));
  await user.type(await see('stocktake-note'), '月末{Control>}{Enter}{/Control}');
  await see('count-progress', '0 / 1 行');
  expect((await count.read(1)).stocktake).toMatchObject({
    categories: ['粮油'],
    blind: true,
    twice: false,
    note: '月末',
  });
  expect(await stumbles()).toEqual([]);
  await window_('volunteer');
  await see('stocktake-row', 'PD2026-000001');
  expect(byId('stocktake-new')).toBeNull();
  await screen.findByText('0 / 1 行');
  await user.keyboard('{ArrowDown}{Enter}');
  await rests();
});

describe('counting by scanner', () => {
  test('scan, figure, Enter, next scan; the figure starts empty and counts in packs; several lots are told apart by date', async () => {
    const id = await count.open({ blind: true });
    await window_('volunteer', `/${id}`);
    await rests();
    scan('6901234567892');
    await see('count-item', '大米');
    expect((byId('count-figure') as HTMLInputElement).value).toBe('');
    expect(document.body.textContent).not.toContain('账面应有');
    expect(await stumbles()).toEqual([]);
    await user.selectOptions(await see('count-figure-unit'), '件');
    (byId('count-figure') as HTMLInputElement).focus();
    await figure('9.8');
    await see('count-last', '已记：大米 98 袋');
    await see('count-progress', '1 / 3 行');
    await rests();
    scan('6909876543212');
    await screen.findByText('牛奶有 2 行，请按到期日选一行');
    expect(allById('count-choice').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('2026-06-01'),
      expect.stringContaining('2026-08-01'),
    ]);
    expect(await stumbles()).toEqual([]);
    press('Digit2');
    await see('count-item', '牛奶');
    await screen.findByText('2026-08-01 (六)', { selector: '.count-facts b' });
    await figure('24');
    await see('count-progress', '2 / 3 行');
    await rests();
    const tag = (await count.linesOf(id)).find(({ expiryDay }) => expiryDay === '2026-06-01')?.tag ?? '';
    scan(tag);
    await figure('0');
    await see('count-progress', '3 / 3 行');
    expect((await count.linesOf(id)).map(({ counted }) => counted)).toEqual([98, 0, 24]);
  });

  test('the next scan before Enter is no quantity; nothing typed is not saved; a wrong Enter counts nothing', async () => {
    const id = await count.open({ categories: ['粮油'] });
    const opened = await window_('volunteer', `/${id}`);
    await rests();
    scan('R1');
    await figure('');
    await screen.findByText('请填数量');
    await figure('6909876543212');
    await screen.findByText(/这像是条码/);
    await user.clear(await see('count-figure'));
    await figure('-5');
    await screen.findByText('数量请写数字，如 20 或 2.5');
    await user.clear(await see('count-figure'));
    await figure('9PC0000001M');
    await screen.findByText(/这像是条码/);
    await user.clear(await see('count-figure'));
    await figure('912345670');
    await screen.findByText(/这像是条码/);
    expect(opened.asked.map(({ act }) => act)).not.toContain('stocktake.enter');
    press('Escape');
    await rests();
  });

  test('an unknown code says so and counts nothing; goods that are not on the list are found goods', async () => {
    const id = await count.open({ categories: ['粮油'] });
    await window_('volunteer', `/${id}`);
    await rests();
    scan('6900000000007');
    await screen.findByText(/盘点单里没有/);
    await rests();
    scan('6909876543212');
    await see('found-name', '牛奶');
    expect(await stumbles()).toEqual([]);
    await figure('6', 'found-figure');
    await screen.findByText('这种物资要填到期日');
    await user.type(await see('found-expiry'), '20260909{Enter}');
    await see('count-last', '已加上账外物资：牛奶 6 袋');
    await rests();
    press('F4');
    await user.type(await see('found-item'), 'C1{Enter}');
    await see('found-name', '旧大衣');
    await figure('3', 'found-figure');
    await see('count-last', '旧大衣 3 件');
    expect((await count.linesOf(id)).filter(({ lotId }) => lotId === null)).toHaveLength(2);
    expect((await count.linesOf(id)).find(({ itemId }) => itemId === coat)).toMatchObject({ counted: 3 });
  });

  test('a line is chosen in the list below as well, by keys', async () => {
    const id = await count.open();
    await window_('volunteer', `/${id}`);
    await rests();
    press('F3');
    await user.keyboard('大米');
    await screen.findByText('共 1 条');
    await user.keyboard('{ArrowDown}{Enter}');
    await see('count-item', '大米');
    await screen.findByText('账面应有 100 袋');
    await figure('100');
    await see('count-progress', '1 / 3 行');
  });

  test('two count: the second person is in the second round; the one who counted first is refused; the third settles', async () => {
    const id = await count.open({ twice: true, blind: true, categories: ['粮油'] });
    await count.countAll(id, [98]);
    await window_('volunteer', `/${id}`);
    await rests();
    await user.selectOptions(await see('count-round'), '2');
    (await see('count-surface')).focus();
    scan('R1');
    await figure('98');
    await screen.findByText('第二次点数要换一个人');
    await window_('bureau', `/${id}`);
    await rests();
    expect((byId('count-round') as HTMLSelectElement).value).toBe('2');
    scan('R1');
    await screen.findByText('复盘', { selector: '.count-facts b' });
    await figure('97');
    await screen.findByText(/对不上 1 行/);
    press('F9');
    await screen.findByText('有 1 行两次点数对不上，要先点第三遍。');
    expect(await stumbles()).toEqual([]);
    expect((await see('finish-confirm')).hasAttribute('disabled')).toBe(true);
    await user.keyboard('{Escape}');
    await rests();
    scan('R1');
    await screen.findByText('第三遍', { selector: '.count-facts b' });
    await figure('98');
    await see('count-progress', '1 / 1 行');
  });
});

describe('finishing and posting', () => {
  test('what is not counted is asked for once; the second person sees the differences with their value and posts', async () => {
    const id = await count.open({ blind: true });
    const [rice] = await count.linesOf(id);
    await count.enter(rice?.lineId ?? 0, 98, 'volunteer', 1, '墙角受潮');
    await window_('volunteer', `/${id}`);
    await rests();
    press('F9');
    const confirm = await see('finish-confirm');
    expect(confirm.hasAttribute('disabled')).toBe(true);
    await user.click(await see('finish-leave'));
    await user.click(confirm);
    await screen.findByText('已点完，等另一个人入账。');
    await screen.findByText('您参与了点数，要由没有点数的人核对入账。');
    expect(byId('count-sums')).toBeNull();
    expect(byId('stocktake-post')).toBeNull();
    expect(document.body.textContent).not.toContain('94.00');

    await window_('manager', `/${id}`);
    await see('count-sums', '¥94.00');
    await waitFor(() => expect(allById('count-line')).toHaveLength(1));
    await screen.findByText('墙角受潮');
    await screen.findByText('-¥94.00');
    expect(await stumbles()).toEqual([]);
    press('F9');
    await screen.findByText('把差异记入账');
    expect(await stumbles()).toEqual([]);
    await user.click(await see('post-confirm'));
    await screen.findByText('已入账：盘盈 0 行，盘亏 1 行。');
    expect((await count.read(id)).stocktake).toMatchObject({ state: 'posted', postedBy: '韦店长' });
    expect(byId('stocktake-cancel')).toBeNull();
  });

  test('whoever counted is not offered to post; reopened and cancelled with a reason', async () => {
    const id = await count.open();
    await count.countAll(id, [], 'manager');
    await count.finish(id);
    await window_('manager', `/${id}`);
    // May post, but counted here.
    await screen.findByText('您参与了点数，要由没有点数的人核对入账。');
    expect(byId('stocktake-post')).toBeNull();
    await user.click(await see('stocktake-reopen'));
    await user.click(await see('stocktake-reopen-confirm'));
    await screen.findByText('请写明撤销原因');
    await user.type(await see('stocktake-reopen-reason'), '还有一排{Enter}');
    await rests();
    await user.click(await see('stocktake-cancel'));
    await user.type(await see('stocktake-cancel-reason'), '改日{Enter}');
    await screen.findByText('已取消');
    expect((await count.read(id)).stocktake.state).toBe('cancelled');
  });

  test('what cannot be posted any more is named in the question, and nothing is posted', async () => {
    const id = await count.open({ categories: ['粮油'] });
    await count.countAll(id, [5]);
    await count.finish(id);
    const [line] = await count.linesOf(id);
    await count.proposeScrap(line?.lotId ?? 0, 10);
    await window_('bureau', `/${id}`);
    await see('stocktake-post');
    press('F9');
    await user.click(await see('post-confirm'));
    await screen.findByText('入账后库存会变成负数，请重点这一行');
    expect((await count.read(id)).stocktake.state).toBe('counted');
  });

  test('papers: the sheet while counting, the result afterwards; a blind result is not offered', async () => {
    const id = await count.open({ blind: true });
    const opened = await window_('volunteer', `/${id}`);
    await rests();
    expect([...(byId('paper-kind') as HTMLSelectElement).options].map(({ value }) => value)).toEqual([
      'sheet',
    ]);
    press('KeyP', { ctrlKey: true });
    await screen.findByText('已送打印机');
    await count.countAll(id, [98, 12, 24]);
    await count.finish(id);
    await window_('manager', `/${id}`);
    expect(((await see('paper-kind')) as HTMLSelectElement).value).toBe('result');
    expect(opened.printed).toHaveLength(1);
  });
});
