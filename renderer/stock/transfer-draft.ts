// A transfer while it is being typed, and how it is read into what the books take. Pure; the books check again.
import type { Input } from '../../db/contract/index.ts';
import { readQuantity } from '../goods/quantity-text.ts';
import { freeOf, measureOf, type DraftLine } from '../losses/draft.ts';

export interface TransferDraft {
  /** Ids of places as the choice holds them; '' is none yet. */
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly lines: readonly DraftLine[];
}
export const emptyTransfer: TransferDraft = { from: '', to: '', note: '', lines: [] };

export type TransferReading =
  { readonly ok: true; readonly input: Input<'stock.transfer'> } | { readonly ok: false };

export const readTransfer = ({ from, to, note, lines }: TransferDraft): TransferReading => {
  const read = lines.flatMap(({ lot, typed }) => {
    const quantity = readQuantity(typed, measureOf(lot));
    return quantity.ok && quantity.quantity <= freeOf(lot)
      ? [{ lotId: lot.lotId, quantity: quantity.quantity }]
      : [];
  });
  const good = from !== '' && to !== '' && from !== to && lines.length > 0 && read.length === lines.length;
  return good
    ? { ok: true, input: { fromPlaceId: Number(from), toPlaceId: Number(to), note, lines: read } }
    : { ok: false };
};
