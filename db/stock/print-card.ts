// 物资明细账 on paper or as a workbook: every movement of the days, however many; between pages a cancel can arrive.
import type { Context, Handlers } from '../context.ts';
import type { StockCardModel } from '../contract/documents.ts';
import type { StockKind } from '../schema.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { balanceOf, linesOf, subjectOf, type CardInput, type CardLine } from './card.ts';
import { keysAfter, sumsOf, type Key } from './card-sums.ts';

const atOnce = 2_000;

const kindWords: Readonly<Record<StockKind, string>> = {
  donated: '捐赠入库',
  purchased: '采购入库',
  issued: '领物券发放',
  moved: '调拨',
  scrapped: '报损',
  sold: '义卖',
  found: '盘盈',
  missing: '盘亏',
};

/** 摘要: what happened, where when it is a transfer, whether it takes something back, whether it was booked late. */
const summaryOf = ({ kind, document, quantity, place, reverses, lateForDay }: CardLine): string => {
  const issued = document === 'exchange' ? '志愿者积分兑换' : kindWords[kind];
  const words = kind === 'moved' ? `${quantity > 0 ? '调入' : '调出'}(${place})` : issued;
  return [reverses ? `撤销${words}` : words, lateForDay === null ? null : `补录 ${lateForDay}`]
    .filter((part) => part !== null)
    .join(' ');
};

const cardModel = async (context: Context, input: CardInput): Promise<StockCardModel> => {
  const { tx, now, day } = context;
  const subject = await subjectOf(tx, input);
  const sums = await sumsOf(tx, subject.about, input, day);
  const opening = balanceOf(subject, sums.before);
  const rows: StockCardModel['rows'][number][] = [];
  let before = opening;
  let firstDay: string | null = null;
  for (let last: Key | null = null; ;) {
    const keys: readonly Key[] = await keysAfter(tx, subject.about, input, last, atOnce);
    const lines = await linesOf(tx, keys, before);
    firstDay ??= lines[0]?.day ?? null;
    for (const line of lines)
      rows.push({
        on: line.day,
        docNo: line.number,
        summary: summaryOf(line),
        quantity: line.quantity,
        fen: line.valueFen,
        balance: line.balance,
        balanceFen: line.balanceFen,
      });
    const end = lines.at(-1);
    if (end) before = { quantity: end.balance, fen: end.balanceFen };
    last = keys.at(-1) ?? null;
    if (keys.length < atOnce) break;
    await context.progress(rows.length, Math.max(sums.within.lines, rows.length));
  }
  return {
    kind: 'stock-card',
    ...(await paperFrame(context)),
    code: subject.code,
    name: subject.name,
    spec: subject.spec === '' ? null : subject.spec,
    unit: subject.unit,
    scale: subject.unitScale,
    lot: subject.lot && { tag: subject.lot.tag, expiresOn: subject.lot.expiryDay },
    place: subject.place,
    from: input.from === '' ? (firstDay ?? day) : input.from,
    to: input.to === '' ? day : input.to,
    opening,
    rows,
    asOf: now,
    reprint: 0,
  };
};

export const printCardHandler: Pick<Handlers<'stock'>, 'stock.printCard'> = {
  async 'stock.printCard'(context, { format, ...input }) {
    const model = await cardModel(context, input);
    context.note(input.lotId === null ? `item:${input.itemId ?? 0}` : `lot:${input.lotId}`, {
      printed: 'card',
      format,
      lines: model.rows.length,
    });
    return { model, format };
  },
};
