// Whatever households do among themselves, moves, splits and merges in any order, nobody gains or loses a day of cover by it.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../db/domain/business-day.ts';
import { expectFoundBy } from '../helpers/found-by.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { covered, enter, fileOf, newcomer } from '../helpers/households.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const as = { as: 'manager' } as const;
const firstDay = '2026-04-01';
const because = { reason: '户口簿变更' };
const categories = ['urban-minimum-living', 'severely-disabled', 'orphan'] as const;

/** For each day from March to June and each person: the categories they are covered under, wherever they are. */
const everyDay = (personIds: readonly number[]): readonly string[] => {
  const covers = rowsOf(
    shop,
    `SELECT person_id, category, from_day, to_day FROM cover WHERE person_id IN (${personIds.join(',')})`,
  ) as { person_id: number; category: string; from_day: string; to_day: string | null }[];
  return Array.from({ length: 100 }, (_, at) => addDays('2026-03-01', at)).map((day) =>
    covers
      .filter(({ from_day, to_day }) => from_day <= day && (to_day === null || to_day > day))
      .map(({ person_id, category }) => `${person_id} ${category}`)
      .sort()
      .join(', '),
  );
};

const step = fc.record({
  what: fc.constantFrom('move', 'split', 'merge'),
  which: fc.nat(9),
  other: fc.nat(9),
  days: fc.nat(6),
});
const start = fc.array(
  fc.array(fc.record({ from: fc.nat(60), category: fc.constantFrom(...categories), leaves: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 2, maxLength: 3 },
);

it('the covered people of every day stay the same, and every household counts its own', async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(step, { minLength: 1, maxLength: 6 }), async (families, steps) => {
      const households: number[] = [];
      const everybody: number[] = [];
      for (const members of families) {
        const people = members.map(({ from, category }) =>
          newcomer({ covers: [covered(addDays('2026-03-15', from), category)] }),
        );
        const { householdId } = await enter(shop, { people, day: firstDay });
        households.push(householdId);
        const ids = (await fileOf(shop, householdId)).people.map(({ id }) => id);
        everybody.push(...ids);
        // Some will leave on a day to come: their covers end on it wherever they are by then.
        for (const [at, personId] of ids.entries())
          if (at > 0 && members[at]?.leaves)
            await shop.call(
              'people.leave',
              { personId, day: '2026-05-20', how: 'moved-out', ...because },
              as,
            );
      }
      const before = everyDay(everybody);
      let day = firstDay;
      for (const each of steps) {
        day = addDays(day, each.days);
        await take(each, households, day <= '2026-05-04' ? day : '2026-05-04');
      }
      expect(everyDay(everybody)).toEqual(before);
      await countsItsOwn(households);
      expectFoundBy(shop);
    }),
    { numRuns: 25 },
  );
}, 120_000);

const take = async (
  { what, which, other }: { what: string; which: number; other: number },
  households: number[],
  day: string,
): Promise<void> => {
  const householdId = households[which % households.length] ?? 0;
  const intoId = households[other % households.length] ?? 0;
  const file = await fileOf(shop, householdId);
  const place = { street: '城中街道', community: `社区${which}` };
  if (what === 'move' && file.community !== place.community)
    await shop.call('people.move', { householdId, day, ...place, ...because }, as);
  if (what === 'split' && file.people.length > 1) {
    const members = file.people.slice(1).map(({ id }) => ({ personId: id, relation: '子' }));
    const headId = members[0]?.personId ?? 0;
    const made = await shop.call(
      'people.split',
      { householdId, day, ...place, headId, members, ...because },
      as,
    );
    households.push(made.householdId);
  }
  if (what === 'merge' && householdId !== intoId) {
    const relations = file.people.map(({ id }) => ({ personId: id, relation: '其他' }));
    await shop.call('people.merge', { householdId, intoId, day, relations, ...because }, as);
    households.splice(households.indexOf(householdId), 1);
  }
};

/** The row that lists and the till read says what the covers come to. */
const countsItsOwn = async (households: readonly number[]): Promise<void> => {
  for (const householdId of households) {
    const file = await fileOf(shop, householdId);
    const open = file.covers.filter(
      ({ fromDay, toDay }) => (fromDay ?? '') <= '2026-05-04' && (toDay === null || toDay > '2026-05-04'),
    );
    if (file.state === 'eligible')
      expect(file.members).toBe(new Set(open.map(({ personId }) => personId)).size);
    else expect(open).toEqual([]);
    expect(file.family).toBe(file.people.length);
    expect(file.people.filter(({ isHead }) => isHead)).toHaveLength(1);
  }
};
