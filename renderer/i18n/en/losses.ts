// Words of the screens of losses, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { losses as source } from '../zh-CN/losses.ts';

export const losses = {
  title: 'Losses',
} satisfies SameKeys<typeof source>;
