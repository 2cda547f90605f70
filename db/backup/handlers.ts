// Backups as the screens see them; the copy itself was made just before the transaction (see copy.ts).
import { chainHead } from '../audit/chain.ts';
import type { Handlers } from '../context.ts';

export const backupHandlers: Handlers<'backup'> = {
  'backup.make': async ({ tx, now, copy, note }) => {
    if (!copy) throw new Error('no copy was made');
    const head = await chainHead(tx);
    await tx
      .insertInto('backup')
      .values({
        file_name: copy.fileName,
        bytes: copy.bytes,
        sha256: copy.sha256,
        audit_seq: Number(head.split('-')[0]),
        audit_head: head,
        at: now,
      })
      .execute();
    note(`backup:${copy.fileName}`, { bytes: copy.bytes });
    return { ...copy, at: now };
  },
  'backup.list': ({ tx }) =>
    tx
      .selectFrom('backup')
      .select(['file_name as fileName', 'bytes', 'sha256', 'at'])
      .orderBy('id', 'desc')
      .execute(),
};
