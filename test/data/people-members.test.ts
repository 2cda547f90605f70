// Who comes into a household and who leaves it: scenario 5, deaths, births, returns, heads; history says who, when, why.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { childrenOf, covered, coveredOn, family, fileOf, newcomer } from '../helpers/households.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({ now: '2026-03-05T02:12:00.000Z' })));
afterAll(() => shop.close());

const as = { as: 'manager' } as const;
const day = '2026-03-02';
const because = { reason: '户口簿变更', document: '柳城民〔2026〕3号' };
const codeOf = async (act: Promise<unknown>) => (await refusalOf(act)).code;
const leave = (input: Omit<Input<'people.leave'>, 'reason'> & { reason?: string }) =>
  shop.call('people.leave', { reason: '死亡证明', ...input }, as);

describe('scenario 5: death of one member', () => {
  it('April counts 2 of 3, March is unchanged, the household stays one', async () => {
    const { householdId, members } = await family(shop, 3);
    const gone = members[2] ?? 0;
    const done = await leave({ personId: gone, day, how: 'died' });
    expect(done).toEqual({ householdEnds: false, voidedVouchers: 0 });
    const file = await fileOf(shop, householdId);
    // Every quota counts as of the first day of its period (ruling 9): 2 units a month for each.
    expect([coveredOn(file, '2026-03-01') * 2, coveredOn(file, '2026-04-01') * 2]).toEqual([6, 4]);
    expect(file).toMatchObject({ members: 2, family: 2, state: 'eligible', endDay: null });
    expect(file.former).toMatchObject([{ id: gone, leftDay: day, leftWhy: 'died', covered: false }]);
    expect(file.covers.find(({ personId }) => personId === gone)).toMatchObject({
      toDay: day,
      endReason: '死亡',
    });
    expect(file.history[0]).toMatchObject({
      kind: 'left',
      day,
      personId: gone,
      reason: '死亡证明',
      by: '韦店长',
      changes: [{ field: 'left', before: '', after: 'died' }],
    });
  });

  it('the last one ends the household and makes its open vouchers void, with the reason', async () => {
    const { householdId, members } = await family(shop, 1, {
      people: [newcomer({ covers: [covered('2025-01-01', 'orphan')] })],
    });
    await seedBatch(shop, { categories: ['orphan'], validFrom: '2026-03-01', validTo: '2026-04-30' });
    expect((await fileOf(shop, householdId)).vouchers).toMatchObject([{ open: true, faceFen: 10_000 }]);
    const done = await leave({ personId: members[0] ?? 0, day, how: 'died' });
    expect(done).toEqual({ householdEnds: true, voidedVouchers: 1 });
    const file = await fileOf(shop, householdId);
    expect(file).toMatchObject({
      state: 'ended',
      endDay: day,
      endReason: '死亡',
      open: false,
      family: 0,
      graceToDay: null,
    });
    expect(file.vouchers).toMatchObject([{ state: 'void', open: false, balanceFen: 0 }]);
    expect(
      rowsOf(
        shop,
        `SELECT posting.kind, pieces, amount_fen, reason FROM voucher_posting AS posting JOIN voucher ON voucher.id = voucher_id
           WHERE household_id = ${householdId} ORDER BY posting.id`,
      ),
    ).toMatchObject([
      { kind: 'issued' },
      { kind: 'void', pieces: -1, amount_fen: -10_000, reason: '死亡：死亡证明' },
    ]);
  });

  it('the last one who moves away leaves vouchers open, to stop at the till', async () => {
    const { householdId, members } = await family(shop, 1, {
      people: [newcomer({ covers: [covered('2025-01-01', 'disaster-hit')] })],
    });
    await seedBatch(shop, { categories: ['disaster-hit'], validFrom: '2026-03-01', validTo: '2026-04-30' });
    expect(await leave({ personId: members[0] ?? 0, day, how: 'moved-out' })).toEqual({
      householdEnds: true,
      voidedVouchers: 0,
    });
    expect(await fileOf(shop, householdId)).toMatchObject({
      state: 'ended',
      endReason: '迁出',
      vouchers: [{ open: true }],
    });
  });
});

