// Purchases on paper: the 采购入库单 of one, and the list as a sheet.
import type { Context } from '../context.ts';
import type { RenderRequest, StockNoteModel, StockNoteState, TableModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { reversalsOf } from '../stock/paper-reversal.ts';
import { goodsOf, NOTE, purchaseOf, purchasesOf, totalsOf } from './purchases.ts';

/** 资金来源 in words. */
const sourceWords = { donated: '捐款', lottery: '福彩公益金', budget: '财政资金' } as const;

const said = (text: string): string | null => (text === '' ? null : text);

/** Refuses `not-found`. */
export const printPurchase = async (context: Context, purchaseId: number): Promise<RenderRequest> => {
  const { tx } = context;
  const purchase = await purchaseOf(tx, purchaseId);
  const goods = await goodsOf(tx, purchaseId);
  const reprint = await countPrint(context, NOTE, purchaseId);
  context.note(`purchase:${purchaseId}`, { number: purchase.number, reprint });
  const model: StockNoteModel = {
    kind: 'stock-note',
    ...(await paperFrame(context)),
    note: 'purchase',
    noteNo: purchase.number,
    on: purchase.day,
    fromPlace: null,
    toPlace: purchase.place,
    supplier: purchase.supplier,
    invoiceNo: said(purchase.invoice_number),
    funding: sourceWords[purchase.source],
    reason: null,
    method: null,
    proceedsFen: null,
    proceedsBy: null,
    buyer: null,
    purpose: null,
    lines: goods.map((line) => ({
      name: line.itemName,
      spec: said(line.spec),
      measure: { quantity: line.quantity, scale: line.unitScale, unit: line.unit },
      expiresOn: line.expiryDay,
      lot: line.tag,
      place: null,
      amountFen: line.valueFen,
    })),
    handledBy: purchase.recordedBy,
    reviewedBy: null,
    witnessedBy: `${purchase.inspector_1}、${purchase.inspector_2}`,
    approvedBy: null,
    state: await stateOf(context, purchaseId),
    reprint,
  };
  return { model, format: 'pdf' };
};

const stateOf = async ({ tx }: Context, purchaseId: number): Promise<StockNoteState> => {
  const reversed = (await reversalsOf(tx, 'purchase', [purchaseId])).get(purchaseId);
  return reversed ? { is: 'reversed', reason: reversed.reason, on: reversed.day } : { is: 'valid' };
};

/** Far more than any shop buys in a year. */
const all = { offset: 0, limit: 1_000_000 };

export const exportPurchases = async (
  context: Context,
  { format, ...filter }: ParsedInput<'purchases.export'>,
): Promise<RenderRequest> => {
  const rows = await purchasesOf(context.tx, filter, all);
  const { totalFen } = await totalsOf(context.tx, filter);
  context.note('purchases', { exported: rows.length, format });
  const { month, source } = filter;
  const model: TableModel = {
    kind: 'table',
    ...(await paperFrame(context)),
    title: '采购明细表',
    notes: [
      ...(month === '' ? [] : [`月份:${month}`]),
      ...(source === null ? [] : [`资金来源:${sourceWords[source]}`]),
      '已撤销的采购列出但不计入合计。',
    ],
    columns: [
      { heading: '日期', type: 'text' },
      { heading: '单号', type: 'text' },
      { heading: '供货单位', type: 'text', width: 2 },
      { heading: '发票号码', type: 'text', width: 1.5 },
      { heading: '资金来源', type: 'text' },
      { heading: '项数', type: 'number', width: 0.6 },
      { heading: '金额(元)', type: 'fen' },
      { heading: '备注', type: 'text', width: 1.5 },
    ],
    rows: rows.map((row) => [
      row.day,
      row.number,
      row.supplier,
      row.invoiceNumber,
      sourceWords[row.source],
      row.lines,
      row.totalFen,
      [
        ...(row.lateForDay === null ? [] : [`补录 ${row.lateForDay}`]),
        ...(row.reversed === null ? [] : [`已撤销 ${row.reversed.day}`]),
      ].join(';'),
    ]),
    totals: ['合计', '', '', '', '', '', totalFen, ''],
  };
  return { model, format };
};
