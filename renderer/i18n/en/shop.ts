// Words of the shop screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { shop as source } from '../zh-CN/shop.ts';

export const shop = {
  title: 'Shop',
} satisfies SameKeys<typeof source>;
