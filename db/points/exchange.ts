// Goods for points (积分兑换): the goods leave like those of a redemption, first expiry first, and are no part of what households got.
// What was exchanged is taken back whole: into the same lots, the points to the volunteer.
import { sql } from 'kysely';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context, Tx } from '../context.ts';
import { LARGEST_TYPED_FEN, multiplyPrice, sumFen } from '../domain/money.ts';
import { pointsFor } from '../domain/points.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { stockedItems, type StockedItem, type Taker } from '../stock/lots.ts';
import { postStock, type LotMove } from '../stock/post.ts';
import { reverseStock } from '../stock/reverse.ts';
import { takeFrom } from '../stock/take.ts';
import { addPoints } from './hours.ts';
import { helperOf, volunteerOf } from './volunteers.ts';

type WantedLine = ParsedInput<'points.exchange'>['lines'][number];

interface Line {
  readonly itemId: number;
  readonly quantity: number;
  readonly points: number;
  /** At list price; null: not priced. */
  readonly fen: number | null;
}

/** Of no category, from nowhere, on no batch: only goods for anyone fit, and neither 救灾 nor 优抚. */
const anyone: Taker = { category: '', street: '', community: '', batchId: null, batchClass: 'ordinary' };

/**
 * Refusals: `not-found`, `points-own`, `volunteer-inactive`; every failing line at once (`item-unknown`, `item-without-points`,
 * `stock-…`); `points-short`.
 */
export const exchange = async (
  context: Context,
  { volunteerId, lines: wanted }: ParsedInput<'points.exchange'>,
): Promise<Output<'points.exchange'>> => {
  const { tx, now, day, actor } = context;
  context.note(`volunteer:${volunteerId}`, { lines: wanted.length });
  await helperOf(context, volunteerId);
  const { lines, moves } = await fill(context, volunteerId, wanted);
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const balance = await addPoints(tx, volunteerId, 0 - points);
  const { id, number } = await record(context, { volunteerId, points, lines, reverses: null, reason: '' });
  await postStock(
    tx,
    {
      kind: 'issued',
      document: 'exchange',
      documentId: id,
      day,
      lateFor: null,
      now,
      staffId: actor.staffId,
    },
    moves,
  );
  await post(context, { volunteerId, points: 0 - points, exchangeId: id, reverses: null, about: '' });
  context.note(`volunteer:${volunteerId}`, { exchange: id, points, lines: lines.length });
  return { exchangeId: id, number, points, balance };
};

const fill = async (
  { tx, day }: Context,
  volunteerId: number,
  wanted: readonly WantedLine[],
): Promise<{ readonly lines: readonly Line[]; readonly moves: readonly LotMove[] }> => {
  const items = await stockedItems(tx, [...new Set(wanted.map(({ itemId }) => itemId))]);
  const receiver = {
    taker: anyone,
    part: { members: 1, taken: await shortDatedToday(tx, volunteerId, day) },
  };
  const reasons: Reason[] = [];
  const lines: Line[] = [];
  const moves: LotMove[] = [];
  for (const itemId of new Set(wanted.map((line) => line.itemId))) {
    const item = items.get(itemId);
    if (!item) {
      reasons.push({ code: 'item-unknown', params: { itemId } });
      continue;
    }
    const ofItem = wanted.filter((line) => line.itemId === itemId);
    const line = priced(
      item,
      ofItem.reduce((sum, { quantity }) => sum + quantity, 0),
    );
    if ('code' in line) reasons.push(line);
    else lines.push(line);
    const taken = takeFrom(item, ofItem, receiver, day);
    if ('code' in taken) reasons.push(taken);
    else moves.push(...taken);
  }
  refuseAll(reasons);
  return { lines, moves };
};

const priced = (item: StockedItem, quantity: number): Line | Reason => {
  const { pointsPrice, listPriceFen, unitScale } = item;
  if (pointsPrice === null) return { code: 'item-without-points', params: { item: item.name } };
  const dearest = Math.max(pointsPrice, listPriceFen ?? 0);
  if ((dearest / unitScale) * quantity > LARGEST_TYPED_FEN)
    return { code: 'input-invalid', field: 'lines.quantity' };
  return {
    itemId: item.id,
    quantity,
    points: pointsFor(pointsPrice, quantity, unitScale),
    fen: listPriceFen === null ? null : multiplyPrice(listPriceFen, quantity, unitScale),
  };
};

