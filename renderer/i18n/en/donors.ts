// Words of the screens of donors, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { donors as source } from '../zh-CN/donors.ts';

export const donors = {
  title: 'Donors',
} satisfies SameKeys<typeof source>;
