// The life of a voucher after its issue: every act, each where it is explained.
import type { Handlers } from '../context.ts';
import type { voucherLifeActs } from '../contract/voucher-life.ts';
import { disputePack } from './dispute.ts';
import { handOver, handOverBatch, handovers, takeBackHandOver } from './handover.ts';
import { findVoucher, readVoucher } from './one-voucher.ts';
import { openByCommunity, outstanding, printOutstanding } from './outstanding.ts';
import { printReplacement } from './print-replacement.ts';
import { replaceOfKey, replaceVoucher } from './replace.ts';
import { openOfBatch, voidOpen } from './void.ts';

export const voucherLifeHandlers: Pick<Handlers<'vouchers'>, keyof typeof voucherLifeActs> = {
  'vouchers.handOverBatch': handOverBatch,
  'vouchers.handOver': handOver,
  'vouchers.takeBackHandOver': takeBackHandOver,
  'vouchers.handovers': handovers,
  'vouchers.replace': replaceVoucher,
  'vouchers.replaceOfKey': replaceOfKey,
  'vouchers.printReplacement': printReplacement,
  'vouchers.outstanding': outstanding,
  'vouchers.openByCommunity': openByCommunity,
  'vouchers.printOutstanding': printOutstanding,
  'vouchers.openOfBatch': openOfBatch,
  'vouchers.voidOpen': voidOpen,
  'vouchers.find': findVoucher,
  'vouchers.read': readVoucher,
  'vouchers.disputePack': disputePack,
};
