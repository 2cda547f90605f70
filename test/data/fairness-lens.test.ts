// The ghosts' lens: one telephone, door or proxy in several households, the same as a member of staff, goods taken where nobody is
// left. What somebody looked into is left out until the group changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openReadOnly } from '../../db/open.ts';
import { listenToStatements } from '../helpers/executed.ts';
import { fileRelative, seedDoors, staffIds, type Door } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

type Kind = Input<'fairness.lens'>['kind'];
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const seed = async (doors: readonly Door[]): Promise<void> => {
  ids = await seedDoors(shop, doors);
};
const lens = (kind: Kind, more: Partial<Input<'fairness.lens'>> = {}) =>
  shop.call('fairness.lens', { kind, ...more }, { as: 'manager' });
const numbersIn = async (kind: Kind): Promise<readonly (readonly string[])[]> =>
  (await lens(kind)).rows.map(({ households }) => households.map(({ number }) => number));
const first = async (kind: Kind): Promise<Output<'fairness.lens'>['rows'][number]> => {
  const [group] = (await lens(kind)).rows;
  if (!group) throw new Error('no group');
  return group;
};
const look = (kind: Kind, subject: string, as: 'manager' | 'bureau' = 'manager') =>
  shop.call('fairness.lensSeen', { kind, subject, reason: '同院居住，已入户' }, { as });
const contact = (phone: string, address: string, staffId: number = staffIds.volunteer) =>
  shop.call('staff.setContact', { staffId, phone, address }, { as: 'manager' });

describe('telephone and door', () => {
  it('names households with the same telephone in any writing, masked; not those that left', async () => {
    await seed([
      { number: '1', phone: '13800001234' },
      { number: '2', phone: '138 0000 1234' },
      { number: '3', phone: '+86 138-0000-1234' },
      { number: '4', phone: '13800009999' },
      { number: '5', phone: '无' },
      { number: '6', phone: '无' },
    ]);
    expect(await numbersIn('phone')).toEqual([['1', '2', '3']]);
    expect(await first('phone')).toMatchObject({ shared: '138****1234', count: 3, seen: null });
    expect((await first('phone')).households[0]?.headName).toBe('覃*芳');
    await shop.call(
      'eligibility.end',
      { householdId: ids.get('3') ?? 0, day: '2026-05-04', reason: '迁出' },
      { as: 'manager' },
    );
    expect(await numbersIn('phone')).toEqual([['1', '2']]);
  });

  it('names households at the same door, and says no more of it than street and community', async () => {
    await seed([
      { number: '1', address: '桂中路27号6栋302室' },
      { number: '2', address: '桂中路27号6幢302室' },
      { number: '3', address: '桂中路27号6栋303室' },
      { number: '4' },
      { number: '5' },
    ]);
    expect(await numbersIn('address')).toEqual([['1', '2']]);
    expect((await first('address')).shared).toBe('城中街道桂中社区');
  });
});

describe('a field with several telephones', () => {
  it('is compared by each of them, and names one group only where all are shared', async () => {
    await seed([
      { number: '1', phone: '0772-3812345 / 13800001111' },
      { number: '2', phone: '138 0000 1111' },
      { number: '3', phone: '(0772)3812345 或 13900002222' },
      { number: '4', phone: '13700003333、13700004444' },
      { number: '5', phone: '13700004444;13700003333' },
      { number: '6', phone: '0772-3812345-801' },
      { number: '7', phone: '0772-3812345转801' },
    ]);
    const { rows } = await lens('phone');
    expect(
      rows.map(({ shared, households }) => [shared, ...households.map(({ number }) => number)]).toSorted(),
    ).toEqual([
      ['***2345', '1', '3'],
      ['***2345', '6', '7'],
      ['137****4444', '4', '5'],
      ['138****1111', '1', '2'],
    ]);
    await contact('0771-2222222、13700004444', '');
    expect(await numbersIn('staff-phone')).toEqual([['4', '5']]);
    expect((await first('staff-phone')).shared).toBe('137****4444');
  });
});

