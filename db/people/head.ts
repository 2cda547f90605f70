// Who is called the head of a household, and what everybody is to them. One file has one head at any time.
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { lastFour } from '../domain/mask.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { recordEvents, type HouseholdEvent } from './events.ts';
import { HEAD, saysHead } from './newcomer.ts';
import { openHousehold, refuseFuture, type Person } from './open-household.ts';

export interface NewHead {
  readonly personId: number;
  readonly relations: readonly { readonly personId: number; readonly relation: string }[];
}
export interface Because {
  readonly day: string;
  readonly reason: string;
  readonly document: string;
}

export const changeHead = async (
  context: Context,
  { householdId, personId, relations, ...because }: ParsedInput<'people.changeHead'>,
): Promise<Record<string, never>> => {
  const { present } = await openHousehold(context, householdId);
  refuseFuture(context, because.day);
  if (present.some((person) => person.id === personId && person.is_head === 1))
    throw new Refusal('head-already');
  await seatHead(context, householdId, present, { personId, relations }, because);
  context.note(`household:${householdId}`, { head: personId });
  return {};
};

/**
 * `stay`: those of whom one becomes the head. Refusals: `person-not-here` when that one is not among them; `relation-missing` for
 * everybody else of whom nothing, or another head, was said.
 */
export const seatHead = async (
  context: Context,
  householdId: number,
  stay: readonly Person[],
  { personId, relations }: NewHead,
  { day, reason, document }: Because,
): Promise<void> => {
  const { tx } = context;
  const head = stay.find(({ id }) => id === personId);
  if (!head) throw new Refusal('person-not-here', undefined, [{ code: 'person-not-here', field: 'head' }]);
  const said = relationsOf(relations);
  refuseAll(
    stay
      .filter(({ id }) => id !== personId && !isOther(said.get(id)))
      .map(() => ({ code: 'relation-missing' as const, field: 'relation' })),
  );
  const events: HouseholdEvent[] = [];
  for (const person of stay) {
    const isHead = person.id === personId;
    const relation = isHead ? HEAD : (said.get(person.id) ?? '');
    await tx
      .updateTable('person')
      .set({ relation, is_head: isHead ? 1 : 0 })
      .where('id', '=', person.id)
      .execute();
    const changes = [{ field: 'relation', before: person.relation, after: relation }];
    if (isHead || relation !== person.relation)
      events.push({ householdId, personId: person.id, kind: 'head', day, reason, document, changes });
  }
  await nameHousehold(context, householdId, head);
  await recordEvents(context, events);
};

export const relationsOf = (relations: NewHead['relations']): ReadonlyMap<number, string> =>
  new Map(relations.map(({ personId, relation }) => [personId, relation]));

export const isOther = (relation: string | undefined): boolean =>
  relation !== undefined && !saysHead(relation);

/** A household is called by its head. */
export const nameHousehold = async (
  { tx }: Pick<Context, 'tx'>,
  householdId: number,
  head: Pick<Person, 'name' | 'id_number'>,
): Promise<void> => {
  await tx
    .updateTable('household')
    .set({ head_name: head.name, id_tail: lastFour(head.id_number ?? '') })
    .where('id', '=', householdId)
    .execute();
};
