// A stocktake's way: finished, opened again, given up. The books do not change here (see post.ts).
import type { Reason } from '../contract/act.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { countAfter, type CountAct } from '../domain/count.ts';
import { refuseAll, Refusal } from '../failures.ts';
import { refuseUnlessOpen, stocktakeOf, type Stocktake } from './find.ts';
import { progressOf } from './progress.ts';

/**
 * Refusals: `not-found`, `stocktake-not-open`, `stocktake-misfits` (a third count settles them), and `stocktake-uncounted` unless
 * lines without all their figures are to stay as the books have them.
 */
export const finish = async (
  context: Context,
  { stocktakeId, leaveUncounted }: ParsedInput<'stocktake.finish'>,
): Promise<Output<'stocktake.finish'>> => {
  const { tx, now, actor } = context;
  const stocktake = await stocktakeOf(tx, stocktakeId);
  refuseUnlessOpen(stocktake);
  const { uncounted, misfits } = await progressOf(tx, stocktakeId);
  const reasons: Reason[] = [];
  if (misfits > 0) reasons.push({ code: 'stocktake-misfits', params: { count: misfits } });
  if (uncounted > 0 && !leaveUncounted)
    reasons.push({ code: 'stocktake-uncounted', params: { count: uncounted } });
  refuseAll(reasons);
  await tx
    .updateTable('stocktake')
    .set({ state: stateAfter('finish', stocktake), counted_by: actor.staffId, counted_at: now })
    .where('id', '=', stocktakeId)
    .execute();
  context.note(`stocktake:${stocktakeId}`, { number: stocktake.number, uncounted });
  return {};
};

/** Refusals: `not-found`, `stocktake-not-counted`. All figures stay. */
export const reopen = async (
  context: Context,
  { stocktakeId, reason }: ParsedInput<'stocktake.reopen'>,
): Promise<Output<'stocktake.reopen'>> => {
  const stocktake = await stocktakeOf(context.tx, stocktakeId);
  if (countAfter('reopen', stocktake.state) === null)
    throw new Refusal('stocktake-not-counted', { number: stocktake.number });
  await context.tx
    .updateTable('stocktake')
    .set({ state: stateAfter('reopen', stocktake), counted_by: null, counted_at: null })
    .where('id', '=', stocktakeId)
    .execute();
  context.note(`stocktake:${stocktakeId}`, { number: stocktake.number, reason });
  return {};
};

/** Refusals: `not-found`, `stocktake-over`. The figures stay readable, nothing is posted. */
export const cancel = async (
  context: Context,
  { stocktakeId, reason }: ParsedInput<'stocktake.cancel'>,
): Promise<Output<'stocktake.cancel'>> => {
  const stocktake = await stocktakeOf(context.tx, stocktakeId);
  if (countAfter('cancel', stocktake.state) === null)
    throw new Refusal('stocktake-over', { number: stocktake.number });
  await context.tx
    .updateTable('stocktake')
    .set({ state: stateAfter('cancel', stocktake) })
    .where('id', '=', stocktakeId)
    .execute();
  context.note(`stocktake:${stocktakeId}`, { number: stocktake.number, reason });
  return {};
};

export const stateAfter = (act: CountAct, { state }: Stocktake): Stocktake['state'] => {
  const after = countAfter(act, state);
  if (after === null) throw new Error('the caller has asked whether the act may be done');
  return after;
};
