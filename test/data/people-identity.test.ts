// Who a person is when a household is entered by hand: scenarios 6 and 7, other papers, names, look-alikes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { covered, enter, family, fileOf, household, idNumber, newcomer } from '../helpers/households.ts';

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

describe('scenario 6: the same person twice', () => {
  const number = '45020319520708005X';
  let householdA: string;
  beforeAll(async () => {
    householdA = (await enter(shop, { people: [newcomer({ relation: '户主', documentNumber: number })] }))
      .number;
  });

  it.each([
    ['small x', '45020319520708005x'],
    ['full width', '４５０２０３１９５２０７０８００５Ｘ'],
    ['spaces', '450203 19520708 005X'],
    ['no-break spaces and hyphens', '450203\u00a019520708-005X'],
  ])('%s: household A is named', async (_, written) => {
    const refusal = await refusalOf(enter(shop, { people: [newcomer({ documentNumber: written })] }));
    expect([refusal.code, refusal.params?.['household']]).toEqual(['id-already-here', householdA]);
    const joined = shop.call(
      'people.join',
      {
        householdId: (await family(shop, 1)).householdId,
        day: '2026-05-04',
        how: 'moved-in',
        reason: '迁入',
        person: newcomer({ documentNumber: written }),
      },
      as,
    );
    expect((await refusalOf(joined)).params?.['household']).toBe(householdA);
    expect((await check({ documentNumber: written })).here).toMatchObject({
      household: householdA,
      state: 'member',
    });
  });

  it('the old 15 digits are refused at the form and household A is named', async () => {
    const refusal = await refusalOf(
      enter(shop, { people: [newcomer({ documentNumber: '450203520708005' })] }),
    );
    expect([refusal.code, refusal.params?.['household']]).toEqual(['id-old-form', householdA]);
    const unknown = await check({ name: '某某', documentNumber: '450202480315002' });
    expect(unknown.refused).toEqual([
      { code: 'id-old-form', field: 'documentNumber', params: { household: null } },
    ]);
  });

  it('one person twice on one form is refused with the row', async () => {
    const twice = idNumber();
    const { reasons } = await refusalOf(
      enter(shop, {
        people: [newcomer({ documentNumber: twice }), newcomer({ documentNumber: ` ${twice}` })],
      }),
    );
    expect(reasons).toEqual([{ code: 'person-same', field: 'documentNumber', row: 2 }]);
  });
});

describe('scenario 7: traps in numbers', () => {
  it.each([
    ['450205196602290011', 'id-impossible-date'],
    ['450202194803150024', 'id-check-digit'],
    ['45020219480315002', 'id-length'],
    ['450202194803150O25', 'id-characters'],
    ['450202209803150025', 'id-birth-in-future'],
    ['', 'id-missing'],
  ])('%s is %s', async (documentNumber, code) => {
    expect(await refusedFor({ documentNumber })).toEqual([[code, 'documentNumber', 1]]);
  });

  it('a leap day that exists is accepted; sex and birth are filled in by the number', async () => {
    const documentNumber = '450205196402290017';
    expect(await check({ name: '某某', documentNumber })).toMatchObject({
      refused: [],
      sex: 'male',
      birthDay: '1964-02-29',
    });
    const { householdId } = await enter(shop, {
      people: [newcomer({ documentNumber, sex: 'female', birthDay: '1990-01-01' })],
    });
    const [member] = (await fileOf(shop, householdId)).people;
    expect([member?.sex, member?.birthYear]).toEqual(['male', '1964']);
    expect(
      (await check({ name: '某某', documentNumber, sex: 'female', birthDay: '1990-01-01' })).warned,
    ).toEqual([
      { field: 'sex', code: 'warn-sex-contradicts-id' },
      { field: 'birthDay', code: 'warn-birth-contradicts-id' },
    ]);
  });

  it('an unknown prefix warns and does not refuse', async () => {
    const first17 = '99010119900101001';
    const documentNumber = first17 + identityCheckCharacter(first17);
    const asked = await check({ name: '某某', documentNumber });
    expect([asked.refused, asked.warned]).toEqual([
      [],
      [{ code: 'warn-id-prefix-unknown', field: 'documentNumber' }],
    ]);
    await enter(shop, { people: [newcomer({ documentNumber })] });
  });

  it('a disability certificate reads 肢体四级 for its holder and is refused for anybody else', async () => {
    const disability = '45020219480315002544';
    expect(await check({ name: '某某', documentNumber: '450202194803150025', disability })).toMatchObject({
      refused: [],
      disabilityWords: '肢体四级',
    });
    expect(await refusedFor({ disability })).toEqual([['disability-holder', 'disability', 1]]);
    const { householdId } = await enter(shop, {
      people: [newcomer({ documentNumber: '450202194803150025', disability })],
    });
    const full = await shop.call('people.reveal', { householdId, reason: '核对' }, as);
    expect(full.people[0]).toMatchObject({ disability, disabilityWords: '肢体四级' });
  });

  it.each([
    ['4502021948031500254', 'disability-length'],
    ['45020219480315002584', 'disability-kind'],
    ['45020219480315002547', 'disability-grade'],
    ['45020219480315002?44', 'disability-characters'],
  ])('a certificate %s is %s', async (disability, code) => {
    expect(await refusedFor({ documentNumber: '450202194803150025', disability })).toContainEqual([
      code,
      'disability',
      1,
    ]);
  });
});

