// 告知与同意: recorded for those who were there, by a guardian for a child, withdrawn and never deleted; who was not told is counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { fictionalNumber, roster, rosterLine, rowsOf, storedTexts } from '../helpers/sheet.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { fileRelative } from '../helpers/fairness.ts';

const as = 'manager' as const;
let shop: OpenShop;
let home: number;
let other: number;

const bornOn = (day: string, at: number): string => {
  const first17 = `450201${day.replaceAll('-', '')}${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
beforeAll(async () => {
  shop = await openShop();
  const child = { 户编号: '7', 姓名: '韦小明', 与户主关系: '子' };
  const sheet = roster(
    rosterLine(),
    rosterLine({ ...child, 身份证号码: bornOn('2012-05-04', 11) }),
    rosterLine({ ...child, 姓名: '韦大明', 身份证号码: bornOn('2012-05-03', 12) }),
    rosterLine({ 户编号: '8', 姓名: '覃兰芳', 身份证号码: fictionalNumber(1), 社区: '静兰社区' }),
  );
  const { previewId, refused } = await shop.call('people.previewImport', { sheet }, { as });
  expect(refused).toEqual([]);
  await shop.call('people.confirmImport', { previewId }, { as });
  const { rows } = await shop.call('people.list', {}, { as });
  home = rows.find(({ number }) => number === '7')?.id ?? 0;
  other = rows.find(({ number }) => number === '8')?.id ?? 0;
});
afterAll(() => shop.close());

const people = async (householdId = home) =>
  (await shop.call('privacy.consents', { householdId }, { as })).people;
const idOf = async (at: number): Promise<number> => {
  const person = (await people())[at];
  if (!person) throw new Error('nobody there');
  return person.personId;
};
const record = (personIds: readonly number[], changes: Partial<Input<'privacy.recordConsent'>> = {}) =>
  shop.call(
    'privacy.recordConsent',
    { personIds: [...personIds], kind: 'notice', way: 'signed', day: '2026-05-04', ...changes },
    { as },
  );
const untold = async (input: Input<'privacy.withoutNotice'> = {}) => {
  const { rows, total, people: n } = await shop.call('privacy.withoutNotice', input, { as });
  return { rows: rows.map(({ number, withoutNotice }) => [number, withoutNotice]), total, people: n };
};

describe('notice and consent', () => {
  it('counts who was not told, by household and community', async () => {
    expect(await untold()).toEqual({
      rows: [
        ['7', 3],
        ['8', 1],
      ],
      total: 2,
      people: 4,
    });
    expect(await untold({ community: '静兰社区' })).toEqual({ rows: [['8', 1]], total: 1, people: 1 });
  });

  it('a guardian speaks for a child through the 14th birthday, not the day after it', async () => {
    expect((await people()).map(({ name, needsGuardian }) => [name, needsGuardian])).toEqual([
      ['韦*兰', false],
      ['韦*明', true],
      ['韦*明', false],
    ]);
    const [head, child, older] = [await idOf(0), await idOf(1), await idOf(2)];
    const refused = await refusalOf(record([head, child]));
    expect([refused.code, refused.params]).toEqual(['guardian-missing', { name: '韦*明' }]);
    // On that earlier day the older one was still under 14.
    expect((await refusalOf(record([older], { day: '2026-05-03' }))).code).toBe('guardian-missing');
    // Nothing of a refused telling is kept.
    expect(await untold({ community: '桂中社区' })).toMatchObject({ people: 3 });
    await record([head, older], { document: '告知书 2026-7' });
    await record([child], { guardian: '韦秀兰', guardianRelation: '母', way: 'spoken' });
    expect(await untold()).toEqual({ rows: [['8', 1]], total: 1, people: 1 });
    expect((await people())[1]?.consents[0]).toMatchObject({
      kind: 'notice',
      way: 'spoken',
      guardianRelation: '母',
      day: '2026-05-04',
      withdrawnDay: null,
    });
  });

  it.each([
    ['without relation', { guardian: '韦秀兰' }, 'guardian-missing', 'guardianRelation'],
    ['without name', { guardianRelation: '母' }, 'guardian-missing', 'guardian'],
    ['with a name that is none', { guardian: '韦\u202E兰', guardianRelation: '母' }, 'name-bidi', 'guardian'],
  ])('a guardian %s is refused', async (_, changes, code, field) => {
    const refused = await refusalOf(record([await idOf(1)], { kind: 'consent', ...changes }));
    expect([refused.code, refused.reasons?.[0]?.field]).toEqual([code, field]);
  });

  it.each([
    ['a day to come', { day: '2026-05-05' }, 'day-in-future'],
    ['a day before the birth', { day: '1940-01-01' }, 'day-before-birth'],
    ['a person nobody knows', { personIds: [999] }, 'not-found'],
    ['the same twice', {}, 'consent-there'],
  ])('%s is refused', async (_, changes, code) => {
    expect((await refusalOf(record([await idOf(0)], changes))).code).toBe(code);
  });

  it('a separate consent is withdrawn once, stays on file, and may be given anew; a notice stays', async () => {
    const head = await idOf(0);
    const { consentIds } = await record([head], { kind: 'sensitive' });
    const [consentId = 0] = consentIds;
    const withdraw = (id: number) => shop.call('privacy.withdrawConsent', { consentId: id }, { as });
    await withdraw(consentId);
    const again = await refusalOf(withdraw(consentId));
    expect([again.code, again.params]).toEqual(['consent-withdrawn', { withdrawnDay: '2026-05-04' }]);
    await record([head], { kind: 'sensitive' });
    const { consents } = (await people())[0] ?? { consents: [] };
    expect(consents.map(({ kind, withdrawnDay }) => [kind, withdrawnDay])).toEqual([
      ['sensitive', null],
      ['sensitive', '2026-05-04'],
      ['notice', null],
    ]);
    const notice = consents.find(({ kind }) => kind === 'notice')?.id ?? 0;
    expect((await refusalOf(withdraw(notice))).code).toBe('consent-notice-stays');
    expect((await refusalOf(withdraw(999))).code).toBe('not-found');
  });

  it('is not for volunteers, and not for relatives of the household', async () => {
    const [person] = await people(other);
    const input: Input<'privacy.recordConsent'> = {
      personIds: [person?.personId ?? 0],
      kind: 'notice',
      way: 'signed',
      day: '2026-05-04',
    };
    const asked = (role: 'volunteer' | 'manager') => shop.call('privacy.recordConsent', input, { as: role });
    expect((await refusalOf(asked('volunteer'))).code).toBe('not-permitted');
    expect(
      (await refusalOf(shop.call('privacy.consents', { householdId: other }, { as: 'volunteer' }))).code,
    ).toBe('not-permitted');
    expect((await refusalOf(shop.call('privacy.withoutNotice', {}, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
    await fileRelative(shop, other, { staffId: 1 }, 'bureau');
    expect((await refusalOf(asked('manager'))).code).toBe('own-relative');
    expect((await refusalOf(shop.call('privacy.consents', { householdId: 999 }, { as }))).code).toBe(
      'not-found',
    );
  });

  it('leaves its trace in the log, without a name', () => {
    const logged = rowsOf(
      shop,
      `SELECT object, detail FROM audit WHERE act LIKE 'privacy.%' AND result = 'done' ORDER BY seq LIMIT 2`,
    );
    expect(logged).toEqual([
      { object: `household:${home}`, detail: '{"kind":"notice","people":2}' },
      { object: `household:${home}`, detail: '{"kind":"notice","people":1}' },
    ]);
    expect(storedTexts(shop)).toContain('告知书 2026-7');
  });
});
