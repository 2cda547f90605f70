// Coincidences that a ghost, a double or a favour leaves behind: one telephone, address or proxy in several households, the telephone or
// address of a member of staff, goods taken where nobody is left. It names and never judges; somebody looks into each group, and one
// that changes is shown again. Every question walks an index.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName, maskPhoneInside } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { namedHouseholds } from './households.ts';
import { groupsOf, type Group } from './lens-groups.ts';
import { refuseOwnRelatives } from './relatives.ts';

/** Households of a group that are listed by name; the rest is in the count. */
const shownFirst = 20;

export const listLens = async (
  context: Context,
  { kind, seen, offset, limit }: ParsedInput<'fairness.lens'>,
): Promise<Output<'fairness.lens'>> => {
  const looked = await seenOf(context, kind);
  const groups = (await groupsOf(context, kind)).filter(({ subject }) => looked.has(subject) === seen);
  const page = groups.slice(offset, offset + limit);
  const named = await namedHouseholds(
    context,
    page.flatMap(({ householdIds }) => householdIds.slice(0, shownFirst)),
  );
  return {
    total: groups.length,
    rows: page.map((group) => ({
      kind,
      subject: group.subject,
      shared: sharedWords(group),
      staff: group.staff,
      leftDay: group.leftDay,
      collectedDay: group.collectedDay,
      count: group.householdIds.length,
      households: group.householdIds.slice(0, shownFirst).flatMap((id) => named.get(id) ?? []),
      seen: looked.get(group.subject) ?? null,
    })),
  };
};

/** What may be shown of it: a mobile number or a name masked, of an address the street and community. */
const sharedWords = ({ shared, is }: Group): string => {
  if (is === 'phone') return maskPhoneInside(shared);
  return is === 'name' ? maskName(shared) : shared;
};

const seenOf = async ({ tx }: Context, kind: string) => {
  const rows = await tx
    .selectFrom('lens_seen')
    .innerJoin('staff', 'staff.id', 'lens_seen.staff_id')
    .select(['lens_seen.subject', 'lens_seen.reason', 'lens_seen.at', 'staff.name as by'])
    .where('kind', '=', kind)
    .execute();
  return new Map(rows.map(({ subject, ...seen }) => [subject, seen]));
};

/** Refusals: `lens-changed` when it is no longer that group, `concerns-yourself`, `own-relative`. */
export const markSeen = async (
  context: Context,
  { kind, subject, reason }: ParsedInput<'fairness.lensSeen'>,
): Promise<Record<string, never>> => {
  const { tx, now, actor } = context;
  const group = (await groupsOf(context, kind)).find((one) => one.subject === subject);
  if (!group) throw new Refusal('lens-changed');
  context.note(`lens:${kind}`, { households: group.householdIds.length });
  if (group.staffId === actor.staffId) throw new Refusal('concerns-yourself');
  await refuseOwnRelatives(context, group.householdIds);
  await tx
    .insertInto('lens_seen')
    .values({ kind, subject, reason, staff_id: actor.staffId, at: now })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'subject']).doUpdateSet({ reason, staff_id: actor.staffId, at: now }),
    )
    .execute();
  return {};
};
