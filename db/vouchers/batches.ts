// Batches: preview, maker and checker, issue at one go, deleting a draft. Reads like the office's own way: who receives, who
// prepared it, who answers for it.
import type { Context, Handlers, Steps } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { readShop } from '../shop/shop.ts';
import { verifyApproval } from '../staff/approve.ts';
import {
  draftById,
  issueDrafts,
  receiversToday,
  refuseOtherTotals,
  refuseRelativesIn,
  refuseSamePerson,
  refuseWhoLeft,
  totalsOf,
} from './approve.ts';
import { oneBatch, listBatches, listCommunities } from './batch-lists.ts';
import { NO_LIST } from './batch-row.ts';
import { clearHalfDrafts } from './half-drafts.ts';
import { prepare } from './prepare.ts';
import { previewBatch } from './preview.ts';
import type { Receivers } from './receivers.ts';

const prepareBatch = (
  steps: Steps,
  { spec, expectReceivers, again }: ParsedInput<'vouchers.prepareBatch'>,
): Promise<Output<'vouchers.prepareBatch'>> =>
  prepare(steps, spec, { expectReceivers, again }, async (context, { batchId, receivers }) => {
    await giveList(context, batchId, receivers);
    const { pieces, ...faces } = await totalsOf(context.tx, batchId);
    context.note(`batch:${batchId}`, { drafts: pieces, ...faces, again });
    return { batchId, drafts: pieces, ...faces };
  });

/** From here on everybody sees the draft. */
const giveList = ({ tx }: Context, batchId: number, { digest }: Receivers): Promise<unknown> =>
  tx.updateTable('batch').set({ receivers: digest }).where('id', '=', batchId).execute();

/** Whatever decides who receives. */
const decisive = ['people', 'eligibility', 'fairness', 'goods', 'shop', 'vouchers'] as const;
/** Equal moments, equal receivers: the day counts too, a right ends at midnight. */
const momentOf = (steps: Steps, { day }: Context): string =>
  [day, ...decisive.map((area) => steps.changesOf(area))].join();

const approveBatch = async (
  steps: Steps,
  { batchId, expectPieces, expectFaceFen, expectFacePoints }: ParsedInput<'vouchers.approveBatch'>,
): Promise<Output<'vouchers.approveBatch'>> => {
  const expected = { pieces: expectPieces, faceFen: expectFaceFen, facePoints: expectFacePoints };
  /** Everything that may refuse; asked again in the last turn. */
  const check = async (context: Context) => {
    const batch = await draftById(context.tx, batchId);
    await refuseSamePerson(context, batch);
    await refuseRelativesIn(context.tx, batchId, context.actor);
    const totals = await totalsOf(context.tx, batchId);
    refuseOtherTotals(expected, totals);
    return { batch, totals };
  };
  const { batch, before } = await steps.turn(async (context) => ({
    ...(await check(context)),
    before: momentOf(steps, context),
  }));
  const seen = await receiversToday((work) => steps.turn(work), batch);
  return steps.finish(async (context) => {
    const { totals } = await check(context);
    // Long lists are read while the till goes on; when something changed meanwhile, once more at a stretch.
    const same = momentOf(steps, context) === before;
    const today = same ? seen : await receiversToday((work) => work(context), batch);
    await refuseWhoLeft(context.tx, batch, today);
    return issued(context, batch, totals, context.actor.staffId);
  });
};

const issued = async (
  context: Context,
  batch: { readonly id: number; readonly staff_id: number },
  { pieces, faceFen, facePoints }: Awaited<ReturnType<typeof totalsOf>>,
  approvedBy: number,
) => {
  await issueDrafts(context, batch, pieces, approvedBy);
  const oneHand = approvedBy === batch.staff_id;
  context.note(`batch:${batch.id}`, { vouchers: pieces, faceFen, facePoints, approvedBy, oneHand });
  return { batchId: batch.id, issued: pieces, faceFen, facePoints };
};

const issueBatch = async (
  steps: Steps,
  { spec, expectHouseholds, expectReceivers, again, approval }: ParsedInput<'vouchers.issueBatch'>,
): Promise<Output<'vouchers.issueBatch'>> => {
  const approver = async (context: Context): Promise<number> => {
    if (approval) return (await verifyApproval(context, approval)).staffId;
    if ((await readShop(context.tx)).settings.issueNeedsSecond) throw new Refusal('batch-needs-second');
    return context.actor.staffId;
  };
  const { approvedBy, before } = await steps.turn(async (context) => ({
    approvedBy: await approver(context),
    before: momentOf(steps, context),
  }));
  const expected = { expectHouseholds, expectReceivers, again };
  return prepare(steps, spec, expected, async (context, { batchId, receivers }) => {
    await giveList(context, batchId, receivers);
    await refuseRelativesIn(context.tx, batchId, { staffId: approvedBy });
    const batch = await draftById(context.tx, batchId);
    // Thousands of drafts take seconds: who left meanwhile gets none.
    if (momentOf(steps, context) !== before)
      await refuseWhoLeft(context.tx, batch, await receiversToday((work) => work(context), batch));
    return issued(context, batch, await totalsOf(context.tx, batchId), approvedBy);
  });
};

const deleteBatch = async (
  steps: Steps,
  { batchId }: ParsedInput<'vouchers.deleteBatch'>,
): Promise<Output<'vouchers.deleteBatch'>> => {
  const answer = await steps.finish(async (context) => {
    const { name } = await draftById(context.tx, batchId);
    const { pieces } = await totalsOf(context.tx, batchId);
    await context.tx.updateTable('batch').set({ receivers: NO_LIST }).where('id', '=', batchId).execute();
    context.note(`batch:${batchId}`, { name, drafts: pieces });
    return {};
  });
  await clearHalfDrafts((work) => steps.turn(({ tx }) => work(tx)));
  return answer;
};

type BatchActName =
  | `vouchers.${'preview' | 'prepare' | 'approve' | 'issue' | 'delete'}Batch`
  | 'vouchers.batches'
  | 'vouchers.batch'
  | 'vouchers.communities';

export const batchHandlers: Pick<Handlers<'vouchers'>, BatchActName> = {
  'vouchers.previewBatch': previewBatch,
  'vouchers.prepareBatch': prepareBatch,
  'vouchers.approveBatch': approveBatch,
  'vouchers.issueBatch': issueBatch,
  'vouchers.deleteBatch': deleteBatch,
  'vouchers.batches': listBatches,
  'vouchers.batch': oneBatch,
  'vouchers.communities': listCommunities,
};
