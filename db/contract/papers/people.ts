// The models of what is printed about people and stays inside: the file of one household, the roster that is taken out of the
// books, the roster an institution collects by. Types only. Names, numbers, phones and addresses stand on the paper as they
// stand here: who may see them whole is decided and logged before a model is made.
import type { VoucherState } from '../../domain/voucher-state.ts';
import type { BusinessDate, DocumentFrame, Fen, Instant } from './frame.ts';
import type { TableCell, TableColumn } from './lists.ts';

/** 内部资料: stands on every page with who printed and when, so that a copy or a photo says whose print it was. */
export interface InternalMark {
  /** 编号 of this print in the log. */
  readonly runningNo: string;
}

// ---- 一户一档 ----

export type EligibilityState = 'eligible' | 'not-yet' | 'grace' | 'ended';

export type PersonDocumentKind =
  | 'identity'
  | 'residence-permit'
  | 'household-book'
  | 'birth-certificate'
  | 'passport'
  | 'work-card'
  | 'other'
  | 'none';

export interface HouseholdFileMember {
  readonly name: string;
  /** 与户主关系 in words. */
  readonly relation: string;
  readonly sex: 'male' | 'female' | null;
  /** A day, or the year alone where it is masked; null = unknown. */
  readonly birth: string | null;
  readonly documentKind: PersonDocumentKind;
  readonly documentNo: string | null;
  /** 保障人口; false = lives here and is not covered. */
  readonly covered: boolean;
  /** 特困 only: 供养方式 and 自理能力. */
  readonly care: 'institution' | 'dispersed' | null;
  readonly ability: 'independent' | 'half-dependent' | 'dependent' | null;
  /** 残疾人证: number, and 类别 with 等级 in words; null = none. */
  readonly disability: { readonly number: string; readonly words: string } | null;
  /** 分类施保 flags in words. */
  readonly flags: readonly string[];
  /** First day no longer in the household; null = lives here. */
  readonly leftOn: BusinessDate | null;
  readonly leftWhy: 'died' | 'moved-out' | 'married-out' | 'other' | null;
}

/** One person covered under one category. */
export interface HouseholdFileCover {
  readonly person: string;
  readonly category: string;
  /** null = since before the books began. */
  readonly from: BusinessDate | null;
  /** First day without; null = open. */
  readonly endsOn: BusinessDate | null;
  readonly certificateNo: string | null;
  /** 批准文件. */
  readonly approval: string | null;
  /** Why it began, and why it ended. */
  readonly reason: string | null;
  readonly endReason: string | null;
}

export interface HouseholdFileProxy {
  readonly name: string;
  readonly documentKind: PersonDocumentKind;
  readonly documentNo: string | null;
  readonly phone: string | null;
  readonly relation: string;
  /** First and last day. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** 委托书 or other ground. */
  readonly ground: string | null;
  /** Ended before `to`: first day without. */
  readonly endedOn: BusinessDate | null;
}

export interface HouseholdFileConsent {
  readonly on: BusinessDate;
  /** 告知, 同意, 敏感信息单独同意, 公示同意. */
  readonly what: 'notice' | 'consent' | 'sensitive' | 'publication';
  readonly person: string;
  /** Who agreed for somebody under 14, and the relation. */
  readonly guardian: { readonly name: string; readonly relation: string } | null;
  readonly way: 'signed' | 'spoken' | 'message';
  /** The paper behind it; null = none. */
  readonly ground: string | null;
  readonly withdrawnOn: BusinessDate | null;
}

export type SpotCheckResult = 'fits' | 'misfits' | 'not-seen';

export interface HouseholdFileCheck {
  /** Number and title of the check. */
  readonly check: string;
  /** null = drawn and not yet visited. */
  readonly visitedOn: BusinessDate | null;
  readonly visitedBy: string | null;
  readonly result: SpotCheckResult | null;
  readonly note: string | null;
  /** What was decided after 不符合; null = nothing yet, or nothing to decide. */
  readonly decision: { readonly outcome: 'stays' | 'ends'; readonly reason: string } | null;
}

