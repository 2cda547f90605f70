// A loss while it is being typed, and how it is read into what the books take. Pure; the books check again.
import type { Input } from '../../db/contract/index.ts';
import { parseYuan } from '../../db/domain/money.ts';
import type { LotRow } from '../goods/pick-lot.tsx';
import {
  addScan,
  emptyQuantity,
  quantityText,
  readQuantity,
  type Measured,
  type TypedQuantity,
} from '../goods/quantity-text.ts';

type Propose = Input<'losses.propose'>;

export interface DraftLine {
  readonly key: string;
  readonly lot: LotRow;
  /** Starts empty, never 1. */
  readonly typed: TypedQuantity;
}
export interface Draft {
  readonly kind: Propose['kind'];
  readonly reason: Propose['reason'];
  readonly reasonNote: string;
  readonly method: string;
  readonly witness: string;
  readonly proceeds: string;
  readonly way: 'cash' | 'transfer';
  readonly buyer: string;
  readonly purpose: string;
  readonly lines: readonly DraftLine[];
}
export const emptyDraft: Draft = {
  kind: 'scrap',
  reason: 'expired',
  reasonNote: '',
  method: '',
  witness: '',
  proceeds: '',
  way: 'cash',
  buyer: '',
  purpose: '',
  lines: [],
};

export const keyOf = ({ lotId, placeId }: LotRow): string => `${lotId}-${placeId}`;
export const measureOf = ({ unit, unitScale }: LotRow): Measured => ({ unit, unitScale, packs: [] });
/** What no other paper speaks for; expired goods and goods on hold can be written off too. */
export const freeOf = ({ onHand, reserved }: LotRow): number => onHand - reserved;

/** The lot's line with one more scan, or a new one. */
export const withLot = (
  lines: readonly DraftLine[],
  lot: LotRow,
  perScan: number | null,
): readonly DraftLine[] => {
  const item = measureOf(lot);
  const found = lines.find(({ key }) => key === keyOf(lot));
  const before = found?.typed ?? emptyQuantity(item);
  const typed = perScan === null ? before : addScan(before, item, perScan);
  return found
    ? lines.map((line) => (line === found ? { ...line, typed } : line))
    : [...lines, { key: keyOf(lot), lot, typed }];
};

/** All that is free of the lots, beside the lines that are there already. */
export const withWhole = (lines: readonly DraftLine[], lots: readonly LotRow[]): readonly DraftLine[] => [
  ...lines,
  ...lots
    .filter((lot) => freeOf(lot) > 0 && lines.every(({ key }) => key !== keyOf(lot)))
    .map((lot) => ({ key: keyOf(lot), lot, typed: quantityText(freeOf(lot), measureOf(lot)) })),
];

export type MissingField = 'reasonNote' | 'method' | 'witness' | 'proceeds' | 'purpose' | 'lines';
export type Reading =
  | { readonly ok: true; readonly input: Propose }
  /** The quantities name their own mistakes. */
  | { readonly ok: false; readonly missing: readonly MissingField[] };

const fenOf = (text: string): number | null => {
  const read = parseYuan(text);
  return read.ok && read.fen > 0 ? read.fen : null;
};

export const readDraft = (draft: Draft): Reading => {
  const missing: MissingField[] = [];
  const sale = draft.kind === 'sale';
  const fen = fenOf(draft.proceeds);
  const blank = (field: 'reasonNote' | 'method' | 'witness' | 'purpose'): void => {
    if (draft[field].trim() === '') missing.push(field);
  };
  if (draft.reason === 'other') blank('reasonNote');
  if (sale) {
    if (fen === null) missing.push('proceeds');
    blank('purpose');
  } else {
    blank('method');
    blank('witness');
  }
  const lines = draft.lines.map(({ lot, typed }) => {
    const read = readQuantity(typed, measureOf(lot));
    return read.ok && read.quantity <= freeOf(lot)
      ? { lotId: lot.lotId, placeId: lot.placeId, quantity: read.quantity }
      : null;
  });
  if (lines.length === 0) missing.push('lines');
  const good = lines.filter((line) => line !== null);
  if (missing.length > 0 || good.length !== lines.length) return { ok: false, missing };
  const { way, buyer, purpose } = draft;
  return {
    ok: true,
    input: {
      kind: draft.kind,
      reason: draft.reason,
      reasonNote: draft.reasonNote,
      method: draft.method,
      witness: draft.witness,
      proceeds: sale && fen !== null ? { fen, way, buyer, purpose } : null,
      lines: good,
    },
  };
};
