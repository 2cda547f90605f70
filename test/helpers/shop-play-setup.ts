// The shop in which the random months are played: three families and a home, goods with and without a price and one that is short-dated,
// a package, volunteers, and a batch of every kind.
import type { OpenShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher, type Spec } from './seed.ts';
import type { Undo } from './store-room-acts.ts';
import { changeSettings } from './settings.ts';

const categories = ['urban-minimum-living', 'destitute-institution'];
export const batchKinds: readonly ((packageId: number) => Partial<Spec>)[] = [
  () => ({ categories, inParts: true }),
  () => ({ categories, basis: 'person', faceFen: 1_500 }),
  () => ({ categories, kind: 'points', faceFen: 0, facePoints: 20, inParts: true }),
  (packageId) => ({ categories, kind: 'package', faceFen: 0, packageId }),
];

export interface Play {
  readonly shop: OpenShop;
  readonly households: readonly number[];
  readonly home: number;
  readonly items: readonly number[];
  /** Always given with a few days left. */
  readonly milk: number;
  readonly packageId: number;
  readonly volunteers: readonly number[];
  /** What the play has come to so far. */
  readonly batches: number[];
  readonly vouchers: ListedVoucher[];
  readonly redemptions: number[];
  readonly pickups: number[];
  readonly undos: Undo[];
  /** Business day, so many days ahead. */
  readonly day: (ahead?: number) => string;
  /** Days and a minute: no two acts of a shop are of the same moment. */
  readonly later: (days: number) => void;
  readonly pick: <T>(from: readonly T[], at: number) => T | undefined;
}

const start = Date.parse('2026-05-04T02:12:00.000Z');
const manager = { as: 'manager' } as const;

export const setUpPlay = async (shop: OpenShop): Promise<Play> => {
  const ids = await seedHouseholds(shop, [
    { number: '1', members: 2 },
    { number: '2' },
    { number: '3' },
    ...['4', '5'].map((number) => ({ number, category: '特困人员（集中供养）' })),
  ]);
  const households = [...ids.values()];
  const goods = await shelf(shop);
  await changeSettings(shop, { topUpAllowed: true, shortDatedFree: true });
  await shop.call(
    'cash.fund',
    { day: '2026-05-04', kind: 'opening', source: 'lottery', amountFen: 50_000, reference: '期初' },
    manager,
  );
  const { packageId } = await shop.call(
    'packages.make',
    {
      name: '套餐',
      note: '',
      lines: [
        { itemId: goods.items[1] ?? 0, quantity: 1 },
        { itemId: goods.items[2] ?? 0, quantity: 2 },
      ],
    },
    manager,
  );
  const batches: number[] = [];
  const vouchers: ListedVoucher[] = [];
  const begin = async (spec: Partial<Spec>): Promise<void> => {
    const { batchId, vouchers: issued } = await seedBatch(shop, spec);
    batches.push(batchId);
    vouchers.push(...issued);
  };
  await begin({ categories, validTo: '2026-06-02' });
  for (const [at, kind] of batchKinds.entries())
    await begin({ name: `起始${at}`, validTo: '2026-07-10', ...kind(packageId) });
  // Late in the month, so that many a play sees it end and close.
  let today = 21;
  let minutes = 0;
  return {
    shop,
    households,
    ...goods,
    packageId,
    ...{ batches, vouchers, redemptions: [], pickups: [], undos: [] },
    home: await openHome(shop, [ids.get('4') ?? 0, ids.get('5') ?? 0]),
    volunteers: await volunteersOf(shop),
    day: (ahead = 0) => new Date(start + (today + ahead) * 86_400_000).toISOString().slice(0, 10),
    later: (days) => {
      today += days;
      minutes += 1;
      shop.setNow(new Date(start + today * 86_400_000 + minutes * 60_000).toISOString());
    },
    pick: (from, at) => from[at % Math.max(1, from.length)],
  };
};

/** Goods to begin with: on an empty shelf most of a play would be refusals. */
const shelf = async (shop: OpenShop): Promise<Pick<Play, 'items' | 'milk'>> => {
  const items: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    const itemId = await seedItem(shop, {
      code: `G${at}`,
      name: `物品${at}`,
      listPriceFen: at === 0 ? null : at * 777,
      pointsPrice: 3,
    });
    await seedGift(shop, { itemId, quantity: 40 });
    items.push(itemId);
  }
  const milk = await seedItem(shop, {
    ...{ code: 'NAI', name: '牛奶', listPriceFen: 500, pointsPrice: 2, keepsDate: true },
  });
  await shop.call(
    'goods.changeRule',
    {
      ...{ category: '食品', alarmDays: null, minPercent: 60, minDays: null },
      ...{ shortLifeDays: null, shortMinDays: null },
    },
    manager,
  );
  return { items, milk };
};

const openHome = async (shop: OpenShop, householdIds: number[]): Promise<number> => {
  const { institutionId } = await shop.call(
    'proxies.addInstitution',
    { name: '城中区敬老院', address: '学院路 1 号' },
    manager,
  );
  await shop.call('proxies.setResidents', { institutionId, householdIds, reason: '入住' }, manager);
  return institutionId;
};

const volunteersOf = async (shop: OpenShop): Promise<readonly number[]> => {
  const volunteers: number[] = [];
  for (const name of ['覃小兰', '韦小梅'])
    volunteers.push((await shop.call('points.addVolunteer', { name, phone: '' }, manager)).volunteerId);
  return volunteers;
};
