// 去向单: the way of a lot on paper. Reversals stand on it as lines of their own, so that the paper adds up line by line.
import { sql } from 'kysely';
import type { Context, Handlers, Tx } from '../context.ts';
import type { RenderRequest, TraceModel } from '../contract/documents.ts';
import { maskName } from '../domain/mask.ts';
import { countPrint } from '../prints.ts';
import type { StockKind } from '../schema.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { paperNumbers } from './paper-numbers.ts';
import { lotSums, takingsOf, tracedLot } from './trace.ts';

/** Rows between two looks at whether the user gave up. */
const atOnce = 2_000;
const printedOrigin = { donation: 'gift', purchase: 'purchase', stocktake: 'other' } as const;

interface Taking {
  readonly id: number;
  readonly on: string;
  readonly slipNo: string;
  readonly headName: string;
  readonly community: string;
  readonly quantity: number;
  readonly operator: string;
}

const takingsAfter = async (tx: Tx, lotId: number, after: Taking | undefined): Promise<readonly Taking[]> => {
  const { rows } = await sql<Taking>`
    SELECT posting.id, posting.business_day AS "on", redemption.number AS slipNo, household.head_name AS headName,
      redemption.community, 0 - posting.quantity AS quantity, staff.name AS operator
    FROM stock_posting AS posting JOIN redemption ON redemption.id = posting.document_id
      JOIN household ON household.id = redemption.household_id JOIN staff ON staff.id = posting.staff_id
    WHERE posting.lot_id = ${lotId} AND posting.kind = 'issued' AND (posting.document || '') = 'redemption'
      AND (posting.business_day, posting.id) > (${after?.on ?? ''}, ${after?.id ?? 0})
    ORDER BY posting.business_day, posting.id LIMIT ${atOnce}`.execute(tx);
  return rows;
};

const otherWords: Partial<Readonly<Record<StockKind, string>>> = {
  scrapped: '报损',
  sold: '义卖',
  found: '盘盈',
  missing: '盘亏',
  // Issued otherwise than to a household.
  issued: '志愿者积分兑换',
};

/** What left or came otherwise, one line a paper; a receipt is no such line. */
const othersOf = async (tx: Tx, lotId: number, stocktakeId: number): Promise<TraceModel['others']> => {
  const { rows } = await sql<{
    day: string;
    kind: StockKind;
    document: string;
    documentId: number;
    quantity: number;
  }>`
    SELECT min(business_day) AS day, kind, document, document_id AS documentId, 0 - sum(quantity) AS quantity
    FROM stock_posting WHERE lot_id = ${lotId} AND (kind IN ('scrapped', 'sold', 'found', 'missing') OR document = 'exchange')
      AND NOT (kind = 'found' AND document = 'stocktake' AND document_id = ${stocktakeId})
    GROUP BY kind, document, document_id HAVING sum(quantity) <> 0 ORDER BY day, min(id)`.execute(tx);
  const numberOf = await paperNumbers(tx, rows);
  return rows.map((row) => ({
    on: row.day,
    docNo: numberOf(row),
    words: otherWords[row.kind] ?? row.kind,
    quantity: row.quantity,
  }));
};

const traceModel = async (context: Context, lotId: number): Promise<TraceModel> => {
  const { tx, now } = context;
  const { named, origin } = await tracedLot(context, lotId);
  const sums = await lotSums(tx, lotId, origin);
  const { households, total } = await takingsOf(tx, lotId);
  const rows: TraceModel['rows'][number][] = [];
  for (let last: Taking | undefined; ;) {
    const page = await takingsAfter(tx, lotId, last);
    for (const { id: _, headName, ...row } of page)
      rows.push({ ...row, householdMasked: maskName(headName) });
    last = page.at(-1);
    if (page.length < atOnce) break;
    await context.progress(rows.length, Math.max(total, rows.length));
  }
  return {
    kind: 'trace',
    ...(await paperFrame(context)),
    tag: named.tag,
    name: named.itemName,
    spec: named.spec === '' ? null : named.spec,
    unit: named.unit,
    scale: named.unitScale,
    expiresOn: named.expiryDay,
    origins: [
      {
        by: printedOrigin[origin.document],
        on: origin.day,
        docNo: origin.number,
        from: origin.document === 'stocktake' ? null : origin.from,
        quantity: sums.received,
      },
    ],
    rows,
    others: await othersOf(tx, lotId, origin.document === 'stocktake' ? origin.documentId : 0),
    onHand: sums.onHand,
    households,
    asOf: now,
    reprint: await countPrint(context, 'trace', lotId),
  };
};

export const printTraceHandler: Pick<Handlers<'stock'>, 'stock.printTrace'> = {
  async 'stock.printTrace'(context, { lotId }): Promise<RenderRequest> {
    context.note(`lot:${lotId}`, { printed: 'trace' });
    return { model: await traceModel(context, lotId), format: 'pdf' };
  },
};
