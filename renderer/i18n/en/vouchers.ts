// Words of the vouchers screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { vouchers as source } from '../zh-CN/vouchers.ts';

export const vouchers = {
  title: 'Vouchers',
} satisfies SameKeys<typeof source>;
