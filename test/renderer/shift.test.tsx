// The screens of shifts and deliveries over real books: opened, counted, handed over to who signs in; delivered, and come back.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Deliveries from '../../renderer/delivery/index.tsx';
import Shifts from '../../renderer/shift/index.tsx';
import { password } from '../helpers/open-shop.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';
import { openTill, type Till } from '../helpers/till.ts';

const user = userEvent.setup({ delay: null });
let till: Till;
let shop: Till['shop'];
const as = 'volunteer' as const;
beforeAll(async () => {
  till = await openTill();
  shop = till.shop;
});
afterAll(() => shop.close());

const field = (form: string, at: number): HTMLInputElement => {
  const inputs = byId(form)?.querySelectorAll('input');
  const found = inputs?.[at];
  if (!found) throw new Error('no such field');
  return found;
};
const send = () =>
  shop.call(
    'counter.redeem',
    {
      voucherIds: [till.fresh().id],
      lines: [{ itemId: till.rice, quantity: 1 }],
      delivery: { carrier: '李师傅', address: '桂中社区服务站' },
    },
    { as },
  );

test('what a carrier has is listed, delivered with who signed, or brought back', async () => {
  await send();
  const { number } = await send();
  const window_ = openWindow(shop, as);
  await show(shop, as, <Deliveries />);
  await waitFor(() => expect(screen.getAllByText('● 送货中', { exact: false })).toHaveLength(2));
  expect(document.body.textContent).not.toContain('服务站');
  await user.click(await see('delivery-notes-print'));
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  await user.click((await screen.findAllByText('登记送达'))[0] as HTMLElement);
  await see('delivery-confirm-form');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getAllByText('请填写')).toHaveLength(2);
  await user.type(field('delivery-confirm-form', 0), '莫邻居');
  await user.type(field('delivery-confirm-form', 1), '邻居');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/已登记送达/);
  await waitFor(() => expect(allById('delivery-return')).toHaveLength(1));
  await user.click(await see('delivery-return'));
  await user.type(await see('delivery-returned-reason'), '家中无人');
  await user.click(await see('delivery-returned-confirm'));
  await screen.findByText(`已退回：${number}，物资回到原批次，券额退还`);
  expect(
    (await shop.call('delivery.list', { endedDay: '2026-05-04' }, { as })).map(({ state }) => state),
  ).toEqual(['delivered', 'back']);
});

test('the shift shows its figures, wants a word about a difference, and its sheet prints', async () => {
  const window_ = openWindow(shop, as);
  await show(shop, as, <Shifts />);
  await see('shift-now', '1号柜台');
  press('F8');
  await see('shift-end-form');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已结班，请打印交班单双方签字。');
  await user.click(await see('shift-sheet-print'));
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  press('F2');
  await see('shift-open-form');
  await user.type(field('shift-open-form', 0), '一百');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/请填金额/);
  await user.clear(field('shift-open-form', 0));
  await user.type(field('shift-open-form', 0), '100');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已开班');
  await waitFor(() => expect(byId('shift-now')?.textContent).toContain('¥100.00'));
  press('F8');
  await see('shift-end-form');
  await user.type(field('shift-end-form', 0), '90');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('实点现金和应有现金不符');
  expect(await stumbles()).toEqual([]);
});

test('handed over, the window belongs to who signed in', async () => {
  openWindow(shop, as);
  await show(shop, as, <Shifts />);
  await see('shift-now');
  press('F6');
  await see('shift-end-form');
  await user.type(field('shift-end-form', 0), '100');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('请接班人输入密码');
  await user.type(field('shift-end-form', 2), password);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已交班给 韦店长，本窗口现在由接班人使用。');
  expect((await shop.call('staff.me', {}, { as })).me).toMatchObject({ login: 'dianzhang' });
  expect((await shop.call('shift.current', {}, { as })).shift).toMatchObject({ floatFen: 10_000 });
});
