// The 资金日记账 of a month: every source that had money or movement, trading as a book of its own.
import type { Context } from '../context.ts';
import type { CashBookModel, CashBookRow, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { monthRange } from '../domain/business-day.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { movementsOf, sourcesOf, type Movement } from './book.ts';

const everything = { offset: 0, limit: 1_000_000 };

export const printBook = async (
  context: Context,
  { month, format }: ParsedInput<'cash.print'>,
): Promise<RenderRequest> => {
  const { tx, now } = context;
  context.note(`cash:${month}`, { format });
  const { first, last } = monthRange(month);
  const blocks: CashBookModel['blocks'][number][] = [];
  for (const { source, openingFen, closingFen } of await sourcesOf(tx, month)) {
    const lines = await movementsOf(tx, source, month, everything);
    if (lines.length > 0 || openingFen !== 0)
      blocks.push({ source, openingFen, rows: lines.map(rowOf), closingFen });
  }
  const model: CashBookModel = {
    kind: 'cash-book',
    ...(await paperFrame(context)),
    from: first,
    to: last,
    asOf: now,
    blocks,
    signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
    reprint: 0,
  };
  return { model, format };
};

const rowOf = (line: Movement): CashBookRow => {
  const { amountFen, reverses } = line;
  // A reversal stands negative in the column of what it takes back.
  const income = amountFen > 0 !== reverses;
  return {
    day: line.day,
    number: line.number,
    summary: `${reverses ? '撤销 ' : ''}${summaryOf(line)}`,
    incomeFen: income ? amountFen : null,
    spendingFen: income ? null : 0 - amountFen,
    balanceFen: line.balanceFen,
    lateFor: line.lateForDay,
  };
};

const summaryOf = ({ document, about, fundingKind }: Movement): string => {
  switch (document) {
    case 'donation':
      return '捐款';
    case 'purchase':
      return `采购 ${about}`;
    case 'loss':
      return `义卖所得,用于:${about}`;
    case 'redemption':
      return '柜台补款';
    case 'funding':
      return fundingKind === 'opening' ? `期初余额 ${about}` : `拨款 ${about}`;
  }
};
