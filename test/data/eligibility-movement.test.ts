// The dynamic table of any month: opening + what came - what went = closing, by category and community; months chain, and the short way
// of counting (households that changed are walked, the others counted by one query) is the walk over everybody.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compareCategories, type CategoryCode } from '../../db/domain/categories.ts';
import { coverMovements, type Cover } from '../../db/domain/cover-movement.ts';
import { addDays, monthRange } from '../../db/domain/business-day.ts';
import { listenToStatements } from '../helpers/executed.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = { as: 'manager' } as const;
type By = 'category' | 'community' | 'total';
let shop: OpenShop;
const movement = (month: string, by: By = 'total') => shop.call('eligibility.movement', { month, by }, as);
const idsOf = async (numbers: readonly string[]): Promise<number[]> =>
  (await shop.call('eligibility.byNumbers', { numbers: [...numbers] }, as)).rows.map(({ id }) => id);

describe('figures as in the seeds (S3: −134 户 368 人, +45 户 131 人)', () => {
  const sizes = (count: number, threes: number): number[] =>
    Array.from({ length: count }, (_, at) => (at < threes ? 3 : 2));
  beforeAll(async () => {
    shop = await openShop({ now: '2026-05-04T02:00:00.000Z' });
    const leaving = sizes(134, 100).map((members, at) => ({
      number: `L${at}`,
      members,
      community: '桂中社区',
    }));
    const staying = sizes(66, 30).map((members, at) => ({ number: `S${at}`, members, community: '' }));
    const coming = sizes(45, 41).map((members, at) => ({
      number: `N${at}`,
      members,
      start: '2026-05-20',
      category: '农村低保',
      community: '龙城社区',
    }));
    await seedHouseholds(shop, [...leaving, ...staying, ...coming]);
    const day = '2026-05-31';
    const [death = 0, ...others] = await idsOf(leaving.map(({ number }) => number));
    await shop.call('eligibility.endMany', { householdIds: others, day, reason: '收入超标' }, as);
    await shop.call('eligibility.end', { householdId: death, day, reason: '死亡' }, as);
  }, 60_000);
  afterAll(() => shop.close());

  it('May: 200 户 530 人 + 45 户 131 人 - 134 户 368 人 = 111 户 293 人, with why they left', async () => {
    expect(await movement('2026-05')).toMatchObject({
      ties: true,
      total: {
        openingHouseholds: 200,
        openingPeople: 530,
        joinedHouseholds: 45,
        joinedPeople: 131,
        leftHouseholds: 134,
        leftPeople: 368,
        closingHouseholds: 111,
        closingPeople: 293,
      },
      exits: [
        { reason: '收入超标', households: 133, people: 365 },
        { reason: '死亡', households: 1, people: 3 },
      ],
    });
  });

  it('by category in the order of the table, by community with 未登记 for none', async () => {
    const categories = await movement('2026-05', 'category');
    expect(categories.rows.map(({ name, closingHouseholds }) => [name, closingHouseholds])).toEqual([
      ['城市低保', 66],
      ['农村低保', 45],
    ]);
    const communities = await movement('2026-05', 'community');
    expect(communities.rows.map(({ name, openingHouseholds }) => [name, openingHouseholds])).toEqual([
      ['未登记', 66],
      ['桂中社区', 134],
      ['龙城社区', 0],
    ]);
  });

  it('a month long past, and one with nothing at all, are answered as well', async () => {
    expect((await movement('2025-01')).total).toMatchObject({ openingHouseholds: 0, joinedHouseholds: 200 });
    expect((await movement('2020-01')).rows).toEqual([]);
    expect((await movement('2020-01')).ties).toBe(true);
  });

  it('is printed, an empty month too (零报告); not for a volunteer', async () => {
    for (const month of ['2026-05', '2020-01'])
      for (const format of ['pdf', 'xlsx'] as const)
        expect(
          (await shop.call('eligibility.printMovement', { month, format }, as)).bytes.length,
        ).toBeGreaterThan(500);
    for (const act of [
      shop.call('eligibility.movement', { month: '2026-05', by: 'total' }, { as: 'volunteer' }),
      shop.call('eligibility.printMovement', { month: '2026-05', format: 'pdf' }, { as: 'volunteer' }),
    ])
      expect((await refusalOf(act)).code).toBe('not-permitted');
  });
});

