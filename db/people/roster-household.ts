// The row of a household that a roster brings: what the rows of its people say together.
import type { Categories } from '../categories.ts';
import type { Context } from '../context.ts';
import { lastFour } from '../domain/mask.ts';
import { standingOf } from '../domain/standing.ts';
import { contactKeys } from './contact-keys.ts';
import type { Judgement } from './judge-roster.ts';
import type { RosterPerson } from './read-roster.ts';
import type { Joining } from './roster-joining.ts';

/** The table of categories, and who holds which of them. */
export type Table = Pick<Categories, 'compare'> & Pick<Judgement, 'categoriesOf'>;

export const missing = (): never => {
  throw new Error('a person without a household');
};

/** The one who is called so; else the first listed. */
export const headOf = ({ people }: Joining): RosterPerson =>
  people.find(({ saysHead }) => saysHead) ?? people[0] ?? missing();

/** What the head's row leaves empty is taken from the next row that says it. */
export const firstSaid = <
  K extends 'street' | 'community' | 'division' | 'address' | 'phone' | 'startDay' | 'reviewDay',
>(
  household: Joining,
  key: K,
): RosterPerson[K] => {
  const head = headOf(household);
  if (head[key] !== null && head[key] !== '') return head[key];
  const other = household.people.find((person) => person[key] !== null && person[key] !== '');
  return other ? other[key] : head[key];
};

/** Where they live and are called, and the comparing forms of both. */
export const contactOf = (household: Joining) => {
  const phone = firstSaid(household, 'phone');
  const address = firstSaid(household, 'address');
  const [street, community] = [firstSaid(household, 'street'), firstSaid(household, 'community')];
  return { street, community, address, phone, ...contactKeys({ phone, street, community, address }) };
};

export const householdRow = (
  household: Joining,
  contact: ReturnType<typeof contactOf>,
  runId: number,
  { compare, categoriesOf }: Table,
  { now, day }: Context,
): readonly (string | number | null)[] => {
  const head = headOf(household);
  const since = firstSaid(household, 'startDay');
  const covers = household.people.flatMap((person, personId) =>
    categoriesOf(person).map((category) => ({
      ...{ personId, category },
      ...{ fromDay: person.startDay ?? since, toDay: null },
    })),
  );
  const standing = standingOf(covers, day, compare) ?? missing();
  return [
    household.number,
    head.name,
    lastFour(head.idNumber),
    contact.street,
    contact.community,
    firstSaid(household, 'division'),
    contact.address,
    contact.phone,
    contact.phone_key,
    contact.address_key,
    standing.category,
    standing.members,
    household.people.length,
    standing.startDay,
    standing.endDay,
    firstSaid(household, 'reviewDay'),
    runId,
    now,
  ];
};
