// Losses as the screens see them: listed, those that wait first, and read one by one.
import { sql } from 'kysely';
import type { Context, Handlers, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import { roundRatio } from '../domain/rounding.ts';
import { Refusal } from '../failures.ts';
import { printsOf } from '../prints.ts';
import { searchPattern } from '../search-columns.ts';
import { reversalsOf } from '../stock/paper-reversal.ts';
import { lotColumns } from '../stock/lot-columns.ts';
import { tagOf } from '../stock/tags.ts';

/** Kind of its print in the count of prints. */
export const NOTE = 'loss-note';

type Summary = Output<'losses.list'>['rows'][number];

const lossesFound = (tx: Tx, { search, state }: Pick<ParsedInput<'losses.list'>, 'search' | 'state'>) => {
  let found = tx.selectFrom('loss');
  if (state !== null) found = found.where('loss.state', '=', state);
  const pattern = searchPattern(search);
  if (pattern === null) return found;
  const anywhere = `%${pattern.replace(/^% ?/, '')}`;
  return found.where((eb) =>
    eb.or([
      eb('loss.number', '=', search.trim().toUpperCase()),
      sql<boolean>`loss.method LIKE ${anywhere} ESCAPE '\\'`,
      sql<boolean>`loss.reason_note LIKE ${anywhere} ESCAPE '\\'`,
      eb(
        'loss.id',
        'in',
        eb
          .selectFrom('loss_line')
          .innerJoin('lot', 'lot.id', 'loss_line.lot_id')
          .innerJoin('item', 'item.id', 'lot.item_id')
          .select('loss_line.loss_id')
          .where(sql<boolean>`item.search LIKE ${pattern} ESCAPE '\\'`),
      ),
    ]),
  );
};

const withPeople = (found: ReturnType<typeof lossesFound>) =>
  found
    .innerJoin('staff as proposer', 'proposer.id', 'loss.staff_id')
    .leftJoin('staff as decider', 'decider.id', 'loss.decided_by')
    .selectAll('loss')
    .select([
      'proposer.name as proposedBy',
      sql<string>`coalesce(decider.name, '')`.as('decidedBy'),
      sql<number>`(SELECT count(*) FROM loss_line AS line WHERE line.loss_id = loss.id)`.as('lines'),
    ]);

/** Refuses `not-found`. */
export const lossOf = async (tx: Tx, lossId: number) => {
  const row = await withPeople(tx.selectFrom('loss').where('loss.id', '=', lossId)).executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return row;
};
type Loss = Awaited<ReturnType<typeof lossOf>>;

const summaryOf = ({ actor }: Context, row: Loss): Summary => ({
  lossId: row.id,
  number: row.number,
  kind: row.kind,
  state: row.state,
  day: row.day,
  reason: row.reason,
  reasonNote: row.reason_note,
  method: row.method,
  witness: row.witness,
  lines: row.lines,
  proceedsFen: row.proceeds_fen,
  proposedBy: row.proposedBy,
  own: row.staff_id === actor.staffId,
  decidedBy: row.decidedBy,
  decidedAt: row.decided_at,
});

/** What it is about, line by line. Worth: what was booked when it was approved; before that, what would be booked today. */
export const goodsOf = async (tx: Tx, lossId: number) => {
  const rows = await tx
    .selectFrom('loss_line as line')
    .innerJoin('lot', 'lot.id', 'line.lot_id')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .innerJoin('place', 'place.id', 'line.place_id')
    .innerJoin('lot_stock as stock', (join) =>
      join.onRef('stock.lot_id', '=', 'line.lot_id').onRef('stock.place_id', '=', 'line.place_id'),
    )
    .leftJoin('stock_posting as posting', (join) =>
      join
        .on('posting.document', '=', 'loss')
        .onRef('posting.document_id', '=', 'line.loss_id')
        .onRef('posting.lot_id', '=', 'line.lot_id')
        .onRef('posting.place_id', '=', 'line.place_id')
        .on('posting.reverses', 'is', null),
    )
    .select([
      ...lotColumns,
      'lot.value_fen',
      'lot.received',
      'place.name as place',
      'line.quantity',
      'stock.on_hand',
      'stock.on_hand_fen',
      'posting.id as postingId',
      'posting.value_fen as postedFen',
    ])
    .where('line.loss_id', '=', lossId)
    .orderBy('line.line')
    .execute();
  return rows.map(({ grade, value_fen, received, on_hand, on_hand_fen, postingId, postedFen, ...row }) => ({
    ...row,
    tag: tagOf({ id: row.lotId, grade }),
    valueFen: worthOf({ value_fen, received, on_hand, on_hand_fen, postingId, postedFen }, row.quantity),
  }));
};

interface Worth {
  readonly value_fen: number | null;
  readonly received: number;
  readonly on_hand: number;
  readonly on_hand_fen: number | null;
  readonly postingId: number | null;
  readonly postedFen: number | null;
}
const worthOf = (worth: Worth, quantity: number): number | null => {
  if (worth.postingId !== null) return worth.postedFen === null ? null : 0 - worth.postedFen;
  if (worth.on_hand >= quantity) return costLeaving(worth.on_hand_fen, worth.on_hand, quantity);
  // Withdrawn, and the goods have left otherwise since: their part of what the lot came with.
  return worth.value_fen === null
    ? null
    : roundRatio(BigInt(worth.value_fen) * BigInt(quantity), BigInt(worth.received));
};

export const lossQueries: Pick<Handlers<'losses'>, 'losses.list' | 'losses.read'> = {
  async 'losses.list'(context: Context, { offset, limit, ...filter }) {
    const { tx } = context;
    const { total } = await lossesFound(tx, filter)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const { waiting } = await tx
      .selectFrom('loss')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('state', '=', 'proposed')
      .executeTakeFirstOrThrow();
    const rows = await withPeople(lossesFound(tx, filter))
      .orderBy(sql`loss.state = 'proposed'`, 'desc')
      .orderBy('loss.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    return { total, waiting, rows: rows.map((row) => summaryOf(context, row)) };
  },

  async 'losses.read'(context: Context, { lossId }) {
    const { tx } = context;
    const row = await lossOf(tx, lossId);
    return {
      ...summaryOf(context, row),
      proceedsWay: row.proceeds_way,
      buyer: row.buyer,
      purpose: row.purpose,
      decidedReason: row.decided_reason,
      reversed: (await reversalsOf(tx, 'loss', [lossId])).get(lossId) ?? null,
      prints: await printsOf(tx, NOTE, lossId),
      goods: await goodsOf(tx, lossId),
    };
  },
};
