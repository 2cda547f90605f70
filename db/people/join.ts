// Somebody comes into a household: birth, marriage, return. Whether they are covered, and since when, is said at the same time.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { monthOf } from '../domain/business-day.ts';
import { refuseAll } from '../failures.ts';
import { closedMonths } from '../months.ts';
import { beginCovers } from './covers.ts';
import { beganEvents, cameFrom } from './enter.ts';
import { recordEvents, type HouseholdEvent } from './events.ts';
import { judgeNewcomer, saysHead, writeNewcomer } from './newcomer.ts';
import { openHousehold, refuseFuture } from './open-household.ts';
import { refreshStanding } from './standing.ts';

/** Who left another household comes with their row; both files say where from and where to. */
export const joinHousehold = async (
  context: Context,
  { householdId, day, how, person, reason, document }: ParsedInput<'people.join'>,
): Promise<Output<'people.join'>> => {
  const { tx } = context;
  const { household } = await openHousehold(context, householdId);
  refuseFuture(context, day);
  const judged = await judgeNewcomer(context, person, { row: null, joinedDay: day });
  const closed = await closedMonths(tx);
  refuseAll([
    ...judged.reasons,
    ...(saysHead(person.relation) ? [{ code: 'relation-missing' as const, field: 'relation' }] : []),
    ...person.covers
      .filter(({ fromDay }) => closed.has(monthOf(fromDay)))
      .map(({ fromDay }) => ({
        code: 'month-closed' as const,
        field: 'fromDay',
        params: { month: monthOf(fromDay) },
      })),
  ]);
  const personId = await writeNewcomer(context, householdId, judged, { isHead: false });
  await beginCovers(context, householdId, personId, household, person.covers);
  const because = { reason, document };
  const events: HouseholdEvent[] = [
    {
      householdId,
      personId,
      kind: 'joined',
      day,
      ...because,
      changes: [
        { field: 'joined', before: '', after: how },
        { field: 'relation', before: '', after: person.relation },
        ...(judged.known ? [cameFrom(judged.known.household)] : []),
      ],
    },
    ...beganEvents(householdId, personId, person.covers, because),
  ];
  await recordEvents(context, events);
  await refreshStanding(tx, context.day, [householdId, ...(judged.known ? [judged.known.householdId] : [])]);
  context.note(`household:${householdId}`, { person: personId, how });
  return { personId };
};