describe('a member of staff', () => {
  it('with the telephone or door of a household is named until the kinship is on file', async () => {
    await seed([
      { number: '1', phone: '13800001234', address: '桂中路27号' },
      { number: '2', phone: '13800005678' },
    ]);
    expect(await numbersIn('staff-phone')).toEqual([]);
    await contact('138-0000-1234', '柳州市城中区城中街道桂中社区桂中路27号');
    expect(await first('staff-phone')).toMatchObject({ staff: '王芳', count: 1, shared: '138****1234' });
    expect(await numbersIn('staff-address')).toEqual([['1']]);
    await fileRelative(shop, ids.get('1') ?? 0);
    expect(await numbersIn('staff-phone')).toEqual([]);
    expect(await numbersIn('staff-address')).toEqual([]);
    await shop.call('staff.setActive', { staffId: staffIds.volunteer, active: false }, { as: 'manager' });
  });

  it('does not look into what concerns himself; another person does', async () => {
    await seed([{ number: '1', phone: '13800001234' }]);
    await contact('13800001234', '', staffIds.manager);
    const { subject } = await first('staff-phone');
    expect((await refusalOf(look('staff-phone', subject))).code).toBe('concerns-yourself');
    await look('staff-phone', subject, 'bureau');
    expect((await lens('staff-phone')).total).toBe(0);
  });
});

describe('proxies', () => {
  const paper = `45020219700101001${identityCheckCharacter('45020219700101001')}`;
  const proxy = (number: string, more: Partial<Input<'proxies.add'>> = {}) =>
    shop.call(
      'proxies.add',
      {
        householdId: ids.get(number) ?? 0,
        name: '梁代领',
        document: 'identity',
        number: paper,
        phone: '13700001111',
        relation: '邻居',
        related: false,
        ground: '委托书',
        fromDay: '2026-05-01',
        toDay: '2026-12-31',
        ...more,
      },
      { as: 'manager' },
    );

  it('one person for several unrelated households is named, masked; for relatives, or one household, not', async () => {
    await seed([{ number: '1' }, { number: '2' }, { number: '3' }]);
    await proxy('1');
    expect((await lens('proxy')).total).toBe(0);
    await proxy('3', { related: true, relation: '女儿' });
    expect((await lens('proxy')).total).toBe(0);
    await proxy('2');
    expect(await numbersIn('proxy')).toEqual([['1', '2']]);
    expect((await first('proxy')).shared).toBe('梁*领');
  });

  it('on the spot counts as well: whoever came for two unrelated households is named', async () => {
    await seed([{ number: '1' }, { number: '2' }]);
    const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
    await seedGift(shop, { itemId: rice, quantity: 10 });
    const { vouchers } = await seedBatch(shop);
    const collect = (voucherId: number) =>
      shop.call(
        'counter.redeem',
        {
          voucherIds: [voucherId],
          entry: 'scanned',
          lines: [{ itemId: rice, quantity: 1 }],
          proxy: {
            kind: 'on-the-spot',
            name: '梁代领',
            document: 'identity',
            number: paper,
            relation: '邻居',
            related: false,
            reason: '行动不便',
          },
        },
        { as: 'volunteer' },
      );
    await collect(vouchers[0]?.id ?? 0);
    expect((await lens('proxy')).total).toBe(0);
    const { redemptionId } = await collect(vouchers[1]?.id ?? 0);
    expect(await numbersIn('proxy')).toEqual([['1', '2']]);
    await shop.call('counter.reverse', { redemptionId, reason: '拿错' }, { as: 'manager' });
    expect((await lens('proxy')).total).toBe(0);
  });

  it('with the telephone of a member of staff is named until the kinship is on file', async () => {
    await seed([{ number: '1' }, { number: '2' }]);
    await contact('13700001111', '');
    await proxy('1', { related: true });
    expect(await first('staff-proxy')).toMatchObject({ staff: '王芳', shared: '137****1111', count: 1 });
    await fileRelative(shop, ids.get('1') ?? 0);
    expect((await lens('staff-proxy')).total).toBe(0);
  });
});