/** 临期: one piece a day, for a volunteer as for a household; what came back of that day's acts taken off. */
const shortDatedToday = async (
  tx: Tx,
  volunteerId: number,
  day: string,
): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await sql<{ itemId: number; taken: number }>`
    SELECT posting.item_id AS itemId, 0 - sum(posting.quantity) AS taken
    FROM point_exchange AS act LEFT JOIN point_exchange AS taken ON taken.id = act.reverses
    JOIN stock_posting AS posting ON posting.document = 'exchange' AND posting.document_id = act.id
    JOIN lot ON lot.id = posting.lot_id AND lot.short_dated = 1
    WHERE act.volunteer_id = ${volunteerId} AND coalesce(taken.business_day, act.business_day) = ${day} GROUP BY posting.item_id`.execute(
    tx,
  );
  return new Map(rows.map(({ itemId, taken }) => [itemId, taken]));
};

interface Recorded {
  readonly volunteerId: number;
  readonly points: number;
  readonly lines: readonly Line[];
  readonly reverses: number | null;
  readonly reason: string;
}

const record = async (
  { tx, now, day, actor, session }: Context,
  { volunteerId, points, lines, reverses, reason }: Recorded,
): Promise<{ readonly id: number; readonly number: string }> => {
  const number = await nextNumber(tx, 'points', day);
  const { id } = await tx
    .insertInto('point_exchange')
    .values({
      number,
      volunteer_id: volunteerId,
      points,
      goods_fen: sumFen(lines.map(({ fen }) => fen ?? 0)),
      business_day: day,
      at: now,
      terminal: session.terminal,
      reverses,
      reason,
      staff_id: actor.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('point_exchange_line')
    .values(
      lines.map((line, at) => ({
        exchange_id: id,
        line: at + 1,
        item_id: line.itemId,
        quantity: line.quantity,
        points: line.points,
      })),
    )
    .execute();
  return { id, number };
};

interface Posted {
  readonly volunteerId: number;
  readonly points: number;
  readonly exchangeId: number;
  readonly reverses: number | null;
  readonly about: string;
}

const post = async (
  { tx, now, day, actor }: Context,
  { volunteerId, points, exchangeId, reverses, about }: Posted,
): Promise<void> => {
  await tx
    .insertInto('point_posting')
    .values({
      volunteer_id: volunteerId,
      kind: 'exchanged',
      points,
      rate: 0,
      exchange_id: exchangeId,
      about,
      service_day: null,
      business_day: day,
      at: now,
      reverses,
      staff_id: actor.staffId,
    })
    .execute();
};

/** Refusals: `not-found`, `points-own`, `exchange-reversed`. */
export const reverseExchange = async (
  context: Context,
  { exchangeId, reason }: ParsedInput<'points.reverseExchange'>,
): Promise<Output<'points.reverseExchange'>> => {
  const { tx, now, day, actor } = context;
  const taken = await tx
    .selectFrom('point_exchange')
    .selectAll()
    .where('id', '=', exchangeId)
    .where('reverses', 'is', null)
    .executeTakeFirst();
  if (!taken) throw new Refusal('not-found');
  const volunteerId = taken.volunteer_id;
  context.note(`volunteer:${volunteerId}`, { reverses: exchangeId });
  const back = await tx
    .selectFrom('point_exchange')
    .select(['at as reversedAt', 'reason'])
    .where('reverses', '=', exchangeId)
    .executeTakeFirst();
  if (back) throw new Refusal('exchange-reversed', { exchange: taken.number, ...back });
  // Who left since may still bring goods back.
  const volunteer = await volunteerOf(tx, volunteerId);
  if (volunteer.staff_id === actor.staffId) throw new Refusal('points-own', { number: volunteer.number });
  const lines = await linesBack(tx, exchangeId, taken.goods_fen);
  const { id, number } = await record(context, {
    volunteerId,
    points: 0 - taken.points,
    lines,
    reverses: exchangeId,
    reason,
  });
  await reverseStock(tx, 'exchange', exchangeId, {
    document: 'exchange',
    documentId: id,
    day,
    lateFor: null,
    now,
    staffId: actor.staffId,
  });
  const balance = await addPoints(tx, volunteerId, taken.points);
  const { id: postingId } = await tx
    .selectFrom('point_posting')
    .select('id')
    .where('exchange_id', '=', exchangeId)
    .executeTakeFirstOrThrow();
  await post(context, {
    volunteerId,
    points: taken.points,
    exchangeId: id,
    reverses: postingId,
    about: reason,
  });
  return { exchangeId: id, number, points: taken.points, balance };
};

/** The lines with the opposite sign; what they were worth together stands on the first. */
const linesBack = async (tx: Tx, exchangeId: number, goodsFen: number): Promise<readonly Line[]> => {
  const lines = await tx
    .selectFrom('point_exchange_line')
    .selectAll()
    .where('exchange_id', '=', exchangeId)
    .orderBy('line')
    .execute();
  return lines.map((line, at) => ({
    itemId: line.item_id,
    quantity: 0 - line.quantity,
    points: 0 - line.points,
    fen: at === 0 && goodsFen > 0 ? 0 - goodsFen : 0,
  }));
};
