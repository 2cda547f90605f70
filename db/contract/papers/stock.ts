// The models of the store room's papers: labels, counts, cards, notes and the way of a lot. Types only.
// Quantities are in the item's smallest unit and print by `scale`; null is unknown (未计价, 未盘) and never 0.
import type { BusinessDate, DocumentFrame, Fen, Instant, Measure } from './frame.ts';
import type { SecondHandGrade } from './gifts.ts';

// ---- 标签 ----

/** A4 sheets of 70 × 37 mm and 48.5 × 25.4 mm labels; rolls of a label printer, one label a page. */
export type LabelFormat = 'a4-3x8' | 'a4-4x10' | 'roll-60x40' | 'roll-50x30' | 'roll-40x30';

interface LabelCode {
  readonly name: string;
  /** What the scanner shall read: EAN-13 and EAN-8 are printed as such, anything else in ASCII as Code 128. */
  readonly code: string;
  readonly copies: number;
}

/** 货架标签. */
export interface ShelfLabel extends LabelCode {
  readonly is: 'shelf';
  readonly spec: string | null;
  readonly unit: string;
  /** Price of one `unit`; null prints 未计价, left out prints no price. */
  readonly priceFen?: Fen | null;
}

/** 物品标签. */
export interface ItemLabel extends LabelCode {
  readonly is: 'item';
}

/** 单件/批次标签. */
export interface LotLabel extends LabelCode {
  readonly is: 'lot';
  /** 批号 or 吊牌号 as people read it. */
  readonly tag: string;
  readonly expiresOn: BusinessDate | null;
  /** 成色 of a second-hand piece. */
  readonly grade: SecondHandGrade | null;
}

export type GoodsLabel = ShelfLabel | ItemLabel | LotLabel;

export interface LabelSheetModel extends DocumentFrame {
  readonly kind: 'label-sheet';
  readonly format: LabelFormat;
  /** Labels already used up on the first sheet, counted along the rows; all of them, or a roll: begin afresh. */
  readonly used: number;
  readonly labels: readonly GoodsLabel[];
}

// ---- 盘点 ----

/** One thing to count: an item's lot, or a tagged piece. */
export interface CountedGoods {
  readonly name: string;
  readonly spec: string | null;
  readonly unit: string;
  readonly scale: number;
  readonly expiresOn: BusinessDate | null;
  /** 批号 or 吊牌号; null where the item is counted as a whole. */
  readonly tag: string | null;
}

interface CountFrame extends DocumentFrame {
  readonly countNo: string;
  readonly place: string;
  /** 盘点范围 in words: 全部, 粮油类, 第 3 货架. */
  readonly scope: string;
  /** The moment the books were noted (快照). */
  readonly snapshotAt: Instant;
  readonly reprint: number;
}

export interface CountSheetRow extends CountedGoods {
  /** 账面数量; null = not handed over. Never printed on a blind sheet. */
  readonly book: number | null;
}

/** 盘点表, to be filled in by hand. */
export interface CountSheetModel extends CountFrame {
  readonly kind: 'count-sheet';
  /** 盲盘: no book quantity anywhere on the paper. */
  readonly blind: boolean;
  /** 双人复盘: two boxes to write in. */
  readonly double: boolean;
  readonly rows: readonly CountSheetRow[];
}

export interface CountMisfitRow extends CountedGoods {
  /** null = not counted. */
  readonly first: number | null;
  readonly second: number | null;
}

/** 复盘清单: where two counts differ. Holds no book quantity. */
export interface CountMisfitsModel extends CountFrame {
  readonly kind: 'count-misfits';
  readonly firstBy: string;
  readonly secondBy: string;
  readonly rows: readonly CountMisfitRow[];
}

export interface CountResultRow extends CountedGoods {
  /** 账面应有 at the moment of entry (rulings 21). */
  readonly book: number;
  /** 实盘; null = 未盘, in no difference and no total. */
  readonly counted: number | null;
  /** Value of counted − book at lot cost; null = 未计价. 0 where nothing differs. */
  readonly differenceFen: Fen | null;
  readonly reason: string | null;
}

/** 盘点结果(盈亏表). */
export interface CountResultModel extends CountFrame {
  readonly kind: 'count-result';
  /** null = not yet posted: the paper says so. */
  readonly postedOn: BusinessDate | null;
  readonly countedBy: readonly string[];
  readonly postedBy: string | null;
  readonly rows: readonly CountResultRow[];
}

// ---- 物资明细账 ----

export interface StockCardRow {
  readonly on: BusinessDate;
  readonly docNo: string;
  /** 摘要: 捐赠入库, 领物券发放, 盘亏 … */
  readonly summary: string;
  /** Positive = 收入, negative = 发出. */
  readonly quantity: number;
  /** Amount of the movement with the sign of `quantity`; null = 未计价. */
  readonly fen: Fen | null;
  /** 结存 after this movement. */
  readonly balance: number;
  readonly balanceFen: Fen | null;
}