describe('after leaving', () => {
  it('names a household that collected when nobody was left, unless it was taken back', async () => {
    await seed([{ number: '1' }, { number: '2' }]);
    const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
    await seedGift(shop, { itemId: rice, quantity: 10 });
    await seedBatch(shop);
    const h = ids.get('1') ?? 0;
    const voucherId = Number(rowsOf(shop, `SELECT id FROM voucher WHERE household_id = ${h}`)[0]?.['id']);
    const { redemptionId } = await shop.call(
      'counter.redeem',
      { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
      { as: 'volunteer' },
    );
    expect((await lens('after-leaving')).total).toBe(0);
    const personId = Number(rowsOf(shop, `SELECT id FROM person WHERE household_id = ${h}`)[0]?.['id']);
    await shop.call(
      'people.leave',
      { personId, day: '2026-05-02', how: 'died', reason: '社区来函' },
      { as: 'manager' },
    );
    expect((await lens('after-leaving')).rows).toMatchObject([
      { leftDay: '2026-05-02', collectedDay: '2026-05-04', households: [{ number: '1' }] },
    ]);
    await shop.call('counter.reverse', { redemptionId, reason: '已追回' }, { as: 'manager' });
    expect((await lens('after-leaving')).total).toBe(0);
  });
});

describe('staff.setContact', () => {
  it('is listed for who manages staff, and refused for nobody', async () => {
    await contact('0772-2812345', '城中街道桂中社区1号');
    const { phone, address } =
      (await shop.call('staff.list', {}, { as: 'manager' })).find(({ login }) => login === 'wangfang') ?? {};
    expect([phone, address]).toEqual(['0772-2812345', '城中街道桂中社区1号']);
    expect((await refusalOf(contact('', '', 999))).code).toBe('not-found');
    expect(rowsOf(shop, "SELECT object, detail FROM audit WHERE act = 'staff.setContact'")).toEqual([
      { object: 'staff:2', detail: '' },
    ]);
  });
});

describe('looked into', () => {
  it('leaves the group out, shows it among the seen, and brings it back when it changes', async () => {
    await seed([
      { number: '1', phone: '13800001234' },
      { number: '2', phone: '13800001234' },
      { number: '3', phone: '13800001234' },
    ]);
    const { subject } = await first('phone');
    await look('phone', subject);
    expect((await lens('phone')).total).toBe(0);
    expect((await lens('phone', { seen: true })).rows).toMatchObject([
      { seen: { reason: '同院居住，已入户', by: '韦店长' } },
    ]);
    await shop.call(
      'eligibility.end',
      { householdId: ids.get('3') ?? 0, day: '2026-05-04', reason: '迁出' },
      { as: 'manager' },
    );
    expect(await numbersIn('phone')).toEqual([['1', '2']]);
    expect((await refusalOf(look('phone', subject))).code).toBe('lens-changed');
  });

  it('is not for a relative of one of the households', async () => {
    await seed([
      { number: '1', phone: '13800001234' },
      { number: '2', phone: '13800001234' },
    ]);
    await fileRelative(shop, ids.get('2') ?? 0, { staffId: staffIds.manager });
    const { subject } = await first('phone');
    expect(await refusalOf(look('phone', subject))).toMatchObject({
      code: 'own-relative',
      params: { number: '2' },
    });
    await look('phone', subject, 'bureau');
  });
});

it('walks an index for every kind, whatever the number of people', async () => {
  await seed([{ number: '1', phone: '13800001234' }]);
  const kinds: readonly Kind[] = [
    'phone',
    'address',
    'proxy',
    'staff-phone',
    'staff-address',
    'staff-proxy',
    'after-leaving',
  ];
  const executed = listenToStatements();
  for (const kind of kinds) await lens(kind);
  const texts = [...new Set(executed.texts)].filter((text) => text.includes('household'));
  executed.stop();
  expect(texts.length).toBeGreaterThanOrEqual(kinds.length);
  const file = openReadOnly(shop.file, shop.key);
  const scans = texts.flatMap((text) => {
    const holes = (text.match(/\?/g) ?? []).map(() => 1);
    return (
      (file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...holes) as { detail: string }[])
        .map(({ detail }) => detail)
        .filter((detail) => detail.startsWith('SCAN ') && !detail.includes(' USING '))
        // Few staff with the numbers of one, the standing proxies (read once), what the question itself has put together before, and the
        // table of doors, which stands in the order it is asked in.
        .filter(
          (detail) =>
            !/^SCAN (door|staff|one|own|proxy|roster_run|ending|doubled|collector|emptied|told|CONSTANT)\b/.test(
              detail,
            ),
        )
    );
  });
  file.close();
  expect(scans).toEqual([]);
});
