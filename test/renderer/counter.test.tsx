// The counter screen on a real shop, by keyboard alone: scan, goods, F9, green; every refusal red with its headline.
import '../helpers/node-realm.ts';
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import CounterPlace from '../../renderer/counter/index.tsx';
import { errors } from '../../renderer/i18n/zh-CN/errors.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { qrOf, seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from '../helpers/seed.ts';
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

const rice = '6900001000006';
const oil = '6900001000372';
let shop: OpenShop;
let window_: ShopWindow;
let vouchers: readonly ListedVoucher[];
let next = 0;
const fresh = (): ListedVoucher => {
  const voucher = vouchers[next];
  if (!voucher) throw new Error('more vouchers needed');
  next += 1;
  return voucher;
};
const qr = (voucher: ListedVoucher | undefined): string => qrOf(shop, voucher?.id ?? 0);
const redemptions = async (): Promise<number> =>
  (await shop.call('counter.today', { search: '' }, { as: 'manager' })).length;
const headline = (
  code:
    | 'voucher-redeemed'
    | 'voucher-void'
    | 'voucher-not-yet-valid'
    | 'voucher-expired'
    | 'code-forged'
    | 'code-unknown'
    | 'item-unknown'
    | 'stock-short'
    | 'stock-expired'
    | 'basket-over-face'
    | 'household-not-eligible'
    | 'till-throttled',
): string => errors[code].title;
const open = async (): Promise<void> => {
  window_ = openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <CounterPlace />);
  await see('counter-idle', '请扫领物券');
  await waitFor(() => expect(document.activeElement).toBe(byId('counter-surface')));
};
const openBasket = async (voucher = fresh()): Promise<ListedVoucher> => {
  scan(qr(voucher));
  await see('counter-basket');
  return voucher;
};
const refusedWith = async (code: Parameters<typeof headline>[0]): Promise<HTMLElement> => {
  const red = await see('counter-refused', headline(code));
  expect(red.dataset['code']).toBe(code);
  return red;
};

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [
    ...Array.from({ length: 30 }, (_, at) => ({ number: String(at + 1), members: 1 + (at % 3) })),
    { number: '91', category: '农村低保', review: '2026-04-01' },
    { number: '92', category: '低保边缘家庭' },
  ]);
  ({ vouchers } = await seedBatch(shop));
  const itemId = await seedItem(shop, {
    code: 'G001',
    name: '东北大米',
    listPriceFen: 4_500,
    barcodes: [rice],
  });
  await seedGift(shop, { itemId, quantity: 50 });
  const oilId = await seedItem(shop, {
    code: 'G002',
    name: '食用调和油',
    unit: '桶',
    keepsDate: true,
    listPriceFen: 4_850,
    barcodes: [oil],
  });
  await seedGift(shop, { itemId: oilId, quantity: 2, expiryDay: '2026-05-20' });
  const old = await seedItem(shop, { code: 'G008', name: '饼干', keepsDate: true, listPriceFen: 900 });
  await seedGift(shop, { itemId: old, quantity: 5, expiryDay: '2026-05-03' });
});
afterAll(() => shop.close());
afterEach(cleanup);

