// The history of a household's file: what changed, from when, why and by whom, in the transaction of the change itself.
import type { Context } from '../context.ts';
import type { HouseholdEventKind } from '../schema.ts';

/** A field as it was and as it is; codes and plain values, made into words where they are shown. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}
export interface HouseholdEvent {
  readonly householdId: number;
  readonly personId?: number | null;
  readonly kind: HouseholdEventKind;
  /** From which business day on it holds. */
  readonly day: string;
  readonly reason: string;
  /** Of approval or evidence. */
  readonly document?: string;
  readonly changes?: readonly FieldChange[];
}

export const recordEvent = async (context: Context, event: HouseholdEvent): Promise<void> => {
  await recordEvents(context, [event]);
};

export const recordEvents = async (
  { tx, now, actor }: Context,
  events: readonly HouseholdEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await tx
    .insertInto('household_event')
    .values(
      events.map(({ householdId, personId = null, kind, day, reason, document = '', changes = [] }) => ({
        household_id: householdId,
        person_id: personId,
        kind,
        day,
        reason,
        document,
        changes: JSON.stringify(changes),
        staff_id: actor.staffId,
        at: now,
      })),
    )
    .execute();
};
