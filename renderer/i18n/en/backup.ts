// Words of the backups, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { backup as source } from '../zh-CN/backup.ts';

export const backup = {
  title: 'Backups',
  make: 'Back up now',
  working: 'Backing up and checking…',
  done: 'Backup made, opened again and checked',
  why: 'Every backup is opened again and checked; it is encrypted too and opens with the same recovery code.',
  fileName: 'File',
  at: 'Time',
  size: 'Size',
  check: 'Checksum',
  sizeMb: '{{mb}} MB',
} satisfies SameKeys<typeof source>;
