// Transfers as papers: listed, read, printed.
import { sql } from 'kysely';
import type { Context, Handlers, Tx } from '../context.ts';
import type { RenderRequest, StockNoteModel } from '../contract/documents.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { reversalsOf, type PaperReversal } from './paper-reversal.ts';
import { searchPattern } from '../search-columns.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { lotColumns } from './lot-columns.ts';
import { tagOf } from './tags.ts';
import { reverseTransfer, transfer } from './transfer.ts';

const PAPER = 'transfer';

/** By number, place, note or goods. */
const transfersFound = (tx: Tx, search: string) => {
  const found = tx
    .selectFrom('transfer')
    .innerJoin('place as source', 'source.id', 'transfer.from_place_id')
    .innerJoin('place as target', 'target.id', 'transfer.to_place_id')
    .innerJoin('staff', 'staff.id', 'transfer.staff_id');
  const pattern = searchPattern(search);
  if (pattern === null) return found;
  const anywhere = `%${pattern.replace(/^%? ?/, '').replace(/%$/, '')}%`;
  return found.where(
    sql<boolean>`(lower(transfer.number) LIKE ${anywhere} ESCAPE '\\' OR transfer.note LIKE ${anywhere} ESCAPE '\\'
      OR source.name LIKE ${anywhere} ESCAPE '\\' OR target.name LIKE ${anywhere} ESCAPE '\\'
      OR transfer.id IN (SELECT posting.document_id FROM stock_posting AS posting WHERE posting.document = 'transfer'
        AND posting.item_id IN (SELECT id FROM item WHERE search LIKE ${pattern} ESCAPE '\\')))`,
  );
};

// A line is what left: the posting that takes out and takes nothing back.
const linesCount = sql<number>`(SELECT count(*) FROM stock_posting AS posting WHERE posting.document = 'transfer'
  AND posting.document_id = transfer.id AND posting.reverses IS NULL AND posting.quantity < 0)`;

const columns = [
  'transfer.id',
  'transfer.number',
  'transfer.day',
  'transfer.note',
  'source.name as from',
  'target.name as to',
  'staff.name as operator',
  linesCount.as('lines'),
] as const;
interface TransferRow {
  readonly id: number;
  readonly number: string;
  readonly day: string;
  readonly note: string;
  readonly from: string;
  readonly to: string;
  readonly operator: string;
  readonly lines: number;
}

const summaryOf = ({ id, ...row }: TransferRow, reversed: PaperReversal | undefined) => ({
  transferId: id,
  ...row,
  reversed: reversed ?? null,
});

/** Refusal: `not-found`. */
const transferOf = async (tx: Tx, transferId: number) => {
  const row = await transfersFound(tx, '')
    .select(columns)
    .where('transfer.id', '=', transferId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return summaryOf(row, (await reversalsOf(tx, PAPER, [transferId])).get(transferId));
};

const goodsOf = async (tx: Tx, transferId: number) => {
  const rows = await tx
    .selectFrom('stock_posting as posting')
    .innerJoin('lot', 'lot.id', 'posting.lot_id')
    .innerJoin('item', 'item.id', 'posting.item_id')
    .select([...lotColumns, 'posting.quantity', 'posting.value_fen as valueFen'])
    .where('posting.document', '=', PAPER)
    .where('posting.document_id', '=', transferId)
    .where('posting.reverses', 'is', null)
    .where('posting.quantity', '>', 0)
    .orderBy('posting.id')
    .execute();
  return rows.map(({ grade, ...line }) => ({ ...line, tag: tagOf({ id: line.lotId, grade }) }));
};

const printTransfer = async (context: Context, transferId: number): Promise<RenderRequest> => {
  const paper = await transferOf(context.tx, transferId);
  const goods = await goodsOf(context.tx, transferId);
  const reprint = await countPrint(context, PAPER, transferId);
  context.note(`transfer:${transferId}`, { reprint });
  const model: StockNoteModel = {
    kind: 'stock-note',
    note: 'transfer',
    ...(await paperFrame(context)),
    noteNo: paper.number,
    on: paper.day,
    fromPlace: paper.from,
    toPlace: paper.to,
    supplier: null,
    invoiceNo: null,
    funding: null,
    reason: paper.note === '' ? null : paper.note,
    method: null,
    proceedsFen: null,
    proceedsBy: null,
    buyer: null,
    purpose: null,
    lines: goods.map((line) => ({
      name: line.itemName,
      spec: line.spec === '' ? null : line.spec,
      measure: { quantity: line.quantity, scale: line.unitScale, unit: line.unit },
      expiresOn: line.expiryDay,
      lot: line.tag,
      place: null,
      amountFen: line.valueFen,
    })),
    handledBy: paper.operator,
    reviewedBy: null,
    witnessedBy: null,
    approvedBy: null,
    state: paper.reversed
      ? { is: 'reversed', reason: paper.reversed.reason, on: paper.reversed.day }
      : { is: 'valid' },
    reprint,
  };
  return { model, format: 'pdf' };
};

export const transferHandlers: Pick<
  Handlers<'stock'>,
  | 'stock.transfer'
  | 'stock.transfers'
  | 'stock.transferRead'
  | 'stock.printTransfer'
  | 'stock.reverseTransfer'
> = {
  'stock.transfer': transfer,
  'stock.reverseTransfer': reverseTransfer,

  async 'stock.transfers'({ tx }, { search, offset, limit }) {
    const found = transfersFound(tx, search);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .select(columns)
      .orderBy('transfer.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    const reversals = await reversalsOf(
      tx,
      PAPER,
      rows.map(({ id }) => id),
    );
    return { total, rows: rows.map((row) => summaryOf(row, reversals.get(row.id))) };
  },

  async 'stock.transferRead'({ tx }, { transferId }) {
    const paper = await transferOf(tx, transferId);
    const { prints } = await tx
      .selectFrom('paper_print')
      .select(({ fn }) => fn.countAll<number>().as('prints'))
      .where('kind', '=', PAPER)
      .where('document_id', '=', transferId)
      .executeTakeFirstOrThrow();
    return { ...paper, prints, goods: await goodsOf(tx, transferId) };
  },

  'stock.printTransfer': (context, { transferId }) => printTransfer(context, transferId),
};
