// Two households become one (并户). The members of the one go over with their covers; its file stays, emptied, and says into which. Its
// open vouchers are named, and become void or pass until their own end as in 渐退: whichever was said.
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { carryKinship } from '../fairness/carry-kinship.ts';
import { voidOpenVouchers } from '../vouchers/void.ts';
import { carryCovers, coverDayOf } from './covers.ts';
import { recordEvents } from './events.ts';
import { isOther, relationsOf } from './head.ts';
import { openHousehold, refuseBeforeJoined, refuseBeforeLastMove, refuseFuture } from './open-household.ts';
import { refuseUndecided, takeOver, wentTo } from './split.ts';
import { refreshStanding } from './standing.ts';

type Merging = ParsedInput<'people.merge'>;

/** Refusals: `household-same`, `household-undecided`, `vouchers-undecided` when open ones are there and nothing was said; days. */
export const mergeHouseholds = async (context: Context, input: Merging): Promise<Output<'people.merge'>> => {
  const { tx, day: today } = context;
  const { householdId, intoId, day, reason, document } = input;
  if (householdId === intoId) throw new Refusal('household-same');
  const from = await openHousehold(context, householdId);
  const into = await openHousehold(context, intoId);
  refuseUndecided(from);
  refuseUndecided(into);
  refuseFuture(context, day);
  await refuseBeforeLastMove(tx, householdId, day);
  await refuseBeforeLastMove(tx, intoId, day);
  for (const person of from.present) await refuseBeforeJoined(tx, person, day);
  const relations = relationsOf(input.relations);
  refuseAll(
    from.present
      .filter(({ id }) => !isOther(relations.get(id)))
      .map(() => ({ code: 'relation-missing' as const, field: 'relation' })),
  );
  const open = await openVouchersOf(tx, householdId);
  const serials = open.map(({ serial }) => serial);
  if (open.length > 0 && input.vouchers === null)
    throw new Refusal('vouchers-undecided', { count: open.length, serials: serials.slice(0, 10).join('、') });

  const coverDay = await coverDayOf(context, day);
  const personIds = from.present.map(({ id }) => id);
  await takeOver(context, intoId, from.present, relations, null);
  await carryCovers(context, {
    from: householdId,
    to: intoId,
    personIds,
    place: into.household,
    day: coverDay,
    why: '并户',
  });
  await carryKinship(context, householdId, intoId, day);
  await refreshStanding(tx, today, [householdId, intoId]);
  const lastDay = open.reduce((last, { valid_to }) => (valid_to > last ? valid_to : last), day);
  await tx
    .updateTable('household')
    .set({
      merged_into: intoId,
      ...(input.vouchers === 'keep' && open.length > 0 && { grace_to_day: lastDay }),
    })
    .where('id', '=', householdId)
    .execute();
  if (input.vouchers === 'void')
    await voidOpenVouchers(context, householdId, `并入 ${into.household.number}：${reason}`);
  const because = { day, reason, document };
  const changes = [wentTo(into.household.number)];
  await recordEvents(context, [
    { householdId, kind: 'merged', ...because, changes },
    ...personIds.flatMap((personId) => [
      { householdId, personId, kind: 'merged' as const, ...because, changes },
      {
        householdId: intoId,
        personId,
        kind: 'merged' as const,
        ...because,
        changes: [{ field: 'household', before: from.household.number, after: into.household.number }],
      },
    ]),
  ]);
  context.note(`household:${householdId}`, { into: intoId, people: personIds.length, vouchers: open.length });
  return input.vouchers === 'keep' ? { voided: [], kept: serials } : { voided: serials, kept: [] };
};

const openVouchersOf = (tx: Tx, householdId: number) =>
  tx
    .selectFrom('voucher')
    .select(['serial', 'valid_to'])
    .where('household_id', '=', householdId)
    .where('state', 'in', ['issued', 'active', 'partly-used'])
    .orderBy('serial')
    .execute();
