// Covers of a household that stays: begun with a document, changed up and down without a gap, ended for one; a household taken back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = { as: 'manager' } as const;
const document = '城民发〔2026〕7号';
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
beforeAll(async () => {
  shop = await openShop();
  ids = await seedHouseholds(
    shop,
    ['begin', 'twice', 'change', 'end', 'back', 'closed'].map((number) => ({ number, members: 3 })),
  );
});
afterAll(() => shop.close());

let householdId = 0;
let people: readonly number[] = [];
const coversNow = () => shop.call('eligibility.covers', { householdId }, as);
const at = async (number: string): Promise<void> => {
  householdId = ids.get(number) ?? 0;
  people = [...new Set((await coversNow()).map(({ personId }) => personId))];
};
const row = () =>
  rowsOf(
    shop,
    `SELECT category, members, start_day, end_day, end_reason, grace_to_day, next_review_day FROM household WHERE id = ${householdId}`,
  )[0];
const events = (kind: string) =>
  rowsOf(
    shop,
    `SELECT person_id, day, reason, document, changes, staff_id FROM household_event WHERE household_id = ${householdId} AND kind = '${kind}'`,
  );
const begin = (more: object = {}) =>
  shop.call(
    'eligibility.begin',
    {
      householdId,
      personIds: [...people],
      category: 'severely-disabled',
      day: '2026-05-10',
      document,
      ...more,
    },
    as,
  );

