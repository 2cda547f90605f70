// Words of the store room screens: lots, transfers, stock card, places, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { stock as source } from '../zh-CN/stock.ts';

export const stock = {
  lots: { title: 'Lots' },
  transfers: { title: 'Transfers' },
  card: { title: 'Stock card' },
  places: { title: 'Places' },
} satisfies SameKeys<typeof source>;
