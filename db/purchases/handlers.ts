// Acts on purchases: recorded, listed, printed, taken back.
import type { Handlers } from '../context.ts';
import { exportPurchases, printPurchase } from './papers.ts';
import { purchaseQueries } from './purchases.ts';
import { recordPurchase } from './record.ts';
import { reversePurchase } from './reverse.ts';

export const purchaseHandlers: Handlers<'purchases'> = {
  ...purchaseQueries,
  'purchases.record': recordPurchase,
  'purchases.reverse': reversePurchase,
  'purchases.print': (context, { purchaseId }) => printPurchase(context, purchaseId),
  'purchases.export': exportPurchases,
};
