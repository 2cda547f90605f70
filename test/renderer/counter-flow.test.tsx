// The counter's flow by keyboard alone: several vouchers, packages, in parts, cash on top, quantity before the scan, baskets put aside,
// goods nobody knows, taking back by line.
import '../helpers/node-realm.ts';
import { fireEvent, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { counterWindow, enter, home, oil, rice, type } from '../helpers/counter-window.tsx';
import { money } from '../../renderer/i18n/format.ts';
import { seedBatch, seedGift, seedItem, type ListedVoucher } from '../helpers/seed.ts';
import { allById, byId, press, scan, see } from '../helpers/shop-window.tsx';
import { changeSettings, type Settings } from '../helpers/settings.ts';

const till = counterWindow();
const { qr, open, openBasket, redemptions } = till;
const manager = { as: 'manager' } as const;

let parts: readonly ListedVoucher[];
let packages: readonly ListedVoucher[];
beforeAll(async () => {
  ({ vouchers: parts } = await seedBatch(till.shop, { name: '分次券', faceFen: 8_000, inParts: true }));
  const noodles = await seedItem(till.shop, { code: 'G020', name: '面条', listPriceFen: 700 });
  await seedGift(till.shop, { itemId: noodles, quantity: 3 });
  const { packageId } = await till.shop.call(
    'packages.make',
    { name: 'A套餐', lines: [{ itemId: noodles, quantity: 2 }] },
    manager,
  );
  ({ vouchers: packages } = await seedBatch(till.shop, {
    name: '套餐券',
    kind: 'package',
    packageId,
    faceFen: 0,
  }));
});

const holderOf = async (voucher: ListedVoucher | undefined): Promise<number> =>
  (
    await till.shop.call(
      'counter.scan',
      { code: voucher?.typedCode ?? '', entry: 'typed' },
      { as: 'volunteer' },
    )
  ).household.householdId;
/** The voucher of another batch of the same household. */
const partner = async (voucher: ListedVoucher, among: readonly ListedVoucher[]): Promise<ListedVoucher> => {
  const holder = await holderOf(voucher);
  for (const each of among) if ((await holderOf(each)) === holder) return each;
  throw new Error('no voucher of the same household');
};
const allow = (changes: Partial<Settings>) => changeSettings(till.shop, changes);

describe('vouchers of one household', () => {
  it('lie together; the one in parts keeps its rest, and each says what it gives', async () => {
    await open();
    const voucher = await openBasket();
    const other = await partner(voucher, parts);
    scan(rice);
    await see('counter-line');
    scan(qr(other));
    await waitFor(() => expect(allById('basket-voucher')).toHaveLength(2));
    expect(byId('figure-face')?.textContent).toContain('¥180.00');
    const [first, second] = allById('basket-voucher').map(({ textContent }) => textContent);
    expect(first).toContain('本次不动用');
    expect(second).toContain('用 ¥45.00 · 留 ¥35.00');
    expect(byId('counter-lapse')?.textContent).toBe('剩余 ¥135.00 留在券上');
    expect(byId('counter-notes')?.textContent).toContain('没有登记签收的券');
    press('F12');
    const list = await see('vouchers-list');
    fireEvent.keyDown(list, { code: 'ArrowDown' });
    fireEvent.keyDown(list, { code: 'Space' });
    enter(list);
    await waitFor(() => expect(allById('basket-voucher')).toHaveLength(1));
    expect(byId('counter-lapse')?.textContent).toBe('不找零，余额作废 ¥55.00');
    await waitFor(() => expect(byId('vouchers-list')).toBeNull());
    home();
    press('F9');
    const green = await see('counter-done', '已核销 ¥45.00');
    expect(green.textContent).toContain('¥55.00');
  });

  it('a package fills the basket by itself; goods it lacks are named, and nothing is taken', async () => {
    await open();
    await openBasket(packages[0]);
    expect((await see('counter-packed', '面条')).textContent).toContain('× 2 袋');
    press('F9');
    await see('counter-done', '已核销 ¥14.00');
    press('Escape');
    await see('counter-idle');
    await openBasket(packages[1]);
    expect((await see('counter-packed')).dataset['short']).toBe('true');
    expect(byId('counter-notes')?.textContent).toContain('套餐里的 面条 只可发 1 袋');
    press('F9');
    expect((await see('counter-refused', '面条')).dataset['code']).toBe('stock-short');
  });
});

describe('cash on top', () => {
  it('is asked for where the shop takes it, says the change, and is booked with F9', async () => {
    await allow({ topUpAllowed: true });
    await open();
    await openBasket();
    scan(rice);
    scan(rice);
    scan(rice);
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('3'));
    await waitFor(() => expect(byId('figure-left')?.dataset['third']).toBe('due'));
    press('F9');
    const input = await see('topup-input');
    expect(byId('topup-due')?.textContent).toContain('¥35.00');
    type(input, '20');
    expect(byId('topup-change')?.textContent).toContain('还不够');
    enter(input);
    expect(byId('topup-input')).not.toBeNull();
    type(input, '50');
    expect(byId('topup-change')?.textContent).toContain('¥15.00');
    enter(input);
    await waitFor(() => expect(byId('counter-lapse')?.textContent).toContain('收 ¥50.00，找 ¥15.00'));
    await waitFor(() => expect(byId('topup-input')).toBeNull());
    home();
    press('F9');
    await see('counter-done', '已核销 ¥100.00');
    expect(byId('done-topUp')?.textContent).toContain('¥35.00');
    // Still in the volunteer's hand.
    expect(byId('done-change')?.textContent).toContain('¥15.00');
    await allow({ topUpAllowed: false });
  });
});

