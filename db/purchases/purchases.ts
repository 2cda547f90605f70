// Purchases as the screens see them: listed with their total, read one by one.
import { sql } from 'kysely';
import type { Context, Handlers, Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { isMonth, monthRange } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { printsOf } from '../prints.ts';
import { searchPattern } from '../search-columns.ts';
import { reversalsOf } from '../stock/paper-reversal.ts';
import { lotColumns } from '../stock/lot-columns.ts';
import { tagOf } from '../stock/tags.ts';

/** Kind of its print in the count of prints. */
export const NOTE = 'purchase-note';

type Filter = Pick<ParsedInput<'purchases.list'>, 'search' | 'month' | 'source'>;

const purchasesFound = (tx: Tx, { search, month, source }: Filter) => {
  let found = tx.selectFrom('purchase');
  if (month !== '') {
    if (!isMonth(month))
      throw new Refusal('input-invalid', undefined, [{ code: 'input-invalid', field: 'month' }]);
    const { first, last } = monthRange(month);
    found = found.where('purchase.day', '>=', first).where('purchase.day', '<=', last);
  }
  if (source !== null) found = found.where('purchase.source', '=', source);
  const pattern = searchPattern(search);
  if (pattern === null) return found;
  const anywhere = `%${pattern.replace(/^% ?/, '')}`;
  return found.where((eb) =>
    eb.or([
      eb('purchase.number', '=', search.trim().toUpperCase()),
      sql<boolean>`purchase.supplier LIKE ${anywhere} ESCAPE '\\'`,
      sql<boolean>`purchase.invoice_number LIKE ${anywhere} ESCAPE '\\'`,
      eb(
        'purchase.id',
        'in',
        eb
          .selectFrom('purchase_line')
          .innerJoin('item', 'item.id', 'purchase_line.item_id')
          .select('purchase_line.purchase_id')
          .where(sql<boolean>`item.search LIKE ${pattern} ESCAPE '\\'`),
      ),
    ]),
  );
};

const linesOf = sql<number>`(SELECT count(*) FROM purchase_line AS line WHERE line.purchase_id = purchase.id)`;

/** A page of them, newest first. */
export const purchasesOf = async (
  tx: Tx,
  filter: Filter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) => {
  const rows = await purchasesFound(tx, filter)
    .selectAll('purchase')
    .select(linesOf.as('lines'))
    .orderBy('purchase.day', 'desc')
    .orderBy('purchase.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const reversals = await reversalsOf(
    tx,
    'purchase',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...summaryOf(row), reversed: reversals.get(row.id) ?? null }));
};

interface Facts {
  readonly id: number;
  readonly number: string;
  readonly day: string;
  readonly late_for_day: string | null;
  readonly supplier: string;
  readonly invoice_number: string;
  readonly source: 'donated' | 'lottery' | 'budget';
  readonly total_fen: number;
  readonly lines: number;
}
const summaryOf = (row: Facts) => ({
  purchaseId: row.id,
  number: row.number,
  day: row.day,
  lateForDay: row.late_for_day,
  supplier: row.supplier,
  invoiceNumber: row.invoice_number,
  source: row.source,
  totalFen: row.total_fen,
  lines: row.lines,
});

/** How many match, and what they cost together; what was taken back is in no sum. */
export const totalsOf = async (tx: Tx, filter: Filter): Promise<{ total: number; totalFen: number }> => {
  const found = purchasesFound(tx, filter);
  const { total, totalFen } = await found
    .leftJoin('paper_reversal', (join) =>
      join
        .onRef('paper_reversal.document_id', '=', 'purchase.id')
        .on('paper_reversal.document', '=', 'purchase'),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      sql<
        number | null
      >`sum(CASE WHEN paper_reversal.document_id IS NULL THEN purchase.total_fen ELSE 0 END)`.as('totalFen'),
    ])
    .executeTakeFirstOrThrow();
  return { total, totalFen: totalFen ?? 0 };
};

/** Refuses `not-found`. */
export const purchaseOf = async (tx: Tx, purchaseId: number) => {
  const row = await tx
    .selectFrom('purchase')
    .innerJoin('place', 'place.id', 'purchase.place_id')
    .innerJoin('staff', 'staff.id', 'purchase.staff_id')
    .selectAll('purchase')
    .select([linesOf.as('lines'), 'place.name as place', 'staff.name as recordedBy'])
    .where('purchase.id', '=', purchaseId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return row;
};

/** What came in with it, line by line, and what is still there. */
export const goodsOf = async (tx: Tx, purchaseId: number) => {
  const rows = await tx
    .selectFrom('purchase_line as line')
    .innerJoin('item', 'item.id', 'line.item_id')
    .innerJoin('lot', 'lot.purchase_line_id', 'line.id')
    .select([
      ...lotColumns,
      'line.quantity',
      'line.cost_fen as valueFen',
      sql<number>`(SELECT sum(stock.on_hand) FROM lot_stock AS stock WHERE stock.lot_id = lot.id)`.as(
        'onHand',
      ),
    ])
    .where('line.purchase_id', '=', purchaseId)
    .orderBy('line.line')
    .execute();
  return rows.map(({ grade, ...row }) => ({ ...row, tag: tagOf({ id: row.lotId, grade }) }));
};

export const purchaseQueries: Pick<Handlers<'purchases'>, 'purchases.list' | 'purchases.read'> = {
  async 'purchases.list'({ tx }: Context, input) {
    return { ...(await totalsOf(tx, input)), rows: await purchasesOf(tx, input, input) };
  },

  async 'purchases.read'({ tx }: Context, { purchaseId }) {
    const row = await purchaseOf(tx, purchaseId);
    return {
      ...summaryOf(row),
      reversed: (await reversalsOf(tx, 'purchase', [purchaseId])).get(purchaseId) ?? null,
      place: row.place,
      inspectors: [row.inspector_1, row.inspector_2],
      note: row.note,
      recordedBy: row.recordedBy,
      recordedAt: row.at,
      prints: await printsOf(tx, NOTE, purchaseId),
      goods: await goodsOf(tx, purchaseId),
    };
  },
};
