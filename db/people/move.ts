// A household moves: the new address, and its covers carried on at the new street and community from the day on.
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { contactKeys } from './contact-keys.ts';
import { carryCovers, coverDayOf } from './covers.ts';
import { divisionOf } from './enter.ts';
import { recordEvent, type FieldChange } from './events.ts';
import { openHousehold, refuseBeforeLastMove, refuseFuture, type Household } from './open-household.ts';
import { refreshStanding } from './standing.ts';

/** Refusals: `nothing-changed`; `day-in-future`, `day-before-last-move`; those of the division code. */
export const moveHousehold = async (
  context: Context,
  { householdId, day, reason, document, divisionCode, ...to }: ParsedInput<'people.move'>,
): Promise<Record<string, never>> => {
  const { tx } = context;
  const { household } = await openHousehold(context, householdId);
  refuseFuture(context, day);
  const after = { ...to, division_code: divisionOf(divisionCode) };
  const changes = changesOf(household, after);
  if (changes.length === 0) throw new Refusal('nothing-changed');
  await refuseBeforeLastMove(tx, householdId, day);
  await tx
    .updateTable('household')
    .set({ ...after, ...contactKeys(to) })
    .where('id', '=', householdId)
    .execute();
  if (to.street !== household.street || to.community !== household.community) {
    const coverDay = await coverDayOf(context, day);
    await carryCovers(context, {
      from: householdId,
      to: householdId,
      personIds: await everyoneOf(context, householdId),
      place: to,
      day: coverDay,
      why: '迁移',
    });
    if (coverDay !== day) changes.push({ field: 'coverEnd', before: day, after: coverDay });
  }
  await recordEvent(context, { householdId, kind: 'moved', day, reason, document, changes });
  await refreshStanding(tx, context.day, [householdId]);
  context.note(`household:${householdId}`);
  return {};
};

/** Who left has covers here as well; those that end later than the day go along with the household. */
const everyoneOf = async ({ tx }: Context, householdId: number): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('cover')
    .select('person_id')
    .distinct()
    .where('household_id', '=', householdId)
    .execute();
  return rows.map(({ person_id }) => person_id);
};

const fields = {
  street: 'street',
  community: 'community',
  division_code: 'divisionCode',
  address: 'address',
  phone: 'phone',
} as const;
type Column = keyof typeof fields;

/** Fields of the row that become another, in the order of the file. Columns that are not given stay. */
export const changesOf = (
  before: Household,
  after: Partial<Readonly<Record<Column, string>>>,
): FieldChange[] =>
  (Object.keys(fields) as Column[]).flatMap((column) => {
    const now = after[column];
    return now === undefined || now === before[column]
      ? []
      : [{ field: fields[column], before: before[column], after: now }];
  });
