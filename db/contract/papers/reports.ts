// The models of the monthly reports. Counting definitions: domain.md §7.4. Types only.
import type { BusinessDate, DocumentFrame, Fen, Instant, ReportMonth } from './frame.ts';

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

export interface GraceFigures {
  readonly redeemed: number;
  readonly redeemedFen: Fen;
  readonly householdTimes: number;
}

/** Lines of their own under the table; never added to it. */
export interface ApartFigures {
  /** 补发(张). */
  readonly replaced: number;
  readonly overrides: number;
  readonly freeTimes: number;
  readonly freeFen: Fen;
  readonly topUpTimes: number;
  readonly topUpFen: Fen;
  readonly deliveries: number;
  readonly single: { readonly batches: number; readonly pieces: number; readonly fen: Fen };
  readonly points: {
    readonly pieces: number;
    readonly issued: number;
    readonly used: number;
    readonly lapsed: number;
  };
  /** 志愿者积分兑换: no relief, in no row. */
  readonly exchanges: { readonly times: number; readonly points: number; readonly fen: Fen };
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
  /** 补发, 超限, 免券领取, 补现金, 送货上门, 单人经办, points, 志愿者积分兑换: what did not happen all year has no line. */
  readonly apart?: { readonly month: ApartFigures; readonly year: ApartFigures };
  /** 超限 of the month by who said yes. */
  readonly overriddenBy?: readonly { readonly name: string; readonly times: number }[];
  /** 其中渐退期核销: taken after the household had left (scenario 4); in the total as well. */
  readonly grace?: { readonly month: GraceFigures; readonly year: GraceFigures };
  /** 机构户次 (rulings 10). */
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
  /** 义卖. */
  readonly outSold: BalanceFigure;
  /** 盘亏. */
  readonly outMissing: BalanceFigure;
  readonly closing: BalanceFigure;
}

export interface BalanceReportModel extends ReportFrame {
  readonly kind: 'balance-report';
  readonly rows: readonly BalanceRow[];
}
