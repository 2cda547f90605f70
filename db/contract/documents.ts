// The contract of the documents process: what a paper or a sheet is made of, and what comes back.
// A model holds every figure and name as it will stand on the paper; the documents process adds nothing from
// any store, so a model kept with a closed month prints the same paper again. Types only: no rules, no Node.

/** Where a figure comes from is the caller's business; here money is integer fen and null means unknown (未计价). */
export type Fen = number;
/** Instant, ISO 8601 in UTC. Printed in Beijing time. */
export type Instant = string;
/** Business date 'YYYY-MM-DD' in Beijing. */
export type BusinessDate = string;
/** Month 'YYYY-MM'. */
export type ReportMonth = string;

/** A quantity in the item's smallest unit; `scale` smallest units make one printed `unit` (袋, 公斤). */
export interface Measure {
  readonly quantity: number;
  readonly scale: number;
  readonly unit: string;
}

export interface DocumentShop {
  readonly name: string;
  readonly districtName: string;
  /** 投诉举报电话, printed on every paper a recipient or donor takes home. */
  readonly reportPhone: string;
}

/** What every paper carries whatever its kind. */
interface DocumentFrame {
  readonly shop: DocumentShop;
  /** A practice shop's papers carry 练习 across every page. */
  readonly practice: boolean;
  readonly printedAt: Instant;
  /** Display name of who prints. */
  readonly operator: string;
}

// ---- 捐赠接收凭证 ----

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

// ---- 领物券 ----

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

// ---- 报表 ----

/** 单位负责人/统计负责人/填表人/报出日期; null prints an empty place. */
export interface ReportSignatures {
  readonly head: string | null;
  readonly statistician: string | null;
  readonly preparer: string | null;
  readonly reportedOn: BusinessDate | null;
}

interface ReportFrame extends DocumentFrame {
  readonly month: ReportMonth;
  readonly closed: boolean;
  /** 数据截至. */
  readonly asOf: Instant;
  readonly signatures: ReportSignatures;
  /** Short code of the audit chain's head. */
  readonly auditHead: string;
  readonly reprint: number;
}

/** Counting definitions: domain.md §7.4. Vouchers in 张. opening + issued = redeemed + void + expired + outstanding. */
export interface DistributionFigures {
  readonly households: number;
  readonly people: number;
  readonly householdTimes: number;
  readonly personTimes: number;
  /** 期初未核销. */
  readonly opening: number;
  readonly issued: number;
  readonly issuedFen: Fen;
  readonly redeemed: number;
  /** At face value. */
  readonly redeemedFen: Fen;
  /** 实领物资金额, at list price. */
  readonly goodsFen: Fen;
  readonly void: number;
  readonly expired: number;
  readonly outstanding: number;
}

export interface DistributionRow {
  /** Category, or street/community. */
  readonly name: string;
  readonly month: DistributionFigures;
  /** 本年累计. */
  readonly year: DistributionFigures;
}

export interface DistributionReportModel extends ReportFrame {
  readonly kind: 'distribution-report';
  readonly money: 'yuan' | 'wan';
  readonly rows: readonly DistributionRow[];
  readonly communities: readonly DistributionRow[];
  /** 合计. Not the sum of the rows for 户 and 人: those are distinct counts (domain.md §7.4). */
  readonly total: DistributionRow;
  /** 其中补发(张) and 机构户次, each in a line of its own (rulings 5, 10); left out where not counted. */
  readonly replaced?: { readonly month: number; readonly year: number };
  readonly institutionTimes?: { readonly month: number; readonly year: number };
}

export interface BalanceFigure {
  /** Integer in the smallest unit. */
  readonly quantity: number;
  readonly fen: Fen | null;
}

export interface BalanceRow {
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  /** false = 未计价: quantities only, in a table of its own. */
  readonly priced: boolean;
  readonly opening: BalanceFigure;
  readonly inDonated: BalanceFigure;
  readonly inPurchased: BalanceFigure;
  /** 调入. */
  readonly inMoved: BalanceFigure;
  /** 盘盈. */
  readonly inFound: BalanceFigure;
  readonly outIssued: BalanceFigure;
  /** 调出. */
  readonly outMoved: BalanceFigure;
  readonly outScrapped: BalanceFigure;
  /** 盘亏. */
  readonly outMissing: BalanceFigure;
  readonly closing: BalanceFigure;
}

export interface BalanceReportModel extends ReportFrame {
  readonly kind: 'balance-report';
  readonly rows: readonly BalanceRow[];
}

// ---- 其他 ----

export interface RecoverySheetModel extends DocumentFrame {
  readonly kind: 'recovery-sheet';
  /** Without separators; printed in groups of four. */
  readonly recoveryCode: string;
  readonly createdAt: Instant;
}

export interface RefusedRow {
  /** Row number in the sheet as a spreadsheet program shows it. */
  readonly sheetRow: number;
  readonly reasons: readonly string[];
  readonly cells: readonly string[];
}

export interface RefusedRowsModel extends DocumentFrame {
  readonly kind: 'refused-rows';
  /** What was imported: 花名册, 物资, 捐赠. */
  readonly subject: string;
  readonly headings: readonly string[];
  readonly rows: readonly RefusedRow[];
}

export type TableCell = string | number | null;

export interface TableColumn {
  readonly heading: string;
  /** `fen` cells are integer fen and print as yuan with two decimals; null prints 未计价. */
  readonly type: 'text' | 'number' | 'fen';
  /** Relative width, 1 when left out. */
  readonly width?: number;
}

/** Any list on the screen, for print and export. */
export interface TableModel extends DocumentFrame {
  readonly kind: 'table';
  readonly title: string;
  /** Filter and period lines under the title. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly totals: readonly TableCell[] | null;
}

export type DocumentModel =
  | DonationReceiptModel
  | VoucherSheetModel
  | SignOffListModel
  | RedemptionSlipModel
  | DistributionReportModel
  | BalanceReportModel
  | RecoverySheetModel
  | RefusedRowsModel
  | TableModel;

export type DocumentKind = DocumentModel['kind'];
export type DocumentFormat = 'pdf' | 'xlsx';

export interface RenderRequest {
  readonly model: DocumentModel;
  readonly format: DocumentFormat;
}

export interface RenderedDocument {
  readonly kind: DocumentKind;
  /** A proposal for the save dialog, without personal data. */
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Pages of a PDF, sheets of a workbook. */
  readonly pages: number;
}

export interface RenderProgress {
  readonly done: number;
  readonly total: number;
}

// ---- reading sheets ----

export interface SheetRequest {
  /** For messages only; the format is told from the content. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SheetCell {
  /** Dates as YYYY-MM-DD, numbers in plain digits, formulas by their stored value, empty = ''. */
  readonly text: string;
  /** True when the spreadsheet kept a number: an 18-digit number kept so has lost its last digits. */
  readonly numeric: boolean;
}

export interface SheetTable {
  readonly sheet: string;
  /** Row i is row i + 1 of the spreadsheet; an empty row is an empty array. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetReading {
  readonly format: 'xlsx' | 'xls' | 'csv';
  readonly tables: readonly SheetTable[];
}

// ---- refusals ----

export const documentRefusals = [
  'glyph-missing',
  'cancelled',
  'sheet-not-a-sheet',
  'sheet-bomb',
  'sheet-too-large',
  'sheet-encrypted',
  'sheet-encoding',
  'sheet-damaged',
  'sheet-empty',
] as const;

export type DocumentRefusalCode = (typeof documentRefusals)[number];

/** Facts for the words, never personal data beyond the one character that cannot be printed. */
export type DocumentRefusalParams = Readonly<Record<string, string | number>>;
