// One gift over real books: how it ends and what is said before, written anew, another use with consent, the official number,
// pictures, the ways its receipt is printed; the list of the month with its red entry, and the register of numbers.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBooks } from '../../db/open.ts';
import Donations from '../../renderer/donations/index.tsx';
import { openGifts, type Gifts } from '../helpers/gifts.ts';
import { byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let gifts: Gifts;
let ids: { april: number; rice: number; used: number };
beforeAll(async () => {
  gifts = await openGifts({ now: '2026-05-04T02:00:00.000Z' });
  const record = async (changes: Parameters<Gifts['record']>[0]): Promise<number> =>
    (await gifts.record(changes)).donationId;
  ids = {
    april: await record({ day: '2026-04-20', cash: { fen: 20_000, way: 'transfer' }, lines: [] }),
    rice: await record({ day: '2026-05-04', purpose: '给学生', cash: { fen: 700, way: 'cash' } }),
    used: await record({
      day: '2026-05-04',
      lines: [
        gifts.bags({
          itemId: gifts.clothes,
          quantity: 2,
          basis: 'unpriced',
          valueFen: null,
          basisNote: '',
          grade: 'good',
          pieces: true,
        }),
      ],
      refused: [{ description: '破毛衣', quantity: '3 件', reason: '虫蛀' }],
    }),
  };
  await gifts.closeMonth('2026-04');
});
afterAll(() => gifts.shop.close());
const Where = () => <output data-testid="where">{useLocation().pathname}</output>;
const open = (path: string | number, as: 'manager' | 'bureau' = 'manager') => {
  const window_ = openWindow(gifts.shop, as);
  const screens = (
    <>
      <Donations />
      <Where />
    </>
  );
  return show(gifts.shop, as, screens, `/${String(path)}`).then(() => window_);
};
const type = async (testId: string, text: string): Promise<void> => user.type(await see(testId), text);

test('a gift says everything of itself: lots, grade, what was refused; Enter leads to where a lot went', async () => {
  await open(ids.used);
  await see('gift-refused', '虫蛀');
  await see('gift-goods-total', '另有 1 项未计价');
  expect(screen.getByText(/还没有消毒/)).toBeTruthy();
  await screen.findByText(/2 件逐件贴签的物资/);
  expect(await stumbles()).toEqual([]);
  const table = screen.getByRole('group', { name: /^物资/ });
  table.focus();
  await user.keyboard('{Enter}');
  const [line] = (await gifts.read(ids.used)).lines;
  await see('where', `/goods/lots/${String(line?.lots[0]?.lotId)}`);
});

test('the receipt is printed on A4 or the roll, with or without values', async () => {
  const window_ = await open(ids.used);
  await user.selectOptions(await see('receipt-paper'), 'slip');
  await user.click(await see('receipt-hide'));
  await user.click(await see('receipt-save'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  await see('receipt-prints', '凭证已出过 1 次');
  press('KeyP', { ctrlKey: true });
  await waitFor(() => expect(window_.printed.length).toBe(1));
});

test('another use needs the consent: what is missing is named, then it stands with the gift', async () => {
  await open(ids.used);
  await see('gift-use');
  press('F8');
  await see('use-effect', '书面同意');
  await user.click(await see('use-confirm'));
  expect((await screen.findAllByText('这一项必填')).length).toBe(2);
  expect(await stumbles()).toEqual([]);
  await type('use-purpose', '给受灾家庭');
  await user.type(await see('use-designation-place'), '城中街道');
  await type('use-by', '某某公司工会');
  await type('use-document', '同意书 2026-1');
  await user.click(await see('use-confirm'));
  await see('gift-uses', '某某公司工会');
  await see('gift-uses', '城中街道');
});

test('the official number is noted; a number that stands on another receipt is refused in words', async () => {
  await open(ids.used);
  await user.click(await see('official-save'));
  expect((await screen.findAllByText('代码和号码都要填')).length).toBe(2);
  await type('official-code', '45060123');
  await type('official-number', '0000012345');
  await user.click(await see('official-save'));
  await screen.findByText('已记下');
  await open(ids.rice);
  await type('official-code', '45060123');
  await type('official-number', '0000012345');
  await user.click(await see('official-save'));
  await screen.findByText('这个票据号码已登记在另一张凭证上');
});

test('a picture is added and shown; what is none is refused in words', async () => {
  await open(ids.used);
  const file = await see('gift-photo-file');
  // The smallest PNG there is.
  const png = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (sign) => sign.charCodeAt(0),
  );
  fireEvent.change(file, { target: { files: [new File([png], 'gift.png', { type: 'image/png' })] } });
  const shown = await see('gift-photo');
  await waitFor(() => expect(shown.querySelector('img')?.src).toMatch(/^data:image\/png;base64,/));
  expect(await stumbles()).toEqual([]);
  fireEvent.change(file, { target: { files: [new File(['no picture'], 'gift.txt')] } });
  await screen.findByText('照片打不开');
});

test('in the open month a receipt becomes void: what will happen is said first, and a reason is asked', async () => {
  await open(ids.rice);
  await see('gift-end');
  press('F6');
  await see('gift-end-effect', '号码和各联都保留');
  await see('gift-end-effect', '1 项物资从库存退出');
  await see('gift-end-effect', '¥7.00');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('gift-end-confirm'));
  await screen.findByText('请写明撤销原因');
  await type('gift-end-reason', '重复登记');
  await user.click(await see('gift-end-confirm'));
  await see('gift-ended', '重复登记');
  expect(byId('gift-end')).toBeNull();
  expect(gifts.onHand(ids.rice)).toEqual([0]);
});

test('goods that are gone: ending is refused in words, and only the head may be written anew', async () => {
  const { donationId } = await gifts.record({ lines: [gifts.bags()] });
  await gifts.handOut(gifts.rice, 1);
  await open(donationId);
  await see('gift-end');
  press('F6');
  await type('gift-end-reason', '捐赠人名称写错');
  await user.click(await see('gift-end-confirm'));
  await screen.findByText('撤销后库存会变成负数，没有撤销');
  await screen.findByText(/会缺 1 袋/);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(byId('gift-end-confirm')).toBeNull());
  press('F7');
  await see('anew-effect', '号码保留');
  expect(await see('line-quantity')).toHaveProperty('value', '10');
  expect(await see('donation-inspectorA')).toHaveProperty('value', '韦验收');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findAllByText(/请写明原凭证错在哪里/)).length).toBe(2);
  expect(await stumbles()).toEqual([]);
  await type('donation-anewReason', '捐赠人名称写错');
  await user.clear(await see('donation-donorName'));
  await type('donation-donorName', '柳州市某某粮油有限责任公司');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/两张凭证互相注明/);
  expect(localStorage.length).toBe(0);
  press('F4');
  await see('gift-replaces', 'JZ2026-');
  const old = await gifts.read(donationId);
  expect(old).toMatchObject({ state: 'void', ended: { reason: '捐赠人名称写错' } });
  const anew = await gifts.read(old.replacedBy?.donationId ?? 0);
  expect(anew).toMatchObject({ donorName: '柳州市某某粮油有限责任公司', state: 'valid' });
  expect(anew.lines.flatMap(({ lots }) => lots).length).toBe(1);
});

