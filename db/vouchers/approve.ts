// Issues what was prepared: drafts become vouchers with numbers and first postings, in one transaction. Who approves, and whether
// everybody still has the right, is asked here and nowhere else.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Actor, Context, Tx } from '../context.ts';
import { ownRelatives, refuseNumbers } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { nextNumbers } from '../numbers.ts';
import { readShop } from '../shop/shop.ts';
import { refuseBadBatch } from './batch-rules.ts';
import { batchById, specOf, type BatchRow } from './batch-row.ts';
import { keyOfYear } from '../keys/yearly.ts';
import { keyOf, receiversOf, type Receivers, type Turns } from './receivers.ts';

/** Numbers of households a refusal names. */
const MOST_NAMED = 20;

export interface Totals {
  readonly pieces: number;
  readonly faceFen: number;
  readonly facePoints: number;
}

/** Refusals: `not-found`, `batch-already-issued`. */
export const draftById = async (tx: Tx, batchId: number): Promise<BatchRow> => {
  const batch = await batchById(tx, batchId);
  if (batch.issued_at !== null)
    throw new Refusal('batch-already-issued', { name: batch.name, issuedAt: batch.issued_at });
  return batch;
};

export const totalsOf = async (tx: Tx, batchId: number): Promise<Totals> =>
  tx
    .selectFrom('voucher')
    .select([
      sql<number>`count(*)`.as('pieces'),
      sql<number>`coalesce(sum(face_fen), 0)`.as('faceFen'),
      sql<number>`coalesce(sum(face_points), 0)`.as('facePoints'),
    ])
    .where('batch_id', '=', batchId)
    .where('generation', '=', 1)
    .executeTakeFirstOrThrow();

/** Refusal: `batch-same-person` where the shop wants a second and this one prepared it. */
export const refuseSamePerson = async ({ tx, actor }: Context, batch: BatchRow): Promise<void> => {
  const { issueNeedsSecond } = (await readShop(tx)).settings;
  if (issueNeedsSecond && batch.staff_id === actor.staffId) throw new Refusal('batch-same-person');
};

/** Refusal, with both figures: whoever approves has not seen this batch, or whoever ends its vouchers not what is open. */
export const refuseOtherTotals = (
  expected: Totals,
  found: Totals,
  code: 'batch-totals-differ' | 'open-totals-differ' = 'batch-totals-differ',
): void => {
  const same =
    expected.pieces === found.pieces &&
    expected.faceFen === found.faceFen &&
    expected.facePoints === found.facePoints;
  if (same) return;
  throw new Refusal(code, {
    expectedPieces: expected.pieces,
    pieces: found.pieces,
    ...(found.facePoints > 0
      ? { expectedPoints: expected.facePoints, points: found.facePoints }
      : { expectedFaceFen: expected.faceFen, faceFen: found.faceFen }),
  });
};

/** Refusal: `own-relative` with every household of the batch that is on file as a relative of this person. */
export const refuseRelativesIn = async (
  tx: Tx,
  batchId: number,
  actor: Pick<Actor, 'staffId'>,
): Promise<void> => {
  const own = await ownRelatives({ tx, actor });
  if (own.length === 0) return;
  const rows = await tx
    .selectFrom('voucher')
    .select('household_id')
    .distinct()
    .where('batch_id', '=', batchId)
    .where(
      'household_id',
      'in',
      own.map(({ householdId }) => householdId),
    )
    .execute();
  const concerned = new Set(rows.map(({ household_id }) => household_id));
  refuseNumbers(own.filter(({ householdId }) => concerned.has(householdId)).map(({ number }) => number));
};

/** Who would receive today what this batch says. Refusals: what a batch may not say any more, `batch-nobody`. */
export const receiversToday = async (turn: Turns, batch: BatchRow): Promise<Receivers> => {
  const spec = specOf(batch);
  const packageFen = await turn(async (context) =>
    refuseBadBatch(context, spec, await readCategories(context.tx, context.day)),
  );
  return receiversOf(turn, spec, packageFen);
};

/**
 * Refusal: `batch-receivers-left` with the households that would receive something else today, or nothing. Who came since is
 * no reason: the next batch is for them.
 */
export const refuseWhoLeft = async (tx: Tx, batch: BatchRow, today: Receivers): Promise<void> => {
  if (today.digest === batch.receivers) return;
  const still = new Set(today.grants.map(keyOf));
  const drafted = await tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .select([
      'voucher.household_id as householdId',
      'household.number',
      'voucher.category',
      'voucher.face_fen as faceFen',
      'voucher.face_points as facePoints',
      sql<number>`count(*)`.as('pieces'),
    ])
    .where('voucher.batch_id', '=', batch.id)
    .groupBy(['voucher.household_id', 'voucher.category', 'voucher.face_fen', 'voucher.face_points'])
    .execute();
  const left = new Set(drafted.filter((each) => !still.has(keyOf(each))).map(({ number }) => number));
  if (left.size > 0)
    throw new Refusal('batch-receivers-left', {
      households: left.size,
      numbers: [...left].slice(0, MOST_NAMED).join('、'),
    });
};

/** Numbers, states, postings under the name of who prepared it (经办); `approvedBy` stands on the batch. */
export const issueDrafts = async (
  context: Context,
  batch: Pick<BatchRow, 'id' | 'staff_id'>,
  pieces: number,
  approvedBy: number,
): Promise<void> => {
  const { tx, now, day } = context;
  const [first = ''] = await nextNumbers(tx, 'voucher', day, pieces);
  const { prefix, number } = partsOf(first);
  await sql`
    UPDATE voucher SET state = 'issued', key_id = ${await keyOfYear(context)},
      serial = ${prefix} || printf('%06d', ${number} + draft.place)
    FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM voucher WHERE batch_id = ${batch.id}) AS draft
    WHERE voucher.id = draft.id`.execute(tx);
  await sql`
    INSERT INTO voucher_posting (voucher_id, kind, category, community, pieces, amount_fen, amount_points, business_day, at, staff_id)
    SELECT voucher.id, 'issued', voucher.category, household.community, 1, voucher.face_fen, voucher.face_points,
      ${day}, ${now}, ${batch.staff_id}
    FROM voucher JOIN household ON household.id = voucher.household_id
    WHERE voucher.batch_id = ${batch.id} ORDER BY voucher.id`.execute(tx);
  await tx
    .updateTable('batch')
    .set({ approved_by: approvedBy, issued_at: now })
    .where('id', '=', batch.id)
    .execute();
};

/** LQ2026-000123 → the part before the digits that count, and 123. */
const partsOf = (serial: string): { readonly prefix: string; readonly number: number } => {
  const dash = serial.lastIndexOf('-');
  return { prefix: serial.slice(0, dash + 1), number: Number(serial.slice(dash + 1)) };
};
