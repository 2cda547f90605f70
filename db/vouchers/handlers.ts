// Goods vouchers: all their acts, each where it is explained.
import type { Handlers } from '../context.ts';
import { batchHandlers } from './batches.ts';
import { voucherLifeHandlers } from './life-handlers.ts';
import { listVouchers } from './lists.ts';
import { signOffList, voucherSheet } from './print.ts';
import { voidVoucher } from './void.ts';

export const voucherHandlers: Handlers<'vouchers'> = {
  ...batchHandlers,
  ...voucherLifeHandlers,
  'vouchers.list': listVouchers,
  'vouchers.void': voidVoucher,
  'vouchers.printSheet': voucherSheet,
  'vouchers.signOffList': (context, { batchId, format }) => signOffList(context, batchId, format),
};
