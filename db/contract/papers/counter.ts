// The models of the papers of the counter: the slips of a redemption and of its reversal, the sheet that ends a shift or a day, the
// lists of open vouchers, the household's card, the carrier's note, and the file of one disputed voucher. Types only.
import type { VoucherState } from '../../domain/voucher-state.ts';
import type { BusinessDate, DocumentFrame, Fen, Instant, Measure } from './frame.ts';
import type { InternalMark } from './people.ts';
import type { DeliveryNoteModel, HouseholdCardModel, OpenVouchersModel } from './open-vouchers.ts';
import type { PackageLine } from './vouchers.ts';

/** The roll of a receipt printer, or A5 for shops that have an office printer only. */
export type SlipPaper = 'roll-80' | 'a5';

/** Money or volunteers' points (积分); the two are never added up. */
export type Amount = { readonly fen: Fen } | { readonly points: number };

// ---- 核销小票 ----

export interface SlipLine {
  readonly name: string;
  readonly spec: string | null;
  readonly measure: Measure;
  /** For one printed unit; null = 未计价. */
  readonly unitPriceFen: Fen | null;
  readonly amountFen: Fen | null;
  /** Taken for points: they stand on the paper instead of money; null = not. */
  readonly points: { readonly unitPrice: number; readonly amount: number } | null;
}

/** before = used + lapsed + after, all in one currency. */
export type SlipBalance =
  | {
      readonly is: 'fen' | 'points';
      readonly before: number;
      readonly used: number;
      /** 未领部分失效, single use only. */
      readonly lapsed: number;
      readonly after: number;
    }
  | {
      readonly is: 'package';
      readonly name: string;
      /** What stays for a next time, 分次使用 only. */
      readonly left: readonly PackageLine[];
      /** What was not taken and lapses. */
      readonly lapsed: readonly PackageLine[];
    };

export interface SlipVoucher {
  readonly serial: string;
  readonly balance: SlipBalance;
  readonly validTo: BusinessDate;
}

/** Limited goods taken today: what is left and from which day there is more. */
export interface SlipLimit {
  /** The item or the group of items, as the limit names it. */
  readonly name: string;
  /** Until `againDay`; null = nothing is said of it. */
  readonly left: Amount | Measure | null;
  /** From this day on again; null = not within this voucher's time. */
  readonly againDay: BusinessDate | null;
}

/** Drawn on a pad or with the mouse. */
export interface DrawnSignature {
  /** Each stroke is the way of the pen in units of `width` × `height`, from the top left corner. */
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly width: number;
  readonly height: number;
}

export interface RedemptionSlipModel extends DocumentFrame {
  readonly kind: 'redemption-slip';
  readonly paper: SlipPaper;
  readonly slipNo: string;
  readonly redeemedAt: Instant;
  readonly counter: string;
  readonly servedBy: string;
  readonly holderMasked: string;
  /** Masked name and relation of who came in the holder's place. */
  readonly proxy: { readonly nameMasked: string; readonly relation: string } | null;
  /** Every voucher of the basket; none when only free goods were taken. */
  readonly vouchers: readonly SlipVoucher[];
  readonly lines: readonly SlipLine[];
  /** 临期免费领取: goods without a voucher. */
  readonly free: readonly PackageLine[];
  /** 补现金 for goods above the face: 经营收入, never a donation; null = none. */
  readonly topUp: {
    readonly fen: Fen;
    /** Cash handed over, from which the change follows; null = not noted. */
    readonly paidFen: Fen | null;
  } | null;
  readonly limits: readonly SlipLimit[];
  /** 送货上门; null = taken along. */
  readonly delivery: {
    /** As it shall stand on the paper: the caller masks. */
    readonly address: string;
    readonly on: BusinessDate | null;
    readonly carrier: string | null;
  } | null;
  /** null = a line to sign on. */
  readonly signature: DrawnSignature | null;
  readonly reprint: number;
  /** Set when the whole act was taken back (撤销). */
  readonly reversedAt: Instant | null;
}

// ---- 撤销小票 ----

/** A voucher that got something back. */
export interface RestoredVoucher {
  readonly serial: string;
  /** null = a package: its goods may be taken again. */
  readonly back: Amount | null;
  /** After the reversal; null with `back`. */
  readonly after: Amount | null;
  readonly validTo: BusinessDate;
  /** The voucher's end was past when it was taken back: 已过期, nothing can be taken any more (ruling 6). */
  readonly expired: boolean;
}