export interface StockCardModel extends DocumentFrame {
  readonly kind: 'stock-card';
  readonly code: string;
  readonly name: string;
  readonly spec: string | null;
  readonly unit: string;
  readonly scale: number;
  /** One lot or piece only; null = the whole item. */
  readonly lot: { readonly tag: string; readonly expiresOn: BusinessDate | null } | null;
  /** null = all places together. */
  readonly place: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** 期初结存; the balance before the first row. */
  readonly opening: { readonly quantity: number; readonly fen: Fen | null };
  readonly rows: readonly StockCardRow[];
  /** 数据截至. */
  readonly asOf: Instant;
  readonly reprint: number;
}

// ---- 采购入库单, 调拨单, 报损单, 义卖单 ----

export type StockNoteKind = 'purchase' | 'transfer' | 'loss' | 'sale';

export interface StockNoteLine {
  readonly name: string;
  readonly spec: string | null;
  readonly measure: Measure;
  readonly expiresOn: BusinessDate | null;
  /** 批号 or 吊牌号. */
  readonly lot: string | null;
  /** Where the goods stood, when the note's lines come from several places. */
  readonly place: string | null;
  /** Worth of the line in the books (purchase: what was paid); null = 未计价. */
  readonly amountFen: Fen | null;
}

export type StockNoteState =
  | { readonly is: 'valid' }
  /** 待批准: waits for the second person, nothing has moved. */
  | { readonly is: 'proposed' }
  | { readonly is: 'withdrawn'; readonly reason: string; readonly on: BusinessDate }
  | { readonly is: 'reversed'; readonly reason: string; readonly on: BusinessDate };

/** Which facts are printed follows from `note`; a fact the note needs and that is null prints an empty place. */
export interface StockNoteModel extends DocumentFrame {
  readonly kind: 'stock-note';
  readonly note: StockNoteKind;
  readonly noteNo: string;
  readonly on: BusinessDate;
  readonly fromPlace: string | null;
  readonly toPlace: string | null;
  readonly supplier: string | null;
  readonly invoiceNo: string | null;
  /** 资金来源 in words: 福彩公益金, 捐款, 财政. */
  readonly funding: string | null;
  readonly reason: string | null;
  /** 处理方式 of a loss (销毁, 移交环卫), or how a sale was held. */
  readonly method: string | null;
  /** A sale only: 义卖所得 (null = not known), how it was paid, by whom, and what it is for. */
  readonly proceedsFen: Fen | null;
  readonly proceedsBy: 'cash' | 'transfer' | null;
  readonly buyer: string | null;
  readonly purpose: string | null;
  readonly lines: readonly StockNoteLine[];
  readonly handledBy: string | null;
  readonly reviewedBy: string | null;
  /** 见证人; on a purchase 验收人. */
  readonly witnessedBy: string | null;
  readonly approvedBy: string | null;
  readonly state: StockNoteState;
  readonly reprint: number;
}

// ---- 去向单 ----

export interface TraceOrigin {
  readonly by: 'gift' | 'purchase' | 'other';
  readonly on: BusinessDate;
  /** 凭证编号 or 入库单号. */
  readonly docNo: string;
  /** Donor or supplier; null = 匿名. */
  readonly from: string | null;
  readonly quantity: number;
}

export interface TraceRow {
  readonly on: BusinessDate;
  readonly slipNo: string;
  /** Already masked: 韦*兰. */
  readonly householdMasked: string;
  readonly community: string | null;
  /** Negative = taken back (撤销). */
  readonly quantity: number;
  readonly operator: string;
}

/** What left otherwise: 报损, 义卖, 盘亏 positive; 盘盈 negative. */
export interface TraceOther {
  /** null where several papers stand in one line. */
  readonly on: BusinessDate | null;
  readonly docNo: string | null;
  readonly words: string;
  readonly quantity: number;
}

/** 去向单: where a lot came from and who got it. Origins = rows + others + on hand, checked on the paper. */
export interface TraceModel extends DocumentFrame {
  readonly kind: 'trace';
  readonly tag: string;
  readonly name: string;
  readonly spec: string | null;
  readonly unit: string;
  readonly scale: number;
  readonly expiresOn: BusinessDate | null;
  readonly origins: readonly TraceOrigin[];
  readonly rows: readonly TraceRow[];
  readonly others: readonly TraceOther[];
  readonly onHand: number;
  /** Distinct households among the rows; masked names cannot be counted. */
  readonly households: number;
  readonly asOf: Instant;
  readonly reprint: number;
}

export type StockPaperModel =
  | LabelSheetModel
  | CountSheetModel
  | CountMisfitsModel
  | CountResultModel
  | StockCardModel
  | StockNoteModel
  | TraceModel;
