// A lost voucher and what took its place. Reads only.
import type { Tx } from '../context.ts';

/** The paper that counts now: the last of those that took the place of a lost one. */
export const standingVoucher = async (tx: Tx, voucherId: number) => {
  let id = voucherId;
  for (;;) {
    const next = await tx.selectFrom('voucher').select('id').where('replaces', '=', id).executeTakeFirst();
    if (!next) break;
    id = next.id;
  }
  return tx.selectFrom('voucher').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
};