export interface ReversalSlipModel extends DocumentFrame {
  readonly kind: 'reversal-slip';
  readonly paper: SlipPaper;
  readonly slipNo: string;
  readonly reversedAt: Instant;
  readonly counter: string;
  readonly reversedBy: string;
  /** Manager who allowed it, where one was asked. */
  readonly approvedBy: string | null;
  readonly reason: string;
  /** Slip that was taken back, and when it was made. */
  readonly ofSlipNo: string;
  readonly ofRedeemedAt: Instant;
  /** true = the whole basket, false = the lines below alone. */
  readonly whole: boolean;
  readonly holderMasked: string;
  /** Goods handed back. */
  readonly lines: readonly SlipLine[];
  /** Goods that were free and came back too. */
  readonly free: readonly PackageLine[];
  readonly vouchers: readonly RestoredVoucher[];
  /** Cash given back from the trading book; 0 = none. */
  readonly cashBackFen: Fen;
  readonly signature: DrawnSignature | null;
  readonly reprint: number;
}

// ---- 积分兑换小票 ----

/** Goods for a volunteer's points, or their return; money and vouchers are not on it. before = used + after. */
export interface PointsSlipModel extends DocumentFrame {
  readonly kind: 'points-slip';
  readonly paper: SlipPaper;
  readonly slipNo: string;
  readonly at: Instant;
  readonly counter: string;
  readonly servedBy: string;
  readonly volunteerNumber: string;
  readonly nameMasked: string;
  /** Set when goods came back: the slip it undoes. */
  readonly undoes: { readonly slipNo: string; readonly reason: string } | null;
  readonly lines: readonly SlipLine[];
  readonly before: number;
  /** Negative when points came back. */
  readonly used: number;
  readonly after: number;
  readonly reprint: number;
  /** Set when the exchange was taken back since. */
  readonly reversedAt: Instant | null;
}

// ---- 争议材料 ----

/** What a voucher is worth when it is issued. */
export type VoucherWorth =
  Amount | { readonly packageName: string; readonly contents: readonly PackageLine[] };

export type DisputeEventKind =
  | 'drafted'
  | 'issued'
  | 'printed'
  | 'handed-over'
  | 'scanned'
  | 'refused'
  | 'redeemed'
  | 'reversed'
  | 'replaced'
  | 'void'
  | 'expired'
  | 'other';

/** Goods that left or came back, from which lots. */
export interface DisputeLine extends SlipLine {
  readonly lots: readonly {
    readonly tag: string;
    readonly expiresOn: BusinessDate | null;
    /** In the smallest unit of the line's measure. */
    readonly quantity: number;
  }[];
}

export interface DisputeEvent {
  readonly at: Instant;
  readonly what: DisputeEventKind;
  /** Display name of who did it; 系统 for what the calendar did. */
  readonly by: string;
  /** Till or PC; null = not at one. */
  readonly terminal: string | null;
  /** Number of the slip or list; null = none. */
  readonly number: string | null;
  /** What it changed on the voucher, signed; null = nothing. */
  readonly change: Amount | null;
  /** What the voucher held afterwards; null where nothing changed. */
  readonly after: Amount | null;
  /** Reason, refusal, who collected, who approved: in words, one thing a line. */
  readonly notes: readonly string[];
  readonly lines: readonly DisputeLine[];
  /** Running number in the audit; null = not kept there. */
  readonly auditNo: number | null;
}

/** All there is about one voucher, for whoever decides a dispute. Stays inside. */
export interface DisputePackModel extends DocumentFrame {
  readonly kind: 'dispute-pack';
  readonly mark: InternalMark;
  /** Whether the holder stands here whole; otherwise the caller has masked name, number, phone and address. */
  readonly full: boolean;
  readonly voucher: {
    readonly serial: string;
    readonly generation: number;
    /** 券号 of the generation before and of the one that took its place. */
    readonly replaces: string | null;
    readonly replacedBy: string | null;
    readonly batchName: string;
    readonly worth: VoucherWorth;
    /** Now on it; null for a package. */
    readonly balance: Amount | null;
    readonly state: VoucherState;
    readonly validFrom: BusinessDate;
    readonly validTo: BusinessDate;
    readonly place: string;
    readonly inParts: boolean;
    /** 资金来源 in words; null = not said. */
    readonly funding: string | null;
  };
  readonly holder: {
    readonly name: string;
    readonly householdNumber: string;
    readonly identity: string | null;
    readonly phone: string | null;
    readonly address: string | null;
    readonly category: string;
    readonly community: string | null;
  };
  /** In order of time. */
  readonly events: readonly DisputeEvent[];
  /** Drawn at the till, in order of time; a handwriting is a name, so only on a full pack. */
  readonly signatures: readonly { readonly number: string; readonly drawn: DrawnSignature }[];
  readonly asOf: Instant;
  /** Head of the audit chain when this was made, and whether the chain was checked and held. */
  readonly auditHead: string;
  readonly chainHolds: boolean;
  readonly reprint: number;
}

