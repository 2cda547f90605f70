// Standing proxies, institutions and their rosters: each rule refused and passed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openReadOnly } from '../../db/open.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds } from '../helpers/seed.ts';

const manager = { as: 'manager' } as const;
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
const idOf = (number: string): number => ids.get(number) ?? 0;
const whole = (at: number): string => {
  const first17 = `45020219700101${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
const add = (changes: Partial<Input<'proxies.add'>> = {}) =>
  shop.call(
    'proxies.add',
    {
      householdId: idOf('1'),
      name: '韦邻居',
      document: 'identity',
      number: whole(1),
      phone: '138 1234 1234',
      relation: '邻居',
      related: false,
      ground: '委托书 2026-1',
      fromDay: '2026-05-04',
      toDay: '2027-05-03',
      ...changes,
    },
    manager,
  );
const list = (input: Input<'proxies.list'> = {}) => shop.call('proxies.list', input, manager);
const look = (sql: string): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file.prepare(sql).all();
  } finally {
    file.close();
  }
};

beforeEach(async () => {
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    ...['1', '2', '3', '4', '5'].map((number) => ({ number })),
    { number: '11', category: '特困人员（集中供养）' },
    { number: '12', category: '特困人员（集中供养）' },
  ]);
});
afterEach(() => shop.close());

describe('a standing proxy', () => {
  it('is kept with key, telephone, ground and days, and shown masked', async () => {
    const { proxyId } = await add({ number: '４５０２０２－19700101' + whole(1).slice(14) });
    expect(look('SELECT document_number, document_key, phone_key, document FROM proxy')).toEqual([
      {
        document_number: whole(1),
        document_key: `number:${whole(1)}`,
        phone_key: '13812341234',
        document: '委托书 2026-1',
      },
    ]);
    expect(await list({ householdId: idOf('1') })).toEqual({
      total: 1,
      rows: [
        {
          id: proxyId,
          householdId: idOf('1'),
          householdNumber: '1',
          headName: expect.stringContaining('*') as string,
          name: '韦*居',
          document: 'identity',
          documentTail: whole(1).slice(-4),
          phone: '138****1234',
          relation: '邻居',
          related: false,
          ground: '委托书 2026-1',
          fromDay: '2026-05-04',
          toDay: '2027-05-03',
          endedDay: null,
          endReason: '',
          state: 'valid',
          otherHouseholds: 0,
        },
      ],
    });
  });

  it('stands for a year at most, and not for days that are over or the wrong way round', async () => {
    for (const days of [
      { toDay: '2027-05-04' },
      { toDay: '2026-05-03' },
      { fromDay: '2026-01-01', toDay: '2026-05-03' },
    ])
      expect(await refusalOf(add(days)), JSON.stringify(days)).toMatchObject({ code: 'proxy-period' });
    await add({ fromDay: '2026-04-01', toDay: '2026-05-04' });
    await add({ householdId: idOf('2'), fromDay: '2026-06-01', toDay: '2026-06-30' });
    shop.setNow('2026-05-05T02:12:00.000Z');
    expect((await list()).rows.map(({ state }) => state)).toEqual(['not-yet', 'expired']);
    expect((await list({ valid: true })).total).toBe(0);
  });

  it('is entered once for the same days; after its end, or for other days, anew', async () => {
    const { proxyId } = await add();
    expect(await refusalOf(add({ number: ` ${whole(1).toLowerCase()} ` }))).toMatchObject({
      code: 'proxy-already',
      params: { fromDay: '2026-05-04', toDay: '2027-05-03' },
    });
    await add({ householdId: idOf('2') });
    expect((await list({ valid: true })).rows.map(({ otherHouseholds }) => otherHouseholds)).toEqual([1, 1]);
    await shop.call('proxies.end', { proxyId, reason: '委托人收回' }, manager);
    expect(await refusalOf(shop.call('proxies.end', { proxyId, reason: '再次' }, manager))).toMatchObject({
      code: 'proxy-ended',
      params: { endedDay: '2026-05-04' },
    });
    expect(await refusalOf(shop.call('proxies.end', { proxyId: 99, reason: '无' }, manager))).toMatchObject({
      code: 'not-found',
    });
    expect((await list({ householdId: idOf('1') })).rows).toMatchObject([
      { state: 'ended', endedDay: '2026-05-04', endReason: '委托人收回' },
    ]);
    await add();
  });

  it('needs the whole number, a right one, and is no member of the household', async () => {
    expect(await refusalOf(add({ number: '001X' }))).toMatchObject({ code: 'id-length' });
    expect(
      await refusalOf(add({ number: whole(1).replace(/.$/, (at) => (at === '1' ? '2' : '1')) })),
    ).toMatchObject({
      code: 'id-check-digit',
    });
    expect(await refusalOf(add({ document: 'work-card', number: ' ' }))).toMatchObject({
      code: 'document-missing',
    });
    const [own] = look(`SELECT id_number FROM person WHERE household_id = ${String(idOf('1'))}`) as {
      id_number: string;
    }[];
    expect(await refusalOf(add({ number: own?.id_number ?? '' }))).toMatchObject({ code: 'proxy-is-member' });
    // A member of another household is an ordinary neighbour.
    await add({ householdId: idOf('2'), number: own?.id_number ?? '' });
    expect(await refusalOf(add({ householdId: 999 }))).toMatchObject({ code: 'not-found' });
  });

  it('is found by name, pinyin and number of the household; numbers of cards by offices are told apart by name', async () => {
    await add({ name: '罗小梅', document: 'work-card', number: '0012' });
    await add({ householdId: idOf('2'), name: '黄大明', document: 'work-card', number: '0012' });
    for (const search of ['罗小梅', 'luoxiaomei', 'lxm'])
      expect(
        (await list({ search })).rows.map(({ name }) => name),
        search,
      ).toEqual(['罗*梅']);
    expect((await list({ search: '黄' })).total).toBe(1);
    expect((await list({ valid: true })).rows.map(({ otherHouseholds }) => otherHouseholds)).toEqual([0, 0]);
    expect((await list({ limit: 1 })).rows).toHaveLength(1);
  });

  it('is entered by a manager alone', async () => {
    for (const as of ['volunteer', 'bureau'] as const)
      expect(await refusalOf(shop.call('proxies.end', { proxyId: 1, reason: '试' }, { as }))).toMatchObject({
        code: 'not-permitted',
      });
  });
});

describe('an institution', () => {
  const open = (name = '城中区敬老院') =>
    shop.call('proxies.addInstitution', { name, contact: '黄院长', phone: '0772-2812345' }, manager);
  const set = (institutionId: number, numbers: readonly string[]) =>
    shop.call(
      'proxies.setResidents',
      { institutionId, householdIds: numbers.map(idOf), reason: '入住' },
      manager,
    );

  it('is added and changed under a name of its own', async () => {
    const { institutionId } = await open();
    expect(await refusalOf(open())).toMatchObject({ code: 'institution-name-taken' });
    const other = await open('江滨养老院');
    const change = (name: string) =>
      shop.call(
        'proxies.changeInstitution',
        { institutionId: other.institutionId, name, address: '江滨路' },
        manager,
      );
    expect(await refusalOf(change('城中区敬老院'))).toMatchObject({ code: 'institution-name-taken' });
    await change('江滨康养中心');
    expect(await shop.call('proxies.institutions', {}, { as: 'bureau' })).toMatchObject([
      { id: institutionId, name: '城中区敬老院', contact: '黄院长', active: true, residents: 0, people: 0 },
      { name: '江滨康养中心', address: '江滨路' },
    ]);
    expect(
      await refusalOf(shop.call('proxies.changeInstitution', { institutionId: 99, name: '无' }, manager)),
    ).toMatchObject({ code: 'not-found' });
  });

  it('is offered who lives in institutions by category; its roster is set as a whole and stands in the files', async () => {
    const { institutionId } = await open();
    const read = () => shop.call('proxies.residents', { institutionId }, manager);
    expect((await read()).suggested.map(({ number }) => number)).toEqual(['11', '12']);
    expect(await set(institutionId, ['11', '12'])).toEqual({ joined: 2, left: 0 });
    expect(await read()).toMatchObject({
      institution: { residents: 2, people: 2 },
      residents: [{ number: '11', members: 1, ended: false }, { number: '12' }],
      suggested: [],
    });
    expect(await set(institutionId, ['12', '3'])).toEqual({ joined: 1, left: 1 });
    expect(
      look(
        "SELECT household_id AS id, reason, changes FROM household_event WHERE changes LIKE '%institution%' ORDER BY household_event.id",
      ),
    ).toMatchObject([
      {
        id: idOf('11'),
        reason: '入住',
        changes: '[{"field":"institution","before":"","after":"城中区敬老院"}]',
      },
      { id: idOf('12') },
      { id: idOf('3') },
      { id: idOf('11'), changes: '[{"field":"institution","before":"城中区敬老院","after":""}]' },
    ]);
    expect((await shop.call('proxies.residents', { institutionId }, manager)).suggested).toMatchObject([
      { number: '11' },
    ]);
  });

  it('takes nobody from another roster, closes only when empty, and a closed one takes nobody', async () => {
    const { institutionId } = await open();
    const other = (await open('江滨养老院')).institutionId;
    await set(other, ['11', '12']);
    const refused = await refusalOf(set(institutionId, ['3', '11', '12']));
    expect(refused.reasons).toEqual([
      { code: 'resident-elsewhere', field: '11', params: { number: '11', institution: '江滨养老院' } },
      { code: 'resident-elsewhere', field: '12', params: { number: '12', institution: '江滨养老院' } },
    ]);
    const close = (active: boolean) =>
      shop.call('proxies.setInstitutionActive', { institutionId: other, active }, manager);
    expect(await refusalOf(close(false))).toMatchObject({
      code: 'institution-not-empty',
      params: { residents: 2 },
    });
    await set(other, []);
    await close(false);
    expect(await refusalOf(set(other, ['11']))).toMatchObject({ code: 'institution-closed' });
    await close(true);
    await set(other, ['11']);
    expect(
      await refusalOf(
        shop.call('proxies.setResidents', { institutionId, householdIds: [999], reason: '无' }, manager),
      ),
    ).toMatchObject({ code: 'not-found' });
  });
});