describe('other papers', () => {
  it('need a look at the original, and who looked is kept', async () => {
    const paper = { documentKind: 'birth-certificate', documentNumber: 'P450000001' } as const;
    expect(await refusedFor({ ...paper })).toEqual([['document-unchecked', 'documentChecked', 1]]);
    const { householdId, number } = await enter(shop, {
      people: [
        newcomer({ relation: '户主' }),
        newcomer({
          ...paper,
          documentChecked: true,
          birthDay: '2025-06-01',
          covers: [covered('2025-06-01')],
        }),
      ],
    });
    expect((await fileOf(shop, householdId)).people[1]).toMatchObject({
      documentKind: 'birth-certificate',
      documentChecked: true,
      idMasked: '***',
      birthYear: '2025',
    });
    expect(
      rowsOf(shop, `SELECT document_checked_by FROM person WHERE document_number = 'P450000001'`),
    ).toEqual([{ document_checked_by: 1 }]);
    // The same paper in another writing is the same person.
    const again = await check({
      ...paper,
      documentNumber: 'p 450000001',
      documentChecked: true,
      name: '某某',
    });
    expect(again.here).toMatchObject({ household: number, state: 'member' });
  });

  it('none at all is allowed with a look, a number with none is not', async () => {
    expect(await refusedFor({ documentKind: 'none', documentNumber: 'A1', documentChecked: true })).toEqual([
      ['document-with-none', 'documentNumber', 1],
    ]);
    await enter(shop, {
      people: [newcomer({ documentKind: 'none', documentNumber: '', documentChecked: true })],
    });
  });

  it.each([
    ['other', '', 'document-missing'],
    ['passport', 'E12345678901234567890123', 'document-too-long'],
    ['other', 'A\u202e1', 'document-characters'],
  ] as const)('%s %j is %s', async (documentKind, documentNumber, code) => {
    expect(await refusedFor({ documentKind, documentNumber, documentChecked: true })).toContainEqual([
      code,
      'documentNumber',
      1,
    ]);
  });

  it('a residence permit is known by its number, and a number typed as another paper is a number', async () => {
    expect(await check({ name: '某某', documentNumber: '810000199501010015' })).toMatchObject({
      documentKind: 'residence-permit',
      warned: [{ code: 'warn-document-is-number', field: 'documentKind' }],
    });
    expect(
      await check({ name: '某某', documentKind: 'other', documentNumber: '450205196402290017' }),
    ).toMatchObject({ documentKind: 'identity', here: { state: 'member' } });
  });

  it('two people may show one household book', async () => {
    const book = { documentKind: 'household-book', documentNumber: 'H123', documentChecked: true } as const;
    await enter(shop, { people: [newcomer({ ...book }), newcomer({ ...book })] });
  });

  it('a birth to come is refused where no number says it', async () => {
    expect(
      await refusedFor({
        documentKind: 'none',
        documentNumber: '',
        documentChecked: true,
        birthDay: '2027-01-01',
      }),
    ).toContainEqual(['day-in-future', 'birthDay', 1]);
  });
});

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
