// Reviews (年审): queues 30 / 7 / 0 days and overdue, renewal of many with one evidence; lapsed is late, not gone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { listenToStatements } from '../helpers/executed.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = { as: 'manager' } as const;
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
beforeAll(async () => {
  // Today: 2026-05-04.
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    { number: 'late', review: '2026-05-03', members: 2 },
    { number: 'late-half', review: '2026-04-01', category: '低保边缘家庭' },
    { number: 'today', review: '2026-05-04' },
    { number: 'tomorrow', review: '2026-05-05' },
    { number: 'week', review: '2026-05-11', community: '龙城社区' },
    { number: 'eight', review: '2026-05-12' },
    { number: 'month', review: '2026-06-03', community: '龙城社区' },
    { number: 'later', review: '2026-06-04' },
    { number: 'left', review: '2026-01-01' },
    { number: 'coming', review: '2026-05-01', start: '2026-07-01' },
  ]);
  await shop.call(
    'eligibility.end',
    { householdId: ids.get('left') ?? 0, day: '2026-05-01', reason: '超标' },
    as,
  );
});
afterAll(() => shop.close());

type Filter = Parameters<typeof listed>[0];
const listed = async (filter: {
  queue?: 'overdue' | 'due-today' | 'due-7' | 'due-30' | 'unset' | null;
  category?: string;
  community?: string;
}) => (await shop.call('eligibility.reviews', { filter }, as)).rows.map(({ number }) => number);
const renew = (more: object) =>
  shop.call(
    'eligibility.renew',
    { of: { householdIds: [ids.get('late') ?? 0] }, day: '2026-05-04', evidence: '入户核查表5号', ...more },
    as,
  );
const reviewOf = (number: string) =>
  rowsOf(shop, `SELECT next_review_day AS day FROM household WHERE number = '${number}'`)[0]?.['day'];

describe('the queues', () => {
  it('count who is covered today, by category and community', async () => {
    const queues = await shop.call('eligibility.reviewQueues', {}, as);
    expect(queues.total).toEqual({
      overdue: { households: 2, people: 3 },
      'due-today': { households: 1, people: 1 },
      'due-7': { households: 2, people: 2 },
      'due-30': { households: 2, people: 2 },
      unset: { households: 0, people: 0 },
    });
    expect(queues.byCategory.map(({ name, queues: { overdue } }) => [name, overdue.households])).toEqual([
      ['城市低保', 1],
      ['低保边缘家庭', 1],
    ]);
    expect(
      queues.byCommunity.map(({ community, queues: of }) => [community, of['due-7'].households]),
    ).toEqual([
      ['桂中社区', 1],
      ['龙城社区', 1],
    ]);
  });

  it('are lists, most urgent first, masked, with the days left', async () => {
    expect(await listed({})).toEqual(['late-half', 'late', 'today', 'tomorrow', 'week', 'eight', 'month']);
    const wishes: readonly [Filter, readonly string[]][] = [
      [{ queue: 'overdue' }, ['late-half', 'late']],
      [{ queue: 'due-today' }, ['today']],
      [{ queue: 'due-7' }, ['tomorrow', 'week']],
      [{ queue: 'due-30' }, ['eight', 'month']],
      [{ queue: 'unset' }, []],
      [{ community: '龙城社区' }, ['week', 'month']],
      [{ queue: 'overdue', category: 'low-income-fringe' }, ['late-half']],
    ];
    for (const [filter, numbers] of wishes) expect(await listed(filter)).toEqual(numbers);
    const [first] = (await shop.call('eligibility.reviews', { filter: { queue: 'overdue' } }, as)).rows;
    expect(first).toMatchObject({ daysLeft: -33, nextReviewDay: '2026-04-01', lastReviewDay: null });
    expect(first?.headName).toContain('*');
  });

  it('are exported as they are filtered: masked, numbered, in the log', async () => {
    const wish = { filter: { queue: 'overdue' as const }, format: 'csv' as const };
    const { bytes } = await shop.call('eligibility.printReviews', wish, as);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('late-half');
    expect(text).not.toContain('tomorrow');
    const names = rowsOf(shop, 'SELECT name FROM person').map(({ name }) => String(name));
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect((await shop.call('eligibility.printReviews', { ...wish, format: 'pdf' }, as)).pages).toBe(1);
    const { rows } = await shop.call('audit.list', {}, as);
    expect(rows.filter(({ act }) => act === 'eligibility.printReviews')).toHaveLength(2);
  });

  it('are not for a volunteer', async () => {
    const till = { as: 'volunteer' } as const;
    for (const act of [
      shop.call('eligibility.reviewQueues', {}, till),
      shop.call('eligibility.reviews', { filter: {} }, till),
      shop.call('eligibility.printReviews', { filter: {}, format: 'pdf' }, till),
      shop.call('eligibility.renew', { of: { householdIds: [1] }, day: '2026-05-04', evidence: '表' }, till),
    ])
      expect((await refusalOf(act)).code).toBe('not-permitted');
  });

  it('ask only the index of review days', async () => {
    const executed = listenToStatements();
    await shop.call('eligibility.reviewQueues', {}, as);
    await shop.call('eligibility.reviews', { filter: { queue: 'overdue' } }, as);
    executed.stop();
    const asked = executed.texts.filter((text) => text.includes('next_review_day'));
    expect(asked).toHaveLength(3);
    for (const text of asked) {
      const plan = rowsOf(shop, `EXPLAIN QUERY PLAN ${text.replaceAll('?', `'2026-05-04'`)}`);
      const steps = plan.map(({ detail }) => String(detail));
      expect(steps.join('\n')).toContain('USING INDEX household_by_review');
      expect(steps.filter((step) => /^SCAN household/.test(step))).toEqual([]);
    }
  });
});

