// The columns of a roster (花名册) and every heading under which offices write them. What is not here is never stored: bank
// accounts, illness, remarks.
import type { Columns } from '../imports/headings.ts';

export type RosterColumn =
  | 'serial'
  | 'household'
  | 'name'
  | 'relation'
  | 'idNumber'
  | 'sex'
  | 'birth'
  | 'category'
  | 'care'
  | 'flags'
  | 'street'
  | 'community'
  | 'address'
  | 'phone'
  | 'certificate'
  | 'start'
  | 'review';

export const rosterColumns: Columns<RosterColumn> = [
  { key: 'serial', ignored: true, names: ['序号', '编号', '行号', 'no', 'no.'] },
  {
    key: 'household',
    required: true,
    names: [
      '户编号',
      '户号',
      '家庭编号',
      '家庭号',
      '户序号',
      '户代码',
      '家庭户编号',
      '家庭代码',
      '所属户编号',
    ],
  },
  {
    key: 'name',
    required: true,
    names: [
      '姓名',
      '成员姓名',
      '家庭成员姓名',
      '人员姓名',
      '对象姓名',
      '救助对象姓名',
      '保障对象姓名',
      '保障人员姓名',
    ],
  },
  { key: 'relation', names: ['与户主关系', '关系', '与户主的关系', '与申请人关系', '家庭关系', '成员关系'] },
  {
    key: 'idNumber',
    required: true,
    names: [
      '身份证号码',
      '身份证号',
      '证件号码',
      '公民身份号码',
      '公民身份证号码',
      '居民身份证号码',
      '居民身份证号',
      '公民身份证号',
      '身份证',
      '身份号码',
      '身份证件号码',
      '证件号',
    ],
  },
  { key: 'sex', names: ['性别'] },
  { key: 'birth', names: ['出生日期', '出生年月日', '出生年月', '生日', '出生'] },
  {
    key: 'category',
    required: true,
    names: [
      '救助类别',
      '对象类别',
      '类别',
      '人员类别',
      '救助对象类别',
      '保障类别',
      '救助类型',
      '保障类型',
      '对象类型',
      '人员类型',
      '困难类别',
      '身份类别',
    ],
  },
  { key: 'care', names: ['自理能力', '生活自理能力', '自理情况', '护理等级', '失能等级'] },
  { key: 'flags', names: ['分类施保', '分类施保类别', '分类救助', '分类施保类型'] },
  {
    key: 'street',
    names: [
      '街道(乡镇)',
      '街道',
      '乡镇',
      '乡镇(街道)',
      '街道/乡镇',
      '乡镇/街道',
      '镇街',
      '乡(镇)',
      '镇(街道)',
      '所属街道',
      '所属乡镇',
    ],
  },
  {
    key: 'community',
    names: [
      '社区(村)',
      '社区',
      '村',
      '村(社区)',
      '村(居)',
      '村居',
      '社区/村',
      '村/社区',
      '村(居)委会',
      '居委会',
      '村委会',
      '社区居委会',
      '所属社区',
    ],
  },
  {
    key: 'address',
    names: ['家庭住址', '住址', '地址', '家庭地址', '详细地址', '居住地址', '现住址', '联系地址', '详细住址'],
  },
  {
    key: 'phone',
    names: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '电话号码', '联系手机'],
  },
  {
    key: 'certificate',
    names: [
      '证件编号',
      '低保证号',
      '救助证号',
      '证书编号',
      '救助证编号',
      '低保证编号',
      '特困证号',
      '救助证件编号',
    ],
  },
  {
    key: 'start',
    names: [
      '享受起始',
      '享受起始日期',
      '起始日期',
      '享受开始时间',
      '享受起始时间',
      '享受时间',
      '批准日期',
      '起保时间',
      '起保日期',
      '救助开始日期',
      '享受起始年月',
    ],
  },
  {
    key: 'review',
    names: [
      '下次复核',
      '下次复核日期',
      '复核日期',
      '复核时间',
      '年审日期',
      '下次年审',
      '到期复核',
      '下次核查日期',
    ],
  },
];
