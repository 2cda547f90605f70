// Words of the backup screens, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { backup as source } from '../zh-CN/backup.ts';

export const backup = {
  title: 'Backups',
} satisfies SameKeys<typeof source>;
