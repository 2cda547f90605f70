// Why a row of an import stays out, or comes in with a warning. Codes travel to the screens; the sheet of refused rows is a
// paper and needs Chinese words here. A code without words does not compile. Never holds a person's name or number.
import type { Params } from '../contract/act.ts';
import type { RefusalCode, WarningCode } from '../contract/errors.ts';
import { foldWidth } from '../domain/fold-width.ts';

type Words = (params: Params) => string;

const said =
  (text: string): Words =>
  () =>
    text;
const date: Readonly<Record<string, string>> = {
  birth: '出生日期',
  start: '享受起始',
  review: '下次复核',
  day: '捐赠日期',
  production: '生产日期',
  expiry: '保质期至',
  disinfected: '消毒日期',
};
const column: Readonly<Record<string, string>> = {
  household: '户编号',
  relation: '与户主关系',
  street: '街道',
  community: '社区',
  address: '家庭住址',
  phone: '联系电话',
  certificate: '证件编号',
  flags: '分类施保',
  code: '物品编码',
  name: '名称',
  category: '类别',
  spec: '规格',
  unit: '单位',
  purpose: '用途',
  donor: '捐赠人',
  inspectors: '验收人',
  place: '存放地点',
};

export const rowWords = {
  'name-missing': said('没有姓名'),
  'name-too-long': said('姓名超过50个字'),
  'name-control-character': said('姓名中有看不见的控制字符'),
  'name-bidi': said('姓名中有改变书写方向的字符'),
  'name-formula': said('姓名以公式符号开头'),
  'name-ill-formed': said('姓名中有无法识别的字符'),
  'name-full-stop': said('姓名中有句点,应为间隔号“·”'),
  'text-ill-formed': said('文字中有无法识别的字符'),
  'id-missing': said('没有身份证号码'),
  'id-length': said('身份证号码位数不对'),
  'id-characters': said('身份证号码中有不该有的字符'),
  'id-as-number': said('号码被表格当作数字存储,末几位已丢失,请按文本格式重新填写'),
  'id-impossible-date': said('身份证号码中的出生日期不存在'),
  'id-birth-in-future': said('身份证号码中的出生日期晚于今天'),
  'id-check-digit': said('身份证号码校验位不对'),
  'id-birth-contradiction': said('出生日期与身份证号码不一致'),
  'id-duplicate-in-sheet': ({ otherRow }) => `与本表第${String(otherRow)}条是同一身份证号码`,
  'id-already-here': ({ household }) => `此人已在册,户编号${String(household)}`,
  'row-household-missing': said('没有户编号'),
  'row-household-mixed': ({ household }) => `户编号${String(household)}已属于另一街道或社区的家庭`,
  'row-category-missing': said('没有救助类别'),
  'row-category-unknown': ({ found }) => `救助类别“${String(found)}”不在类别表中`,
  'row-date-unreadable': ({ field }) => `${date[String(field)] ?? '日期'}无法识别`,
  'row-date-two-digit-year': ({ field }) => `${date[String(field)] ?? '日期'}的年份只有两位,请写四位`,
  'row-disability-unreadable': said('残疾人证号无法识别(应为20位,末两位是类别和等级)'),
  'row-disability-other-person': said('残疾人证号的前18位与本人身份证号码不一致'),
  'row-text-too-long': ({ field, most }) => `${column[String(field)] ?? '文字'}超过${String(most)}个字`,
  'row-code-duplicate': ({ otherRow }) => `物品编码与本表第${String(otherRow)}条重复`,
  'item-code-taken': said('物品编码已用于另一种物品'),
  'row-item-missing': said('没有物品编码或品名'),
  'row-item-unknown': ({ found }) => `物品编码“${String(found)}”不在物品目录中`,
  'row-unit-unknown': said('没有单位,或单位无法识别'),
  'row-unit-mismatch': ({ found, expected }) =>
    `单位“${String(found)}”与目录单位“${String(expected)}”不能换算`,
  'row-amount-unreadable': said('金额无法识别'),
  'row-quantity-missing': said('没有数量'),
  'row-quantity-unreadable': said('数量无法识别'),
  'row-quantity-fraction': said('数量不是整数'),
  'row-barcode-bad': said('商品条码位数或校验位不对'),
  'row-pack-bad': said('包装单位应写成“袋=50”,且不能与单位重复'),
  'row-barcode-duplicate': ({ found }) => `商品条码${String(found)}已用于另一种物品`,
  'row-way-unknown': said('捐赠方式应为实物、现金或转账'),
  'row-donor-missing': said('没有捐赠人'),
  'row-expiry-before-production': said('保质期早于生产日期'),
  'row-day-in-future': said('日期晚于今天'),
  'expiry-missing': said('这种物资必须有保质期至'),
  'shelf-life-over': ({ expiryDay }) => `捐赠当天已经过期(保质期至${String(expiryDay)})`,
  'shelf-life-short': ({ daysLeft }) => `捐赠当天剩余保质期只有${String(daysLeft)}天,低于接收标准`,
  'inspectors-two': said('验收人应为两位不同的人'),
  'place-closed': ({ place }) => `存放地点“${String(place)}”不存在或已停用`,
  'row-grade-unknown': ({ found }) => `成色“${String(found)}”无法识别`,
  'amount-not-positive': said('金额应大于零'),
  'quantity-not-positive': said('数量应大于零'),
} as const satisfies Partial<Record<RefusalCode, Words>>;

export type RowRefusalCode = keyof typeof rowWords;

export interface RowFault<C extends RefusalCode = RowRefusalCode> {
  readonly row: number;
  readonly code: C;
  /** Key of the column. */
  readonly field?: string;
  readonly params?: Record<string, string | number | null>;
}
export type RowWarning = RowFault<WarningCode>;

/** The fault in the words of the refused-rows sheet. */
export const wordsOf = (fault: RowFault): string => {
  const words: Words = rowWords[fault.code];
  return words({ ...(fault.field === undefined ? {} : { field: fault.field }), ...fault.params });
};

/** What stood in the cell, for the words; nothing that could be an identity number, an account or a telephone. */
export const shown = (text: string): { found: string } => ({
  found: /\d{8}/.test(foldWidth(text).replace(/\D{1,2}/g, '')) ? '' : Array.from(text).slice(0, 20).join(''),
});

/** Collects the faults of one row in the order they are met. */
export const faultsOfRow = (row: number) => {
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  return {
    faults,
    warnings,
    refuse: (code: RowRefusalCode, field?: string, params?: RowFault['params']): void =>
      void faults.push({ row, code, ...(field === undefined ? {} : { field }), ...(params && { params }) }),
    warn: (code: WarningCode, field?: string, params?: RowFault['params']): void =>
      void warnings.push({ row, code, ...(field === undefined ? {} : { field }), ...(params && { params }) }),
  };
};
export type RowFaults = ReturnType<typeof faultsOfRow>;
