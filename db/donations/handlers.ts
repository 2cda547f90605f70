// Acts on gifts: recorded, imported, listed, their receipts printed.
import type { Handlers } from '../context.ts';
import { giftQueries } from './gifts.ts';
import { giftImport } from './import.ts';
import { receiptOf } from './receipt.ts';
import { recordGift } from './record.ts';

export const donationHandlers: Handlers<'donations'> = {
  ...giftImport,
  ...giftQueries,
  'donations.record': recordGift,
  'donations.printReceipt': (context, { donationId }) => receiptOf(context, donationId),
};
