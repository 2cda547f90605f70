// Words of the audit screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { audit as source } from '../zh-CN/audit.ts';

export const audit = {
  title: 'Audit log',
} satisfies SameKeys<typeof source>;
