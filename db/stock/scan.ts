// What a scanned or typed code means in the shop and in the store room: a kind of goods, and the one lot when its own label
// was scanned. Reads only.
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import { readBarcode } from '../domain/barcode.ts';
import { foldScanned } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';
import { readTag } from './tags.ts';
import { weighedBy, type Weighed } from './weight-code.ts';

export interface Meant {
  readonly itemId: number;
  readonly lotId: number | null;
  /** Units of the item that one scan stands for. */
  readonly packs: number;
}

const byBarcode = compiled((tx, { barcode }: { barcode: string }) =>
  tx
    .selectFrom('item_barcode')
    .select(['item_id as itemId', 'pack_quantity as packs'])
    .where('barcode', '=', barcode)
    .compile(),
);
const byCode = compiled((tx, { code }: { code: string }) =>
  tx.selectFrom('item').select('id as itemId').where('code', '=', code).compile(),
);

/** As much of a code as a refusal repeats. */
const shown = (code: string): string => code.slice(0, 40);

/** Refusals: `item-unknown`, `tag-check` for a label with a wrong character. */
const meantBy = async (tx: Tx, code: string): Promise<Meant> => {
  const folded = foldScanned(code);
  const tag = readTag(folded);
  if (tag?.kind === 'refused') throw new Refusal('tag-check', { tag: shown(folded) });
  if (tag) return lotMeant(tx, tag.number, folded);
  const reading = readBarcode(folded);
  // An own label may look like no barcode at all; the table knows.
  for (const barcode of new Set([reading.kind === 'ok' ? reading.barcode : folded, folded])) {
    const [found] = (await byBarcode(tx, { barcode })).rows;
    if (found) return { ...found, lotId: null };
  }
  for (const text of new Set([code.trim(), folded])) {
    const [found] = (await byCode(tx, { code: text })).rows;
    if (found) return { ...found, packs: 1, lotId: null };
  }
  throw new Refusal('item-unknown', { code: shown(folded) });
};

/**
 * As at the till, so in the exchange and in the store room: a scale's label, a label of a lot, a barcode, an item code. Refusals: those of
 * `meantBy`, `weight-missing` of an empty scale.
 */
export const scannedGoods = async (tx: Tx, code: string): Promise<Meant | Weighed> =>
  (await weighedBy(tx, code)) ?? meantBy(tx, code);

/** Smallest units that one scan stands for. */
export const smallestOf = (found: Meant | Weighed, unitScale: number): number =>
  'grams' in found ? found.grams : found.packs * unitScale;

/** A label says the lot; one scan is one unit of it. */
const lotMeant = async (tx: Tx, lotId: number, code: string): Promise<Meant> => {
  const lot = await tx.selectFrom('lot').select(['id', 'item_id']).where('id', '=', lotId).executeTakeFirst();
  if (!lot) throw new Refusal('item-unknown', { code: shown(code) });
  return { itemId: lot.item_id, lotId: lot.id, packs: 1 };
};
