// 捐赠接收明细 of a month (domain.md §7.2 layout 3), the list that is posted from it, and the list on the screen as a table. A gift
// taken back after its month was closed stays in that month's list and stands as a red entry in its own.
import type { Context, Tx } from '../context.ts';
import type {
  DonationListModel,
  DonationListRow,
  RenderRequest,
  TableColumn,
  TableModel,
} from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { addDays, monthRange } from '../domain/business-day.ts';
import { countPrint } from '../prints.ts';
import { readShop } from '../shop/shop.ts';
import { giftEntries, listGifts } from './gifts.ts';
import { paperFrame } from '../shop/paper-frame.ts';

/** 公示期: a week, the first day counted (ruling 28, scenario 24). */
const POSTED_DAYS = 7;

export const printList = async (
  context: Context,
  { month, public: isPosted, format }: ParsedInput<'donations.printList'>,
): Promise<RenderRequest> => {
  const { tx, now, day } = context;
  const { first, last } = monthRange(month);
  const kind = isPosted ? 'donation-list-posted' : 'donation-list';
  const reprint = await countPrint(context, kind, Number(month.replace('-', '')));
  context.note(`donations:${month}`, { posted: isPosted, format, reprint });
  const { reportPhone } = await readShop(tx);
  const model: DonationListModel = {
    kind: 'donation-list',
    ...(await paperFrame(context)),
    from: first,
    to: last,
    asOf: now,
    rows: await rowsOf(tx, month),
    posted: isPosted ? { from: day, to: addDays(day, POSTED_DAYS - 1), phone: reportPhone } : null,
    signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
    reprint,
  };
  return { model, format };
};

/** Money in a row of its own, then every line of goods; in the order of the days. Void gifts are nowhere. */
const rowsOf = async (tx: Tx, month: string): Promise<readonly DonationListRow[]> => {
  const entries = await entriesWithLines(tx, month);
  const rows: DonationListRow[] = [];
  let last = '';
  for (const entry of entries) {
    const red = entry.red === 1;
    const signed = (figure: number): number => (red ? 0 - figure : figure);
    const head = {
      day: entry.day,
      donorName: entry.anonymous === 1 ? null : entry.donor,
      designation: entry.purpose === '' ? null : entry.purpose,
      receiptNo: entry.receipt_number,
      red,
      lateFor: red ? null : entry.late_for_day,
    };
    const key = `${entry.id} ${entry.red}`;
    if (key !== last && entry.cash_fen !== null)
      rows.push({ ...head, cashFen: signed(entry.cash_fen), goods: null });
    last = key;
    if (entry.name === null || entry.quantity === null) continue;
    const valueFen = entry.value_fen === null ? null : signed(entry.value_fen);
    const measure = {
      quantity: signed(entry.quantity),
      scale: entry.unit_scale ?? 1,
      unit: entry.unit ?? '',
    };
    rows.push({ ...head, cashFen: null, goods: { name: entry.name, measure, valueFen } });
  }
  return rows;
};

const entriesWithLines = (tx: Tx, month: string) =>
  giftEntries(tx, { search: '', month })
    .leftJoin('donation_line as line', 'line.donation_id', 'donation.id')
    .leftJoin('item', 'item.id', 'line.item_id')
    .select([
      'entry.id',
      'entry.day',
      'entry.red',
      'donation.receipt_number',
      'donation.late_for_day',
      'donation.anonymous',
      'donation.purpose',
      'donation.cash_fen',
      'donor.name as donor',
      'item.name',
      'item.unit',
      'item.unit_scale',
      'line.quantity',
      'line.value_fen',
    ])
    .where((eb) => eb.or([eb('ended.kind', 'is', null), eb('ended.kind', '=', 'red')]))
    .orderBy('entry.day')
    .orderBy('entry.red')
    .orderBy('entry.id')
    .orderBy('line.line')
    .execute();

const columns: readonly TableColumn[] = [
  { heading: '凭证号', type: 'text', width: 1.6 },
  { heading: '状态', type: 'text', width: 0.8 },
  { heading: '日期', type: 'text', width: 1.2 },
  { heading: '补录所属日期', type: 'text', width: 1.2 },
  { heading: '捐赠人', type: 'text', width: 2.4 },
  { heading: '捐款(元)', type: 'fen', width: 1.2 },
  { heading: '物资折价(元)', type: 'fen', width: 1.2 },
  { heading: '物资行数', type: 'number', width: 0.8 },
  { heading: '未计价行数', type: 'number', width: 0.8 },
  { heading: '用途', type: 'text', width: 2 },
];
const stateWords = { valid: '有效', void: '作废', red: '已红冲' } as const;

/** The list as it is filtered on the screen, all of its pages. */
export const exportGifts = async (
  context: Context,
  { search, month, format }: ParsedInput<'donations.export'>,
): Promise<RenderRequest> => {
  const { rows, cashFen, goodsFen, unpricedLines } = await listGifts(context.tx, {
    search,
    month,
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  });
  context.note('donations', { rows: rows.length, month, format });
  const model: TableModel = {
    kind: 'table',
    ...(await paperFrame(context)),
    title: '捐赠登记',
    notes: [
      `期间:${month === '' ? '全部' : month}`,
      ...(search === '' ? [] : ['按关键词筛选']),
      '合计不含已作废和已红冲的凭证;本月的红冲按负数计入',
    ],
    columns,
    rows: rows.map((row) => [
      row.receiptNumber,
      row.redEntry ? '红冲' : stateWords[row.state],
      row.day,
      row.lateForDay ?? '',
      row.donorName,
      row.cashFen,
      row.goodsFen,
      row.goodsLines,
      row.unpricedLines,
      row.purpose,
    ]),
    totals: ['合计', '', '', '', '', cashFen, goodsFen, '', unpricedLines, ''],
  };
  return { model, format };
};
