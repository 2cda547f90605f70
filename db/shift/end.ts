// Ending a shift (当班): closed, or handed over to who signs in next. Cash is counted by people; what differs is shown and explained,
// never corrected.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { Refusal } from '../failures.ts';
import { verifyPerson } from '../staff/approve.ts';
import { openShiftOf, startShift, endOfDay } from './open.ts';
import { rowWithSums, shiftById } from './shifts.ts';

type Ending = ParsedInput<'shift.close'>;

/** Refusal: `shift-open`: one of today is open at this till. */
export const open = async (
  context: Context,
  { floatFen }: ParsedInput<'shift.open'>,
): Promise<Output<'shift.open'>> => {
  const standing = await openShiftOf(context);
  if (standing?.business_day === context.day)
    throw new Refusal('shift-open', { terminal: standing.terminal, openedAt: standing.opened_at });
  if (standing) await endOfDay(context, standing);
  const shiftId = await startShift(context, context.actor.staffId, floatFen);
  context.note(`shift:${shiftId}`, { floatFen });
  return { shiftId };
};

/** Refusals: those of `end`. */
export const close = async (context: Context, input: Ending): Promise<Output<'shift.close'>> => {
  await refuseNotToEnd(context, input);
  await end(context, input, 'closed');
  return {};
};

/**
 * The next person is asked before anything is written: a wrong password counts like one at sign-in. Refusals: those of `end`,
 * `shift-same-person`, `approval-wrong`, `sign-in-blocked`, `approval-not-permitted` for an account that does not stand at the counter.
 */
export const handOver = async (
  context: Context,
  { to, ...input }: ParsedInput<'shift.handOver'>,
): Promise<Output<'shift.handOver'>> => {
  const { session, now } = context;
  await refuseNotToEnd(context, input);
  if (to.login === context.actor.login) throw new Refusal('shift-same-person');
  const next = await verifyPerson(context, to);
  if (!may(next.role, 'counter.redeem')) throw new Refusal('approval-not-permitted', { role: next.role });
  await end(context, input, 'handed-over');
  const shiftId = await startShift(context, next.staffId, input.countedFen);
  context.note(`shift:${input.shiftId}`, {
    ...{ countedFen: input.countedFen, next: shiftId },
    ...{ from: context.actor.staffId, to: next.staffId },
  });
  Object.assign(session, { actor: next, locked: false, lastActAt: now });
  return { shiftId, name: next.name };
};

/**
 * Refusals: `not-found`, `shift-ended` (when), `shift-elsewhere` (of another till), `shift-not-own` for a volunteer when somebody else
 * opened it, `shift-difference` when the counted cash differs and nobody says why.
 */
const refuseNotToEnd = async (context: Context, { shiftId, countedFen, note }: Ending): Promise<void> => {
  const { tx, session, actor } = context;
  context.note(`shift:${shiftId}`);
  const shift = await shiftById(tx, shiftId);
  if (!shift) throw new Refusal('not-found');
  if (shift.closed_at !== null) throw new Refusal('shift-ended', { closedAt: shift.closed_at });
  if (shift.terminal !== session.terminal) throw new Refusal('shift-elsewhere', { terminal: shift.terminal });
  if (shift.opened_by !== actor.staffId && actor.role === 'volunteer')
    throw new Refusal('shift-not-own', { operator: shift.opened_name, openedAt: shift.opened_at });
  const { expectedFen } = await rowWithSums(tx, shift);
  if (expectedFen !== null && countedFen !== null && countedFen !== expectedFen && note === '')
    throw new Refusal(
      'shift-difference',
      { expectedFen, countedFen, differenceFen: countedFen - expectedFen },
      [{ code: 'shift-difference', field: 'note' }],
    );
};

const end = async (
  context: Context,
  { shiftId, countedFen, note }: Ending,
  ended: 'closed' | 'handed-over',
): Promise<void> => {
  const { tx, now, actor } = context;
  await tx
    .updateTable('shift')
    .set({ counted_fen: countedFen, closed_by: actor.staffId, closed_at: now, ended, note })
    .where('id', '=', shiftId)
    .execute();
  context.note(`shift:${shiftId}`, { countedFen, ended });
};
