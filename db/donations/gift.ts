// A gift as it is to be written, whoever read it: the form or a sheet.
import type { Designation } from '../contract/measures.ts';
import type { DonorKind, Grade } from '../schema.ts';

export interface GiftLine {
  readonly itemId: number;
  /** Smallest units. */
  readonly quantity: number;
  /** Smallest units in one unit of the item. */
  readonly unitScale: number;
  /** What the invoice or agreement says, kept also where the fair value was taken. */
  readonly evidenceFen: number | null;
  /** Of the whole line; null exactly when unpriced. */
  readonly valueFen: number | null;
  readonly basis: 'evidence' | 'fair-value' | 'unpriced';
  readonly basisNote: string;
  readonly productionDay: string | null;
  readonly expiryDay: string | null;
  /** Why goods with too little shelf life left were taken; empty: the rule was kept. */
  readonly acceptanceReason: string;
  /** Taken although little of its life was left (临期). */
  readonly shortDated: boolean;
  /** Of second-hand goods; null: not second-hand. */
  readonly grade: Grade | null;
  readonly disinfectedDay: string | null;
  /** Every unit becomes a tagged lot of its own. */
  readonly pieces: boolean;
}

export interface Gift {
  /** Business day on which it was given; where it is booked is decided when it is written (ruling 22). */
  readonly day: string;
  readonly donor: { readonly name: string; readonly kind: DonorKind; readonly phone: string };
  readonly anonymous: boolean;
  readonly channel: string;
  readonly campaign: string;
  /** In the donor's words. */
  readonly purpose: string;
  /** What a machine can check of it. */
  readonly designation: Designation;
  readonly stockClass: 'donated' | 'disaster' | 'preferential';
  readonly placeId: number;
  readonly cash: { readonly fen: number; readonly way: 'cash' | 'transfer' } | null;
  readonly lines: readonly GiftLine[];
  readonly refused: readonly {
    readonly description: string;
    readonly quantity: string;
    readonly reason: string;
  }[];
  readonly inspectors: readonly [string, string];
  readonly checker: string;
}

/** Under which the stock and cash postings of gifts stand. */
export const DOCUMENT = 'donation' as const;
