// Words of the counter screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { counter as source } from '../zh-CN/counter.ts';

export const counter = {
  title: 'Counter',
} satisfies SameKeys<typeof source>;
