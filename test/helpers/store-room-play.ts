// Random days in the store room, played through acts: gifts, purchases, redemptions, transfers, losses, stocktakes, and every one of
// them taken back. What the books refuse is part of the play.
import fc from 'fast-check';
import type { Input } from '../../db/contract/index.ts';
import { ActFailed, type OpenShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from './seed.ts';
import { rowsOf } from './sheet.ts';

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
interface Standing {
  readonly lot: number;
  readonly place: number;
  readonly left: number;
}
type Undo = () => Promise<unknown>;

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
  const standing = (): readonly Standing[] =>
    rowsOf(
      shop,
      'SELECT lot_id AS lot, place_id AS place, on_hand - reserved AS left FROM lot_stock WHERE on_hand > reserved ORDER BY 1, 2',
    ) as unknown as readonly Standing[];
  const as = 'manager' as const;
  return {
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
    purchase: async ({ a, b, quantity }) => {
      const { purchaseId } = await shop.call(
        'purchases.record',
        bought(pick(items, a) ?? 0, quantity, day(b % 7), 50 + b),
        { as },
      );
      undos.push(() => shop.call('purchases.reverse', { purchaseId, reason: '退货' }, { as }));
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
    transfer: async ({ a, quantity }) => {
      const from = pick(standing(), a);
      const { transferId } = await shop.call(
        'stock.transfer',
        {
          fromPlaceId: from?.place ?? 1,
          toPlaceId: 3 - (from?.place ?? 1),
          lines: [{ lotId: from?.lot ?? 1, quantity: Math.min(quantity, from?.left ?? 1) }],
        },
        { as },
      );
      undos.push(() => shop.call('stock.reverseTransfer', { transferId, reason: '搬错' }, { as }));
    },
    scrap: async ({ a, b, quantity }) => {
      const from = pick(standing(), a);
      const { lossId } = await shop.call(
        'losses.propose',
        {
          kind: 'scrap',
          reason: 'damaged',
          method: '销毁',
          witness: '韦见证',
          proceeds: null,
          lines: [
            {
              lotId: from?.lot ?? 1,
              placeId: from?.place ?? 1,
              quantity: Math.min(quantity, from?.left ?? 1),
            },
          ],
        },
        { as },
      );
      // Some stay open for the rest of the play: their goods are reserved.
      if (b % 3 === 0) undos.push(() => shop.call('losses.withdraw', { lossId, reason: '不报了' }, { as }));
      else await shop.call('losses.approve', { lossId }, { as: 'bureau' });
      if (b % 3 !== 0)
        undos.push(() => shop.call('losses.reverse', { lossId, reason: '报错' }, { as: 'bureau' }));
    },
    count: async ({ a, b, quantity }) => {
      const { stocktakeId } = await shop.call(
        'stocktake.open',
        { placeId: 1 + (b % 2), categories: null, blind: b % 5 === 0, twice: false },
        { as },
      );
      const { rows } = await shop.call('stocktake.read', { stocktakeId }, { as: 'volunteer' });
      for (const [at, { lineId }] of rows.entries())
        await shop.call(
          'stocktake.enter',
          { lineId, round: 1, counted: (quantity * (at + a)) % 11 },
          { as: 'volunteer' },
        );
      await shop.call('stocktake.finish', { stocktakeId }, { as: 'volunteer' });
      // Whatever is refused here must not keep the next stocktake from being opened.
      await shop.call('stocktake.post', { stocktakeId }, { as }).catch(async (error: unknown) => {
        await shop.call('stocktake.cancel', { stocktakeId, reason: '重盘' }, { as });
        throw error;
      });
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

const bought = (
  itemId: number,
  quantity: number,
  day: string,
  costFen: number,
): Input<'purchases.record'> => ({
  day,
  supplier: '柳州市某粮油商行',
  source: 'lottery',
  placeId: 1,
  inspectors: ['韦验收', '覃验收'],
  lines: [{ itemId, quantity, costFen, productionDay: null, expiryDay: null }],
});
