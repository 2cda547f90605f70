// Words of the screens of purchases, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { purchases as source } from '../zh-CN/purchases.ts';

export const purchases = {
  title: 'Purchases',
} satisfies SameKeys<typeof source>;
