// The columns of a list of gifts and the headings under which people write them.
import type { Columns } from '../imports/headings.ts';

export type GiftColumn =
  | 'serial'
  | 'day'
  | 'donor'
  | 'way'
  | 'item'
  | 'quantity'
  | 'unit'
  | 'amount'
  | 'purpose'
  | 'production'
  | 'expiry'
  | 'inspectors'
  | 'place'
  | 'grade'
  | 'disinfected';

export const giftColumns: Columns<GiftColumn> = [
  { key: 'serial', ignored: true, names: ['序号', '行号', 'no', 'no.'] },
  { key: 'day', required: true, names: ['日期', '捐赠日期', '接收日期', '登记日期', '捐赠时间', '接收时间'] },
  {
    key: 'donor',
    required: true,
    names: [
      '捐赠人',
      '捐赠者',
      '捐赠单位',
      '捐赠单位(个人)',
      '捐赠方',
      '捐赠人(单位)',
      '捐赠人姓名',
      '捐赠单位/个人',
      '捐款人',
    ],
  },
  { key: 'way', required: true, names: ['方式', '捐赠方式', '捐赠形式', '捐赠类型', '形式'] },
  { key: 'item', names: ['物品编码', '物资编码', '编码', '商品编码', '物品编号', '物资编号'] },
  { key: 'quantity', names: ['数量', '捐赠数量', '件数'] },
  { key: 'unit', names: ['单位', '计量单位', '数量单位'] },
  { key: 'amount', names: ['金额', '捐赠金额', '价值', '折价', '折合金额', '金额(折价)'] },
  { key: 'purpose', names: ['用途', '捐赠用途', '定向用途', '捐赠意向', '指定用途'] },
  { key: 'production', names: ['生产日期', '出厂日期', '制造日期'] },
  { key: 'expiry', names: ['保质期至', '到期日', '有效期至', '到期日期', '保质期到', '保质期截止'] },
  // Two names in one cell.
  { key: 'inspectors', names: ['验收人', '验收人员', '验收人(两人)', '验收'] },
  { key: 'place', names: ['存放地点', '存放位置', '入库地点', '仓库', '库房'] },
  { key: 'grade', names: ['成色', '新旧程度', '新旧'] },
  { key: 'disinfected', names: ['消毒日期', '消毒时间'] },
];
