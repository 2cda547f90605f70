// Acts on gifts: recorded, imported, listed, ended; their receipts printed and their numbers accounted for.
import type { Handlers } from '../context.ts';
import { changeUse, recordOfficial } from './change-use.ts';
import { endGift } from './end-gift.ts';
import { listGifts } from './gifts.ts';
import { giftImport } from './import.ts';
import { photoHandlers } from './photos.ts';
import { exportGifts, printList } from './print-list.ts';
import { readGift } from './read-gift.ts';
import { receiptOf, redEntryOf } from './receipt.ts';
import { recordGift } from './record.ts';
import { printRegister, register } from './register.ts';

export const donationHandlers: Handlers<'donations'> = {
  ...giftImport,
  ...photoHandlers,
  'donations.record': recordGift,
  'donations.end': endGift,
  'donations.changeUse': changeUse,
  'donations.recordOfficial': recordOfficial,
  'donations.list': ({ tx }, filter) => listGifts(tx, filter),
  'donations.read': ({ tx }, { donationId }) => readGift(tx, donationId),
  'donations.register': register,
  'donations.printRegister': printRegister,
  'donations.printList': printList,
  'donations.export': exportGifts,
  'donations.printReceipt': receiptOf,
  'donations.printRedEntry': (context, { donationId }) => redEntryOf(context, donationId),
};
