// Words of the staff screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { staff as source } from '../zh-CN/staff.ts';

export const staff = {
  title: 'Staff',
} satisfies SameKeys<typeof source>;
