// The parts of 一户一档 as tables of words: what each holds, in which columns. Draws nothing.
import type {
  HouseholdFileChange,
  HouseholdFileMember,
  HouseholdFileModel,
} from '../../db/contract/documents.ts';
import { VOUCHER_STATE_NAMES } from '../../db/domain/voucher-state.ts';
import { sumFen, formatYuan } from '../../db/domain/money.ts';
import {
  abilityWords,
  careWords,
  checkResultWords,
  consentWayWords,
  consentWords,
  decisionWords,
  documentKindWords,
  leftWords,
  sexWords,
} from './people-words.ts';
import type { Column } from './table.ts';

export interface FilePart {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
}

const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n');
const center = (heading: string, width: number): Column => ({ heading, width, align: 'center' });
const day = (heading: string): Column => center(heading, 58);
const name = (heading: string): Column => ({ heading, width: 58 });

export const fileParts = (model: HouseholdFileModel): readonly FilePart[] => [
  members(model),
  covers(model),
  proxies(model),
  consents(model),
  checks(model),
  vouchers(model),
  history(model),
];

function memberNotes(member: HouseholdFileMember): string {
  const care = [
    member.care === null ? '' : careWords[member.care],
    member.ability === null ? '' : abilityWords[member.ability],
  ];
  const { disability, leftOn, leftWhy } = member;
  return lines(
    care.filter((part) => part !== '').join('、'),
    disability === null ? null : `残疾人证 ${disability.number} ${disability.words}`,
    member.flags.length === 0 ? null : `分类施保:${member.flags.join('、')}`,
    leftOn === null ? null : `${leftOn} 起离户${leftWhy === null ? '' : `(${leftWords[leftWhy]})`}`,
  );
}

const members = (model: HouseholdFileModel): FilePart => ({
  title: `家庭成员(${model.members.length} 人,含已离户)`,
  columns: [
    center('序号', 24),
    name('姓名'),
    center('与户主\n关系', 40),
    center('性别', 24),
    day('出生日期'),
    { heading: '证件类型', width: 56 },
    center('证件号码', 96),
    center('保障', 28),
    { heading: '供养、残疾、分类施保、变动', width: 142 },
  ],
  rows: model.members.map((member, index) => [
    String(index + 1),
    member.name,
    member.relation,
    member.sex === null ? '' : sexWords[member.sex],
    member.birth ?? '',
    documentKindWords[member.documentKind],
    member.documentNo ?? '—',
    member.covered ? '是' : '否',
    memberNotes(member),
  ]),
  note: null,
});

const covers = (model: HouseholdFileModel): FilePart => ({
  title: '享受类别与期限',
  columns: [
    name('姓名'),
    { heading: '类别', width: 80 },
    day('起始日期'),
    day('终止日期'),
    { heading: '证号', width: 84 },
    { heading: '批准文件', width: 88 },
    { heading: '原因', width: 100 },
  ],
  rows: model.covers.map((cover) => [
    cover.person,
    cover.category,
    cover.from ?? '建账前',
    cover.endsOn ?? '至今',
    cover.certificateNo ?? '',
    cover.approval ?? '',
    lines(cover.reason, cover.endReason === null ? null : `终止:${cover.endReason}`),
  ]),
  note: '自终止日期当日起不再享受。',
});

const proxies = (model: HouseholdFileModel): FilePart => ({
  title: '委托代领人',
  columns: [
    name('姓名'),
    center('与户主\n关系', 48),
    { heading: '证件类型', width: 56 },
    center('证件号码', 96),
    center('电话', 72),
    center('有效期', 70),
    { heading: '依据', width: 120 },
  ],
  rows: model.proxies.map((proxy) => [
    proxy.name,
    proxy.relation,
    documentKindWords[proxy.documentKind],
    proxy.documentNo ?? '—',
    proxy.phone ?? '—',
    `${proxy.from}\n至 ${proxy.to}`,
    lines(proxy.ground, proxy.endedOn === null ? null : `${proxy.endedOn} 起提前终止`),
  ]),
  note: null,
});

const consents = (model: HouseholdFileModel): FilePart => ({
  title: '告知与同意',
  columns: [
    day('日期'),
    name('对象'),
    { heading: '事项', width: 90 },
    { heading: '方式', width: 60 },
    { heading: '监护人', width: 84 },
    { heading: '依据', width: 100 },
    day('撤回日期'),
  ],
  rows: model.consents.map((consent) => [
    consent.on,
    consent.person,
    consentWords[consent.what],
    consentWayWords[consent.way],
    consent.guardian === null ? '' : `${consent.guardian.name}(${consent.guardian.relation})`,
    consent.ground ?? '',
    consent.withdrawnOn ?? '',
  ]),
  note: null,
});

const checks = (model: HouseholdFileModel): FilePart => ({
  title: '入户抽查',
  columns: [
    { heading: '抽查', width: 130 },
    day('入户日期'),
    { heading: '入户人', width: 70 },
    center('结果', 46),
    { heading: '情况', width: 120 },
    { heading: '处理', width: 100 },
  ],
  rows: model.checks.map(({ check, visitedOn, visitedBy, result, note, decision }) => [
    check,
    visitedOn ?? '',
    visitedBy ?? '',
    result === null ? '未入户' : checkResultWords[result],
    note ?? '',
    decision === null
      ? result === 'misfits'
        ? '待处理'
        : ''
      : `${decisionWords[decision.outcome]}:${decision.reason}`,
  ]),
  note: null,
});

const vouchers = (model: HouseholdFileModel): FilePart => ({
  title: '领物券',
  columns: [
    center('序号', 26),
    { heading: '券号', width: 92 },
    { heading: '批次', width: 170 },
    { heading: '面值(元)', width: 62, align: 'right' },
    center('有效期至', 64),
    { heading: '状态', width: 100 },
  ],
  rows: model.vouchers.map((voucher, index) => [
    String(index + 1),
    voucher.serial,
    voucher.batch,
    voucher.faceFen === null ? '套餐' : formatYuan(voucher.faceFen),
    voucher.validTo,
    VOUCHER_STATE_NAMES[voucher.state],
  ]),
  note: `共 ${model.vouchers.length} 张,面值合计 ${formatYuan(sumFen(model.vouchers.map((voucher) => voucher.faceFen ?? 0)))} 元(含已作废、已过期、已挂失)。`,
});

const changeWords = ({ changes }: HouseholdFileChange): string =>
  changes.map(({ field, before, after }) => `${field}:${before ?? '无'} → ${after ?? '无'}`).join('\n');

const history = (model: HouseholdFileModel): FilePart => ({
  title: '变动记录',
  columns: [
    center('序号', 26),
    day('日期'),
    { heading: '事项', width: 56 },
    name('对象'),
    { heading: '变动前 → 变动后', width: 176 },
    { heading: '原因、依据', width: 104 },
    { heading: '经办人', width: 48 },
  ],
  rows: model.history.map((change, index) => [
    String(index + 1),
    change.on,
    change.what,
    change.person ?? '全户',
    changeWords(change),
    lines(change.reason, change.document),
    change.by,
  ]),
  note: null,
});
