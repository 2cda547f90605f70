// Random days in the store room, played through acts: gifts, purchases, redemptions, transfers, losses, stocktakes, and every one of
// them taken back. What the books refuse is part of the play.
import fc from 'fast-check';
import { ActFailed, type OpenShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from './seed.ts';
import { storeRoomActs, type Undo } from './store-room-acts.ts';

const kinds = [
  'gift',
  'purchase',
  'redeem',
  'transfer',
  'scrap',
  'count',
  'reverse',
  'days',
  'close',
] as const;
export interface Step {
  readonly act: (typeof kinds)[number];
  /** Choices among whatever there is; each act reads them in its own way. */
  readonly a: number;
  readonly b: number;
  readonly quantity: number;
}
const of = (act: Step['act']): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant(act),
    a: fc.nat(999),
    b: fc.nat(999),
    quantity: fc.integer({ min: 1, max: 9 }),
  });
const weights: Readonly<Record<Step['act'], number>> = {
  gift: 4,
  purchase: 3,
  redeem: 5,
  transfer: 4,
  scrap: 3,
  count: 3,
  reverse: 6,
  days: 3,
  close: 2,
};
export const steps = fc.array(
  fc.oneof(...kinds.map((act) => ({ weight: weights[act], arbitrary: of(act) }))),
  {
    minLength: 10,
    maxLength: 45,
  },
);

const start = Date.parse('2026-05-04T02:12:00.000Z');
const itemCount = 2;
/** One play. Answers how many acts of each kind were carried out. */
export const playStoreRoom = async (
  shop: OpenShop,
  all: readonly Step[],
): Promise<ReadonlyMap<Step['act'], number>> => {
  const play = await opened(shop);
  const done = new Map<Step['act'], number>();
  for (const step of all) {
    try {
      await play[step.act](step);
      done.set(step.act, (done.get(step.act) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof ActFailed) || error.error.kind !== 'refusal') throw error;
    }
  }
  return done;
};

const opened = async (shop: OpenShop): Promise<Record<Step['act'], (step: Step) => Promise<unknown>>> => {
  await seedHouseholds(shop, [
    { number: '1', members: 2 },
    { number: '2' },
    { number: '3' },
    { number: '4' },
  ]);
  const vouchers: ListedVoucher[] = [];
  for (let at = 0; at < 3; at += 1)
    vouchers.push(...(await seedBatch(shop, { name: `批${at}`, validTo: '2026-12-31' })).vouchers);
  const items: number[] = [];
  for (let at = 0; at < itemCount; at += 1)
    items.push(await seedItem(shop, { code: `G${at}`, name: `物品${at}`, listPriceFen: at * 333 || null }));
  await shop.call(
    'cash.fund',
    { day: '2026-05-04', kind: 'opening', source: 'lottery', amountFen: 50_000, reference: '期初' },
    { as: 'manager' },
  );
  const undos: Undo[] = [];
  let today = 0;
  let nextVoucher = 0;
  const day = (back: number): string =>
    new Date(start + Math.max(0, today - back) * 86_400_000).toISOString().slice(0, 10);
  const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
  const as = 'manager' as const;
  return {
    ...storeRoomActs({ shop, items, undos, day, pick }),
    gift: async ({ a, b, quantity }) => {
      const donationId = await seedGift(shop, {
        itemId: pick(items, a) ?? 0,
        quantity,
        valueFen: b % 3 === 0 ? null : 100 + b,
        expiryDay: b % 4 === 0 ? day(-1 - (b % 20)) : null,
        day: day(a % 7),
        placeId: 1 + (b % 2),
      });
      undos.push(() => shop.call('donations.end', { donationId, reason: '写错' }, { as }));
    },
    redeem: async ({ a, quantity }) => {
      const voucher = vouchers[nextVoucher % vouchers.length];
      const { redemptionId } = await shop.call(
        'counter.redeem',
        {
          voucherIds: [voucher?.id ?? 0],
          entry: 'scanned',
          lines: [{ itemId: pick(items, a) ?? 0, quantity }],
        },
        { as: 'volunteer' },
      );
      nextVoucher += 1;
      undos.push(() => shop.call('counter.reverse', { redemptionId, reason: '拿错' }, { as }));
    },
    reverse: async ({ a }) => {
      const at = a % Math.max(1, undos.length);
      await undos[at]?.();
      undos.splice(at, 1);
    },
    days: ({ quantity }) => {
      today += 2 * quantity;
      shop.setNow(new Date(start + today * 86_400_000).toISOString());
      return Promise.resolve();
    },
    close: () =>
      shop.call('reports.closeMonth', { month: day(0) < '2026-07-01' ? '2026-05' : '2026-06' }, { as }),
  };
};
