// To whom goods may leave (ruling 24, scenario 17): designated goods (定向) only to whom the donor named, goods of class
// 救灾 or 优抚 only on vouchers of such a batch. The donor's own words stand on the gift; here is what a machine can check.
import { dropInvisible, foldWidth } from './fold-width.ts';

/** What the donor restricted a gift to; every part that is not null must hold. All null: for anyone. */
export interface DesignationRule {
  /** Code of a recipient category. */
  readonly category: string | null;
  /** Name of a street, town, village or community. */
  readonly place: string | null;
  readonly batchId: number | null;
}

/** Goods without a designation. */
export const FOR_ANYONE: DesignationRule = { category: null, place: null, batchId: null };

/** Who takes the goods, as of today. */
export interface Recipient {
  /** Payee category of the household. */
  readonly category: string;
  readonly street: string;
  readonly community: string;
  /** Batch of the voucher; null where goods leave without one. */
  readonly batchId: number | null;
}

export type DesignationPart = 'category' | 'place' | 'batch';

// Rosters and donors write the same place with spaces and brackets of either width.
const plain = (name: string): string => dropInvisible(foldWidth(name));

/** The parts of the designation this recipient does not meet, all at once; empty when the goods may leave. */
export function misfits(rule: DesignationRule, recipient: Recipient): readonly DesignationPart[] {
  const parts: DesignationPart[] = [];
  if (rule.category !== null && rule.category !== recipient.category) parts.push('category');
  if (rule.place !== null && !livesIn(rule.place, recipient)) parts.push('place');
  if (rule.batchId !== null && rule.batchId !== recipient.batchId) parts.push('batch');
  return parts;
}

/** True when goods with this designation may leave to this recipient. */
export function fits(rule: DesignationRule, recipient: Recipient): boolean {
  return misfits(rule, recipient).length === 0;
}

/** Whole names only: 河西街道 is not 河西街道新村. A rule that names a place of no letters fits nobody. */
function livesIn(place: string, { street, community }: Recipient): boolean {
  const named = plain(place);
  return named !== '' && (named === plain(street) || named === plain(community));
}

export const STOCK_CLASSES = ['donated', 'purchased', 'disaster', 'preferential'] as const;
export type StockClass = (typeof STOCK_CLASSES)[number];
export const BATCH_CLASSES = ['ordinary', 'disaster', 'preferential'] as const;
export type BatchClass = (typeof BATCH_CLASSES)[number];

/** Ruling 24: 救灾 and 优抚 goods leave only on vouchers of a batch of that class, donated and purchased goods on any. */
export function classFits(stockClass: StockClass, batchClass: BatchClass): boolean {
  return stockClass === 'donated' || stockClass === 'purchased' || stockClass === batchClass;
}
