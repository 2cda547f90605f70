// A gift while it is being typed: texts as they stand in the fields. Pure: no screen, no storage. How it is read into what the
// books take is read-draft.ts; a gift of the books that is written anew becomes one in draft-of-gift.ts.
import type { donorKinds, valueBases } from '../../db/contract/donations.ts';
import type { Designation, grades } from '../../db/contract/measures.ts';
import type { Day } from '../../db/domain/business-day.ts';
import { addScan, emptyQuantity, type TypedQuantity } from '../goods/quantity-text.ts';

export type DonorKind = (typeof donorKinds)[number];
export type ValueBasis = (typeof valueBases)[number];
export type Grade = (typeof grades)[number];
export type GiftClass = 'donated' | 'disaster' | 'preferential';

/** What the form must know of an item to ask the right things. */
export interface PickedItem {
  readonly id: number;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly listPriceFen: number | null;
  readonly keepsDate: boolean;
  readonly packs: readonly { readonly unit: string; readonly quantity: number }[];
}

export interface DraftLine {
  /** Names the line on the screen; never stored with the books. */
  readonly key: string;
  readonly item: PickedItem;
  /** Starts empty, never 1: a scan says what it is, not how many (lessons.md 6). */
  readonly quantity: TypedQuantity;
  readonly production: string;
  readonly expiry: string;
  readonly value: string;
  readonly basis: ValueBasis | '';
  readonly basisNote: string;
  /** What the evidence said, kept beside the fair value that took its place. */
  readonly evidence: string;
  /** The evidence stands although it is far from fair value; the note says why. */
  readonly keepEvidence: boolean;
  /** Why goods with little life left are taken all the same. */
  readonly acceptanceReason: string;
  /** '': new goods. */
  readonly grade: Grade | '';
  readonly disinfected: string;
  /** Every piece gets a tag of its own. */
  readonly pieces: boolean;
}

/** Offered and not taken. */
export interface RefusedGoods {
  readonly description: string;
  readonly quantity: string;
  readonly reason: string;
}

export interface Draft {
  readonly day: string;
  readonly anonymous: boolean;
  readonly donorName: string;
  readonly donorKind: DonorKind;
  readonly donorPhone: string;
  readonly channel: string;
  readonly campaign: string;
  readonly purpose: string;
  readonly designation: Designation;
  readonly stockClass: GiftClass;
  readonly placeId: number;
  readonly cash: string;
  readonly cashWay: 'cash' | 'transfer';
  readonly checker: string;
  /** 验收人: two different people as soon as goods come in. */
  readonly inspectorA: string;
  readonly inspectorB: string;
  readonly lines: readonly DraftLine[];
  readonly refused: readonly RefusedGoods[];
}

/** The shop floor. */
const firstPlace = 1;

export const emptyDraft = (day: Day): Draft => ({
  day,
  anonymous: false,
  donorName: '',
  donorKind: 'person',
  donorPhone: '',
  channel: '',
  campaign: '',
  purpose: '',
  designation: { category: null, place: null, batchId: null },
  stockClass: 'donated',
  placeId: firstPlace,
  cash: '',
  cashWay: 'cash',
  checker: '',
  inspectorA: '',
  inspectorB: '',
  lines: [],
  refused: [],
});

export const emptyLine = (key: string, item: PickedItem): DraftLine => ({
  key,
  item,
  quantity: emptyQuantity(item),
  production: '',
  expiry: '',
  value: '',
  basis: '',
  basisNote: '',
  evidence: '',
  keepEvidence: false,
  acceptanceReason: '',
  grade: '',
  disinfected: '',
  pieces: false,
});

export const emptyRefused: RefusedGoods = { description: '', quantity: '', reason: '' };

/** True when nothing that costs work was typed. */
export const isUntouched = (draft: Draft): boolean =>
  draft.lines.length === 0 &&
  draft.refused.length === 0 &&
  [draft.donorName, draft.donorPhone, draft.cash, draft.campaign, draft.purpose].every(
    (text) => text.trim() === '',
  );

/** A name for a new line that no line has. */
export const nextKey = (lines: readonly DraftLine[]): string =>
  `L${Math.max(0, ...lines.map((line) => Number(line.key.slice(1)))) + 1}`;

const isBlank = (line: DraftLine): boolean => line.quantity.text.trim() === '';

/**
 * A scan or a choice of goods: a new line, or the one of the same goods that still waits for its quantity. The barcode of a pack
 * says how many, so its scan adds that much, and the next one adds again to the same line; that of a single piece says only what
 * it is.
 */
export const withItem = (
  draft: Draft,
  item: PickedItem,
  perScan: number | null,
): { readonly draft: Draft; readonly key: string } => {
  const same = draft.lines.filter((line) => line.item.id === item.id);
  const counts = perScan !== null && perScan > item.unitScale;
  const line = same.find(isBlank) ?? (counts ? same.at(-1) : undefined);
  const key = line?.key ?? nextKey(draft.lines);
  const wanted = line ?? emptyLine(key, item);
  const scanned = counts ? { ...wanted, quantity: addScan(wanted.quantity, item, perScan) } : wanted;
  const lines = line
    ? draft.lines.map((each) => (each.key === key ? scanned : each))
    : [...draft.lines, scanned];
  return { draft: { ...draft, lines }, key };
};

/** Another basis: the amount of the evidence stays known when the fair value takes its place, and comes back with it. */
export const withBasis = (line: DraftLine, basis: ValueBasis | ''): DraftLine => {
  if (basis === line.basis) return line;
  if (basis === 'unpriced')
    return { ...line, basis, value: '', basisNote: '', evidence: '', keepEvidence: false };
  if (basis === 'fair-value' && line.basis === 'evidence')
    return { ...line, basis, evidence: line.value, value: '', keepEvidence: false };
  if (basis === 'evidence' && line.evidence !== '')
    return { ...line, basis, value: line.evidence, evidence: '' };
  return { ...line, basis, keepEvidence: false };
};

/** Goods of the gift that are not taken after all: the line leaves and stands among the refused, its reason still to be written. */
export const refuseLine = (draft: Draft, key: string, reason: string): Draft => {
  const line = draft.lines.find((each) => each.key === key);
  if (!line) return draft;
  const { item, quantity } = line;
  return {
    ...draft,
    lines: draft.lines.filter((each) => each.key !== key),
    refused: [
      ...draft.refused,
      {
        description: `${item.name} ${item.spec}`.trim().slice(0, 60),
        quantity: isBlank(line) ? '' : `${quantity.text.trim()} ${quantity.unit}`,
        reason,
      },
    ],
  };
};
