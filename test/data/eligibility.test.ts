// Who leaves and what their vouchers do then: struck off, grace, and what a new day brings by itself (scenario 4).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../helpers/sheet.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedHouseholds } from '../helpers/seed.ts';

let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
let code: string;
beforeAll(async () => {
  shop = await openShop({ now: '2026-02-20T02:00:00.000Z' });
  ids = await seedHouseholds(shop, [{ number: '1' }, { number: '2' }]);
  const batch = await seedBatch(shop, { validFrom: '2026-02-20', validTo: '2026-04-30' });
  code = qrOf(shop, batch.vouchers[0]?.id ?? 0);
});
afterAll(() => shop.close());

const scan = () => shop.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' });
const household = async () =>
  shop.call('people.household', { householdId: ids.get('1') ?? 0 }, { as: 'manager' });

describe('grace (渐退)', () => {
  it('three months from 1 March end on 31 May; open vouchers pass until their own end, new ones are not issued', async () => {
    await shop.call(
      'eligibility.end',
      { householdId: ids.get('1') ?? 0, day: '2026-03-01', reason: '就业', graceMonths: 3 },
      { as: 'manager' },
    );
    expect(rowsOf(shop, `SELECT end_day, grace_to_day FROM household WHERE number = '1'`)).toEqual([
      { end_day: '2026-03-01', grace_to_day: '2026-05-31' },
    ]);
    expect(await household()).toMatchObject({ state: 'eligible' });
    shop.setNow('2026-03-05T02:00:00.000Z');
    expect(await household()).toMatchObject({ state: 'grace', endDay: '2026-03-01' });
    expect(await scan()).toMatchObject({ household: { members: 1 } });
    const later = await seedBatch(shop, { name: '清明', validFrom: '2026-03-05', validTo: '2026-04-30' });
    expect(later.vouchers).toHaveLength(1);
    shop.setNow('2026-05-01T02:00:00.000Z');
    expect((await refusalOf(scan())).code).toBe('voucher-expired');
    shop.setNow('2026-06-01T02:00:00.000Z');
    expect(await household()).toMatchObject({ state: 'ended' });
  });

  it('a second end is refused with the first day, and leaves it as it was', async () => {
    const again = { householdId: ids.get('1') ?? 0, day: '2026-04-01', reason: '应退' };
    expect(await refusalOf(shop.call('eligibility.end', again, { as: 'manager' }))).toMatchObject({
      code: 'eligibility-ended',
      params: { endDay: '2026-03-01' },
    });
    expect(await household()).toMatchObject({ endDay: '2026-03-01', endReason: '就业' });
  });
});
