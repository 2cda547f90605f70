// A stocktake as its people do it: opened by the manager, counted by a volunteer, posted by somebody else.
import type { Input, Output } from '../../db/contract/index.ts';
import type { Role } from '../../db/contract/permissions.ts';
import type { OpenShop } from './open-shop.ts';

export type StocktakeLine = Output<'stocktake.read'>['rows'][number];

export const stocktakes = (shop: OpenShop) => {
  const read = (stocktakeId: number, as: Role = 'manager', more: Partial<Input<'stocktake.read'>> = {}) =>
    shop.call('stocktake.read', { stocktakeId, ...more }, { as });
  const linesOf = async (stocktakeId: number): Promise<readonly StocktakeLine[]> =>
    (await read(stocktakeId)).rows;
  const enter = (lineId: number, counted: number, as: Role = 'volunteer', round = 1, reason = '') =>
    shop.call('stocktake.enter', { lineId, round, counted, reason }, { as });
  return {
    read,
    linesOf,
    enter,
    open: async (changes: Partial<Input<'stocktake.open'>> = {}): Promise<number> => {
      const form = { placeId: 1, categories: null, blind: false, twice: false, ...changes };
      return (await shop.call('stocktake.open', form, { as: 'manager' })).stocktakeId;
    },
    /** Every line counted in the order of the list; what is left out is counted as the books have it. */
    countAll: async (
      stocktakeId: number,
      figures: readonly number[] = [],
      as: Role = 'volunteer',
      round = 1,
    ): Promise<void> => {
      for (const [at, { lineId, expected }] of (await linesOf(stocktakeId)).entries())
        await enter(lineId, figures[at] ?? expected ?? 0, as, round);
    },
    addFound: (stocktakeId: number, itemId: number, counted: number, expiryDay: string | null = null) =>
      shop.call('stocktake.addFound', { stocktakeId, itemId, expiryDay, counted }, { as: 'volunteer' }),
    finish: (stocktakeId: number, leaveUncounted = false, as: Role = 'volunteer') =>
      shop.call('stocktake.finish', { stocktakeId, leaveUncounted }, { as }),
    post: (stocktakeId: number, as: Role = 'manager') => shop.call('stocktake.post', { stocktakeId }, { as }),
    reopen: (stocktakeId: number, as: Role = 'manager') =>
      shop.call('stocktake.reopen', { stocktakeId, reason: '有一排没点到' }, { as }),
    cancel: (stocktakeId: number, as: Role = 'manager') =>
      shop.call('stocktake.cancel', { stocktakeId, reason: '改日再盘' }, { as }),
    /** Somebody proposes to scrap goods of the lot on the shop floor: they are spoken for. */
    proposeScrap: (lotId: number, quantity: number) =>
      shop.call(
        'losses.propose',
        {
          kind: 'scrap',
          reason: 'spoiled',
          reasonNote: '',
          method: '销毁',
          witness: '覃某',
          proceeds: null,
          lines: [{ lotId, placeId: 1, quantity }],
        },
        { as: 'manager' },
      ),
    print: (
      stocktakeId: number,
      paper: Input<'stocktake.print'>['paper'],
      as: Role = 'manager',
      format: 'pdf' | 'xlsx' = 'pdf',
    ) => shop.call('stocktake.print', { stocktakeId, paper, format }, { as }),
  };
};
