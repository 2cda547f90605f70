// The models of papers round vouchers before they reach the counter: the sheets to cut apart and the sign-off list. Types only.
import type { BusinessDate, DocumentFrame, Fen, Measure } from './frame.ts';

/** 8 or 10 to an A4 page with cut marks, one to an A5 page, or one after the other on an 80 mm roll. */
export type VoucherLayout = 'a4-8' | 'a4-10' | 'single' | 'roll-80';

/** One thing a package (套餐) holds. */
export interface PackageLine {
  readonly name: string;
  readonly spec: string | null;
  readonly measure: Measure;
}

/** What stands on one voucher: money, points, or a package taken whole. */
export interface VoucherFace {
  /** QR payload, ASCII capitals and digits, at most 140 characters (rulings 2). */
  readonly payload: string;
  /** Typed code without separators. */
  readonly code: string;
  /** null = a package or a points voucher. */
  readonly faceFen: Fen | null;
  /** 积分券: whole points, a currency of their own; null = not a points voucher. */
  readonly facePoints: number | null;
  /** 套餐 this voucher is for; null = free choice. With a face value beside it, the package is what it is meant for. */
  readonly packageName: string | null;
  /** What the package holds; empty without one, or when its name says enough. */
  readonly contents: readonly PackageLine[];
  /** Already masked: 韦*兰. */
  readonly holderMasked: string;
  /** 券号 in the books and on the sign-off list; says nothing a thief could redeem with. */
  readonly serial: string;
  /** 1 = first issue, above = 补发: 2 is printed as 补发第 1 次. */
  readonly generation: number;
}

export interface VoucherSheetModel extends DocumentFrame {
  readonly kind: 'voucher-sheet';
  readonly layout: VoucherLayout;
  readonly batchName: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  readonly place: string;
  /** 分次使用: the rest stays on the voucher. Otherwise what is not taken lapses. */
  readonly inParts: boolean;
  readonly vouchers: readonly VoucherFace[];
  /** 0 = printed for the first time; above, every voucher says 补打 and how often. */
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
