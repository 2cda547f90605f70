// Words of the home screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { home as source } from '../zh-CN/home.ts';

export const home = {
  title: 'Home',
} satisfies SameKeys<typeof source>;
