// Fills the money books and buys goods for tests, through acts.
import type { Input, Output } from '../../db/contract/index.ts';
import type { OpenShop } from './open-shop.ts';

/** A grant of 福彩公益金 of ¥1,000.00 on 1 May unless said otherwise. */
export const seedFunding = (
  shop: OpenShop,
  changes: Partial<Input<'cash.fund'>> = {},
): Promise<Output<'cash.fund'>> =>
  shop.call(
    'cash.fund',
    {
      day: '2026-05-01',
      kind: 'grant',
      source: 'lottery',
      amountFen: 100_000,
      reference: '柳民发〔2026〕3号',
      ...changes,
    },
    { as: 'manager' },
  );

type Form = Input<'purchases.record'>;
export type PurchaseLine = Form['lines'][number];
/** 100 pieces for ¥4,300.00 unless said otherwise. */
export const purchaseLine = (itemId: number, changes: Partial<PurchaseLine> = {}): PurchaseLine => ({
  itemId,
  quantity: 100,
  costFen: 430_000,
  productionDay: null,
  expiryDay: null,
  ...changes,
});
/** Bought today with 福彩公益金, put into the store room. */
export const purchaseForm = (
  lines: readonly PurchaseLine[],
  changes: Partial<Omit<Form, 'lines'>> = {},
): Form => ({
  day: '2026-05-04',
  supplier: '柳州市某某粮油批发部',
  invoiceNumber: '26112000',
  source: 'lottery',
  placeId: 2,
  inspectors: ['韦验收', '覃验收'],
  ...changes,
  lines: [...lines],
});
export const seedPurchase = (
  shop: OpenShop,
  lines: readonly PurchaseLine[],
  changes: Partial<Omit<Form, 'lines'>> = {},
): Promise<Output<'purchases.record'>> =>
  shop.call('purchases.record', purchaseForm(lines, changes), { as: 'manager' });
