// The internal 捐赠接收凭证 and the 红字冲销单 as models for the printer; the first print is the original, later ones carry 补打第n次.
import type { Context } from '../context.ts';
import type {
  DonationReceiptLine,
  DonationReceiptModel,
  ReceiptState,
  RedEntryModel,
  RenderRequest,
} from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { totalValue } from '../domain/valuation.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import {
  endOf,
  giftOf,
  givenOn,
  linesOf,
  officialOf,
  refusedGoodsOf,
  type GiftFacts,
  type GiftLineFacts,
} from './one-gift.ts';
import { RECEIPT } from './read-gift.ts';

const RED_ENTRY = 'red-entry';

const said = (text: string): string | null => (text === '' ? null : text);

/** A price that multiplied by the quantity gives the amount to the fen, or none: a rounded one would contradict the sum. */
const unitPrice = ({ value_fen, quantity, unit_scale }: GiftLineFacts): number | null => {
  if (value_fen === null) return null;
  const price = (BigInt(value_fen) * BigInt(unit_scale)) / BigInt(quantity);
  return price * BigInt(quantity) === BigInt(value_fen) * BigInt(unit_scale) ? Number(price) : null;
};

const printed = (line: GiftLineFacts): DonationReceiptLine => ({
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
  grade: line.grade,
  disinfectedOn: line.disinfected_day,
});

/** What both papers say of the gift's head and its money. */
const headOf = (gift: GiftFacts, lines: readonly GiftLineFacts[]) => {
  const named = gift.anonymous === 0;
  return {
    donorName: named ? gift.donor : null,
    donorType: named ? gift.kind : ('anonymous' as const),
    means: [
      ...(gift.cash_way === null ? [] : [gift.cash_way]),
      ...(lines.length === 0 ? [] : ['goods' as const]),
    ],
    designation: said(gift.purpose),
    cashFen: gift.cash_fen,
    // Cash and priced lines together; null when nothing has a price (scenario 13: no 大写 zero).
    totalFen: totalValue([gift.cash_fen, ...lines.map(({ value_fen }) => value_fen)]).fen,
  };
};

/** What the reader of the paper could not know from its other lines. */
const noteOf = (gift: GiftFacts): string | null =>
  said(
    [
      gift.late_for_day === null ? '' : `补录,入账日期 ${gift.day}`,
      gift.replaces_number === null ? '' : `重开,代替凭证 ${gift.replaces_number}`,
    ]
      .filter((part) => part !== '')
      .join(';'),
  );

const stateOf = (gift: GiftFacts): ReceiptState => {
  const end = endOf(gift);
  if (!end) return { is: 'valid' };
  return { is: end.kind === 'void' ? 'void' : 'reversed', reason: end.reason, on: end.day };
};

/** Refusal: `not-found`. */
export const receiptOf = async (
  context: Context,
  { donationId, paper, hideValues }: ParsedInput<'donations.printReceipt'>,
): Promise<RenderRequest> => {
  const { tx } = context;
  const gift = await giftOf(tx, donationId);
  const lines = await linesOf(tx, donationId);
  const official = await officialOf(tx, donationId);
  const reprint = await countPrint(context, RECEIPT, donationId);
  context.note(`donation:${donationId}`, { receipt: gift.receipt_number, reprint, paper });
  const named = gift.anonymous === 0;
  const model: DonationReceiptModel = {
    kind: 'donation-receipt',
    ...(await paperFrame(context)),
    ...headOf(gift, lines),
    paper,
    // Only what goods are worth is hidden; a receipt for money alone has nothing to hide.
    hideValues: hideValues && lines.length > 0,
    receiptNo: gift.receipt_number,
    donatedOn: givenOn(gift),
    // A credit code is public; it has nothing to mask.
    donorIdentity: named ? said(gift.credit_code) : null,
    donorIdentityMasked: named ? said(gift.credit_code) : null,
    donorContact: named ? said(gift.phone) : null,
    campaign: said(gift.campaign),
    lines: lines.map(printed),
    refused: await refusedGoodsOf(tx, donationId),
    handledBy: gift.recorded_by,
    reviewedBy: said(gift.checker),
    acceptedBy: [gift.inspector_1, gift.inspector_2].filter((name) => name !== ''),
    officialCode: official?.code ?? null,
    officialNumber: official?.number ?? null,
    state: stateOf(gift),
    reprint,
    note: noteOf(gift),
  };
  return { model, format: 'pdf' };
};

/** Every figure of it is negative. Refusal: `not-found` for a gift that was not taken back by a red entry. */
export const redEntryOf = async (context: Context, donationId: number): Promise<RenderRequest> => {
  const { tx } = context;
  const gift = await giftOf(tx, donationId);
  const end = endOf(gift);
  if (end?.kind !== 'red') throw new Refusal('not-found');
  const lines = await linesOf(tx, donationId);
  const reprint = await countPrint(context, RED_ENTRY, donationId);
  context.note(`donation:${donationId}`, { receipt: gift.receipt_number, reprint });
  const { cashFen, totalFen, ...head } = headOf(gift, lines);
  const model: RedEntryModel = {
    kind: 'red-entry',
    ...(await paperFrame(context)),
    ...head,
    originalNo: gift.receipt_number,
    originalOn: gift.day,
    bookedOn: end.day,
    reason: end.reason,
    replacedBy: gift.replaced_by_number,
    cashFen: negative(cashFen),
    totalFen: negative(totalFen),
    lines: lines.map(printed).map((line) => ({
      ...line,
      measure: { ...line.measure, quantity: 0 - line.measure.quantity },
      amountFen: negative(line.amountFen),
    })),
    enteredBy: end.by,
    approvedBy: null,
    reprint,
  };
  return { model, format: 'pdf' };
};

const negative = (fen: number | null): number | null => (fen === null ? null : 0 - fen);
