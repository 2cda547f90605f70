// A till for tests: a shop with forty vouchers of ¥100 and rice on the shelf, and the few moves every counter test makes.
import { openReadOnly } from '../../db/open.ts';
import { openShop, type OpenShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from './seed.ts';

type Server = 'volunteer' | 'manager';
export interface Line {
  readonly itemId: number;
  readonly quantity: number;
}

export const openTill = async () => {
  const shop: OpenShop = await openShop();
  await seedHouseholds(
    shop,
    Array.from({ length: 60 }, (_, at) => ({ number: String(at + 1), members: 1 + (at % 3) })),
  );
  const { vouchers } = await seedBatch(shop);
  const rice = await seedItem(shop, {
    code: 'MI10',
    name: '大米',
    listPriceFen: 4_500,
    barcodes: ['6901234567892'],
  });
  await seedGift(shop, { itemId: rice, quantity: 1_000, valueFen: 4_000_000 });
  let next = 0;
  return {
    shop,
    rice,
    /** A voucher no test has used yet. */
    fresh: (): ListedVoucher => {
      const voucher = vouchers[next];
      if (!voucher) throw new Error('more vouchers needed');
      next += 1;
      return voucher;
    },
    scan: (code: string, as: Server = 'volunteer') =>
      shop.call('counter.scan', { code, entry: 'scanned' }, { as }),
    redeem: (voucherId: number, lines: Line[], as: Server = 'volunteer', commandId?: string) =>
      shop.call(
        'counter.redeem',
        { voucherIds: [voucherId], entry: 'scanned', lines },
        { as, ...(commandId ? { commandId } : {}) },
      ),
    onHand: async (itemId: number): Promise<number> =>
      (await shop.call('goods.read', { itemId }, { as: 'manager' })).onHand,
    /** Rows of the file, for looking only. */
    look: (sql: string, ...values: unknown[]): unknown[] => {
      const file = openReadOnly(shop.file, shop.key);
      try {
        return file.prepare(sql).all(...values);
      } finally {
        file.close();
      }
    },
  };
};
export type Till = Awaited<ReturnType<typeof openTill>>;
