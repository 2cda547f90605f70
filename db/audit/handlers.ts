// What a supervisor sees of the audit log.
import type { Handlers } from '../context.ts';
import { auditCount, verifyChain } from './chain.ts';

export const auditHandlers: Handlers<'audit'> = {
  'audit.list': async ({ tx }, { offset, limit }) => ({
    total: await auditCount(tx),
    rows: await tx
      .selectFrom('audit')
      .select(['seq', 'at', 'business_day as businessDay', 'actor', 'role', 'act', 'object', 'result'])
      .orderBy('seq', 'desc')
      .offset(offset)
      .limit(limit)
      .execute(),
  }),
  'audit.verify': async ({ tx, secrets, progress }) => {
    const rows = await auditCount(tx);
    return verifyChain(tx, secrets.auditHash, (done) => progress(done, rows));
  },
};
