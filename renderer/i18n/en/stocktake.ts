// Words of the stocktake screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { stocktake as source } from '../zh-CN/stocktake.ts';

export const stocktake = {
  title: 'Stocktake',
} satisfies SameKeys<typeof source>;
