// A receipt written anew because only its head was wrong: whether the goods may stay where they are, even if some are gone. Nothing
// about a lot may differ, and the old entry must end on the day the new one is booked, or the months would no longer tie. Reads only.
import type { Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { End } from './end-gift.ts';
import { linesOf, type GiftFacts, type GiftLineFacts } from './one-gift.ts';

type Form = ParsedInput<'donations.record'>;
type FormLine = Form['lines'][number];

export interface StayingLine {
  readonly lots: readonly number[];
  /** As its lots came in. */
  readonly shortDated: boolean;
}

/** The lots of each line that stay; null when the goods must be taken back and come in anew. */
export const goodsThatStay = async (
  tx: Tx,
  old: GiftFacts,
  form: Form,
  { end, bookedDay }: { readonly end: End; readonly bookedDay: string },
): Promise<readonly StayingLine[] | null> => {
  if (end.day !== bookedDay || old.stock_class !== form.stockClass) return null;
  const lines = await linesOf(tx, old.id);
  if (lines.length !== form.lines.length) return null;
  const staying: StayingLine[] = [];
  for (const [at, line] of lines.entries()) {
    const wanted = form.lines[at];
    if (!wanted || !sameGoods(line, wanted)) return null;
    const lots = await lotsOf(tx, line.id);
    if (lots.some(({ place_id }) => place_id !== form.placeId)) return null;
    staying.push({
      lots: lots.map(({ id }) => id),
      shortDated: lots.some(({ short_dated }) => short_dated === 1),
    });
  }
  return staying;
};

const sameGoods = (line: GiftLineFacts, wanted: FormLine): boolean =>
  line.item_id === wanted.itemId &&
  line.quantity === wanted.quantity &&
  line.value_fen === wanted.valueFen &&
  line.production_day === wanted.productionDay &&
  line.expiry_day === wanted.expiryDay &&
  line.grade === wanted.grade &&
  line.disinfected_day === wanted.disinfectedDay &&
  (line.pieces === 1) === wanted.pieces;

/** Lots of a line with the place where they came in. */
const lotsOf = (tx: Tx, lineId: number) =>
  tx
    .selectFrom('lot')
    .innerJoin('stock_posting as posting', 'posting.lot_id', 'lot.id')
    .select(['lot.id', 'lot.short_dated', 'posting.place_id'])
    .where('lot.donation_line_id', '=', lineId)
    .where('posting.kind', '=', 'donated')
    .where('posting.reverses', 'is', null)
    .orderBy('lot.id')
    .execute();