test('after the month was closed it is a red entry of today, negative in the list of this month', async () => {
  const window_ = await open(ids.april);
  await see('gift-end');
  press('F6');
  await see('gift-end-effect', '2026 年 4 月已结账');
  await see('gift-end-effect', '红字冲销');
  await type('gift-end-reason', '收错款');
  await user.click(await see('gift-end-confirm'));
  await see('gift-ended', '红冲');
  await user.click(await see('red-entry-save'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  await open('');
  await user.selectOptions(await see('donation-month'), '2026-05');
  expect((await screen.findByText('-¥200.00')).closest('.gift-ended')?.textContent).toContain('红字冲销');
  await see('donation-totals', '红字冲销按负数算');
  expect(await stumbles()).toEqual([]);
});

test('the month prints as the office list and the public one; the list goes out as a sheet', async () => {
  const window_ = await open('');
  await user.selectOptions(await see('donation-month'), '2026-05');
  await user.click(await see('monthly-save'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  await user.selectOptions(await see('monthly-kind'), 'public');
  await user.click(await see('monthly-save'));
  await waitFor(() => expect(window_.saved.length).toBe(2));
  await user.click(await see('donation-export-xlsx'));
  await waitFor(() => expect(window_.saved.length).toBe(3));
});

test('the register has every number once, names those that ended, and prints', async () => {
  const window_ = await open('register');
  await see('register-verdict', '每个号码都有一张凭证');
  const row = await see('register-receipt');
  expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([
    'JZ2026-000001',
    'JZ2026-000005',
    '5',
    '3',
    '2',
    '1',
    '0',
    '0',
  ]);
  for (const words of ['重复登记', '捐赠人名称写错', '收错款']) await screen.findByText(words);
  expect(await stumbles()).toEqual([]);
  await user.click(await see('register-save'));
  await user.click(await see('register-export-xlsx'));
  await waitFor(() => expect(window_.saved.length).toBe(2));
});

test('the bureau looks and prints but ends nothing', async () => {
  await open(ids.used, 'bureau');
  await see('gift-refused');
  for (const testId of ['gift-end', 'gift-anew', 'gift-use', 'gift-photo-add', 'official-save'])
    expect(byId(testId), testId).toBeNull();
});

test('a number that is nowhere stands in red with its name, and what to do', async () => {
  const { file, key } = gifts.shop;
  const books = openBooks({ path: file, key, create: false });
  books.file.exec(
    `DROP TRIGGER donation_no_update; UPDATE donation SET receipt_number = 'JZ2026-000009' WHERE id = ${String(ids.used)}`,
  );
  books.close();
  await open('register');
  await see('register-verdict', '缺号 JZ2026-000003');
  await see('register-verdict', '重号 JZ2026-000009');
  await screen.findByText('号码对不上，请立即查明');
  const cell = (await see('register-receipt')).querySelector('td:last-child');
  expect(cell?.textContent).toBe('✖ 1');
  expect(cell?.className).toContain('register-missing');
  expect(await stumbles()).toEqual([]);
});
