// Looking after the books: the audit chain and backups.
import { z } from 'zod';
import { command, query } from './act.ts';
import { day, instant, nothing, pageInput, pageOf } from './common.ts';

export const auditActs = {
  'audit.list': query({
    needs: 'audit.view',
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.object({
        seq: z.int(),
        at: instant,
        businessDay: day,
        actor: z.string(),
        role: z.string(),
        act: z.string(),
        object: z.string(),
        result: z.string(),
      }),
    ),
  }),
  /** Walks the whole chain; `head` is the short form that is printed on the monthly report. */
  'audit.verify': query({
    needs: 'audit.view',
    input: nothing,
    output: z.object({ ok: z.boolean(), rows: z.int(), head: z.string(), brokenAt: z.int().nullable() }),
  }),
} as const;

export const backupActs = {
  /** A copy made by the database itself, re-opened, checked and hashed before it counts. */
  'backup.make': command({
    needs: 'backup.make',
    copiesBooks: true,
    changes: ['backup', 'shop'],
    input: nothing,
    output: z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string(), at: instant }),
  }),
  'backup.list': query({
    needs: 'backup.make',
    input: nothing,
    output: z.array(z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string(), at: instant })),
  }),
} as const;
