// Batches with what became of their vouchers, and one batch whole. Reads only.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Steps, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { businessDay } from '../domain/business-day.ts';
import { reportGroup, type ReportGroup, type VoucherState } from '../domain/voucher-state.ts';
import { inPartsOfBatch } from '../in-parts.ts';
import { readShop } from '../shop/shop.ts';
import { batchById, NO_LIST, sameListAs, sizeFacesOf, specOf, type BatchRow } from './batch-row.ts';
import { byCategoryOf, byCommunityOf, sumsOf, type Summed } from './batch-sums.ts';
import { stockNeedOf } from './package-worth.ts';

interface StateCount {
  readonly batch_id: number;
  readonly state: VoucherState;
  readonly n: number;
}
const selectBatches = (tx: Tx) =>
  tx
    .selectFrom('batch')
    .innerJoin('staff as maker', 'maker.id', 'batch.staff_id')
    .leftJoin('staff as checker', 'checker.id', 'batch.approved_by')
    .leftJoin('package', 'package.id', 'batch.package_id')
    .selectAll('batch')
    .select(['maker.name as maker', 'checker.name as checker', 'package.name as package_name'])
    .where('batch.receivers', '<>', NO_LIST);

type Listed = BatchRow & {
  readonly maker: string;
  readonly checker: string | null;
  readonly package_name: string | null;
};

export const listBatches = async ({ tx }: Context): Promise<Output<'vouchers.batches'>> => {
  const all = await selectBatches(tx).orderBy('batch.id', 'desc').execute();
  const counts = await countStates(tx, null);
  const ofBatch = new Map<number, StateCount[]>();
  for (const count of counts) ofBatch.set(count.batch_id, [...(ofBatch.get(count.batch_id) ?? []), count]);
  return all.map((batch) => rowOf(batch, ofBatch.get(batch.id) ?? []));
};

/** Through the index of batches and states alone. */
const countStates = (tx: Tx, batchId: number | null): Promise<readonly StateCount[]> => {
  const counts = tx
    .selectFrom('voucher')
    .select(['batch_id', 'state', sql<number>`count(*)`.as('n')])
    .groupBy(['batch_id', 'state']);
  return (batchId === null ? counts : counts.where('batch_id', '=', batchId)).execute();
};

const rowOf = (batch: Listed, counts: readonly StateCount[]) => {
  const figures: Record<ReportGroup, number> = { redeemed: 0, void: 0, expired: 0, outstanding: 0 };
  let drafts = 0;
  for (const { state, n } of counts) {
    const group = reportGroup(state);
    if (group) figures[group] += n;
    if (state === 'draft') drafts += n;
  }
  return {
    id: batch.id,
    name: batch.name,
    festival: batch.festival,
    state: batch.issued_at === null ? ('draft' as const) : ('issued' as const),
    kind: batch.kind,
    basis: batch.basis,
    faceFen: batch.face_fen,
    facePoints: batch.face_points,
    packageName: batch.package_name,
    validFrom: batch.valid_from,
    validTo: batch.valid_to,
    place: batch.place,
    preparedBy: batch.maker,
    preparedAt: batch.at,
    approvedBy: batch.checker,
    issuedAt: batch.issued_at,
    oneHand: batch.approved_by === batch.staff_id,
    drafts,
    issued: figures.redeemed + figures.void + figures.expired + figures.outstanding,
    ...figures,
  };
};

/** A batch may hold a hundred thousand: read between other acts. */
export const oneBatch = (
  steps: Steps,
  { batchId }: ParsedInput<'vouchers.batch'>,
): Promise<Output<'vouchers.batch'>> => steps.snapshot((context) => batchNow(context, batchId));

const batchNow = async ({ tx, day, actor }: Context, batchId: number): Promise<Output<'vouchers.batch'>> => {
  await batchById(tx, batchId);
  const batch = await selectBatches(tx).where('batch.id', '=', batchId).executeTakeFirstOrThrow();
  const spec = specOf(batch);
  const draft = batch.issued_at === null;
  const grants = await grantsOf(tx, batchId);
  const total = sumsOf(grants);
  // As they were called when it was issued.
  const categories = await readCategories(tx, businessDay(batch.issued_at ?? batch.at));
  const { issueNeedsSecond } = (await readShop(tx)).settings;
  return {
    ...rowOf(batch, await countStates(tx, batchId)),
    fundingSource: batch.funding_source,
    stockClass: batch.stock_class,
    inParts: spec.inParts,
    highestOnly: spec.highestOnly,
    sizeFaces: sizeFacesOf(batch),
    categories: spec.categories.map(categories.nameOf),
    communities: spec.communities,
    total,
    byCategory: byCategoryOf(grants, spec.categories, categories),
    byCommunity: byCommunityOf(grants),
    stock:
      draft && spec.packageId !== null
        ? await stockNeedOf(tx, spec.packageId, total.vouchers, spec.stockClass, day)
        : null,
    sameList: await sameListAs(tx, { receivers: batch.receivers, batchId }, spec),
    mayApprove:
      draft && may(actor.role, 'vouchers.issue') && (!issueNeedsSecond || batch.staff_id !== actor.staffId),
    needsSecond: issueNeedsSecond,
  };
};

/** Who received what, as issued; a replacement is the same entitlement (ruling 5). In the order of communities. */
const grantsOf = async (tx: Tx, batchId: number): Promise<readonly Summed[]> => {
  const grants = await inPartsOfBatch(
    tx,
    batchId,
    (from, to) => sql<Summed>`
    SELECT v.household_id AS householdId, v.category AS category, household.community AS community, household.members AS members,
      v.face_fen AS faceFen, v.face_points AS facePoints, count(*) AS pieces
    FROM voucher AS v CROSS JOIN household ON household.id = v.household_id
    WHERE v.id BETWEEN ${from} AND ${to} AND +v.batch_id = ${batchId} AND v.generation = 1
    GROUP BY v.household_id, v.category, v.face_fen, v.face_points`,
  );
  return grants.toSorted((a, b) => Number(a.community > b.community) - Number(a.community < b.community));
};

export const listCommunities = ({ tx }: Context): Promise<Output<'vouchers.communities'>> =>
  tx
    .selectFrom('household_here')
    .select(['community', sql<number>`count(*)`.as('households')])
    .where('community', '<>', '')
    .where('end_day', 'is', null)
    .groupBy('community')
    .orderBy('community')
    .execute();