export interface HouseholdFileVoucher {
  readonly serial: string;
  readonly batch: string;
  /** null = a package voucher without a face value. */
  readonly faceFen: Fen | null;
  readonly validTo: BusinessDate;
  readonly state: VoucherState;
}

export interface HouseholdFileChange {
  readonly on: BusinessDate;
  /** 建档, 增员, 迁移 … in words. */
  readonly what: string;
  /** Whom it concerns; null = the whole household. */
  readonly person: string | null;
  readonly changes: readonly {
    /** In words. */
    readonly field: string;
    /** null = there was nothing before, or nothing is left. */
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly reason: string | null;
  readonly document: string | null;
  readonly by: string;
}

/** 一户一档, whole. */
export interface HouseholdFileModel extends DocumentFrame {
  readonly kind: 'household-file';
  readonly mark: InternalMark;
  /** Says on the paper that numbers, phones and names were masked; masks nothing itself. */
  readonly masked: boolean;
  readonly number: string;
  readonly state: EligibilityState;
  /** Found 不符合 and not yet decided (ruling 8). */
  readonly stopped: boolean;
  /** Payee category (就高) in words. */
  readonly category: string;
  /** First day, first day without, last day of 渐退, next 年审; null = none. */
  readonly from: BusinessDate | null;
  readonly endsOn: BusinessDate | null;
  readonly graceTo: BusinessDate | null;
  readonly nextReviewOn: BusinessDate | null;
  readonly headName: string;
  readonly address: string;
  /** 县(区), 街道(乡镇), 社区(村), as far as known. */
  readonly area: readonly string[];
  /** 12-digit 区划代码; null = not known. */
  readonly divisionCode: string | null;
  readonly phones: readonly string[];
  /** 家庭人口 and 保障人口 on `asOf`. */
  readonly people: number;
  readonly covered: number;
  /** 近亲属备案: who of the staff, and the relation; empty = none filed. */
  readonly staffRelatives: readonly { readonly staff: string; readonly relation: string }[];
  readonly members: readonly HouseholdFileMember[];
  readonly covers: readonly HouseholdFileCover[];
  readonly proxies: readonly HouseholdFileProxy[];
  readonly consents: readonly HouseholdFileConsent[];
  readonly checks: readonly HouseholdFileCheck[];
  readonly vouchers: readonly HouseholdFileVoucher[];
  readonly history: readonly HouseholdFileChange[];
  readonly asOf: Instant;
  readonly reprint: number;
}

// ---- 名册导出 ----

/** Any list of people taken out of the books: columns as the caller wants them, whole or masked. */
export interface RosterExportModel extends DocumentFrame {
  readonly kind: 'roster-export';
  readonly mark: InternalMark;
  readonly masked: boolean;
  readonly title: string;
  /** Filters and period under the title; why it was taken out, when it is not masked. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly totals: readonly TableCell[] | null;
}

// ---- 机构代领清单 ----

export interface InstitutionResident {
  /** Already masked: 韦*兰. */
  readonly nameMasked: string;
  readonly category: string;
  /** Covered members this resident's household counts, as a rule 1. */
  readonly people: number;
  readonly voucherSerial: string;
  /** 物品/套餐; null = free choice. */
  readonly goods: string | null;
  /** Goods taken at list price; null = 未计价. */
  readonly amountFen: Fen | null;
}

/** One act of collecting for all residents: 1 机构户次, the people in the list as 人次 (ruling 10). */
export interface InstitutionPickupModel extends DocumentFrame {
  readonly kind: 'institution-pickup';
  readonly number: string;
  readonly institution: string;
  readonly address: string | null;
  readonly batchName: string;
  readonly collectedAt: Instant;
  readonly collector: {
    readonly name: string;
    /** 院长, 护理员 … */
    readonly post: string | null;
    /** Last characters of the document shown; null = not noted. */
    readonly documentTail: string | null;
  };
  readonly servedBy: string;
  readonly rows: readonly InstitutionResident[];
  /** Set when the act was taken back (撤销). */
  readonly reversedAt: Instant | null;
  readonly reprint: number;
}

export type PeopleFileModel = HouseholdFileModel | RosterExportModel | InstitutionPickupModel;
