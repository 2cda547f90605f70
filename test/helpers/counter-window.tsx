// A counter screen on a real shop with goods, households and vouchers, for the tests of its screens. Registers its own hooks.
import './node-realm.ts';
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import CounterPlace from '../../renderer/counter/index.tsx';
import { errors } from '../../renderer/i18n/zh-CN/errors.ts';
import { openShop, type OpenShop } from './open-shop.ts';
import { qrOf, seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from './seed.ts';
import { byId, openWindow, scan, see, show, type ShopWindow } from './shop-window.tsx';

export const rice = '6900001000006';
export const oil = '6900001000372';

export const enter = (field: HTMLElement): boolean =>
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
export const type = (field: HTMLElement, value: string): boolean =>
  fireEvent.change(field, { target: { value } });
/** From a field back to where scans are heard. */
export const home = (): void => byId('counter-surface')?.focus();

export const counterWindow = () => {
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
  const open = async (as: 'volunteer' | 'manager' = 'volunteer'): Promise<void> => {
    window_ = openWindow(shop, as);
    await show(shop, as, <CounterPlace />);
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
    await seedGift(shop, { itemId: old, quantity: 5, expiryDay: '2026-05-03', day: '2026-05-01' });
  });
  afterAll(() => shop.close());
  afterEach(cleanup);

  return {
    get shop() {
      return shop;
    },
    get window() {
      return window_;
    },
    fresh,
    qr,
    redemptions,
    headline,
    open,
    openBasket,
    refusedWith,
  };
};