// ---- 交班单 / 日结单 ----

/** Vouchers redeemed less those taken back, by what they are worth. */
export interface DayVouchers {
  readonly is: 'fen' | 'points' | 'package';
  readonly pieces: number;
  /** Fen or points; null for packages. */
  readonly face: number | null;
  /** Fen or points; for packages fen at list price. */
  readonly used: number;
  /** Fen or points; null for packages. */
  readonly lapsed: number | null;
}

/** Cash of the trading book in one drawer. expected = opening + topUp − returned; difference = counted − expected. */
export interface DayCash {
  /** null = nobody counted at the start; then nothing is expected either. */
  readonly openingFen: Fen | null;
  /** 补现金: how often and how much. */
  readonly topUps: number;
  readonly topUpFen: Fen;
  /** Given back by reversals. */
  readonly returns: number;
  readonly returnedFen: Fen;
  readonly expectedFen: Fen | null;
  /** null = not counted yet. */
  readonly countedFen: Fen | null;
  readonly differenceFen: Fen | null;
  /** Why it differs; null = it does not, or nobody said. */
  readonly differenceReason: string | null;
}

export interface DayHeldBasket {
  /** How the screen names it. */
  readonly name: string;
  readonly heldAt: Instant;
  readonly by: string;
  readonly holderMasked: string;
  readonly lines: number;
}

export interface DayReversal {
  readonly at: Instant;
  readonly number: string;
  readonly ofNumber: string;
  readonly by: string;
  readonly reason: string;
  readonly lines: number;
  /** Value given back in fen; null = unpriced, points or a package. */
  readonly fen: Fen | null;
}

export interface DayShift {
  readonly number: string;
  readonly terminal: string;
  readonly person: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly householdTimes: number;
  readonly usedFen: Fen;
  readonly differenceFen: Fen | null;
}

export interface DaySheetModel extends DocumentFrame {
  readonly kind: 'day-sheet';
  /** 交班单 of one shift, or 日结单 of the whole day. */
  readonly of: 'shift' | 'day';
  /** Of the shift; the business day stands for the day. */
  readonly number: string | null;
  readonly day: BusinessDate;
  /** null = all tills. */
  readonly terminal: string | null;
  /** Who worked; null = several, each in `shifts`. */
  readonly person: string | null;
  readonly from: Instant;
  /** null = still open. */
  readonly to: Instant | null;
  /** 户次, and 机构户次 in its own line (ruling 10). */
  readonly householdTimes: number;
  readonly institutionTimes: number;
  /** 临期免费领取 without a voucher: acts. */
  readonly freeTimes: number;
  /** 送货上门 acts. */
  readonly deliveries: number;
  readonly vouchers: readonly DayVouchers[];
  readonly cash: DayCash;
  readonly held: readonly DayHeldBasket[];
  /** By reason, in words, the most frequent first. */
  readonly refusals: readonly { readonly reason: string; readonly times: number }[];
  readonly reversals: readonly DayReversal[];
  /** The day's shifts; empty on the sheet of one. */
  readonly shifts: readonly DayShift[];
  /** 交班人 and 接班人 where known; null = signed by hand alone. */
  readonly handsOver: string | null;
  readonly takesOver: string | null;
  /** What is to be known by who takes over; null = nothing. */
  readonly note: string | null;
  readonly auditHead: string;
  readonly reprint: number;
}

export type CounterPaperModel =
  | RedemptionSlipModel
  | ReversalSlipModel
  | PointsSlipModel
  | DisputePackModel
  | DaySheetModel
  | OpenVouchersModel
  | HouseholdCardModel
  | DeliveryNoteModel;