describe('renewal', () => {
  it('lapsed is not gone: the till warns, the voucher passes, renewed it warns no more', async () => {
    await seedBatch(shop);
    const [voucher] = rowsOf(
      shop,
      `SELECT voucher.id AS id FROM voucher JOIN household ON household.id = household_id WHERE number = 'late'`,
    );
    const voucherId = Number(voucher?.['id']);
    const scan = () =>
      shop.call('counter.scan', { code: qrOf(shop, voucherId), entry: 'scanned' }, { as: 'volunteer' });
    expect((await scan()).household.reviewOverdue).toBe(true);
    expect(await renew({})).toEqual({ renewed: 1 });
    expect(reviewOf('late')).toBe('2027-05-04');
    expect((await scan()).household.reviewOverdue).toBe(false);
    expect(
      rowsOf(shop, `SELECT day, document, changes, staff_id FROM household_event WHERE kind = 'renewed'`),
    ).toEqual([
      {
        day: '2026-05-04',
        document: '入户核查表5号',
        changes: JSON.stringify([{ field: 'nextReviewDay', before: '2026-05-03', after: '2027-05-04' }]),
        staff_id: 1,
      },
    ]);
  });

  it('half-yearly where the category says so, or to a given day', async () => {
    await renew({ of: { householdIds: [ids.get('late-half') ?? 0] }, day: '2026-04-30' });
    expect(reviewOf('late-half')).toBe('2026-10-30');
    await renew({ of: { householdIds: [ids.get('today') ?? 0] }, nextDay: '2026-09-15' });
    expect(reviewOf('today')).toBe('2026-09-15');
  });

  it('of a whole queue at once, but only the one the screen showed', async () => {
    const filter = { queue: 'due-7' as const };
    expect(await refusalOf(renew({ of: { filter, expect: 3 } }))).toMatchObject({
      code: 'review-changed',
      params: { expected: 3, found: 2 },
    });
    expect(await renew({ of: { filter, expect: 2 } })).toEqual({ renewed: 2 });
    expect(await listed(filter)).toEqual([]);
    expect(reviewOf('tomorrow')).toBe('2027-05-04');
  });

  it('is refused for days that cannot be, and for all when one has left', async () => {
    expect((await refusalOf(renew({ day: '2026-05-05' }))).code).toBe('review-day-future');
    expect((await refusalOf(renew({ nextDay: '2026-05-04' }))).code).toBe('review-next-before');
    expect((await refusalOf(renew({ of: { householdIds: [9_999] } }))).code).toBe('not-found');
    const both = [ids.get('eight') ?? 0, ids.get('left') ?? 0];
    expect(await refusalOf(renew({ of: { householdIds: both } }))).toMatchObject({
      code: 'eligibility-ended',
      params: { number: 'left', endDay: '2026-05-01' },
    });
    expect(reviewOf('eight')).toBe('2026-05-12');
  });
});

it('a list longer than a paper can be is refused before anything is numbered', async () => {
  const large = await openShop();
  await seedHouseholds(large, [{ number: '1', review: '2026-05-01' }]);
  const books = openBooks({ path: large.file, key: large.key, create: false });
  books.file.exec(`WITH RECURSIVE n (at) AS (SELECT 2 UNION ALL SELECT at + 1 FROM n WHERE at < 20001)
    INSERT INTO household (number, head_name, id_tail, street, community, address, phone, category, members, next_review_day, created_at)
    SELECT at, '韦某', '0000', '', '', '', '', 'orphan', 1, '2026-05-01', '' FROM n`);
  books.close();
  const print = (filter: { category?: string }) =>
    large.call('eligibility.printReviews', { filter, format: 'csv' }, as);
  expect(await refusalOf(print({}))).toMatchObject({ code: 'export-too-many', params: { most: 20_000 } });
  expect(rowsOf(large, `SELECT count(*) AS n FROM paper_print`)).toEqual([{ n: 0 }]);
  await print({ category: 'urban-minimum-living' });
  await large.close();
});
