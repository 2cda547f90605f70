// A leaving that never was (a death entered for the wrong one) is taken back: the history keeps both lines.
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { coverDayOf } from './covers.ts';
import { recordEvent, type FieldChange } from './events.ts';
import { householdOf } from './households.ts';
import { endReasons } from './leave.ts';
import { saysHead } from './newcomer.ts';
import type { Person } from './open-household.ts';
import { refreshStanding } from './standing.ts';

/** What somebody is called who comes back beside a new head, until the file is corrected. */
const AFTERWARDS = '其他';

/** Refusals: `not-found`; `household-merged`, `household-closed` when it is erased; `person-there`: nobody left. */
export const takeBackLeave = async (
  context: Context,
  { personId, reason, document }: ParsedInput<'people.takeBackLeave'>,
): Promise<Record<string, never>> => {
  const { tx, day } = context;
  const person = await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!person) throw new Refusal('not-found');
  const household = await householdOf(tx, person.household_id);
  await refuseOwnRelative(context, household.id);
  if (household.merged_into !== null) {
    const into = await householdOf(tx, household.merged_into);
    throw new Refusal('household-merged', { household: household.number, into: into.number });
  }
  if (household.erased_at !== null) throw new Refusal('household-closed', { household: household.number });
  if (person.left_day === null || person.left_why === '') throw new Refusal('person-there');
  const left = await leavingOf(context, person);
  await goOn(context, person, left);
  const replaced = person.is_head === 0 && saysHead(person.relation);
  await tx
    .updateTable('person')
    .set({ left_day: null, left_why: '', ...(replaced && { relation: AFTERWARDS }) })
    .where('id', '=', personId)
    .execute();
  await recordEvent(context, {
    householdId: household.id,
    personId,
    kind: 'corrected',
    day: left.day,
    reason,
    document,
    changes: [{ field: 'left', before: person.left_why, after: '' }],
  });
  await refreshStanding(tx, day, [household.id]);
  context.note(`household:${household.id}`, { person: personId });
  return {};
};

interface Leaving {
  readonly day: string;
  /** On which covers ended. */
  readonly coverDay: string;
  readonly endReason: string;
}

const leavingOf = async ({ tx }: Context, person: Person): Promise<Leaving> => {
  const event = await tx
    .selectFrom('household_event')
    .select(['day', 'reason', 'changes'])
    .where('household_id', '=', person.household_id)
    .where('person_id', '=', person.id)
    .where('kind', '=', 'left')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const day = person.left_day ?? '';
  const changes = event ? (JSON.parse(event.changes) as readonly FieldChange[]) : [];
  return {
    day,
    coverDay: changes.find(({ field }) => field === 'coverEnd')?.after ?? day,
    endReason: (person.left_why === '' ? '' : endReasons[person.left_why]) || (event?.reason ?? ''),
  };
};

/** Covers that ended by the leaving go on without a gap; where that month is closed, anew from today (rulings.md 22). */
const goOn = async (context: Context, person: Person, { coverDay, endReason }: Leaving): Promise<void> => {
  const { tx, now } = context;
  const ended = await tx
    .selectFrom('cover')
    .selectAll()
    .where('household_id', '=', person.household_id)
    .where('person_id', '=', person.id)
    .where('end_reason', '=', endReason)
    .where('to_day', '>=', coverDay)
    .execute();
  const from = await coverDayOf(context, coverDay);
  for (const { id, ...cover } of ended)
    if (from === coverDay)
      await tx.updateTable('cover').set({ to_day: null, end_reason: '' }).where('id', '=', id).execute();
    else
      await tx
        .insertInto('cover')
        .values({ ...cover, from_day: from, to_day: null, end_reason: '', created_at: now })
        .execute();
};
