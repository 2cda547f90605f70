// The lots of a gift: one a line, or one a piece where every piece is tagged. A receipt written anew may take over the lots of the
// wrong one; then nothing moves.
import type { Context, Tx } from '../context.ts';
import type { BookedOn } from '../months.ts';
import { postStock, type LotMove } from '../stock/post.ts';
import { DOCUMENT, type Gift, type GiftLine } from './gift.ts';

/** Why second-hand goods without a day of disinfection are not given out yet; the store room releases them. */
const NOT_DISINFECTED = '未登记消毒';
/** Labels are printed and stuck on one by one. */
export const MOST_PIECES = 500;

interface Part {
  readonly quantity: number;
  readonly valueFen: number | null;
}

/** The lots of a line. What does not divide goes a fen each to the first, so that the parts make the whole. */
const partsOf = ({ pieces, quantity, unitScale, valueFen }: GiftLine): readonly Part[] => {
  if (!pieces) return [{ quantity, valueFen }];
  const count = quantity / unitScale;
  return Array.from({ length: count }, (_, at) => ({
    quantity: unitScale,
    valueFen: valueFen === null ? null : Math.floor(valueFen / count) + (at < valueFen % count ? 1 : 0),
  }));
};

const isHeld = ({ grade, disinfectedDay }: GiftLine): boolean => grade !== null && disinfectedDay === null;

/** Every lot keeps its donor, its date, its designation and its cost. */
export const enterLots = async (
  context: Context,
  gift: Gift,
  at: { readonly donationId: number; readonly booked: BookedOn; readonly lineIds: readonly number[] },
): Promise<void> => {
  const moves: LotMove[] = [];
  for (const [index, lineId] of at.lineIds.entries()) {
    const line = gift.lines[index];
    if (!line) throw new Error('a line without its goods');
    for (const part of partsOf(line)) {
      const lotId = await enterLot(context, gift, { line, lineId, part });
      const { quantity, valueFen } = part;
      moves.push({ lotId, placeId: gift.placeId, itemId: line.itemId, quantity, valueFen, reverses: null });
    }
  }
  const { now, actor } = context;
  const paper = { kind: 'donated', document: DOCUMENT, documentId: at.donationId } as const;
  await postStock(context.tx, { ...paper, ...at.booked, now, staffId: actor.staffId }, moves);
};

const enterLot = async (
  { tx, now, actor }: Context,
  gift: Gift,
  { line, lineId, part }: { readonly line: GiftLine; readonly lineId: number; readonly part: Part },
): Promise<number> => {
  const { id } = await tx
    .insertInto('lot')
    .values({
      item_id: line.itemId,
      stock_class: gift.stockClass,
      donation_line_id: lineId,
      ...designatedAs(gift),
      production_day: line.productionDay,
      expiry_day: line.expiryDay,
      received_day: gift.day,
      received: part.quantity,
      value_fen: part.valueFen,
      short_dated: line.shortDated ? 1 : 0,
      grade: line.grade,
      disinfected_day: line.disinfectedDay,
      held_reason: isHeld(line) ? NOT_DISINFECTED : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (isHeld(line))
    await tx
      .insertInto('lot_hold')
      .values({ lot_id: id, held: 1, reason: NOT_DISINFECTED, staff_id: actor.staffId, at: now })
      .execute();
  return id;
};

const designatedAs = ({ designation }: Pick<Gift, 'designation'>) => ({
  designated_category: designation.category,
  designated_place: designation.place,
  designated_batch_id: designation.batchId,
});

/** The new receipt's lines name the lots that are there, designated as the new receipt says, also lots that are all gone. */
export const takeLotsOver = async (
  tx: Tx,
  gift: Gift,
  lineIds: readonly number[],
  lots: readonly (readonly number[])[],
): Promise<void> => {
  for (const [index, lineId] of lineIds.entries())
    await tx
      .updateTable('lot')
      .set({ donation_line_id: lineId, ...designatedAs(gift) })
      .where('id', 'in', lots[index] ?? [])
      .execute();
};

/** Another use was agreed: all lots of the gift follow, also those partly handed out. */
export const designateLots = async (
  tx: Tx,
  donationId: number,
  designation: Gift['designation'],
): Promise<void> => {
  await tx
    .updateTable('lot')
    .set(designatedAs({ designation }))
    .where('donation_line_id', 'in', (eb) =>
      eb.selectFrom('donation_line').select('id').where('donation_id', '=', donationId),
    )
    .execute();
};
