// A household entered by hand: names (scenario 25), look-alikes, what it comes to, everything wrong at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { covered, enter, fileOf, household, idNumber, newcomer } from '../helpers/households.ts';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());
const as = { as: 'manager' } as const;

const check = (input: Input<'people.checkIdentity'>) => shop.call('people.checkIdentity', input, as);
const refusedFor = async (facts: Partial<ReturnType<typeof newcomer>>) => {
  const { reasons = [] } = await refusalOf(
    enter(shop, { people: [newcomer({ relation: '户主', ...facts })] }),
  );
  return reasons.map(({ code, field, row }) => [code, field, row]);
};

describe('names', () => {
  it.each([
    ['•', '买买提•吐尔逊', '买买提·吐尔逊'],
    ['・', '买买提・吐尔逊', '买买提·吐尔逊'],
    ['．', '买买提．吐尔逊', '买买提·吐尔逊'],
    ['rare', '李䶮', '李䶮'],
    ['supplementary plane', '王𠅤', '王𠅤'],
    ['50 characters', '𠅤'.repeat(50), '𠅤'.repeat(50)],
    ['formula sign, stored as typed', '=王小', '=王小'],
  ])('%s is kept', async (_, typed, kept) => {
    const { householdId } = await enter(shop, { people: [newcomer({ name: typed })] });
    const full = await shop.call('people.reveal', { householdId, reason: '核对' }, as);
    expect(full.people[0]?.name).toBe(kept);
  });

  it('are masked by whole characters and found by search', async () => {
    const { householdId } = await enter(shop, { people: [newcomer({ name: '王𠅤' })] });
    expect((await fileOf(shop, householdId)).headName).toBe('王*');
    const found = await shop.call('people.list', { search: '王𠅤' }, as);
    expect(found.rows.map(({ id }) => id)).toContain(householdId);
  });

  it.each([
    ['', 'name-missing'],
    ['𠅤'.repeat(51), 'name-too-long'],
    ['王\u202e小', 'name-bidi'],
    ['王\u0007小', 'name-control-character'],
    ['王\ue000小', 'name-ill-formed'],
    ['王小.', 'name-full-stop'],
  ])('%j is %s', async (name, code) => {
    expect(await refusedFor({ name })).toEqual([[code, 'name', 1]]);
  });
});

describe('look-alikes (ruling 14)', () => {
  const same = { address: '桂中社区27号6栋', phone: '138 0000 9999' } as const;
  let a: { householdId: number; number: string };
  beforeAll(async () => {
    a = await enter(shop, { ...same, people: [newcomer({ name: '韦同名' })] });
  });
  const alike = async (facts: Partial<Parameters<typeof check>[0]>) =>
    (
      await check({
        name: '韦同名',
        documentNumber: idNumber(),
        street: '城中街道',
        community: '桂中社区',
        address: '27号6幢',
        phone: '+86-13800009999',
        ...facts,
      })
    ).lookAlikes.map(({ household: number }) => number);

  it('are told at the form when name, phone and address are all equal and none empty', async () => {
    expect(await alike({})).toEqual([a.number]);
    expect(await alike({ name: '韦 同名' })).toEqual([a.number]);
    expect(await alike({ name: '韦不同' })).toEqual([]);
    expect(await alike({ phone: '13800009998' })).toEqual([]);
    expect(await alike({ phone: '' })).toEqual([]);
    expect(await alike({ address: '27号7幢' })).toEqual([]);
    expect(await alike({ address: '' })).toEqual([]);
    expect(await alike({ community: '雅儒社区' })).toEqual([]);
  });

  it('are listed as pairs until somebody says they are two', async () => {
    const b = await enter(shop, {
      address: '城中街道桂中社区27号6栋',
      phone: '13800009999',
      people: [newcomer({ name: '韦同名' })],
    });
    const [pair] = await shop.call('people.matches', {}, as);
    expect([pair?.a.household, pair?.b.household, pair?.a.name, pair?.phone]).toEqual([
      a.number,
      b.number,
      '韦*名',
      '138****9999',
    ]);
    const [personA, personB] = [pair?.a.personId ?? 0, pair?.b.personId ?? 0];
    const said = (input: { personA: number; personB: number }) =>
      shop.call('people.notSame', { ...input, reason: '堂兄弟同名' }, as);
    expect((await refusalOf(said({ personA, personB: personA }))).code).toBe('person-same');
    expect((await refusalOf(said({ personA, personB: 99_999 }))).code).toBe('not-found');
    await said({ personA: personB, personB: personA });
    await said({ personA, personB });
    expect(await shop.call('people.matches', {}, as)).toEqual([]);
    expect(rowsOf(shop, 'SELECT person_a, person_b, reason, staff_id FROM not_same')).toEqual([
      { person_a: personA, person_b: personB, reason: '堂兄弟同名', staff_id: 1 },
    ]);
  });

  it('are found by each telephone of a field that holds several, and are one pair however many they share', async () => {
    const people = () => [newcomer({ name: '韦多号' })];
    const here = { address: '31号' } as const;
    const one = await enter(shop, { ...here, phone: '0772-3812345 / 13800001111', people: people() });
    const two = await enter(shop, { ...here, phone: '138 0000 1111、(0772)3812345', people: people() });
    const three = await enter(shop, { ...here, phone: '13800001111', people: people() });
    await enter(shop, { ...here, phone: '13800001112', people: people() });
    const asked = { name: '韦多号', address: '31号' };
    expect(await alike({ ...asked, phone: '0772-3812345' })).toEqual([one.number, two.number]);
    expect(await alike({ ...asked, phone: '2812345或13800001111' })).toEqual([
      one.number,
      two.number,
      three.number,
    ]);
    const pairs = await shop.call('people.matches', {}, as);
    expect(pairs.map((pair) => [pair.a.household, pair.b.household]).toSorted()).toEqual([
      [one.number, two.number],
      [one.number, three.number],
      [two.number, three.number],
    ]);
    expect((await fileOf(shop, one.householdId)).phone).toBe('***2345、138****1111');
  });
});