describe('a redemption', () => {
  it('goes from scan to green by keyboard alone, and prints its slip', async () => {
    await open();
    const voucher = await openBasket();
    expect(byId('counter-household')?.textContent).toContain('*');
    expect(byId('figure-face')?.textContent).toContain('¥100.00');
    scan(rice);
    await see('counter-line', '东北大米');
    scan(oil);
    await waitFor(() => expect(allById('counter-line')).toHaveLength(2));
    expect(byId('figure-used')?.textContent).toContain('¥93.50');
    expect(byId('counter-lapse')?.textContent).toBe('不找零，余额作废 ¥6.50');
    press('F9');
    const green = await see('counter-done', '已核销 ¥93.50');
    expect(byId('done-before')?.textContent).toContain('¥100.00');
    expect(byId('done-lapsed')?.textContent).toContain('¥6.50');
    expect(byId('done-after')?.textContent).toContain('¥0.00');
    await see('counter-slip', '已送打印机');
    expect(window_.printed).toHaveLength(1);
    expect(green.dataset['number']).toMatch(/\d/);
    scan(qr(voucher));
    expect((await refusedWith('voucher-redeemed')).textContent).toMatch(/2026-05-04 10:12 · 1号柜台 · 王芳/);
    press('F9');
    await see('counter-idle');
  });

  it('is one, however often F9 is pressed', async () => {
    await open();
    const before = await redemptions();
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F9');
    press('F9');
    press('F9');
    await see('counter-done');
    expect(await redemptions()).toBe(before + 1);
    expect(
      new Set(window_.asked.filter(({ act }) => act === 'counter.redeem').map(({ commandId }) => commandId))
        .size,
    ).toBe(1);
  });

  it('counts every scan of goods, also faster than they are answered, and merges lines', async () => {
    await open();
    window_.delayMs = 30;
    scan(qr(fresh()));
    scan(rice);
    scan(rice);
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('2'), { timeout: 8000 });
    expect(allById('counter-line')).toHaveLength(1);
    press('Escape');
    await see('counter-idle');
  });

  it('swallows a voucher the scanner sent twice', async () => {
    await open();
    const voucher = fresh();
    scan(qr(voucher));
    scan(qr(voucher));
    await see('counter-basket');
    expect(window_.asked.filter(({ act }) => act === 'counter.scan')).toHaveLength(1);
    expect(byId('counter-warning')).toBeNull();
  });

  it('changes a quantity with F2 and removes a line with Del', async () => {
    await open();
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F2');
    const input = (await see('quantity-input')) as HTMLInputElement;
    fireEvent.change(input, { target: { value: '2' } });
    fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('2'));
    await waitFor(() => expect(byId('quantity-input')).toBeNull());
    byId('counter-surface')?.focus();
    press('Delete');
    await see('counter-lines-empty');
  });

  it('finds goods by initials with F3', async () => {
    await open();
    await openBasket();
    press('F3');
    const input = await see('find-input');
    fireEvent.change(input, { target: { value: 'dbdm' } });
    await see('find-option', '东北大米');
    await waitFor(() => {
      fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
      expect(byId('counter-line')?.textContent).toContain('东北大米');
    });
  });

  it('opens a voucher from its short code, checked while it is typed', async () => {
    await open();
    const voucher = fresh();
    press('F10');
    const input = await see('code-input');
    fireEvent.change(input, { target: { value: voucher.typedCode.slice(0, 9) } });
    expect(byId('code-check')?.dataset['state']).toBe('short');
    const wrong = voucher.typedCode.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    fireEvent.change(input, { target: { value: wrong } });
    expect(byId('code-check')?.dataset['state']).toBe('wrong');
    fireEvent.change(input, { target: { value: voucher.typedCode.toLowerCase() } });
    expect(byId('code-check')?.dataset['state']).toBe('ok');
    fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
    await see('counter-basket');
  });

  it('is not held up by a missing printer, and says where the slip is', async () => {
    await open();
    window_.printer = 'printer-none';
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F9');
    await see('counter-done');
    await see('counter-slip', '没有找到打印机');
    press('KeyS', { ctrlKey: true });
    await see('counter-slip', '小票已保存');
    await openBasket();
  });
});

describe('a warning leaves the basket usable', () => {
  it('when a second voucher comes before the first is finished; an empty basket is replaced', async () => {
    await open();
    await openBasket();
    const second = fresh();
    scan(qr(second));
    await waitFor(() => expect(byId('counter-household')?.textContent).toContain(second.serial));
    scan(rice);
    await see('counter-line');
    scan(qr(fresh()));
    expect((await see('counter-warning')).dataset['code']).toBe('basket-open');
    expect(byId('counter-household')?.textContent).toContain(second.serial);
    expect(allById('counter-line')).toHaveLength(1);
  });

  it('when goods are scanned before a voucher', async () => {
    await open();
    scan(rice);
    expect((await see('counter-warning')).dataset['code']).toBe('voucher-first');
    expect(window_.asked.some(({ act }) => act === 'counter.scan')).toBe(false);
  });

  it('when the review is overdue or goods end soon', async () => {
    await open();
    const {
      vouchers: [overdue],
    } = await seedBatch(shop, { name: '复核', categories: ['rural-minimum-living'] });
    await openBasket(overdue);
    await see('counter-notes', '复核日期已过');
    scan(oil);
    await see('counter-notes', '快到期，请提醒早些用：食用调和油 2026-05-20');
  });
});

