// The fixed words of papers about people, and the line that says whose print an internal paper is.
import type {
  ComplaintRow,
  DocumentFrame,
  EligibilityState,
  HouseholdFileConsent,
  HouseholdFileMember,
  InternalMark,
  PersonDocumentKind,
  RelativeAct,
  SpotCheckResult,
} from '../../db/contract/documents.ts';
import { beijing } from './words.ts';

/** 内部资料: who printed, when, and the print's number in the log. */
export const internalParts = (
  model: DocumentFrame & { readonly mark: InternalMark },
): readonly [string, string, string, string] => [
  '内部资料 不得外传',
  `导出人 ${model.operator}`,
  beijing(model.printedAt),
  `编号 ${model.mark.runningNo}`,
];
export const internalLine = (model: DocumentFrame & { readonly mark: InternalMark }): string =>
  internalParts(model).join(' · ');

export const maskWords = (masked: boolean): string =>
  masked
    ? '本件中姓名、证件号、电话等已作掩码处理。'
    : '本件含完整个人信息,只限办理业务使用,用后归档或销毁。';

export const eligibilityWords: Readonly<Record<EligibilityState, string>> = {
  eligible: '享受中',
  'not-yet': '未开始',
  grace: '渐退期',
  ended: '已退出',
};

export const sexWords = { male: '男', female: '女' } as const;

export const documentKindWords: Readonly<Record<PersonDocumentKind, string>> = {
  identity: '居民身份证',
  'residence-permit': '居住证',
  'household-book': '户口本',
  'birth-certificate': '出生医学证明',
  passport: '护照',
  'work-card': '工作证',
  other: '其他证件',
  none: '无证件',
};

export const careWords: Readonly<Record<NonNullable<HouseholdFileMember['care']>, string>> = {
  institution: '集中供养',
  dispersed: '分散供养',
};
export const abilityWords: Readonly<Record<NonNullable<HouseholdFileMember['ability']>, string>> = {
  independent: '自理',
  'half-dependent': '半失能',
  dependent: '失能',
};
export const leftWords: Readonly<Record<NonNullable<HouseholdFileMember['leftWhy']>, string>> = {
  died: '死亡',
  'moved-out': '迁出',
  'married-out': '婚嫁迁出',
  other: '其他',
};

export const consentWords: Readonly<Record<HouseholdFileConsent['what'], string>> = {
  notice: '告知',
  consent: '同意',
  sensitive: '敏感信息单独同意',
  publication: '公示同意',
};
export const consentWayWords: Readonly<Record<HouseholdFileConsent['way'], string>> = {
  signed: '书面签字',
  spoken: '口头',
  message: '短信或网上',
};

export const checkResultWords: Readonly<Record<SpotCheckResult, string>> = {
  fits: '符合',
  misfits: '不符合',
  'not-seen': '未见人',
};
export const decisionWords = { stays: '继续保障', ends: '退出' } as const;

export const relativeActWords: Readonly<Record<RelativeAct['what'], string>> = {
  issued: '发放',
  redeemed: '核销',
  reversed: '撤销核销',
  void: '作废',
};

export const complaintWayWords: Readonly<Record<ComplaintRow['way'], string>> = {
  phone: '电话',
  box: '举报箱',
  letter: '来信',
  visit: '来访',
  online: '网上',
  other: '其他',
};
export const complaintOutcomeWords: Readonly<Record<NonNullable<ComplaintRow['end']>['outcome'], string>> = {
  confirmed: '属实',
  partly: '部分属实',
  unfounded: '不属实',
  referred: '转办',
};
