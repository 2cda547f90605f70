// The models of lists about many households: what is posted, what is checked and filed, who came and who left. Types only.
import type { BusinessDate, DocumentFrame, Fen, Instant, ReportMonth } from './frame.ts';
import type { InternalMark, SpotCheckResult } from './people.ts';
import type { ReportSignatures } from './reports.ts';

/** 户 and 人. */
export interface HeadCount {
  readonly households: number;
  readonly people: number;
}

// ---- 公示 ----

export interface PublicListRow {
  /** Whole or masked, as the setting says. */
  readonly headName: string;
  /** 45*************025; empty where nothing may be shown. */
  readonly identityMasked: string;
  /** 家庭人口 and 保障人口. */
  readonly people: number;
  readonly covered: number;
  /** Printed where any row has one; null = not part of this list. */
  readonly amountFen: Fen | null;
  readonly category: string;
  /** 街道/乡镇. */
  readonly area: string;
  readonly note: string;
}

/** 公示. Refused when any text on it holds an unmasked number of a person, whoever let it through. */
export interface PublicListModel extends DocumentFrame {
  readonly kind: 'public-list';
  readonly title: string;
  /** 公示单位. */
  readonly publisher: string;
  /** 公示期, first and last day; the first counts (ruling 28). */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** 监督电话: an office's own number, the only one printed whole. */
  readonly phone: string;
  /** How to object besides by phone; null prints the usual sentence. */
  readonly howToObject: string | null;
  readonly rows: readonly PublicListRow[];
  /** Who may not be named (minors, 孤儿 …), per category; never in `rows`. */
  readonly unnamed: readonly (HeadCount & { readonly category: string })[];
  /** Whether 保障人口 is a column of its own. */
  readonly showCovered: boolean;
  readonly reprint: number;
}

// ---- 抽查表 ----

export interface SpotCheckRow {
  readonly headName: string;
  readonly address: string;
  readonly people: number;
  readonly category: string;
  /** At least one of the two; a relative who was also drawn is both. */
  readonly drawn: boolean;
  readonly relative: boolean;
  /** null prints empty boxes to tick. */
  readonly result: SpotCheckResult | null;
  readonly visitedOn: BusinessDate | null;
  readonly visitedBy: string | null;
  readonly note: string | null;
}

/** 入户抽查表. Refused when the rows drawn are not `sampleSize`. */
export interface SpotCheckFormModel extends DocumentFrame {
  readonly kind: 'spot-check-form';
  /** null = not numbered as an internal print. */
  readonly mark: InternalMark | null;
  readonly title: string;
  readonly checkNo: string;
  /** 抽查范围 in words. */
  readonly scope: string;
  readonly drawnOn: BusinessDate;
  /** Households the sample was drawn from. */
  readonly population: number;
  /** Hundredths of a percent: 3000 = 30%. */
  readonly basisPoints: number;
  /** Rounded up; relatives who were not drawn come on top. */
  readonly sampleSize: number;
  readonly seed: string;
  readonly rows: readonly SpotCheckRow[];
  readonly reprint: number;
}

// ---- 近亲属备案表 ----

export interface RelativeAct {
  readonly on: BusinessDate;
  readonly what: 'issued' | 'redeemed' | 'reversed' | 'void';
  readonly serial: string;
  readonly batch: string;
  /** Face value when issued, goods when redeemed; negative when reversed; null = without a value. */
  readonly fen: Fen | null;
  readonly by: string;
  /** The second person of four eyes; null = nobody. */
  readonly secondBy: string | null;
  /** Done by the very relative, which must never be: said aloud on the paper. */
  readonly ownAct: boolean;
}

export interface RelativeRow {
  readonly staff: string;
  readonly post: string | null;
  /** What the household's person is to the member of staff: 兄, 岳母. */
  readonly relation: string;
  readonly filedOn: BusinessDate;
  /** First day without; null = still in force. */
  readonly endsOn: BusinessDate | null;
  readonly householdNo: string;
  readonly headMasked: string;
  readonly category: string;
  readonly acts: readonly RelativeAct[];
}

/** 近亲属备案及享受情况表. */
export interface RelativesReportModel extends DocumentFrame {
  readonly kind: 'relatives-report';
  readonly mark: InternalMark | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly asOf: Instant;
  readonly rows: readonly RelativeRow[];
  readonly signatures: ReportSignatures;
  readonly reprint: number;
}

// ---- 动态变动表 ----

/** opening + entered + transferredIn + joined − exited − transferredOut − left = closing, for 户 and for 人. */
export interface MovementRow {
  /** Category or community; a household stands in one row only. */
  readonly name: string;
  readonly opening: HeadCount;
  readonly entered: HeadCount;
  readonly transferredIn: HeadCount;
  /** 增员: people who came into a household that stayed. */
  readonly joined: number;
  readonly exited: HeadCount;
  readonly transferredOut: HeadCount;
  /** 减员. */
  readonly left: number;
  readonly closing: HeadCount;
}

/** 保障对象动态变动表. Refused when a row, the reasons, or the two tables do not tie. Totals are computed from the rows. */
export interface MovementTableModel extends DocumentFrame {
  readonly kind: 'movement-table';
  readonly month: ReportMonth;
  readonly closed: boolean;
  readonly asOf: Instant;
  /** One table or both; an empty list leaves its table out, both empty is a zero report. */
  readonly categories: readonly MovementRow[];
  readonly communities: readonly MovementRow[];
  /** Together as many as left (退出). */
  readonly exits: readonly (HeadCount & { readonly reason: string })[];
  readonly signatures: ReportSignatures;
  readonly reprint: number;
}

// ---- 举报登记表 ----

export interface ComplaintRow {
  readonly number: string;
  readonly receivedOn: BusinessDate;
  readonly way: 'phone' | 'box' | 'letter' | 'visit' | 'online' | 'other';
  readonly matter: string;
  /** null = not yet closed. */
  readonly end: {
    /** 查证情况. */
    readonly finding: string;
    readonly outcome: 'confirmed' | 'partly' | 'unfounded' | 'referred';
    /** 处理措施; null = none. */
    readonly measures: string | null;
    readonly on: BusinessDate;
    readonly by: string;
  } | null;
}

/** 举报登记表. Has no place for who reported; numbers of persons typed into the words are masked on the paper. */
export interface ComplaintRegisterModel extends DocumentFrame {
  readonly kind: 'complaint-register';
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly asOf: Instant;
  readonly rows: readonly ComplaintRow[];
  readonly signatures: ReportSignatures;
  readonly reprint: number;
}

export type PeopleListModel =
  PublicListModel | SpotCheckFormModel | RelativesReportModel | MovementTableModel | ComplaintRegisterModel;
