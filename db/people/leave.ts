// Somebody leaves a household: death, move, marriage. Their covers end on the day; the file keeps them.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { voidOpenVouchers } from '../vouchers/void.ts';
import { coverDayOf, endCoversOf } from './covers.ts';
import { recordEvent } from './events.ts';
import { seatHead } from './head.ts';
import {
  isTooFar,
  openHouseholdOf,
  refuseBeforeJoined,
  refuseFuture,
  type Person,
} from './open-household.ts';
import { refreshStanding } from './standing.ts';

type Leaving = ParsedInput<'people.leave'>;

/** As the table of movements names them; another reason is named by its own words. */
export const endReasons: Readonly<Record<Leaving['how'], string>> = {
  died: '死亡',
  'moved-out': '迁出',
  'married-out': '婚嫁迁出',
  other: '',
};

/** Refusals: `head-needed` when the head leaves others behind; `day-…` where the days do not follow; see openHouseholdOf. */
export const leaveHousehold = async (
  context: Context,
  { personId, day, how, newHead, reason, document }: Leaving,
): Promise<Output<'people.leave'>> => {
  const { tx } = context;
  const { household, person, present } = await openHouseholdOf(context, personId);
  await refuseDay(context, person, day, how);
  const stay = present.filter(({ id }) => id !== personId);
  if (stay.length > 0) {
    if (person.is_head === 1 && !newHead) throw new Refusal('head-needed');
    if (person.is_head === 0 && newHead) throw new Refusal('head-already');
  }
  const coverDay = await coverDayOf(context, day);
  await tx
    .updateTable('person')
    .set({ left_day: day, left_why: how, ...(stay.length > 0 && { is_head: 0 as const }) })
    .where('id', '=', personId)
    .execute();
  await endCoversOf(context, household.id, personId, coverDay, endReasons[how] || reason);
  await recordEvent(context, {
    householdId: household.id,
    personId,
    kind: 'left',
    day,
    reason,
    document,
    changes: [
      { field: 'left', before: '', after: how },
      ...(coverDay === day ? [] : [{ field: 'coverEnd', before: day, after: coverDay }]),
    ],
  });
  if (newHead && stay.length > 0)
    await seatHead(context, household.id, stay, newHead, { day, reason, document });
  await refreshStanding(tx, context.day, [household.id]);
  const householdEnds = stay.length === 0;
  const voidedVouchers =
    householdEnds && how === 'died'
      ? await voidOpenVouchers(context, household.id, `${endReasons.died}：${reason}`)
      : 0;
  context.note(`household:${household.id}`, { person: personId, how, voided: voidedVouchers });
  return { householdEnds, voidedVouchers };
};

const refuseDay = async (
  context: Context,
  person: Person,
  day: string,
  how: Leaving['how'],
): Promise<void> => {
  if (how === 'died') refuseFuture(context, day);
  if (isTooFar(context.day, day)) throw new Refusal('day-too-far', { day });
  if (person.birth_day !== null && day < person.birth_day) throw new Refusal('day-before-birth', { day });
  await refuseBeforeJoined(context.tx, person, day);
};
