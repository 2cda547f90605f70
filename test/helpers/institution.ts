// A home of 23 residents with a voucher of ¥100 each and rice on the shelf, and the moves every test of an institution makes.
import type { Input } from '../../db/contract/index.ts';
import { openReadOnly } from '../../db/open.ts';
import { openShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from './seed.ts';

export const residents = 23;
export const manager = { as: 'manager' } as const;
export const volunteer = { as: 'volunteer' } as const;

export const openHome = async () => {
  const shop = await openShop();
  const ids = await seedHouseholds(
    shop,
    Array.from({ length: residents + 2 }, (_, at) => ({
      number: String(at + 1),
      category: at < residents ? '特困人员（集中供养）' : '城市低保',
      members: at < residents ? 1 : 3,
    })),
  );
  const rice = await seedItem(shop, { code: 'MI10', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 30, expiryDay: '2026-09-01' });
  await seedGift(shop, { itemId: rice, quantity: 100, expiryDay: '2026-08-01' });
  const { institutionId: home } = await shop.call(
    'proxies.addInstitution',
    { name: '城中区敬老院', address: '学院路 1 号' },
    manager,
  );
  const setResidents = (householdIds: readonly number[]) =>
    shop.call(
      'proxies.setResidents',
      { institutionId: home, householdIds: [...householdIds], reason: '入住' },
      manager,
    );
  await setResidents(Array.from({ length: residents }, (_, at) => ids.get(String(at + 1)) ?? 0));
  const { vouchers } = await seedBatch(shop, { categories: ['destitute-institution'] });
  const look = (sql: string, ...values: unknown[]): unknown[] => {
    const file = openReadOnly(shop.file, shop.key);
    try {
      return file.prepare(sql).all(...values);
    } finally {
      file.close();
    }
  };
  return {
    shop,
    ids,
    rice,
    home,
    vouchers,
    setResidents,
    /** Rows of the file, for looking only. */
    look,
    collect: (
      changes: Partial<Input<'counter.collectForInstitution'>> = {},
      { as = 'volunteer', commandId }: { as?: 'volunteer' | 'manager'; commandId?: string } = {},
    ) =>
      shop.call(
        'counter.collectForInstitution',
        {
          institutionId: home,
          lines: [{ itemId: rice, quantity: 2 }],
          vouchers: vouchers.map(({ id }) => ({ voucherId: id })),
          collectedBy: '黄院长',
          documentTail: '061X',
          ...changes,
        },
        { as, ...(commandId ? { commandId } : {}) },
      ),
    householdOf: (voucherId: number): number =>
      (look('SELECT household_id AS id FROM voucher WHERE id = ?', voucherId)[0] as { id: number }).id,
    report: (month = '2026-05') => shop.call('reports.distribution', { month }, manager),
    onHand: async (): Promise<number> => (await shop.call('goods.read', { itemId: rice }, manager)).onHand,
  };
};
export type Home = Awaited<ReturnType<typeof openHome>>;
