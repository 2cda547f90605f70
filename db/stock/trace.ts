// 去向: where a lot came from and to which households it went ("这批米给了哪 37 户"). Names leave here masked only. A redemption that
// was taken back stays in the list, marked, and counts neither as goods issued nor as a household reached.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Handlers, Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import type { Grade, StockClass } from '../schema.ts';
import { designationNames, designationWords } from './designation-words.ts';
import { originColumns, originJoins, originOf, type Origin, type OriginRow } from './origin.ts';
import { tagOf } from './tags.ts';

export type TraceRow = Output<'stock.trace'>['rows'][number];

interface LotFacts extends OriginRow {
  readonly id: number;
  readonly grade: Grade | null;
  readonly expiryDay: string | null;
  readonly stockClass: StockClass;
  readonly valueFen: number | null;
  readonly itemId: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly designatedCategory: string | null;
  readonly designatedPlace: string | null;
  readonly designatedBatch: number | null;
}

/** The lot and its origin in words. Refusal: `not-found`. */
export const tracedLot = async ({ tx, day }: Pick<Context, 'tx' | 'day'>, lotId: number) => {
  const { rows } = await sql<LotFacts>`
    SELECT lot.id, lot.grade, lot.expiry_day AS expiryDay, lot.stock_class AS stockClass, lot.value_fen AS valueFen,
      item.id AS itemId, item.code AS itemCode, item.name AS itemName, item.spec, item.unit, item.unit_scale AS unitScale,
      lot.designated_category AS designatedCategory, lot.designated_place AS designatedPlace,
      lot.designated_batch_id AS designatedBatch, ${originColumns}
    FROM lot JOIN item ON item.id = lot.item_id ${originJoins} WHERE lot.id = ${lotId}`.execute(tx);
  const [lot] = rows;
  if (!lot) throw new Refusal('not-found');
  const designation = designationWords(
    { category: lot.designatedCategory, place: lot.designatedPlace, batchId: lot.designatedBatch },
    await designationNames(tx, day, [lot.designatedBatch]),
  );
  return {
    named: {
      itemId: lot.itemId,
      itemCode: lot.itemCode,
      itemName: lot.itemName,
      spec: lot.spec,
      unit: lot.unit,
      unitScale: lot.unitScale,
      lotId: lot.id,
      tag: tagOf(lot),
      expiryDay: lot.expiryDay,
      stockClass: lot.stockClass,
    },
    valueFen: lot.valueFen,
    origin: { ...originOf(lot), designation },
  };
};

/** Net figures of the lot; received + found = issued + exchanged + scrapped + sold + missing + on hand. */
export interface LotSums {
  readonly received: number;
  readonly issued: number;
  /** For volunteers' points. */
  readonly exchanged: number;
  readonly scrapped: number;
  readonly sold: number;
  readonly found: number;
  readonly missing: number;
  readonly onHand: number;
}

/** What a stocktake found as goods nobody expected is that lot's receipt, not a surplus of it. */
export const lotSums = async (tx: Tx, lotId: number, origin: Origin): Promise<LotSums> => {
  const fromStocktake = origin.document === 'stocktake' ? origin.documentId : 0;
  const isReceipt = sql`(kind IN ('donated', 'purchased')
    OR (kind = 'found' AND document = 'stocktake' AND document_id = ${fromStocktake}))`;
  const out = (kind: string) => sql`coalesce(sum(CASE WHEN kind = ${kind} THEN 0 - quantity ELSE 0 END), 0)`;
  const { rows } = await sql<LotSums>`
    SELECT coalesce(sum(CASE WHEN ${isReceipt} THEN quantity ELSE 0 END), 0) AS received,
      coalesce(sum(CASE WHEN kind = 'issued' AND document <> 'exchange' THEN 0 - quantity ELSE 0 END), 0) AS issued,
      coalesce(sum(CASE WHEN document = 'exchange' THEN 0 - quantity ELSE 0 END), 0) AS exchanged,
      ${out('scrapped')} AS scrapped, ${out('sold')} AS sold, ${out('missing')} AS missing,
      coalesce(sum(CASE WHEN kind = 'found' AND NOT ${isReceipt} THEN quantity ELSE 0 END), 0) AS found,
      coalesce(sum(quantity), 0) AS onHand
    FROM stock_posting WHERE lot_id = ${lotId}`.execute(tx);
  const [sums] = rows;
  if (!sums) throw new Error('no sums');
  return sums;
};

// One redemption takes from a lot at one place once: a row is a redemption. Asked by document as it stands, the planner would read
// every redemption there ever was.
const takings = sql`stock_posting AS posting
  JOIN redemption ON redemption.id = posting.document_id AND redemption.reverses IS NULL`;
const fromLot = (lotId: number) =>
  sql`posting.lot_id = ${lotId} AND posting.kind = 'issued' AND (posting.document || '') = 'redemption'`;
const isReversed = sql`EXISTS (SELECT 1 FROM stock_posting AS back WHERE back.reverses = posting.id)`;

/** Acts of taking, and the distinct households that kept something of it. */
export const takingsOf = async (
  tx: Tx,
  lotId: number,
): Promise<{ readonly total: number; readonly households: number }> => {
  const { rows } = await sql<{ total: number; households: number }>`
    SELECT count(*) AS total, count(DISTINCT CASE WHEN ${isReversed} THEN NULL ELSE redemption.household_id END) AS households
    FROM ${takings} WHERE ${fromLot(lotId)}`.execute(tx);
  return rows[0] ?? { total: 0, households: 0 };
};

interface TakingRow {
  readonly redemptionId: number;
  readonly number: string;
  readonly day: string;
  readonly householdId: number;
  readonly headName: string;
  readonly category: string;
  readonly community: string;
  readonly quantity: number;
  readonly reversed: 0 | 1;
}

const traceRows = async (
  { tx, day }: Context,
  lotId: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<TraceRow[]> => {
  const { rows } = await sql<TakingRow>`
    SELECT redemption.id AS redemptionId, redemption.number, redemption.business_day AS day,
      redemption.household_id AS householdId, household.head_name AS headName, redemption.category, redemption.community,
      0 - posting.quantity AS quantity, ${isReversed} AS reversed
    FROM ${takings} JOIN household ON household.id = redemption.household_id WHERE ${fromLot(lotId)}
    ORDER BY posting.business_day, posting.id LIMIT ${limit} OFFSET ${offset}`.execute(tx);
  const categories = await readCategories(tx, day);
  return rows.map((row) => ({
    ...row,
    headName: maskName(row.headName),
    category: categories.nameOf(row.category),
    reversed: row.reversed === 1,
  }));
};

export const traceHandler: Pick<Handlers<'stock'>, 'stock.trace'> = {
  async 'stock.trace'(context: Context, { lotId, offset, limit }) {
    const { tx } = context;
    const { named, valueFen, origin } = await tracedLot(context, lotId);
    return {
      ...named,
      origin,
      valueFen,
      ...(await lotSums(tx, lotId, origin)),
      ...(await takingsOf(tx, lotId)),
      rows: await traceRows(context, lotId, { offset, limit }),
    };
  },
};