describe('whatever happens to households', () => {
  const months = ['2026-05', '2026-06', '2026-07', '2026-08'];
  let seed = 20_260_504;
  const chance = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const codes = ['urban-minimum-living', 'rural-minimum-living', 'low-income-fringe', 'orphan'];
  afterEach(() => shop.close());

  /** One change as a clerk would make it; what the books refuse is no change. */
  const something = async (householdId: number, day: string): Promise<void> => {
    const covers = await shop.call('eligibility.covers', { householdId }, as);
    const people = [...new Set(covers.map(({ personId }) => personId))];
    const person = people[chance(people.length)] ?? 0;
    const [from = '', to = ''] = [codes[chance(4)], codes[chance(4)]];
    const document = '文号';
    const acts = [
      () => shop.call('eligibility.end', { householdId, day, reason: `原因${chance(3)}` }, as),
      () =>
        shop.call('eligibility.begin', { householdId, personIds: people, category: from, day, document }, as),
      () =>
        shop.call('eligibility.begin', { householdId, personIds: [person], category: to, day, document }, as),
      () => shop.call('eligibility.change', { householdId, from, to, day, document }, as),
      () => shop.call('eligibility.endCover', { householdId, personIds: [person], day, reason: '死亡' }, as),
      () => shop.call('eligibility.endCover', { householdId, category: from, day, reason: '不再符合' }, as),
    ];
    await acts[chance(acts.length)]?.().catch(() => null);
  };

  const coversInBooks = (): readonly { covers: Cover[] }[] => {
    const households = new Map<unknown, Cover[]>();
    for (const row of rowsOf(
      shop,
      'SELECT household_id, person_id AS personId, category, community, from_day AS fromDay, to_day AS toDay, end_reason AS endReason FROM cover',
    )) {
      const covers = households.get(row['household_id']) ?? [];
      households.set(row['household_id'], covers);
      covers.push(row as unknown as Cover);
    }
    return [...households.values()].map((covers) => ({ covers }));
  };

  it('rows tie, months chain, categories and communities come to the same, and the walk over everybody agrees', async () => {
    shop = await openShop();
    const ids = await seedHouseholds(
      shop,
      Array.from({ length: 30 }, (_, at) => ({
        number: String(at),
        members: 1 + (at % 4),
        community: `社区${at % 3}`,
        start: at % 5 === 0 ? '2026-05-15' : '2025-01-01',
        ...(at % 6 === 0 && { others: ['重度残疾人'] }),
      })),
    );
    const householdIds = [...ids.values()];
    for (let step = 0; step < 160; step += 1)
      await something(householdIds[chance(30)] ?? 0, addDays('2026-05-01', chance(120)));
    const compare = (a: string, b: string) => compareCategories(a as CategoryCode, b as CategoryCode);
    const everybody = coversInBooks();
    let before: Awaited<ReturnType<typeof movement>>['total'] | null = null;
    let moved = 0;
    for (const month of months) {
      const total = await movement(month);
      expect(total.ties).toBe(true);
      for (const by of ['category', 'community'] as const) {
        const table = await movement(month, by);
        expect(table.ties, `${month} ${by}`).toBe(true);
        for (const figure of ['opening', 'joined', 'left', 'closing'] as const)
          for (const unit of ['Households', 'People'] as const)
            expect(table.total[`${figure}${unit}`], `${month} ${by} ${figure}`).toBe(
              total.total[`${figure}${unit}`],
            );
        expect(table.total.movedInHouseholds).toBe(table.total.movedOutHouseholds);
        moved += table.total.movedInHouseholds;
        const walked = coverMovements(everybody, monthRange(month), compare, (standing) => standing[by]);
        expect(
          Object.fromEntries(table.rows.map(({ key, name: _, ...line }) => [key, line])),
          `${month} ${by}`,
        ).toEqual(Object.fromEntries(walked));
        expect(table.exits.reduce((sum, { people }) => sum + people, 0)).toBe(table.total.leftPeople);
      }
      if (before)
        expect([total.total.openingHouseholds, total.total.openingPeople]).toEqual([
          before.closingHouseholds,
          before.closingPeople,
        ]);
      before = total.total;
    }
    expect(moved).toBeGreaterThan(0);
  }, 60_000);
});

describe('what it costs', () => {
  afterEach(() => shop.close());

  it('reads only the covers of households that changed; the others are counted in the order of one index', async () => {
    shop = await openShop();
    const ids = await seedHouseholds(
      shop,
      Array.from({ length: 40 }, (_, at) => ({ number: String(at), members: 2 })),
    );
    await shop.call(
      'eligibility.end',
      { householdId: ids.get('7') ?? 0, day: '2026-05-20', reason: '超标' },
      as,
    );
    const executed = listenToStatements();
    await movement('2026-05');
    executed.stop();
    const asked = executed.texts.filter((text) => /\bcover\b/.test(text));
    // One range of households is summed, one is walked.
    expect(asked).toHaveLength(2);
    const plans = asked.map((text) =>
      rowsOf(shop, `EXPLAIN QUERY PLAN ${text.replaceAll('?', `'2026-05-01'`)}`).map(({ detail }) =>
        String(detail),
      ),
    );
    const all = plans.flat();
    expect(
      all.filter((step) => step.startsWith('SEARCH cover USING INDEX cover_by_household (household_id')),
    ).toHaveLength(2);
    expect(all.filter((step) => step.startsWith('SCAN cover'))).toEqual([]);
    // Households come in the order of the index: only the few sums are sorted.
    expect(all.filter((step) => step === 'USE TEMP B-TREE FOR GROUP BY')).toHaveLength(1);
  });
});