describe('people.leave', () => {
  it('the head leaves only with a new one, and what everybody is to them', async () => {
    const { householdId, members } = await family(shop, 3);
    const [head = 0, next = 0, third = 0] = members;
    expect(await codeOf(leave({ personId: head, day, how: 'died' }))).toBe('head-needed');
    const unsaid = leave({ personId: head, day, how: 'died', newHead: { personId: next, relations: [] } });
    expect(await codeOf(unsaid)).toBe('relation-missing');
    const himself = { personId: head, relations: childrenOf(members, head) };
    expect(await codeOf(leave({ personId: head, day, how: 'died', newHead: himself }))).toBe(
      'person-not-here',
    );
    const newHead = { personId: next, relations: [{ personId: third, relation: '弟' }] };
    expect(await codeOf(leave({ personId: third, day, how: 'died', newHead }))).toBe('head-already');
    await leave({ personId: head, day, how: 'died', newHead });
    const file = await fileOf(shop, householdId);
    expect(file.people.map(({ id, relation, isHead }) => [id, relation, isHead])).toEqual([
      [next, '户主', true],
      [third, '弟', false],
    ]);
    expect(file.headName).toBe(file.people[0]?.name);
    expect(file.former).toMatchObject([{ id: head, isHead: false }]);
  });

  it('refuses days out of order, twice, and who is not there', async () => {
    const { members } = await family(shop, 2);
    const personId = members[1] ?? 0;
    expect(await codeOf(leave({ personId, day: '2026-03-06', how: 'died' }))).toBe('day-in-future');
    expect(await codeOf(leave({ personId, day: '2027-03-06', how: 'moved-out' }))).toBe('day-too-far');
    expect(await codeOf(leave({ personId, day: '1950-01-01', how: 'died' }))).toBe('day-before-birth');
    expect(await codeOf(leave({ personId: 99_999, day, how: 'died' }))).toBe('not-found');
    await leave({ personId, day, how: 'moved-out' });
    expect(await codeOf(leave({ personId, day, how: 'moved-out' }))).toBe('person-left');
    const other = (await family(shop, 2)).members[1] ?? 0;
    await leave({ personId: other, day, how: 'died' });
    const again = await refusalOf(leave({ personId: other, day, how: 'died' }));
    expect([again.code, again.params?.['endDay']]).toEqual(['person-died', day]);
  });

  it('a day to come takes effect by itself', async () => {
    const { householdId, members } = await family(shop, 2);
    await leave({ personId: members[1] ?? 0, day: '2026-03-20', how: 'moved-out' });
    expect(await fileOf(shop, householdId)).toMatchObject({ members: 2, family: 2 });
    shop.setNow('2026-03-20T02:00:00.000Z');
    await shop.call('shop.heartbeat', {}, as).catch(() => undefined);
    await family(shop, 1);
    expect(await fileOf(shop, householdId)).toMatchObject({ members: 1, family: 1 });
  });

  it('is not for volunteers', async () => {
    const input = { personId: 1, day, how: 'died', reason: '某' } as const;
    expect(await codeOf(shop.call('people.leave', input, { as: 'volunteer' }))).toBe('not-permitted');
  });
});

describe('people.changeHead', () => {
  it('is said anew for everybody, and the household is called by the new one', async () => {
    const { householdId, members } = await family(shop, 3);
    const [head = 0, next = 0, third = 0] = members;
    const relations = [
      { personId: head, relation: '父' },
      { personId: third, relation: '弟' },
    ];
    const change = (input: Partial<Input<'people.changeHead'>>) =>
      shop.call(
        'people.changeHead',
        { householdId, personId: next, relations, day, ...because, ...input },
        as,
      );
    expect(await codeOf(change({ personId: head }))).toBe('head-already');
    expect(await codeOf(change({ personId: 99_999 }))).toBe('person-not-here');
    expect(await codeOf(change({ relations: relations.slice(0, 1) }))).toBe('relation-missing');
    expect(
      await codeOf(change({ relations: [{ personId: head, relation: '户主' }, ...relations.slice(1)] })),
    ).toBe('relation-missing');
    expect(await codeOf(change({ day: '2027-01-01' }))).toBe('day-in-future');
    await change({});
    const file = await fileOf(shop, householdId);
    expect(file.people.map(({ id, relation }) => [id, relation])).toEqual([
      [next, '户主'],
      [head, '父'],
      [third, '弟'],
    ]);
    expect(file.headName).toBe(file.people[0]?.name);
    expect(file.history.filter(({ kind }) => kind === 'head')).toHaveLength(3);
    expect(
      rowsOf(shop, `SELECT count(*) AS n FROM person WHERE household_id = ${householdId} AND is_head = 1`),
    ).toEqual([{ n: 1 }]);
  });
});

describe('people.takeBackLeave', () => {
  const takeBack = (personId: number, user: 'manager' | 'volunteer' = 'manager') =>
    shop.call('people.takeBackLeave', { personId, reason: '登记错人' }, { as: user });

  it('they are there as before, covered without a gap; both lines stay in the history', async () => {
    const { householdId, members } = await family(shop, 2);
    const [head = 0, next = 0] = members;
    expect(await codeOf(takeBack(next))).toBe('person-there');
    await leave({ personId: head, day, how: 'died', newHead: { personId: next, relations: [] } });
    await takeBack(head);
    const file = await fileOf(shop, householdId);
    expect(file).toMatchObject({ members: 2, family: 2, former: [] });
    expect(file.people.map(({ id, relation, isHead }) => [id, relation, isHead])).toEqual([
      [next, '户主', true],
      [head, '其他', false],
    ]);
    expect(file.covers).toHaveLength(2);
    expect(coveredOn(file, '2026-03-03')).toBe(2);
    expect(file.history[0]).toMatchObject({
      kind: 'corrected',
      reason: '登记错人',
      changes: [{ field: 'left', before: 'died', after: '' }],
    });
    expect(file.history.filter(({ kind }) => kind === 'left')).toHaveLength(1);
  });

  it('also of the last one, whose household is eligible again; void vouchers stay void', async () => {
    const { householdId, members } = await family(shop, 1, {
      people: [newcomer({ covers: [covered('2025-01-01', 'low-income-fringe')] })],
    });
    await seedBatch(shop, {
      categories: ['low-income-fringe'],
      validFrom: '2026-03-01',
      validTo: '2026-04-30',
    });
    await leave({ personId: members[0] ?? 0, day, how: 'died' });
    await takeBack(members[0] ?? 0);
    expect(await fileOf(shop, householdId)).toMatchObject({
      state: 'eligible',
      open: true,
      endDay: null,
      people: [{ relation: '户主', isHead: true }],
      vouchers: [{ state: 'void' }],
    });
  });

  it('is refused for strangers, volunteers and whoever is in another household now', async () => {
    expect(await codeOf(takeBack(99_999))).toBe('not-found');
    expect(await codeOf(takeBack(1, 'volunteer'))).toBe('not-permitted');
  });
});
