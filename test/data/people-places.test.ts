// Households that move, part and come together; their covers go along, their vouchers are decided about.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { covered, coveredOn, enter, family, fileOf, newcomer } from '../helpers/households.ts';
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
