// Words of the history on the printed file: what happened, which field, and values that travel as codes. The screen has its own words.
import { CARE_LEVELS } from '../domain/categories.ts';
import type { HouseholdEventKind } from '../schema.ts';

export const eventWords: Readonly<Record<HouseholdEventKind, string>> = {
  entered: '建档',
  corrected: '更正',
  joined: '增员',
  left: '减员',
  head: '变更户主',
  moved: '迁移',
  split: '分户',
  merged: '并户',
  began: '开始享受',
  changed: '变更类别',
  ended: '退出',
  renewed: '年审',
  stopped: '抽查不符合',
  decided: '抽查处理',
  erased: '清除个人信息',
};

const fields: Readonly<Record<string, string>> = {
  name: '姓名',
  documentKind: '证件类型',
  idNumber: '证件号码',
  documentNumber: '证件号码',
  sex: '性别',
  birthDay: '出生日期',
  birth: '出生日期',
  relation: '与户主关系',
  care: '自理能力',
  flags: '分类施保',
  certificate: '证件编号',
  disability: '残疾人证',
  street: '街道(乡镇)',
  community: '社区(村)',
  divisionCode: '区划代码',
  division: '区划代码',
  address: '住址',
  phone: '电话',
  institution: '供养机构',
  household: '所在家庭',
  joined: '来由',
  left: '去向',
  coverEnd: '保障变动日',
  category: '类别',
  nextReviewDay: '下次年审',
  review: '下次年审',
  stopped: '暂停发放',
  decision: '处理',
};

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: { male: '男', female: '女' },
  care: Object.fromEntries(CARE_LEVELS.map(({ code, name }) => [code, name])),
  documentKind: {
    identity: '居民身份证',
    'residence-permit': '居住证',
    'household-book': '户口本',
    'birth-certificate': '出生医学证明',
    passport: '护照',
    other: '其他证件',
    none: '无证件',
  },
  joined: { born: '出生', 'married-in': '婚嫁迁入', 'moved-in': '迁入', returned: '返回', other: '其他' },
  left: { died: '死亡', 'moved-out': '迁出', 'married-out': '婚嫁迁出', other: '其他' },
  stopped: { 'check-misfits': '抽查不符合' },
  decision: { stays: '继续享受', ends: '退出' },
};

export const changeField = (field: string): string => fields[field] ?? field;
export const changeValue = (field: string, value: string): string => values[field]?.[value] ?? value;
