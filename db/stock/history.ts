// Whether a movement may be booked on an earlier day: no later moment may turn negative (ruling 22). Reads only.
import type { Tx } from '../context.ts';
import { laterBalance } from '../domain/stock-history.ts';
import type { Reason } from '../contract/act.ts';
import { refuseAll } from '../failures.ts';
import { lotWords } from './lot-words.ts';
import type { LotMove } from './post.ts';

/** Refusal: `reversal-negative`, every failing lot with the first day on which it would be short and by how much. */
export const refuseNegativeLater = async (tx: Tx, day: string, out: readonly LotMove[]): Promise<void> => {
  const reasons: Reason[] = [];
  for (const { lotId, placeId, quantity } of out) {
    const postings = await tx
      .selectFrom('stock_posting')
      .select(['id', 'business_day as day', 'quantity'])
      .where('lot_id', '=', lotId)
      .where('place_id', '=', placeId)
      .orderBy('business_day')
      .orderBy('id')
      .execute();
    const { lowest, negativeOn } = laterBalance(postings, day, quantity);
    if (negativeOn === null) continue;
    const params = { ...(await lotWords(tx, lotId)), day: negativeOn, missing: 0 - lowest };
    reasons.push({ code: 'reversal-negative', params });
  }
  refuseAll(reasons);
};
