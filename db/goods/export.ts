// The catalogue as a sheet, under the headings the import reads: what goes out comes in again.
import type { Context, Handlers } from '../context.ts';
import type { TableModel } from '../contract/documents.ts';
import { formatYuan } from '../domain/money.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { listItems } from './items.ts';

const headings = [
  '物品编码',
  '品名',
  '类别',
  '规格',
  '单位',
  '参考单价',
  '有保质期',
  '商品条码',
  '包装单位',
  '库存',
] as const;
const all = 1_000_000;

export const goodsExport: Pick<Handlers<'goods'>, 'goods.export'> = {
  async 'goods.export'(context: Context, { search, category, format }) {
    const { rows } = await listItems(context.tx, context.day, { search, category, offset: 0, limit: all });
    context.note('goods', { exported: rows.length, format });
    const model: TableModel = {
      kind: 'table',
      ...(await paperFrame(context)),
      title: '物资目录',
      notes: category === '' ? [] : [`类别:${category}`],
      columns: headings.map((heading) => ({ heading, type: 'text' })),
      rows: rows.map((item) => [
        item.code,
        item.name,
        item.category,
        item.spec,
        item.unit,
        item.listPriceFen === null ? '' : formatYuan(item.listPriceFen),
        item.keepsDate ? '是' : '否',
        item.barcodes.map(({ barcode, packs }) => (packs === 1 ? barcode : `${barcode}×${packs}`)).join('、'),
        item.packs.map(({ unit, quantity }) => `${unit}=${quantity / item.unitScale}`).join(';'),
        formatQuantity(item.onHand, item.unitScale),
      ]),
      totals: null,
    };
    return { model, format };
  },
};
