// The columns of a goods list and the headings under which people write them.
import type { Columns } from '../imports/headings.ts';

export type GoodsColumn =
  'serial' | 'code' | 'name' | 'category' | 'spec' | 'unit' | 'price' | 'keepsDate' | 'barcode' | 'packs';

export const goodsColumns: Columns<GoodsColumn> = [
  { key: 'serial', ignored: true, names: ['序号', '行号', 'no', 'no.'] },
  {
    key: 'code',
    required: true,
    names: ['物品编码', '编码', '物资编码', '商品编码', '货号', '物品编号', '物资编号', '商品编号', '编号'],
  },
  { key: 'name', required: true, names: ['品名', '名称', '物品名称', '物资名称', '商品名称'] },
  { key: 'category', names: ['类别', '物品类别', '物资类别', '商品类别', '分类', '品类'] },
  { key: 'spec', names: ['规格', '规格型号', '型号', '包装规格'] },
  { key: 'unit', required: true, names: ['单位', '计量单位'] },
  { key: 'price', names: ['参考单价', '单价', '价格', '参考价', '市场价', '参考价格'] },
  { key: 'keepsDate', names: ['有保质期', '保质期管理', '是否有保质期', '有无保质期'] },
  { key: 'barcode', names: ['商品条码', '条码', '条形码', '国际条码', 'ean', 'ean13', '商品条形码'] },
  { key: 'packs', names: ['包装单位', '包装', '包装换算', '换算'] },
];