describe('quantity before the scan', () => {
  it('is shown while it is typed, and the next scan is that many, a pause before it or none', async () => {
    await open();
    await openBasket();
    press('Digit3');
    expect((await see('counter-typing', '数量 3 ×')).dataset['times']).toBe('true');
    await new Promise((resolve) => setTimeout(resolve, 800));
    scan(rice);
    expect((await see('counter-line')).dataset['quantity']).toBe('3');
    scan(`2${rice}`);
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('5'));
    scan('G001');
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('6'));
    press('Escape');
    await see('counter-idle');
  });
});

describe('goods nobody knows', () => {
  it('are red, and F3 looks them up from there', async () => {
    await open();
    await openBasket();
    scan('6901234567892');
    const red = await see('counter-refused');
    expect(red.dataset['code']).toBe('item-unknown');
    expect(byId('counter-look-up')).not.toBeNull();
    press('F3');
    expect(((await see('find-input')) as HTMLInputElement).value).toBe('6901234567892');
    expect(byId('counter-refused')).toBeNull();
  });
});

describe('a basket put aside', () => {
  it('leaves the screen with F6, comes back with F7, is checked again and redeemed', async () => {
    await open();
    const before = await redemptions();
    await openBasket();
    scan(oil);
    await see('counter-line');
    press('F5');
    const form = await see('delivery-form');
    type(form.querySelector('input') ?? form, '王师傅');
    type(await see('delivery-where'), 'typed');
    type(form.querySelectorAll('input')[1] ?? form, '桂林路9号');
    press('Enter', { ctrlKey: true });
    await see('counter-delivery', '王师傅');
    await waitFor(() => expect(byId('delivery-form')).toBeNull());
    home();
    press('F6');
    await see('counter-idle');
    expect((await see('counter-warning')).dataset['code']).toBe('put-aside');
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F7');
    expect((await see('counter-warning')).dataset['code']).toBe('basket-open');
    press('Escape');
    await see('counter-idle');
    press('F7');
    const list = await see('held-list', '1 种物资');
    enter(list);
    await see('counter-line', '食用调和油');
    await see('counter-delivery', '王师傅');
    await waitFor(() => expect(byId('held-list')).toBeNull());
    home();
    press('F9');
    await see('counter-done');
    expect(await redemptions()).toBe(before + 1);
    press('Escape');
    await see('counter-idle');
    press('F7');
    await see('held-none');
  });

  it('that no longer fits says so line by line, on red, and the list stays', async () => {
    await open();
    await openBasket();
    scan('G020');
    await see('counter-line', '面条');
    press('F2');
    const input = await see('quantity-input');
    type(input, '9');
    enter(input);
    await waitFor(() => expect(byId('quantity-input')).toBeNull());
    home();
    press('F6');
    await see('counter-idle');
    press('F7');
    enter(await see('held-list'));
    const red = await see('counter-refused');
    expect(red.dataset['code']).toBe('held-changed');
    expect(red.textContent).toContain('面条');
    press('Escape');
    expect((await see('counter-line')).dataset['quantity']).toBe('9');
  });
});

describe('taking back', () => {
  it('one of two lines: what goes back to which voucher is said before', async () => {
    await open();
    const noodles = async () =>
      (await till.shop.call('goods.list', { search: '面条', category: '', offset: 0, limit: 5 }, manager))
        .rows[0]?.onHand;
    const before = await noodles();
    await openBasket();
    scan(rice);
    scan('G020');
    await waitFor(() => expect(allById('counter-line')).toHaveLength(2));
    press('F9');
    await see('counter-done');
    press('Escape');
    await see('counter-idle');
    press('F8');
    await see('today-row');
    fireEvent.click(allById('today-reverse')[0] ?? document.body);
    const lines = await see('back-list');
    fireEvent.keyDown(lines, { code: 'Space' });
    await waitFor(() => expect(document.querySelector('.final-figures')?.textContent).toContain('¥7.00'));
    press('Enter', { ctrlKey: true });
    await waitFor(() =>
      expect(till.window.asked.some(({ act }) => act === 'counter.printReversal')).toBe(true),
    );
    expect(await noodles()).toBe(before);
    // What stands is shown and summed; what was taken and what came back stand below it.
    await waitFor(() => expect(byId('today-stands')?.textContent).toBe('¥45.00原 ¥52.00，退 ¥7.00'));
    const rows = await till.shop.call('counter.today', {}, manager);
    expect(rows[0]).toMatchObject({ usedFen: 5_200, backFen: 700, standsFen: 4_500, partlyReversed: true });
    for (const row of rows) expect(row.standsFen).toBe(row.reversed ? 0 : row.usedFen - row.backFen);
    const total = money(rows.reduce((sum, { standsFen }) => sum + standsFen, 0));
    expect(byId('counter-today')?.textContent).toContain(total);
  });
});
