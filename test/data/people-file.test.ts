// The life of a household's file: who comes and goes, heads, moves, splits, merges, corrections; scenario 5; history says who, when, why.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';
import {
  childrenOf,
  covered,
  enter,
  family,
  fileOf,
  idNumber,
  newcomer,
  type File,
} from '../helpers/households.ts';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({ now: '2026-03-05T02:12:00.000Z' })));
afterAll(() => shop.close());

const as = { as: 'manager' } as const;
const day = '2026-03-02';
const because = { reason: '户口簿变更', document: '柳城民〔2026〕3号' };
const leave = (input: Omit<Input<'people.leave'>, 'reason'> & { reason?: string }) =>
  shop.call('people.leave', { reason: '死亡证明', ...input }, as);
const codeOf = async (act: Promise<unknown>) => (await refusalOf(act)).code;
/** Covered people of a household on a day, by its covers alone. */
const coveredOn = (file: File, on: string): number =>
  new Set(
    file.covers
      .filter(({ fromDay, toDay }) => (fromDay ?? '') <= on && (toDay === null || toDay > on))
      .map(({ personId }) => personId),
  ).size;

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

describe('people.join', () => {
  const join = (householdId: number, facts: Partial<Input<'people.join'>> = {}) =>
    shop.call(
      'people.join',
      {
        householdId,
        day,
        how: 'born',
        person: newcomer({ documentNumber: idNumber('20260301'), covers: [covered(day)] }),
        ...because,
        ...facts,
      },
      as,
    );

  it('adds somebody with their covers from their day on, and says how in the history', async () => {
    const { householdId } = await family(shop, 2);
    const { personId } = await join(householdId);
    const file = await fileOf(shop, householdId);
    expect([coveredOn(file, '2026-03-01'), coveredOn(file, day), file.members, file.family]).toEqual([
      2, 3, 3, 3,
    ]);
    expect(file.history.slice(0, 2)).toMatchObject([
      { kind: 'began', day, changes: [{ field: 'category', before: '', after: '城市低保' }] },
      {
        kind: 'joined',
        day,
        personId,
        document: because.document,
        changes: [
          { field: 'joined', after: 'born' },
          { field: 'relation', after: '子' },
        ],
      },
    ]);
    const uncovered = await join(householdId, { person: newcomer({ covers: [] }), how: 'married-in' });
    expect(await fileOf(shop, householdId)).toMatchObject({ members: 3, family: 4 });
    expect(uncovered.personId).toBeGreaterThan(personId);
  });

  it('refuses a second head, days to come, covers before the day, and categories that are not open', async () => {
    const { householdId } = await family(shop, 1);
    expect(await codeOf(join(householdId, { person: newcomer({ relation: '户主', covers: [] }) }))).toBe(
      'relation-missing',
    );
    expect(await codeOf(join(householdId, { day: '2027-01-01' }))).toBe('day-in-future');
    expect(await codeOf(join(householdId, { person: newcomer({ covers: [covered('2026-03-01')] }) }))).toBe(
      'cover-before-joined',
    );
    expect(await codeOf(join(householdId, { person: newcomer({ covers: [covered('2028-01-01')] }) }))).toBe(
      'day-too-far',
    );
    const unborn = newcomer({ documentNumber: idNumber('20260303'), covers: [] });
    expect(await codeOf(join(householdId, { person: unborn }))).toBe('day-before-birth');
    expect(await codeOf(join(99_999))).toBe('not-found');
  });

  it('who left comes back, or into another household, with their history; who died does not', async () => {
    const a = await family(shop, 2);
    const b = await family(shop, 1);
    const documentNumber = idNumber('19900101');
    const { personId } = await join(a.householdId, {
      person: newcomer({ documentNumber, covers: [covered(day)] }),
    });
    await leave({ personId, day: '2026-03-04', how: 'married-out', reason: '出嫁' });
    const again = (from: string) =>
      join(b.householdId, {
        day: from,
        how: 'married-in',
        person: newcomer({ documentNumber, relation: '配偶', covers: [covered(from)] }),
      });
    expect(await codeOf(again('2026-03-03'))).toBe('cover-before-joined');
    expect((await again('2026-03-05')).personId).toBe(personId);
    expect(await fileOf(shop, b.householdId)).toMatchObject({ members: 2, family: 2 });
    const left = await fileOf(shop, a.householdId);
    expect(left).toMatchObject({
      members: 2,
      former: [{ id: personId, leftDay: '2026-03-04', leftWhy: 'married-out', nowIn: b.number }],
    });
    await leave({ personId, day: '2026-03-05', how: 'died' });
    const back = await refusalOf(again('2026-03-05'));
    expect([back.code, back.params?.['household']]).toEqual(['person-died', b.number]);
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

describe('people.move', () => {
  it('carries the covers on at the new place on the same day; the address is compared anew', async () => {
    const { householdId } = await family(shop, 2, { address: '27号', phone: '13800001111' });
    const move = (input: Partial<Input<'people.move'>>) =>
      shop.call(
        'people.move',
        {
          householdId,
          day,
          street: '静兰街道',
          community: '静兰社区',
          address: '1号',
          phone: '13800001111',
          ...because,
          ...input,
        },
        as,
      );
    expect(await codeOf(move({ street: '城中街道', community: '桂中社区', address: '27号' }))).toBe(
      'nothing-changed',
    );
    expect(await codeOf(move({ day: '2027-01-01' }))).toBe('day-in-future');
    expect(await codeOf(move({ divisionCode: '1' }))).toBe('division-length');
    await move({ divisionCode: '450202003001' });
    const file = await fileOf(shop, householdId);
    expect(file).toMatchObject({
      community: '静兰社区',
      divisionCode: '450202003001',
      members: 2,
      startDay: '2025-01-01',
      endDay: null,
    });
    expect(
      file.covers.map(({ community, fromDay, toDay, endReason }) => [community, fromDay, toDay, endReason]),
    ).toEqual([
      ['桂中社区', '2025-01-01', day, '迁移'],
      ['桂中社区', '2025-01-01', day, '迁移'],
      ['静兰社区', day, null, ''],
      ['静兰社区', day, null, ''],
    ]);
    expect(file.history[0]).toMatchObject({
      kind: 'moved',
      changes: [
        { field: 'street', before: '城中街道', after: '静兰街道' },
        { field: 'community', before: '桂中社区', after: '静兰社区' },
        { field: 'divisionCode', before: '', after: '450202003001' },
        { field: 'address', before: '***', after: '***' },
      ],
    });
    expect(await codeOf(move({ day: '2026-03-01', community: '别处社区' }))).toBe('day-before-last-move');
    expect(rowsOf(shop, `SELECT phone_key, address_key FROM household WHERE id = ${householdId}`)).toEqual([
      { phone_key: '13800001111', address_key: '静兰街道静兰社区1号' },
    ]);
  });

  it('within one community only the address changes', async () => {
    const { householdId } = await family(shop, 1);
    await shop.call(
      'people.move',
      { householdId, day, street: '城中街道', community: '桂中社区', address: '9号', ...because },
      as,
    );
    expect((await fileOf(shop, householdId)).covers).toHaveLength(1);
  });
});

describe('people.split', () => {
  const place = { street: '静兰街道', community: '静兰社区' };
  const split = (householdId: number, input: Partial<Input<'people.split'>>) =>
    shop.call(
      'people.split',
      { householdId, day, ...place, headId: 1, members: [], ...because, ...input },
      as,
    );

  it('the goers are covered on in a household of their own; the rest stays', async () => {
    const { householdId, number, members } = await family(shop, 4);
    const [, second = 0, third = 0] = members;
    const made = await split(householdId, {
      headId: second,
      members: [
        { personId: second, relation: '本人' },
        { personId: third, relation: '配偶' },
      ],
    });
    const [old, fresh] = [await fileOf(shop, householdId), await fileOf(shop, made.householdId)];
    expect([old.members, old.family, fresh.members, fresh.family]).toEqual([2, 2, 2, 2]);
    expect([
      coveredOn(old, '2026-03-01'),
      coveredOn(old, day),
      coveredOn(fresh, '2026-03-01'),
      coveredOn(fresh, day),
    ]).toEqual([4, 2, 0, 2]);
    expect(fresh).toMatchObject({
      startDay: day,
      state: 'eligible',
      community: '静兰社区',
      nextReviewDay: old.nextReviewDay,
    });
    expect(fresh.people.map(({ id, relation }) => [id, relation])).toEqual([
      [second, '户主'],
      [third, '配偶'],
    ]);
    expect(old.former).toMatchObject([
      { id: second, leftDay: day, nowIn: made.number },
      { id: third, leftDay: day, nowIn: made.number },
    ]);
    expect(fresh.history.map(({ kind }) => kind)).toEqual(['split', 'split', 'entered']);
    expect(fresh.history[0]?.changes).toEqual([{ field: 'household', before: number, after: made.number }]);
    // They came here on that day and cannot have left before.
    expect(await codeOf(leave({ personId: third, day: '2026-03-01', how: 'died' }))).toBe(
      'day-before-joined',
    );
  });

  it('the old head goes only with a new one', async () => {
    const { householdId, members } = await family(shop, 3);
    const [head = 0, second = 0, third = 0] = members;
    const going = { headId: head, members: [{ personId: head, relation: '户主' }] };
    expect(await codeOf(split(householdId, going))).toBe('head-needed');
    await split(householdId, {
      ...going,
      newHead: { personId: second, relations: [{ personId: third, relation: '弟' }] },
    });
    expect((await fileOf(shop, householdId)).people[0]).toMatchObject({ id: second, isHead: true });
  });

  it('who is covered by nothing can go too; the new household is not eligible', async () => {
    const entered = await enter(shop, { people: [newcomer(), newcomer({ covers: [] })] });
    const [, other] = (await fileOf(shop, entered.householdId)).people;
    const made = await split(entered.householdId, {
      headId: other?.id ?? 0,
      members: [{ personId: other?.id ?? 0, relation: '户主' }],
    });
    expect(await fileOf(shop, made.householdId)).toMatchObject({
      state: 'ended',
      members: 0,
      family: 1,
      endReason: '分户',
      open: true,
    });
    expect(await fileOf(shop, entered.householdId)).toMatchObject({
      state: 'eligible',
      members: 1,
      family: 1,
    });
  });

  it('refuses nobody, everybody, strangers, relations unsaid, a taken number, and a household under a check', async () => {
    const { householdId, number, members } = await family(shop, 3);
    const [head = 0, second = 0, third = 0] = members;
    const one = { headId: second, members: [{ personId: second, relation: '户主' }] };
    expect(await codeOf(split(householdId, {}))).toBe('split-nobody');
    expect(
      await codeOf(
        split(householdId, {
          headId: head,
          members: members.map((personId) => ({ personId, relation: '子' })),
        }),
      ),
    ).toBe('split-everybody');
    expect(
      await codeOf(split(householdId, { headId: second, members: [{ personId: 99_999, relation: '子' }] })),
    ).toBe('person-not-here');
    expect(await codeOf(split(householdId, { ...one, headId: third }))).toBe('head-needed');
    const two = { headId: second, members: [...one.members, { personId: third, relation: '户主' }] };
    expect(await codeOf(split(householdId, two))).toBe('relation-missing');
    expect(await codeOf(split(householdId, { ...one, newHead: { personId: third, relations: [] } }))).toBe(
      'head-already',
    );
    expect(await codeOf(split(householdId, { ...one, number }))).toBe('household-number-taken');
    expect(await codeOf(split(householdId, { ...one, day: '2027-01-01' }))).toBe('day-in-future');
    expect(await codeOf(split(householdId, { ...one, divisionCode: 'x' }))).toBe('division-characters');
  });
});

describe('people.merge', () => {
  const merge = (
    input: Pick<Input<'people.merge'>, 'householdId' | 'intoId'> & Partial<Input<'people.merge'>>,
  ) => shop.call('people.merge', { day, relations: [], ...because, ...input }, as);
  const two = async (category: 'preferential-treatment' | 'child-in-difficulty' | 'rigid-expenditure') => {
    const a = await family(shop, 1, { people: [newcomer({ covers: [covered('2025-01-01', category)] })] });
    const b = await family(shop, 2, { street: '静兰街道', community: '静兰社区' });
    return { a, b, relations: a.members.map((personId) => ({ personId, relation: '母' })) };
  };

  it('everybody goes over with their covers; the emptied file stays and takes no changes', async () => {
    const { a, b, relations } = await two('preferential-treatment');
    await merge({ householdId: a.householdId, intoId: b.householdId, relations });
    const [from, into] = [await fileOf(shop, a.householdId), await fileOf(shop, b.householdId)];
    expect(from).toMatchObject({
      open: false,
      mergedInto: { id: b.householdId, number: b.number },
      state: 'ended',
      endReason: '并户',
      family: 0,
      people: [],
    });
    expect(into).toMatchObject({ members: 3, family: 3, state: 'eligible' });
    expect(into.people.map(({ relation, isHead }) => [relation, isHead])).toEqual([
      ['户主', true],
      ['母', false],
      ['子', false],
    ]);
    expect(into.covers.at(-1)).toMatchObject({
      community: '静兰社区',
      fromDay: day,
      toDay: null,
      category: '优抚对象',
    });
    const correct = shop.call('people.correct', { householdId: a.householdId, phone: '1', ...because }, as);
    const refusal = await refusalOf(correct);
    expect([refusal.code, refusal.params]).toEqual([
      'household-merged',
      { household: a.number, into: b.number },
    ]);
    expect(await codeOf(merge({ householdId: b.householdId, intoId: a.householdId }))).toBe(
      'household-merged',
    );
  });

  it('open vouchers are named, and become void when that was said', async () => {
    const { a, b, relations } = await two('child-in-difficulty');
    const { vouchers } = await seedBatch(shop, {
      categories: ['child-in-difficulty'],
      validFrom: '2026-03-01',
      validTo: '2026-04-30',
    });
    const serial = vouchers[0]?.serial ?? '';
    const unsaid = await refusalOf(merge({ householdId: a.householdId, intoId: b.householdId, relations }));
    expect([unsaid.code, unsaid.params]).toEqual(['vouchers-undecided', { count: 1, serials: serial }]);
    expect(
      await merge({ householdId: a.householdId, intoId: b.householdId, relations, vouchers: 'void' }),
    ).toEqual({ voided: [serial], kept: [] });
    expect((await fileOf(shop, a.householdId)).vouchers).toMatchObject([{ state: 'void' }]);
  });

  it('or pass until their own end, as in 渐退', async () => {
    const { a, b, relations } = await two('rigid-expenditure');
    await seedBatch(shop, {
      categories: ['rigid-expenditure'],
      validFrom: '2026-03-01',
      validTo: '2026-04-30',
    });
    expect(
      (await merge({ householdId: a.householdId, intoId: b.householdId, relations, vouchers: 'keep' })).kept,
    ).toHaveLength(1);
    expect(await fileOf(shop, a.householdId)).toMatchObject({
      state: 'grace',
      graceToDay: '2026-04-30',
      vouchers: [{ open: true }],
    });
  });

  it('refuses itself, relations unsaid, a day before the last move', async () => {
    const { a, b, relations } = await two('preferential-treatment');
    expect(await codeOf(merge({ householdId: a.householdId, intoId: a.householdId }))).toBe('household-same');
    expect(await codeOf(merge({ householdId: a.householdId, intoId: b.householdId }))).toBe(
      'relation-missing',
    );
    await shop.call(
      'people.move',
      { householdId: b.householdId, day, street: '城中街道', community: '雅儒社区', ...because },
      as,
    );
    expect(
      await codeOf(
        merge({ householdId: a.householdId, intoId: b.householdId, relations, day: '2026-03-01' }),
      ),
    ).toBe('day-before-last-move');
    expect(
      await codeOf(
        merge({ householdId: a.householdId, intoId: b.householdId, relations, day: '2027-03-01' }),
      ),
    ).toBe('day-in-future');
  });
});

describe('corrections', () => {
  it('of a household stand in the history field by field, and a telephone is compared anew', async () => {
    const { householdId } = await family(shop, 1, { phone: '13800001234', address: '1号' });
    const correct = (input: Partial<Input<'people.correct'>>) =>
      shop.call(
        'people.correct',
        { householdId, phone: '13800001234', address: '1号', ...because, ...input },
        as,
      );
    expect(await codeOf(correct({}))).toBe('nothing-changed');
    expect(await codeOf(correct({ institutionId: 99 }))).toBe('not-found');
    await correct({ phone: '13900005678' });
    const file = await fileOf(shop, householdId);
    expect(file.phone).toBe('139****5678');
    expect(file.history[0]).toMatchObject({
      kind: 'corrected',
      reason: because.reason,
      document: because.document,
      changes: [{ field: 'phone', before: '138****1234', after: '139****5678' }],
    });
    expect(rowsOf(shop, `SELECT phone_key FROM household WHERE id = ${householdId}`)).toEqual([
      { phone_key: '13900005678' },
    ]);
  });

  it('of a person: name and number change with the household they head, search follows, doubles are refused', async () => {
    const { householdId, members } = await family(shop, 2);
    const [head = 0, other = 0] = members;
    const right = idNumber('19700101');
    const correct = (input: Partial<Input<'people.correctPerson'>>) =>
      shop.call(
        'people.correctPerson',
        { personId: head, name: '农更正', documentNumber: right, relation: '户主', ...because, ...input },
        as,
      );
    await correct({});
    const file = await fileOf(shop, householdId);
    expect([file.headName, file.idTail]).toEqual(['农*正', right.slice(-4)]);
    expect((await shop.call('people.list', { search: 'ngz' }, as)).rows.map(({ id }) => id)).toEqual([
      householdId,
    ]);
    expect(file.history[0]?.changes.map(({ field }) => field)).toEqual(
      ['name', 'idNumber', 'birthDay', 'sex'].filter((field) =>
        file.history[0]?.changes.some((change) => change.field === field),
      ),
    );
    expect(JSON.stringify(file)).not.toContain(right);
    expect(await codeOf(correct({}))).toBe('nothing-changed');
    const twice = await refusalOf(correct({ personId: other, relation: '子' }));
    expect([twice.code, twice.params?.['household']]).toEqual(['id-already-here', file.number]);
    expect(await codeOf(correct({ documentNumber: idNumber('20260101') }))).toBe('day-before-birth');
    expect(await codeOf(correct({ personId: 99_999 }))).toBe('not-found');
    // Heads are made by changeHead alone.
    await correct({ personId: other, name: '农另', documentNumber: idNumber(), relation: '户主' });
    expect((await fileOf(shop, householdId)).people[1]).toMatchObject({ relation: '子', isHead: false });
  });
});

describe('a household everybody left', () => {
  it('takes no changes', async () => {
    const { householdId, number, members } = await family(shop, 1);
    await leave({ personId: members[0] ?? 0, day, how: 'moved-out' });
    const join = shop.call(
      'people.join',
      { householdId, day, how: 'returned', person: newcomer({ covers: [] }), ...because },
      as,
    );
    const refusal = await refusalOf(join);
    expect([refusal.code, refusal.params?.['household']]).toEqual(['household-closed', number]);
  });
});