describe('begin', () => {
  beforeEach(() => at('begin'));

  it('covers people from a day with a document; one person may hold several categories', async () => {
    expect(await begin({ personIds: [people[1] ?? 0], reason: '新评残' })).toEqual({ begun: 1 });
    expect((await coversNow()).at(-1)).toMatchObject({
      personId: people[1],
      category: '重度残疾人',
      fromDay: '2026-05-10',
      toDay: null,
      document,
      reason: '新评残',
    });
    expect(events('began')).toEqual([
      {
        person_id: people[1],
        day: '2026-05-10',
        reason: '新评残',
        document,
        changes: JSON.stringify([{ field: 'category', before: '', after: 'severely-disabled' }]),
        staff_id: 1,
      },
    ]);
  });

  it('is refused twice, for whoever is covered by it already or lives elsewhere, and for unknown categories', async () => {
    expect(await refusalOf(begin({ day: '2026-06-01' }))).toMatchObject({
      code: 'cover-there-already',
      params: { category: '重度残疾人', startDay: '2026-05-10' },
    });
    expect((await refusalOf(begin({ day: '2026-05-01' }))).code).toBe('cover-there-already');
    expect((await refusalOf(begin({ category: 'nobody-knows' }))).code).toBe('category-unknown');
    expect((await refusalOf(begin({ personIds: [9_999] }))).code).toBe('not-found');
    expect((await refusalOf(begin({ householdId: 9_999 }))).code).toBe('not-found');
    expect(await coversNow()).toHaveLength(4);
  });

  it('is refused for somebody who no longer lives here on that day', async () => {
    await shop.call(
      'people.leave',
      { personId: people[2] ?? 0, day: '2026-05-04', how: 'moved-out', reason: '随子女生活' },
      as,
    );
    expect(
      await refusalOf(begin({ personIds: [people[2] ?? 0], category: 'orphan', day: '2026-05-04' })),
    ).toMatchObject({
      code: 'cover-person-left',
      params: { leftDay: '2026-05-04' },
    });
  });

  it('a volunteer may not', async () => {
    const wish = { householdId, personIds: [...people], category: 'orphan', day: '2026-05-10', document };
    expect((await refusalOf(shop.call('eligibility.begin', wish, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
    expect(
      (await refusalOf(shop.call('eligibility.covers', { householdId }, { as: 'volunteer' }))).code,
    ).toBe('not-permitted');
  });
});

describe('change (有升有降)', () => {
  beforeEach(() => at('change'));
  const change = (more: object = {}) =>
    shop.call(
      'eligibility.change',
      {
        householdId,
        from: 'urban-minimum-living',
        to: 'low-income-fringe',
        day: '2026-05-04',
        document,
        ...more,
      },
      as,
    );

  it('down for all on one day, without a gap, then up again for one', async () => {
    expect(await change({ reason: '收入增加' })).toEqual({ changed: 3, direction: 'down' });
    expect(row()).toMatchObject({
      category: 'low-income-fringe',
      members: 3,
      start_day: '2025-01-01',
      end_day: null,
    });
    const back = { from: 'low-income-fringe', to: 'urban-minimum-living', personIds: [people[0] ?? 0] };
    expect(await change({ ...back, day: '2026-05-20' })).toEqual({ changed: 1, direction: 'up' });
    expect(
      (await coversNow())
        .filter(({ personId }) => personId === people[0])
        .map(({ code, fromDay, toDay, endReason }) => [code, fromDay, toDay, endReason]),
    ).toEqual([
      ['urban-minimum-living', '2025-01-01', '2026-05-04', '收入增加'],
      ['low-income-fringe', '2026-05-04', '2026-05-20', document],
      ['urban-minimum-living', '2026-05-20', null, ''],
    ]);
    expect(events('changed')).toHaveLength(4);
    shop.setNow('2026-05-20T02:00:00.000Z');
    await shop.call('shop.status', {}, as);
    expect(row()).toMatchObject({ category: 'urban-minimum-living', members: 3 });
    shop.setNow('2026-05-20T03:00:00.000Z');
  });

  it('is refused to the same, from what nobody holds, into what is held, and for a category that is not open', async () => {
    expect((await refusalOf(change({ to: 'urban-minimum-living' }))).code).toBe('category-same');
    expect((await refusalOf(change({ from: 'orphan', day: '2026-05-20' }))).code).toBe('cover-none');
    await begin({ personIds: [people[1] ?? 0], category: 'rigid-expenditure', day: '2026-05-20' });
    const into = { from: 'low-income-fringe', to: 'rigid-expenditure', day: '2026-05-21' };
    expect((await refusalOf(change(into))).code).toBe('cover-there-already');
    expect((await refusalOf(change({ ...into, to: 'nobody-knows' }))).code).toBe('category-unknown');
    await change({ ...into, personIds: [people[2] ?? 0] });
  });
});

describe('the end of one cover', () => {
  beforeEach(() => at('end'));
  const end = (more: object) =>
    shop.call('eligibility.endCover', { householdId, day: '2026-05-20', reason: '就业', ...more }, as);

  it('one person leaves, the household stays with fewer', async () => {
    expect(await end({ personIds: [people[2] ?? 0], document: '核查表' })).toEqual({ ended: 1 });
    expect(row()).toMatchObject({ members: 2, end_day: null, end_reason: '' });
    expect(events('ended')[0]).toMatchObject({ person_id: people[2], reason: '就业', document: '核查表' });
  });

  it('one category ends for everybody who has it', async () => {
    await begin({ personIds: people.slice(0, 2), day: '2026-05-20' });
    expect(await end({ category: 'severely-disabled', day: '2026-05-25' })).toEqual({ ended: 2 });
    expect((await coversNow()).filter(({ toDay }) => toDay === null)).toHaveLength(2);
  });

  it('the last one is refused: a household leaves by its own act; what nobody has too', async () => {
    expect(await refusalOf(end({}))).toMatchObject({ code: 'cover-last', params: { number: 'end' } });
    expect((await refusalOf(end({ category: 'orphan' }))).code).toBe('cover-none');
    expect((await refusalOf(end({ householdId: 9_999 }))).code).toBe('not-found');
  });
});

describe('a household taken back', () => {
  beforeEach(() => at('back'));

  it('begins anew on its day; the gap stays visible, grace is over, the review term is new', async () => {
    await shop.call(
      'eligibility.end',
      { householdId, day: '2026-05-20', reason: '超标', graceMonths: 3 },
      as,
    );
    expect(row()).toMatchObject({ end_day: '2026-05-20', grace_to_day: '2026-08-19', end_reason: '超标' });
    shop.setNow('2026-07-01T02:00:00.000Z');
    await begin({ category: 'urban-minimum-living', day: '2026-07-01', reason: '重新申请' });
    expect(row()).toEqual({
      category: 'urban-minimum-living',
      members: 3,
      start_day: '2026-07-01',
      end_day: null,
      end_reason: '',
      grace_to_day: null,
      next_review_day: '2027-07-01',
    });
    expect((await coversNow()).map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      ['2025-01-01', '2026-05-20'],
      ['2025-01-01', '2026-05-20'],
      ['2025-01-01', '2026-05-20'],
      ['2026-07-01', null],
      ['2026-07-01', null],
      ['2026-07-01', null],
    ]);
  });
});

describe('a closed month', () => {
  beforeEach(() => at('closed'));

  it('takes no more changes of covers: its movement stays as it was printed', async () => {
    await shop.call('reports.closeMonth', { month: '2026-05' }, as);
    const day = '2026-05-31';
    const late = [
      begin({ day }),
      shop.call('eligibility.end', { householdId, day, reason: '就业' }, as),
      shop.call(
        'eligibility.endCover',
        { householdId, personIds: [people[0] ?? 0], day, reason: '就业' },
        as,
      ),
      shop.call(
        'eligibility.change',
        { householdId, from: 'urban-minimum-living', to: 'orphan', day, document },
        as,
      ),
    ];
    for (const one of late)
      expect(await refusalOf(one)).toMatchObject({ code: 'month-closed', params: { month: '2026-05' } });
    await begin({ day: '2026-06-01' });
  });
});
