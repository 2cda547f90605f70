// What donors and the public are told of gifts: the letter to a donor, and the list that is posted. Types only.
import type { BusinessDate, DocumentFrame, Fen, Instant, Measure } from './frame.ts';
import type { DonorType } from './gifts.ts';
import type { ReportSignatures } from './reports.ts';

// ---- 致捐赠人的信 ----

/** One line of a gift and where its goods are now. Quantities in smallest units: given = handedOut + sold + writtenOff + inStock. */
export interface DonorLetterLine {
  readonly givenOn: BusinessDate;
  readonly receiptNo: string;
  readonly name: string;
  readonly spec: string | null;
  readonly unit: string;
  readonly scale: number;
  readonly given: number;
  readonly handedOut: number;
  /** Distinct households this line reached. */
  readonly households: number;
  readonly inStock: number;
  /** 义卖. */
  readonly sold: number;
  /** Scrapped and missing at a count, less what was found again. */
  readonly writtenOff: number;
  /** What was given is worth; null = 未计价. */
  readonly valueFen: Fen | null;
}

export interface DonorLetterCash {
  readonly givenOn: BusinessDate;
  readonly receiptNo: string;
  readonly fen: Fen;
  /** 定向用途; null = 非定向. */
  readonly designation: string | null;
}

/** Why goods were written off or sold. */
export interface DonorLetterLoss {
  readonly on: BusinessDate;
  readonly name: string;
  readonly measure: Measure;
  readonly how: 'scrapped' | 'missing' | 'sold';
  readonly reason: string;
}

export interface DonorLetter {
  /** null = 匿名, as donorType 'anonymous' is: the letter names nobody. */
  readonly donorName: string | null;
  readonly donorType: DonorType;
  readonly lines: readonly DonorLetterLine[];
  readonly cash: readonly DonorLetterCash[];
  readonly losses: readonly DonorLetterLoss[];
  /** Distinct households all goods of this letter reached; not the sum of the lines. */
  readonly households: number;
  readonly lastHandedOutOn: BusinessDate | null;
}

export interface DonorLetterModel extends DocumentFrame {
  readonly kind: 'donor-letter';
  /** Gifts of these days, first and last included. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** 数据截至: until when handing out is counted. */
  readonly asOf: Instant;
  readonly signedOn: BusinessDate;
  /** Own words of thanks; null prints the shop's usual sentence. */
  readonly thanks: string | null;
  /** Each starts on a new page and counts its own pages. */
  readonly letters: readonly DonorLetter[];
  readonly reprint: number;
}

// ---- 捐赠接收明细/公示表 ----

export interface DonationListRow {
  readonly day: BusinessDate;
  /** null = 匿名. */
  readonly donorName: string | null;
  /** A row is money or goods; the other side is null. */
  readonly cashFen: Fen | null;
  readonly goods: {
    readonly name: string;
    readonly measure: Measure;
    /** null = 未计价. */
    readonly valueFen: Fen | null;
  } | null;
  /** null = 非定向. */
  readonly designation: string | null;
  readonly receiptNo: string;
  /** A red entry: quantity and amounts are negative, the receipt number is the original's. */
  readonly red: boolean;
  /** 补录: the day it belongs to when that one's month was already closed. */
  readonly lateFor: BusinessDate | null;
}

export interface DonationListModel extends DocumentFrame {
  readonly kind: 'donation-list';
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly asOf: Instant;
  readonly rows: readonly DonationListRow[];
  /** Set for the list that is posted: no personal number is printed on it, also none typed into a purpose. */
  readonly posted: {
    /** 公示期, the first day counts (ruling 28). */
    readonly from: BusinessDate;
    readonly to: BusinessDate;
    /** 监督电话. */
    readonly phone: string;
  } | null;
  readonly signatures: ReportSignatures;
  readonly reprint: number;
}
