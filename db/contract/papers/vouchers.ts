// The models of papers round vouchers: the sheets to cut apart, the sign-off list, the slip at the counter. Types only.
import type { BusinessDate, DocumentFrame, Fen, Instant, Measure } from './frame.ts';

export interface VoucherFace {
  /** QR payload, ASCII capitals and digits, at most 140 characters (rulings 2). */
  readonly payload: string;
  /** Typed code without separators. */
  readonly code: string;
  /** null = a package voucher without a face value. */
  readonly faceFen: Fen | null;
  /** 套餐 this voucher is for; null = free choice. */
  readonly packageName: string | null;
  /** Already masked: 韦*兰. */
  readonly holderMasked: string;
  /** 券号 in the books and on the sign-off list; says nothing a thief could redeem with. */
  readonly serial: string;
  /** 1 = first issue, above = 补发. */
  readonly generation: number;
}

export interface VoucherSheetModel extends DocumentFrame {
  readonly kind: 'voucher-sheet';
  readonly batchName: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  readonly place: string;
  /** 分次使用: the rest stays on the voucher. Otherwise what is not taken lapses. */
  readonly inParts: boolean;
  readonly vouchers: readonly VoucherFace[];
  readonly reprint: number;
}

// ---- 领取签收表 ----

export interface SignOffRow {
  readonly headName: string;
  /** As it shall stand on the paper: the caller masks. */
  readonly identity: string;
  readonly members: number;
  readonly category: string;
  readonly community: string | null;
  /** The serial, never the typed code: this list lies on the table. */
  readonly voucherSerial: string;
  /** 物品/套餐; null = free choice. */
  readonly goods: string | null;
  readonly quantity: number;
  readonly amountFen: Fen | null;
}

export interface SignOffListModel extends DocumentFrame {
  readonly kind: 'sign-off-list';
  readonly batchName: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  readonly place: string;
  readonly rows: readonly SignOffRow[];
  readonly reprint: number;
}

// ---- 核销小票 ----

export interface SlipLine {
  readonly name: string;
  readonly spec: string | null;
  readonly measure: Measure;
  readonly unitPriceFen: Fen | null;
  readonly amountFen: Fen | null;
}

export interface RedemptionSlipModel extends DocumentFrame {
  readonly kind: 'redemption-slip';
  readonly slipNo: string;
  readonly redeemedAt: Instant;
  readonly counter: string;
  readonly servedBy: string;
  readonly holderMasked: string;
  readonly voucherSerial: string;
  /** Masked name and relation of who came in the holder's place. */
  readonly proxy: { readonly nameMasked: string; readonly relation: string } | null;
  readonly lines: readonly SlipLine[];
  readonly beforeFen: Fen;
  readonly usedFen: Fen;
  /** 未领部分失效, single use only. */
  readonly lapsedFen: Fen;
  readonly afterFen: Fen;
  readonly validTo: BusinessDate;
  readonly reprint: number;
  /** Set when the act was taken back (撤销). */
  readonly reversedAt: Instant | null;
}
