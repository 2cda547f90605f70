// Births, marriages, returns; a household everybody left; corrections field by field.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { covered, coveredOn, family, fileOf, idNumber, newcomer } from '../helpers/households.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
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
