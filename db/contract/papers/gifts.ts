// The models of papers for donors. Types only.
import type { BusinessDate, DocumentFrame, Fen, Measure } from './frame.ts';

export type DonorType = 'person' | 'company' | 'organisation' | 'school' | 'anonymous';
export type DonationMeans = 'cash' | 'transfer' | 'goods';
/** 计价依据, in the order domain.md §4.3 prescribes. */
export type ValuationBasis = 'evidence' | 'fair-value' | 'unpriced';
export type ReceiptCopy = 'stub' | 'donor' | 'books';

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
}

export type ReceiptState =
  | { readonly is: 'valid' }
  | { readonly is: 'void'; readonly reason: string; readonly on: BusinessDate }
  /** 红冲: the original stays, a negative entry was booked. */
  | { readonly is: 'reversed'; readonly reason: string; readonly on: BusinessDate };

export interface DonationReceiptModel extends DocumentFrame {
  readonly kind: 'donation-receipt';
  /** 凭证编号, continuous per shop and year. */
  readonly receiptNo: string;
  readonly donatedOn: BusinessDate;
  /** null = 匿名. */
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
  /** Which copies to print; all three when left out. */
  readonly copies?: readonly ReceiptCopy[];
}
