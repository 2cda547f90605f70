// What a visit found and what is decided after it (ruling 8). A result is binding; 不符合 stops the household at once, and somebody else
// than who entered it decides: it stays, or it ends.
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { endEligibility } from '../eligibility/end.ts';
import { Refusal } from '../failures.ts';
import { recordEvent } from '../people/events.ts';
import { checkOf } from './checks.ts';
import { refuseOwnRelative } from './relatives.ts';

type Done = Record<string, never>;

const lineOf = async ({ tx }: Context, checkId: number, householdId: number) => {
  const line = await tx
    .selectFrom('spot_check_line as line')
    .innerJoin('household', 'household.id', 'line.household_id')
    .leftJoin('staff', 'staff.id', 'line.staff_id')
    .select([
      'household.number',
      'household.end_day',
      'household.stopped',
      'line.result',
      'line.visited_day',
      'line.staff_id',
      'staff.name as enteredBy',
    ])
    .where('line.spot_check_id', '=', checkId)
    .where('line.household_id', '=', householdId)
    .executeTakeFirst();
  if (!line) throw new Refusal('not-found');
  return line;
};

/**
 * Refusals: `not-found`, `check-closed`, `check-result-stands`, `check-note-missing` (不符合 without words), `fairness-day-ahead`,
 * `own-relative`.
 */
export const enterResult = async (
  context: Context,
  { checkId, householdId, result, visitedDay, visitors, note }: ParsedInput<'fairness.enterResult'>,
): Promise<Done> => {
  const { tx, now, day, actor } = context;
  context.note(`household:${householdId}`, { check: checkId, result });
  const check = await checkOf(tx, checkId);
  const line = await lineOf(context, checkId, householdId);
  await refuseOwnRelative(context, householdId);
  if (check.closed_at !== null) throw new Refusal('check-closed', { number: check.number });
  if (line.result === 'fits' || line.result === 'misfits')
    throw new Refusal('check-result-stands', { number: line.number, visitedDay: line.visited_day });
  if (visitedDay > day)
    throw new Refusal('fairness-day-ahead', { day: visitedDay }, [
      { code: 'fairness-day-ahead', field: 'visitedDay', params: { day: visitedDay } },
    ]);
  if (result === 'misfits' && note === '')
    throw new Refusal('check-note-missing', undefined, [{ code: 'check-note-missing', field: 'note' }]);
  await tx
    .updateTable('spot_check_line')
    .set({ result, note, visited_day: visitedDay, visitors, staff_id: actor.staffId, at: now })
    .where('spot_check_id', '=', checkId)
    .where('household_id', '=', householdId)
    .execute();
  if (result === 'misfits') await stop(context, householdId, check.number, note);
  return {};
};

const stop = async (context: Context, householdId: number, number: string, note: string): Promise<void> => {
  await context.tx
    .updateTable('household')
    .set({ stopped: 'check-misfits' })
    .where('id', '=', householdId)
    .execute();
  await recordEvent(context, {
    householdId,
    kind: 'stopped',
    day: context.day,
    reason: note,
    document: number,
    changes: [{ field: 'stopped', before: '', after: 'check-misfits' }],
  });
};

/**
 * Refusals: `not-found`, `check-nothing-to-decide`, `check-decided`, `two-people-needed` for who entered the result, `own-relative`;
 * of the end of eligibility `cover-none`, `month-closed`. What ends takes its open vouchers with it.
 */
export const decide = async (
  context: Context,
  { checkId, householdId, outcome, reason }: ParsedInput<'fairness.decide'>,
): Promise<Done> => {
  const { tx, now, day, actor } = context;
  context.note(`household:${householdId}`, { check: checkId, outcome });
  const check = await checkOf(tx, checkId);
  const line = await lineOf(context, checkId, householdId);
  await refuseOwnRelative(context, householdId);
  if (line.result !== 'misfits') throw new Refusal('check-nothing-to-decide', { number: line.number });
  await refuseDecided(context, checkId, householdId);
  if (line.staff_id === actor.staffId) throw new Refusal('two-people-needed', { by: line.enteredBy });
  await tx
    .insertInto('check_decision')
    .values({
      spot_check_id: checkId,
      household_id: householdId,
      outcome,
      reason,
      business_day: day,
      staff_id: actor.staffId,
      at: now,
    })
    .execute();
  // Who left meanwhile is not struck off a second time; who leaves on a later day stays stopped until then.
  if (outcome === 'ends' && line.end_day === null)
    await endEligibility(context, {
      householdId,
      day,
      reason,
      document: check.number,
      graceMonths: 0,
      openVouchers: 'void',
    });
  const stillEligible = outcome === 'ends' && line.end_day !== null && line.end_day > day;
  const lifted = !stillEligible && !(await isUndecided(context, householdId));
  if (lifted) await tx.updateTable('household').set({ stopped: '' }).where('id', '=', householdId).execute();
  await recordEvent(context, {
    householdId,
    kind: 'decided',
    day,
    reason,
    document: check.number,
    changes: [
      { field: 'decision', before: '', after: outcome },
      ...(lifted ? [{ field: 'stopped', before: line.stopped, after: '' }] : []),
    ],
  });
  context.note(`household:${householdId}`, { check: checkId, outcome });
  return {};
};

const refuseDecided = async ({ tx }: Context, checkId: number, householdId: number): Promise<void> => {
  const decided = await tx
    .selectFrom('check_decision')
    .innerJoin('staff', 'staff.id', 'check_decision.staff_id')
    .select(['staff.name as by', 'check_decision.business_day as day'])
    .where('spot_check_id', '=', checkId)
    .where('household_id', '=', householdId)
    .executeTakeFirst();
  if (decided) throw new Refusal('check-decided', decided);
};

/** Another check found it 不符合 as well and nobody has decided about that one. */
const isUndecided = async ({ tx }: Context, householdId: number): Promise<boolean> => {
  const found = await tx
    .selectFrom('spot_check_line as line')
    .leftJoin('check_decision as decision', (join) =>
      join
        .onRef('decision.spot_check_id', '=', 'line.spot_check_id')
        .onRef('decision.household_id', '=', 'line.household_id'),
    )
    .select('line.position')
    .where('line.household_id', '=', householdId)
    .where('line.result', '=', 'misfits')
    .where('decision.id', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
};

/** Refusals: `not-found`, `check-closed`, `check-open-lines` with how many. */
export const closeCheck = async (
  context: Context,
  { checkId }: ParsedInput<'fairness.closeCheck'>,
): Promise<Done> => {
  const { tx, now, actor } = context;
  context.note(`check:${checkId}`);
  const check = await checkOf(tx, checkId);
  if (check.closed_at !== null) throw new Refusal('check-closed', { number: check.number });
  if (check.open > 0) throw new Refusal('check-open-lines', { open: check.open });
  await tx
    .updateTable('spot_check')
    .set({ closed_at: now, closed_by: actor.staffId })
    .where('id', '=', checkId)
    .execute();
  return {};
};
