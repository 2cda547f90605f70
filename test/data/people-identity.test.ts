// Who a person is when a household is entered by hand: scenarios 6 and 7, other papers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { covered, enter, family, fileOf, idNumber, newcomer } from '../helpers/households.ts';

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