describe('a refusal is red, with its headline, until a key or the next scan', () => {
  it('for vouchers: not yet valid, void, no longer eligible', async () => {
    await open();
    const later = await seedBatch(shop, { name: '端午', validFrom: '2026-06-01', validTo: '2026-06-30' });
    scan(qr(later.vouchers[0]));
    expect((await refusedWith('voucher-not-yet-valid')).textContent).toContain('2026-06-01');
    await shop.call(
      'vouchers.void',
      { voucherId: later.vouchers[1]?.id ?? 0, reason: '重复发放' },
      { as: 'manager' },
    );
    scan(qr(later.vouchers[1]));
    await refusedWith('voucher-void');
    const ended = await seedBatch(shop, { name: '边缘', categories: ['low-income-fringe'] });
    const [household] = (
      await shop.call(
        'people.list',
        { category: 'low-income-fringe', offset: 0, limit: 5 },
        { as: 'manager' },
      )
    ).rows;
    await shop.call(
      'people.endEligibility',
      { householdId: household?.id ?? 0, day: '2026-05-04', reason: '家庭收入超过标准' },
      { as: 'manager' },
    );
    scan(qr(ended.vouchers[0]));
    expect((await refusedWith('household-not-eligible')).textContent).toContain('店长');
  });

  it('for codes: forged, unknown, then a closed till', async () => {
    await open();
    const code = qr(fresh());
    scan(code.slice(0, -5) + (code.slice(-5, -4) === 'A' ? 'B' : 'A') + code.slice(-4));
    await refusedWith('code-forged');
    scan('NOTAVOUCHER');
    await refusedWith('code-unknown');
    for (const wrong of ['WRONGA', 'WRONGB', 'WRONGC', 'WRONGD']) {
      scan(wrong);
      await waitFor(() =>
        expect(window_.asked.filter(({ act }) => act === 'counter.scan').length).toBeGreaterThan(0),
      );
    }
    await refusedWith('till-throttled');
    shop.setNow('2026-05-04T02:15:00.000Z');
  });

  it('for goods: unknown, expired, more than there is, more than the voucher; the basket stays', async () => {
    await open();
    await openBasket();
    scan('6901234567892');
    await refusedWith('item-unknown');
    press('Space');
    await see('counter-basket');
    scan('G008');
    await refusedWith('stock-expired');
    scan(rice);
    await see('counter-line');
    press('F2');
    const input = await see('quantity-input');
    fireEvent.change(input, { target: { value: '60' } });
    fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
    await see('counter-notes', '超出券面 ¥2,600.00');
    await waitFor(() => expect(byId('quantity-input')).toBeNull());
    press('F9');
    const red = await see('counter-refused', headline('stock-short'));
    expect(red.textContent).toContain(headline('basket-over-face'));
    expect(red.textContent).toContain('清单还在，没有核销');
    press('Escape');
    expect((await see('counter-line')).dataset['quantity']).toBe('60');
  });
});

describe('F9 pressed before a refusal was seen', () => {
  it('does not redeem what was not looked at', async () => {
    await open();
    await openBasket();
    scan(rice);
    await see('counter-line');
    window_.delayMs = 50;
    scan('6901234567892');
    press('F9');
    await refusedWith('item-unknown');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(window_.asked.some(({ act }) => act === 'counter.redeem')).toBe(false);
    expect(byId('counter-refused')).not.toBeNull();
  });
});

describe('taking back', () => {
  it('a redemption of today with F8: chosen, reason, confirmed', async () => {
    await open();
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F9');
    await see('counter-done');
    press('Escape');
    await see('counter-idle');
    const before = (await shop.call('counter.today', { search: '' }, { as: 'volunteer' })).filter(
      ({ reversed }) => reversed,
    ).length;
    press('F8');
    await see('counter-today');
    await see('today-row');
    await waitFor(() => expect(document.activeElement).toBe(byId('list-search')));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown', code: 'ArrowDown' });
    const list = document.querySelector<HTMLElement>('.data-table');
    expect(document.activeElement).toBe(list);
    fireEvent.keyDown(list ?? document.body, { key: 'ArrowDown', code: 'ArrowDown' });
    fireEvent.keyDown(list ?? document.body, { key: 'Enter', code: 'Enter' });
    const form = await see('reverse-form');
    fireEvent.keyDown(form, { key: 'Enter', code: 'Enter' });
    await waitFor(
      async () => {
        const rows = await shop.call('counter.today', { search: '' }, { as: 'volunteer' });
        expect(rows.filter(({ reversed }) => reversed)).toHaveLength(before + 1);
      },
      { timeout: 8000 },
    );
  });
});
