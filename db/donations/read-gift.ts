// One gift as the screen shows it: its receipt's whole life, its lines with their lots, what was agreed later. Reads only.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { rootOf } from '../donors/groups.ts';
import { tagOf } from '../stock/tags.ts';
import { ANONYMOUS } from './donor-name.ts';
import { sumsOfLines } from './gifts.ts';
import {
  designationOf,
  endOf,
  giftOf,
  linesOf,
  officialOf,
  refusedGoodsOf,
  type GiftLineFacts,
} from './one-gift.ts';

/** The kind of print that is counted (db/prints.ts). */
export const RECEIPT = 'donation-receipt';

type Read = Output<'donations.read'>;

/** Refusal: `not-found`. */
export const readGift = async (tx: Tx, donationId: number): Promise<Read> => {
  const gift = await giftOf(tx, donationId);
  const sums = (await sumsOfLines(tx, [donationId])).get(donationId);
  const anonymous = gift.anonymous === 1;
  const end = endOf(gift);
  return {
    id: gift.id,
    receiptNumber: gift.receipt_number,
    state: end?.kind ?? 'valid',
    day: gift.day,
    lateForDay: gift.late_for_day,
    donorName: anonymous ? ANONYMOUS : gift.donor,
    anonymous,
    cashFen: gift.cash_fen,
    goodsLines: sums?.lines ?? 0,
    goodsFen: sums?.fen ?? null,
    unpricedLines: sums?.unpriced ?? 0,
    purpose: gift.purpose,
    redEntry: false,
    donorKind: anonymous ? 'anonymous' : gift.kind,
    channel: gift.channel,
    campaign: gift.campaign,
    cashWay: gift.cash_way,
    recordedBy: gift.recorded_by,
    recordedAt: gift.at,
    checker: gift.checker,
    prints: await printsOf(tx, donationId),
    donorId: anonymous ? null : (await rootOf(tx, gift.donor_id)).id,
    designation: designationOf(gift),
    stockClass: gift.stock_class,
    placeId: await placeOf(tx, donationId),
    inspectors: [gift.inspector_1, gift.inspector_2].filter((name) => name !== ''),
    ended: end,
    replaces: linked(gift.replaces_id, gift.replaces_number),
    replacedBy: linked(gift.replaced_by_id, gift.replaced_by_number),
    official: await officialOf(tx, donationId),
    uses: await usesOf(tx, donationId),
    refused: await refusedGoodsOf(tx, donationId),
    photos: await photosOf(tx, donationId),
    lines: await readLines(tx, donationId),
  };
};

/** Where its goods came in, also of lots that a receipt written anew took along; null without goods. */
const placeOf = async (tx: Tx, donationId: number): Promise<number | null> => {
  const posting = await tx
    .selectFrom('donation_line as line')
    .innerJoin('lot', 'lot.donation_line_id', 'line.id')
    .innerJoin('stock_posting as posting', 'posting.lot_id', 'lot.id')
    .select('posting.place_id')
    .where('line.donation_id', '=', donationId)
    .where('posting.kind', '=', 'donated')
    .orderBy('posting.id')
    .limit(1)
    .executeTakeFirst();
  return posting?.place_id ?? null;
};

const linked = (donationId: number | null, number: string | null): Read['replaces'] =>
  donationId === null || number === null ? null : { donationId, number };

const printsOf = async (tx: Tx, donationId: number): Promise<number> => {
  const { prints } = await tx
    .selectFrom('paper_print')
    .select(({ fn }) => fn.countAll<number>().as('prints'))
    .where('kind', '=', RECEIPT)
    .where('document_id', '=', donationId)
    .executeTakeFirstOrThrow();
  return prints;
};

/** Uses agreed later, the newest last; it is the one the lots follow. */
const usesOf = async (tx: Tx, donationId: number): Promise<Read['uses']> => {
  const uses = await tx
    .selectFrom('designation_change as change')
    .innerJoin('staff', 'staff.id', 'change.staff_id')
    .selectAll('change')
    .select('staff.name as by')
    .where('change.donation_id', '=', donationId)
    .orderBy('change.id')
    .execute();
  return uses.map((use) => ({
    purpose: use.purpose,
    designation: { category: use.category, place: use.place, batchId: use.batch_id },
    consentBy: use.consent_by,
    consentDay: use.consent_day,
    consentDocument: use.consent_document,
    by: use.by,
  }));
};

const photosOf = async (tx: Tx, donationId: number): Promise<number[]> => {
  const photos = await tx
    .selectFrom('donation_photo')
    .select('id')
    .where('donation_id', '=', donationId)
    .orderBy('id')
    .execute();
  return photos.map(({ id }) => id);
};

const readLines = async (tx: Tx, donationId: number): Promise<Read['lines']> => {
  const lots = await lotsOf(tx, donationId);
  return (await linesOf(tx, donationId)).map((line) => ({
    ...goodsOf(line),
    lots: lots
      .filter(({ line_id }) => line_id === line.id)
      .map((lot) => ({ lotId: lot.id, tag: tagOf(lot), onHand: lot.on_hand })),
  }));
};

const goodsOf = (line: GiftLineFacts) => ({
  itemId: line.item_id,
  itemName: line.name,
  spec: line.spec,
  unit: line.unit,
  unitScale: line.unit_scale,
  quantity: line.quantity,
  evidenceFen: line.evidence_fen,
  valueFen: line.value_fen,
  basis: line.basis,
  basisNote: line.basis_note,
  productionDay: line.production_day,
  expiryDay: line.expiry_day,
  acceptanceReason: line.acceptance_reason,
  grade: line.grade,
  disinfectedDay: line.disinfected_day,
  pieces: line.pieces === 1,
});

/** Lots with what is left of each at all places together. */
const lotsOf = (tx: Tx, donationId: number) =>
  tx
    .selectFrom('donation_line as line')
    .innerJoin('lot', 'lot.donation_line_id', 'line.id')
    .leftJoin('lot_stock as stock', 'stock.lot_id', 'lot.id')
    .select([
      'line.id as line_id',
      'lot.id',
      'lot.grade',
      sql<number>`coalesce(sum(stock.on_hand), 0)`.as('on_hand'),
    ])
    .where('line.donation_id', '=', donationId)
    .groupBy(['line.id', 'lot.id', 'lot.grade'])
    .orderBy('lot.id')
    .execute();
