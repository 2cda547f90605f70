// The dynamic table: what counts as coming, going and moving, and that every line ties, against a walk day by day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, monthRange } from '../../db/domain/business-day.ts';
import {
  coverExits,
  coverMovements,
  coverSteps,
  movementDifference,
  standingOn,
  type Cover,
  type CoverMovement,
  type HouseholdCovers,
  type Standing,
} from '../../db/domain/cover-movement.ts';

const MARCH = monthRange('2026-03');
const RANK = ['destitute', 'orphan', 'minimum', 'fringe'];
const compare = (a: string, b: string) => RANK.indexOf(a) - RANK.indexOf(b);
const cover = (
  personId: number,
  fromDay: string | null,
  toDay: string | null,
  more?: Partial<Cover>,
): Cover => ({
  personId,
  category: 'minimum',
  community: 'east',
  fromDay,
  toDay,
  endReason: '',
  ...more,
});
const household = (...covers: Cover[]): HouseholdCovers => ({ covers });
const whole = (...households: HouseholdCovers[]) =>
  coverMovements(households, MARCH, compare, () => '').get('');
const byCategory = (...households: HouseholdCovers[]) =>
  coverMovements(households, MARCH, compare, ({ category }) => category);
const byCommunity = (...households: HouseholdCovers[]) =>
  coverMovements(households, MARCH, compare, ({ community }) => community);
/** The figures of a line that are not 0. */
const figures = (line: CoverMovement | undefined): Partial<CoverMovement> =>
  Object.fromEntries(Object.entries(line ?? {}).filter(([, figure]) => figure !== 0));

test('a household struck off on 1 March stood on the eve and is gone at the end (scenario 4)', () => {
  expect(
    figures(whole(household(cover(1, null, '2026-03-01'), cover(2, '2025-01-01', '2026-03-01')))),
  ).toEqual({
    openingHouseholds: 1,
    openingPeople: 2,
    leftHouseholds: 1,
    leftPeople: 2,
  });
  expect(figures(whole(household(cover(1, null, '2026-04-01'))))).toEqual({
    openingHouseholds: 1,
    openingPeople: 1,
    closingHouseholds: 1,
    closingPeople: 1,
  });
});

test('first and last day of the month belong to it', () => {
  expect(figures(whole(household(cover(1, '2026-03-01', null))))).toMatchObject({ joinedHouseholds: 1 });
  expect(figures(whole(household(cover(1, '2026-03-31', null))))).toMatchObject({ closingPeople: 1 });
  expect(whole(household(cover(1, '2026-04-01', null)))).toBeUndefined();
  expect(figures(whole(household(cover(1, null, '2026-03-31'))))).toMatchObject({ leftHouseholds: 1 });
});

test('who comes and goes inside the month shows in both', () => {
  expect(
    figures(whole(household(cover(1, '2026-03-05', '2026-03-20'), cover(2, '2026-03-05', '2026-03-20')))),
  ).toEqual({ joinedHouseholds: 1, joinedPeople: 2, leftHouseholds: 1, leftPeople: 2 });
  expect(figures(whole(household(cover(1, null, '2026-03-05'), cover(1, '2026-03-09', null))))).toMatchObject(
    { openingHouseholds: 1, joinedHouseholds: 1, leftHouseholds: 1, closingHouseholds: 1 },
  );
});

test('one of three dies: the household stays, one person fewer (scenario 5)', () => {
  const lost = household(cover(1, null, null), cover(2, null, null), cover(3, null, '2026-03-02'));
  expect(figures(whole(lost))).toEqual({
    openingHouseholds: 1,
    openingPeople: 3,
    peopleLeft: 1,
    closingHouseholds: 1,
    closingPeople: 2,
  });
  const grown = household(cover(1, null, null), cover(2, '2026-03-02', null));
  expect(figures(whole(grown))).toMatchObject({ peopleJoined: 1, closingPeople: 2 });
});

