// The internal 捐赠接收凭证 as a model for the printer; the first print is the original, later ones carry 补打第n次.
import type { Context } from '../context.ts';
import type { DonationReceiptLine, DonationReceiptModel, RenderRequest } from '../contract/documents.ts';
import { countPrint } from '../prints.ts';
import { paperShop, readShop } from '../shop/shop.ts';
import { giftOf, linesOf, RECEIPT } from './gifts.ts';

type Line = Awaited<ReturnType<typeof linesOf>>[number];

const said = (text: string): string | null => (text === '' ? null : text);

/** A price that multiplied by the quantity gives the amount to the fen, or none: a rounded one would contradict the sum. */
const unitPrice = ({ value_fen, quantity, unit_scale }: Line): number | null => {
  if (value_fen === null) return null;
  const price = (BigInt(value_fen) * BigInt(unit_scale)) / BigInt(quantity);
  return price * BigInt(quantity) === BigInt(value_fen) * BigInt(unit_scale) ? Number(price) : null;
};

const printed = (line: Line): DonationReceiptLine => ({
  name: line.name,
  spec: said(line.spec),
  measure: { quantity: line.quantity, scale: line.unit_scale, unit: line.unit },
  unitPriceFen: unitPrice(line),
  amountFen: line.value_fen,
  basis: line.basis,
  basisNote: said(line.basis_note),
  producedOn: line.production_day,
  expiresOn: line.expiry_day,
  condition: null,
  grade: null,
  disinfectedOn: null,
});

/** Refuses `not-found`. Cash and priced lines together; null when nothing has a price (scenario 13: no 大写 zero). */
export const receiptOf = async (context: Context, donationId: number): Promise<RenderRequest> => {
  const { tx, now, actor } = context;
  const gift = await giftOf(tx, donationId);
  const lines = await linesOf(tx, donationId);
  const shop = await readShop(tx);
  const amounts = [gift.cash_fen, ...lines.map(({ value_fen }) => value_fen)].filter((fen) => fen !== null);
  const named = gift.anonymous === 0;
  const reprint = await countPrint(context, RECEIPT, donationId);
  context.note(`donation:${donationId}`, { receipt: gift.receipt_number, reprint });
  const model: DonationReceiptModel = {
    kind: 'donation-receipt',
    paper: 'a4',
    hideValues: false,
    shop: paperShop(shop),
    practice: shop.practice,
    printedAt: now,
    operator: actor.name,
    receiptNo: gift.receipt_number,
    donatedOn: gift.day,
    donorName: named ? gift.donor : null,
    donorType: named ? gift.kind : 'anonymous',
    donorIdentity: null,
    donorIdentityMasked: null,
    donorContact: named ? said(gift.phone) : null,
    means: [
      ...(gift.cash_way === null ? [] : [gift.cash_way]),
      ...(lines.length === 0 ? [] : ['goods' as const]),
    ],
    designation: said(gift.purpose),
    campaign: said(gift.campaign),
    cashFen: gift.cash_fen,
    lines: lines.map(printed),
    refused: [],
    totalFen: amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0),
    handledBy: gift.recorded_by,
    reviewedBy: said(gift.checker),
    acceptedBy: [],
    officialCode: null,
    officialNumber: null,
    state: { is: 'valid' },
    reprint,
    note: null,
  };
  return { model, format: 'pdf' };
};
