// Words of the cash book, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { cash as source } from '../zh-CN/cash.ts';

export const cash = {
  title: 'Cash book',
} satisfies SameKeys<typeof source>;