describe('people.enter', () => {
  it('gives numbers of the series, passes one a roster brought, and refuses a taken one', async () => {
    const first = (await enter(shop)).number;
    expect(first).toMatch(/^JT2026-\d{6}$/);
    const next = `JT2026-${String(Number(first.slice(-6)) + 1).padStart(6, '0')}`;
    expect((await enter(shop, { number: next.toLowerCase() })).number).toBe(next);
    expect((await enter(shop)).number).toBe(`JT2026-${String(Number(first.slice(-6)) + 2).padStart(6, '0')}`);
    const taken = await refusalOf(enter(shop, { number: next }));
    expect([taken.code, taken.reasons]).toEqual([
      'household-number-taken',
      [{ code: 'household-number-taken', field: 'number', params: { number: next } }],
    ]);
  });

  it('follows the highest category, counts who is covered, and begins with the earliest cover', async () => {
    const { householdId } = await enter(shop, {
      divisionCode: '４５０２０２ 003 001',
      people: [
        newcomer({
          relation: '本人',
          covers: [covered('2025-03-01'), covered('2026-01-01', 'severely-disabled')],
        }),
        newcomer({ covers: [covered('2025-02-01', 'orphan')] }),
        newcomer({ covers: [] }),
      ],
    });
    const file = await fileOf(shop, householdId);
    expect(file).toMatchObject({
      category: '孤儿',
      members: 2,
      family: 3,
      startDay: '2025-02-01',
      divisionCode: '450202003001',
      nextReviewDay: '2027-05-04',
      state: 'eligible',
    });
    expect(file.people[0]).toMatchObject({
      relation: '户主',
      isHead: true,
      category: '城市低保、重度残疾人',
    });
    expect(file.history.map(({ kind, day, by }) => [kind, day, by])).toEqual([
      ['began', '2025-02-01', '韦店长'],
      ['began', '2026-01-01', '韦店长'],
      ['began', '2025-03-01', '韦店长'],
      ['entered', '2026-05-04', '韦店长'],
    ]);
  });

  it('names everything that is wrong at once, with row and field', async () => {
    const { reasons } = await refusalOf(
      enter(shop, {
        divisionCode: '45',
        day: '2027-05-05',
        people: [
          newcomer({ covers: [covered('1950-01-01'), covered('2026-01-01', 'nothing-like-it')] }),
          newcomer({ relation: '户主', covers: [covered(), covered('2026-01-01')] }),
          newcomer({ covers: [covered('2028-01-01')] }),
        ],
      }),
    );
    expect(reasons?.map(({ code, field, row }) => [code, field, row])).toEqual([
      ['division-length', 'divisionCode', undefined],
      ['day-too-far', 'day', undefined],
      ['day-before-birth', 'fromDay', 1],
      ['category-unknown', 'category', 1],
      ['cover-there-already', 'category', 2],
      ['day-too-far', 'fromDay', 3],
      ['relation-missing', 'relation', 2],
    ]);
  });

  it('wants somebody covered', async () => {
    const nobody = enter(shop, { people: [newcomer({ covers: [] })] });
    expect((await refusalOf(nobody)).code).toBe('cover-missing');
  });

  it.each([
    ['45020200300A', 'division-characters'],
    ['000202003001', 'division-province'],
    ['450202000001', 'division-order'],
  ])('refuses a division code %s as %s', async (divisionCode, code) => {
    expect((await refusalOf(enter(shop, { divisionCode }))).code).toBe(code);
  });

  it('leaves nobody behind when it is refused', async () => {
    const count = () => rowsOf(shop, 'SELECT count(*) AS n FROM person')[0];
    const before = count();
    await refusalOf(enter(shop, { people: [newcomer(), newcomer({ name: '' })] }));
    expect(count()).toEqual(before);
  });

  it('is not for volunteers', async () => {
    const call = shop.call('people.enter', household(), { as: 'volunteer' });
    expect((await refusalOf(call)).code).toBe('not-permitted');
    expect((await refusalOf(shop.call('people.checkIdentity', {}, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
    expect((await refusalOf(shop.call('people.matches', {}, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
  });
});
