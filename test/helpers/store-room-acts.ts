// What happens beside the till in random days: purchases, transfers, goods scrapped or sold, counts. Shared by the plays of the store room
// and of the whole shop; what can be taken back is added to `undos`.
import type { Input } from '../../db/contract/index.ts';
import type { OpenShop } from './open-shop.ts';
import { rowsOf } from './sheet.ts';

export type Undo = () => Promise<unknown>;
export interface StoreRoom {
  readonly shop: OpenShop;
  readonly items: readonly number[];
  readonly undos: Undo[];
  /** Business day, so many days back. */
  readonly day: (back: number) => string;
  readonly pick: <T>(from: readonly T[], at: number) => T | undefined;
}
interface Choice {
  readonly a: number;
  readonly b: number;
  readonly quantity: number;
}
interface Standing {
  readonly lot: number;
  readonly place: number;
  readonly left: number;
}

export const storeRoomActs = ({ shop, items, undos, day, pick }: StoreRoom) => {
  const standing = (): readonly Standing[] =>
    rowsOf(
      shop,
      'SELECT lot_id AS lot, place_id AS place, on_hand - reserved AS left FROM lot_stock WHERE on_hand > reserved ORDER BY 1, 2',
    ) as unknown as readonly Standing[];
  const as = 'manager' as const;
  return {
    purchase: async ({ a, b, quantity }: Choice) => {
      const { purchaseId } = await shop.call(
        'purchases.record',
        bought(pick(items, a) ?? 0, quantity, day(b % 7), 50 + b),
        { as },
      );
      undos.push(() => shop.call('purchases.reverse', { purchaseId, reason: '退货' }, { as }));
    },
    transfer: async ({ a, quantity }: Choice) => {
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
    scrap: async ({ a, b, quantity }: Choice) => {
      const from = pick(standing(), a);
      const { lossId } = await shop.call(
        'losses.propose',
        {
          ...(b % 4 === 0 ? sale : scrap),
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
    count: async ({ a, b, quantity }: Choice) => {
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
  };
};

const scrap = {
  kind: 'scrap',
  reason: 'damaged',
  method: '销毁',
  witness: '韦见证',
  proceeds: null,
} as const;
const sale = {
  kind: 'sale',
  reason: 'unusable',
  method: '义卖',
  witness: '韦见证',
  proceeds: { fen: 700, way: 'cash', buyer: '', purpose: '购买米油' },
} as const;

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
