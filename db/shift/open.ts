// The open shift (当班) of a till: looked for at every redemption, opened by the first one, ended by the calendar when nobody did.
import { compiled } from '../compiled.ts';
import type { Context } from '../context.ts';

const openAt = compiled((tx, { terminal }: { terminal: string }) =>
  tx
    .selectFrom('shift')
    .selectAll()
    .where('terminal', '=', terminal)
    .where('closed_at', 'is', null)
    .compile(),
);

/** Null: none. One of an earlier day stands until the next one opens, so that its cash can still be counted in the morning. */
export const openShiftOf = async ({ tx, session }: Pick<Context, 'tx' | 'session'>) =>
  (await openAt(tx, { terminal: session.terminal })).rows[0] ?? null;
export type OpenShift = NonNullable<Awaited<ReturnType<typeof openShiftOf>>>;

/** `floatFen` null: nobody counted what was in the drawer. Answers its id. */
export const startShift = async (
  { tx, session, day, now }: Context,
  openedBy: number,
  floatFen: number | null,
): Promise<number> => {
  const { id } = await tx
    .insertInto('shift')
    .values({
      terminal: session.terminal,
      business_day: day,
      opened_by: openedBy,
      opened_at: now,
      float_fen: floatFen,
      counted_fen: null,
      closed_by: null,
      closed_at: null,
      ended: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Nobody closed yesterday's: it ends uncounted. */
export const endOfDay = async ({ tx, now }: Context, { id }: OpenShift): Promise<void> => {
  await tx.updateTable('shift').set({ closed_at: now, ended: 'day-end' }).where('id', '=', id).execute();
};

/** The shift an act at this till belongs to; opens one where none of today is open. */
export const shiftForAct = async (context: Context): Promise<number> => {
  const open = await openShiftOf(context);
  if (open?.business_day === context.day) return open.id;
  if (open) await endOfDay(context, open);
  return startShift(context, context.actor.staffId, null);
};

/** Of a reversal: where no drawer is open, only cash that goes back opens one. */
export const shiftForReversal = async (context: Context, backFen: number): Promise<number | null> => {
  if (backFen > 0) return shiftForAct(context);
  const open = await openShiftOf(context);
  return open?.business_day === context.day ? open.id : null;
};