test('covers that touch or overlap are no movement, one that never was neither', () => {
  const still = { openingHouseholds: 1, openingPeople: 1, closingHouseholds: 1, closingPeople: 1 };
  for (const covers of [
    [cover(1, null, '2026-03-10'), cover(1, '2026-03-10', null)],
    [cover(1, null, '2026-03-20'), cover(1, '2026-03-10', null)],
    [cover(1, null, null), cover(1, '2026-03-10', '2026-03-20')],
    [cover(1, null, null), cover(2, '2026-03-10', '2026-03-10')],
    [cover(1, null, null), cover(2, '2026-03-20', '2026-03-10')],
  ])
    expect(figures(whole(household(...covers)))).toEqual(still);
  expect(
    coverSteps(household(cover(1, null, '2026-03-10'), cover(1, '2026-03-10', null)), MARCH, compare),
  ).toEqual([]);
});

test('a change of category moves the household from line to line; in the whole it is none', () => {
  const risen = household(
    cover(1, null, null),
    cover(2, null, null),
    cover(2, '2026-03-15', null, { category: 'orphan' }),
  );
  expect(figures(byCategory(risen).get('minimum'))).toEqual({
    openingHouseholds: 1,
    openingPeople: 2,
    movedOutHouseholds: 1,
    movedOutPeople: 2,
  });
  expect(figures(byCategory(risen).get('orphan'))).toEqual({
    movedInHouseholds: 1,
    movedInPeople: 2,
    closingHouseholds: 1,
    closingPeople: 2,
  });
  expect(figures(whole(risen))).not.toHaveProperty('movedInHouseholds');
});

test('a move with a birth and a death on the same day: three stay, one joins there, one leaves here', () => {
  const moved = household(
    ...[1, 2, 3].flatMap((p) => [
      cover(p, null, '2026-03-08'),
      cover(p, '2026-03-08', null, { community: 'west' }),
    ]),
    cover(4, null, '2026-03-08'),
    cover(5, '2026-03-08', null, { community: 'west' }),
  );
  expect(figures(byCommunity(moved).get('east'))).toEqual({
    openingHouseholds: 1,
    openingPeople: 4,
    movedOutHouseholds: 1,
    movedOutPeople: 3,
    peopleLeft: 1,
  });
  expect(figures(byCommunity(moved).get('west'))).toEqual({
    movedInHouseholds: 1,
    movedInPeople: 3,
    peopleJoined: 1,
    closingHouseholds: 1,
    closingPeople: 4,
  });
});

test('the highest cover in effect gives category and place', () => {
  const h = household(cover(2, null, null, { category: 'fringe', community: 'west' }), cover(1, null, null));
  expect(standingOn(h, '2026-03-01', compare)).toEqual({
    category: 'minimum',
    community: 'east',
    people: new Set([1, 2]),
  });
});

test('of equal categories the lower person decides the place, whatever the order', () => {
  const covers = [cover(2, null, null), cover(1, null, null, { community: 'west' })];
  for (const stored of [covers, [...covers].reverse()])
    expect(standingOn(household(...stored), '2026-03-01', compare)?.community).toBe('west');
});

const someDay = fc.option(
  fc.integer({ min: -6, max: 36 }).map((n) => addDays(MARCH.first, n)),
  { nil: null, freq: 5 },
);
const someCover: fc.Arbitrary<Cover> = fc.record({
  personId: fc.integer({ min: 1, max: 4 }),
  category: fc.constantFrom(...RANK, 'unranked'),
  community: fc.constantFrom('east', 'west'),
  fromDay: someDay,
  toDay: someDay,
  endReason: fc.constantFrom('died', 'better off'),
});
const someHouseholds = fc.array(fc.record({ covers: fc.array(someCover, { maxLength: 6 }) }), {
  maxLength: 4,
});
const someKey = fc.constantFrom<(s: Standing) => string>(
  ({ category }) => category,
  ({ community }) => community,
  ({ category, community }) => `${category}/${community}`,
  () => '',
);

