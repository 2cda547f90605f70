// The list of lots as a sheet: what the screen shows under the same filter, all of it.
import type { Handlers } from '../context.ts';
import type { TableModel } from '../contract/documents.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { lotPage, lotTotals, type LotFilter, type LotRow } from './find-lots.ts';

const atOnce = 10_000;

const titles: Readonly<Record<LotFilter['show'], string>> = {
  all: '库存批次',
  ending: '临近保质期批次',
  expired: '过期批次',
  held: '暂停发放批次',
  designated: '定向捐赠批次',
  'short-dated': '临期接收批次',
  reserved: '已占用批次',
};
const classWords = { donated: '捐赠', purchased: '采购', disaster: '救灾', preferential: '优抚' } as const;

const columns: TableModel['columns'] = [
  { heading: '物品编码', type: 'text' },
  { heading: '品名', type: 'text', width: 2 },
  { heading: '规格', type: 'text' },
  { heading: '类别', type: 'text' },
  { heading: '地点', type: 'text' },
  { heading: '批号/吊牌', type: 'text', width: 1.3 },
  { heading: '性质', type: 'text', width: 0.7 },
  { heading: '保质期至', type: 'text' },
  { heading: '剩余天数', type: 'text', width: 0.8 },
  { heading: '单位', type: 'text', width: 0.6 },
  { heading: '在库', type: 'text' },
  { heading: '已占用', type: 'text' },
  { heading: '暂停', type: 'text' },
  { heading: '过期', type: 'text' },
  { heading: '可发', type: 'text' },
  { heading: '账面金额(元)', type: 'fen', width: 1.2 },
  { heading: '定向', type: 'text' },
  { heading: '来源', type: 'text', width: 2 },
  { heading: '暂停原因', type: 'text' },
];

const rowOf = (lot: LotRow): TableModel['rows'][number] => {
  const amount = (quantity: number): string => formatQuantity(quantity, lot.unitScale);
  return [
    lot.itemCode,
    lot.itemName,
    lot.spec,
    lot.category,
    lot.place,
    lot.tag,
    classWords[lot.stockClass],
    lot.expiryDay ?? '',
    lot.daysLeft === null ? '' : String(lot.daysLeft),
    lot.unit,
    amount(lot.onHand),
    amount(lot.reserved),
    amount(lot.held),
    amount(lot.expired),
    amount(lot.available),
    lot.onHandFen,
    lot.designation,
    lot.origin,
    lot.heldReason ?? '',
  ];
};

export const exportHandler: Pick<Handlers<'stock'>, 'stock.export'> = {
  async 'stock.export'(context, { format, ...wanted }) {
    const filter: LotFilter = { ...wanted, itemId: null };
    const { total, fen, unpricedLots } = await lotTotals(context, filter);
    const rows: TableModel['rows'][number][] = [];
    while (rows.length < total) {
      const page = await lotPage(context, filter, { offset: rows.length, limit: atOnce });
      if (page.length === 0) break;
      rows.push(...page.map(rowOf));
      await context.progress(rows.length, total);
    }
    context.note('stock', { exported: rows.length, show: filter.show, format });
    const model: TableModel = {
      kind: 'table',
      ...(await paperFrame(context)),
      title: titles[filter.show],
      notes: [
        `截至 ${context.day}`,
        ...(filter.category === '' ? [] : [`类别:${filter.category}`]),
        ...(unpricedLots === 0 ? [] : [`另有 ${unpricedLots} 个批次未计价,不在金额合计内`]),
      ],
      columns,
      rows,
      totals: columns.map(({ type }, at) => (at === 0 ? '合计' : type === 'fen' ? fen : null)),
    };
    return { model, format };
  },
};
