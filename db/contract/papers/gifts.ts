// The receipt for a gift and the note of its red entry. Types only.
import type { BusinessDate, DocumentFrame, Fen, Measure } from './frame.ts';

export type DonorType = 'person' | 'company' | 'organisation' | 'school' | 'anonymous';
export type DonationMeans = 'cash' | 'transfer' | 'goods';
/** 计价依据, in the order domain.md §4.3 prescribes. */
export type ValuationBasis = 'evidence' | 'fair-value' | 'unpriced';
export type ReceiptCopy = 'stub' | 'donor' | 'books';

/** As new, good, fair. */
export type SecondHandGrade = 'new' | 'good' | 'fair';

export interface DonationReceiptLine {
  readonly name: string;
  readonly spec: string | null;
  readonly measure: Measure;
  readonly unitPriceFen: Fen | null;
  /** null = 未计价: quantity only, in no total. */
  readonly amountFen: Fen | null;
  readonly basis: ValuationBasis;
  /** The evidence or reference in words (发票, 协议, 平台价); null = none noted. */
  readonly basisNote: string | null;
  readonly producedOn: BusinessDate | null;
  readonly expiresOn: BusinessDate | null;
  /** 新旧程度 in words. */
  readonly condition: string | null;
  /** 成色 of second-hand goods; null = not second-hand. */
  readonly grade: SecondHandGrade | null;
  readonly disinfectedOn: BusinessDate | null;
}

/** 拒收: offered and not taken. Never in stock, in no total. */
export interface RefusedGoods {
  readonly description: string;
  /** As it was said: 约 20 件; empty when nobody counted. */
  readonly quantity: string;
  readonly reason: string;
}

export type ReceiptState =
  | { readonly is: 'valid' }
  | { readonly is: 'void'; readonly reason: string; readonly on: BusinessDate }
  /** 红冲: the original stays, a negative entry was booked. */
  | { readonly is: 'reversed'; readonly reason: string; readonly on: BusinessDate };

export interface DonationReceiptModel extends DocumentFrame {
  readonly kind: 'donation-receipt';
  /** 'a4': three copies, a page or more each. 'slip': the donor's copy on an 80 mm roll; `copies` prints others too. */
  readonly paper: 'a4' | 'slip';
  /** What goods are worth is not printed, nor any total. Money given stays: its amount is what was given (慈善法 art. 38). */
  readonly hideValues: boolean;
  /** 凭证编号, continuous per shop and year. */
  readonly receiptNo: string;
  readonly donatedOn: BusinessDate;
  /** null = 匿名; then no identity and no contact is printed either, whatever stands below. */
  readonly donorName: string | null;
  readonly donorType: DonorType;
  /** On 存根 and 记账; the donor's own copy prints `donorIdentityMasked`. */
  readonly donorIdentity: string | null;
  readonly donorIdentityMasked: string | null;
  readonly donorContact: string | null;
  readonly means: readonly DonationMeans[];
  /** 定向用途 in the donor's words; null = 非定向. */
  readonly designation: string | null;
  readonly campaign: string | null;
  /** Money given; null for a gift of goods only. */
  readonly cashFen: Fen | null;
  readonly lines: readonly DonationReceiptLine[];
  readonly refused: readonly RefusedGoods[];
  /** Cash and priced lines together; null when nothing has a price. */
  readonly totalFen: Fen | null;
  readonly handledBy: string | null;
  readonly reviewedBy: string | null;
  /** 验收人, two people; shorter lists print empty places to sign. */
  readonly acceptedBy: readonly string[];
  readonly officialCode: string | null;
  readonly officialNumber: string | null;
  readonly state: ReceiptState;
  /** 0 = first print, n = 补打第 n 次. */
  readonly reprint: number;
  readonly note: string | null;
  /** Which copies to print; when left out all three on A4, the donor's on a roll. */
  readonly copies?: readonly ReceiptCopy[];
}

// ---- 红字冲销单 ----

/** The entry that takes a receipt of a closed month back. It has no receipt number of its own (ruling 25). */
export interface RedEntryModel extends DocumentFrame {
  readonly kind: 'red-entry';
  /** Number and day of the receipt taken back. */
  readonly originalNo: string;
  readonly originalOn: BusinessDate;
  /** The day the entry counts in, in an open month. */
  readonly bookedOn: BusinessDate;
  readonly reason: string;
  /** The receipt written anew; null = none. */
  readonly replacedBy: string | null;
  /** null = 匿名. */
  readonly donorName: string | null;
  readonly donorType: DonorType;
  readonly designation: string | null;
  /** Negative, as all amounts and quantities of this paper; null for a gift of goods only. */
  readonly cashFen: Fen | null;
  readonly means: readonly DonationMeans[];
  readonly lines: readonly DonationReceiptLine[];
  readonly totalFen: Fen | null;
  readonly enteredBy: string;
  readonly approvedBy: string | null;
  readonly reprint: number;
}