/** Every day of the month looked at on its own, with nothing but the definitions. */
function dayByDay(households: readonly HouseholdCovers[], keyOf: (s: Standing) => string) {
  const sums = new Map<string, number>();
  const add = (standing: Standing, figure: string, n: number) => {
    if (n !== 0)
      sums.set(`${keyOf(standing)}.${figure}`, (sums.get(`${keyOf(standing)}.${figure}`) ?? 0) + n);
  };
  const both = (s: Standing, what: string, people: number) => {
    add(s, `${what}Households`, 1);
    add(s, `${what}People`, people);
  };
  for (const h of households) {
    let before = standingOn(h, '2026-02-28', compare);
    if (before) both(before, 'opening', before.people.size);
    for (let day = MARCH.first; day <= MARCH.last; day = addDays(day, 1)) {
      const after = standingOn(h, day, compare);
      if (before && after) {
        const old = before.people;
        const stayed = [...after.people].filter((p) => old.has(p)).length;
        add(before, 'peopleLeft', old.size - stayed);
        add(after, 'peopleJoined', after.people.size - stayed);
        if (keyOf(before) !== keyOf(after)) {
          both(before, 'movedOut', stayed);
          both(after, 'movedIn', stayed);
        }
      } else if (before) both(before, 'left', before.people.size);
      else if (after) both(after, 'joined', after.people.size);
      before = after;
    }
    if (before) both(before, 'closing', before.people.size);
  }
  return new Map([...sums].sort());
}

test('every line ties and agrees with a walk day by day', () => {
  fc.assert(
    fc.property(someHouseholds, someKey, (households, keyOf) => {
      const lines = coverMovements(households, MARCH, compare, keyOf);
      const sums = new Map<string, number>();
      let moved = 0;
      for (const [key, line] of lines) {
        expect(movementDifference(line)).toEqual({ households: 0, people: 0 });
        moved +=
          line.movedInPeople -
          line.movedOutPeople +
          1000 * (line.movedInHouseholds - line.movedOutHouseholds);
        for (const [figure, n] of Object.entries(figures(line))) sums.set(`${key}.${figure}`, n);
      }
      expect(moved).toBe(0);
      expect(new Map([...sums].sort())).toEqual(dayByDay(households, keyOf));
    }),
    { numRuns: 300 },
  );
});

test('exits have the reason of the highest cover that ended, and tie with the table', () => {
  const exits = coverExits(
    [
      household(
        cover(1, null, '2026-03-10', { category: 'fringe', endReason: 'better off' }),
        cover(2, null, '2026-03-10', { endReason: 'died' }),
      ),
      household(cover(3, null, '2026-03-10', { endReason: 'died' }), cover(3, '2026-03-10', null)),
      household(cover(4, null, '2026-04-01', { endReason: 'died' })),
      household(cover(5, null, '2026-03-31', { endReason: 'better off' })),
    ],
    MARCH,
    compare,
  );
  expect(exits).toEqual(
    new Map([
      ['died', { households: 1, people: 2 }],
      ['better off', { households: 1, people: 1 }],
    ]),
  );
  fc.assert(
    fc.property(someHouseholds, (households) => {
      const line = coverMovements(households, MARCH, compare, () => '').get('');
      const left = [...coverExits(households, MARCH, compare).values()];
      expect(left.reduce((n, { households: h }) => n + h, 0)).toBe(line?.leftHouseholds ?? 0);
      expect(left.reduce((n, { people }) => n + people, 0)).toBe(line?.leftPeople ?? 0);
    }),
  );
});

test('the order in which covers are stored changes nothing', () => {
  fc.assert(
    fc.property(
      fc
        .array(someCover, { maxLength: 6 })
        .chain((covers) =>
          fc.tuple(fc.constant(covers), fc.shuffledSubarray(covers, { minLength: covers.length })),
        ),
      fc.integer({ min: -2, max: 33 }),
      ([covers, shuffled], n) => {
        const day = addDays(MARCH.first, n);
        expect(standingOn({ covers: shuffled }, day, compare)).toEqual(standingOn({ covers }, day, compare));
      },
    ),
  );
});

test('a line that does not tie says by how much', () => {
  const line = whole(household(cover(1, null, null)));
  if (!line) throw new Error('no line');
  expect(movementDifference({ ...line, closingPeople: 3, leftHouseholds: 1 })).toEqual({
    households: -1,
    people: -2,
  });
});
