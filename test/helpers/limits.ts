// A shop with rice and oil, families with vouchers of ¥900 in parts, and the few moves every test of the limits makes.
import type { Input, Output } from '../../db/contract/index.ts';
import { openReadOnly } from '../../db/open.ts';
import { family } from './households.ts';
import { openShop, password, type OpenShop } from './open-shop.ts';
import { seedBatch, seedGift, seedItem } from './seed.ts';

const manager = { as: 'manager' } as const;
export type Rule = Input<'limits.make'>;
export const bureau = { login: 'minzhengju', password };

export const openLimitShop = async () => {
  const shop: OpenShop = await openShop({ now: '2026-01-02T02:00:00.000Z' });
  const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 1_000 });
  const oil = await seedItem(shop, { code: 'YOU', name: '食用油', listPriceFen: 4_000, category: '油' });
  await seedGift(shop, { itemId: rice, quantity: 900, day: '2026-01-02' });
  await seedGift(shop, { itemId: oil, quantity: 900, day: '2026-01-02' });
  let batches = 0;
  return {
    shop,
    rice,
    oil,
    make: (changes: Partial<Rule> = {}) =>
      shop.call(
        'limits.make',
        {
          name: '每季限额',
          measure: 'fen',
          itemId: null,
          sort: null,
          subject: 'household',
          amounts: [[1, 15_000]],
          period: 'quarter',
          every: 1,
          carryOver: false,
          categories: [],
          fromDay: '2026-01-02',
          toDay: null,
          ...changes,
        },
        manager,
      ),
    household: async (size: number, vouchers = 1) => {
      const entered = await family(shop, size, { day: '2026-01-02' });
      for (let at = 0; at < vouchers; at += 1)
        await seedBatch(shop, {
          name: `批次${(batches += 1)}`,
          faceFen: 90_000,
          inParts: true,
          validFrom: '2026-01-01',
          validTo: '2026-12-31',
        });
      const file = openReadOnly(shop.file, shop.key);
      const own = file
        .prepare('SELECT id FROM voucher WHERE household_id = ? ORDER BY id')
        .pluck()
        .all(entered.householdId) as number[];
      file.close();
      return { ...entered, voucher: own[0] ?? 0, vouchers: own };
    },
    redeem: (
      voucherId: number,
      lines: readonly (readonly [number, number])[],
      more: Partial<Input<'counter.redeem'>> = {},
    ): Promise<Output<'counter.redeem'>> =>
      shop.call(
        'counter.redeem',
        {
          voucherIds: [voucherId],
          entry: 'scanned',
          lines: lines.map(([itemId, quantity]) => ({ itemId, quantity })),
          ...more,
        },
        { as: 'volunteer' },
      ),
    leftOf: async (householdNumber: string) =>
      (await shop.call('limits.left', { householdNumber }, { as: 'volunteer' })).limits,
  };
};
export type LimitShop = Awaited<ReturnType<typeof openLimitShop>>;
