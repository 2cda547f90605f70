// An institution's act taken back: whole or not at all, by whom and when, and what it counts (rulings 6, 10, 11).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { pageTexts } from '../documents/reading.ts';
import { manager, openHome, residents, volunteer, type Home } from '../helpers/institution.ts';
import { refusalOf } from '../helpers/refusal.ts';

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.shop.close());

describe('taking the act back', () => {
  it('returns every voucher and all goods, and counts −1 机构户次 in the month of taking back', async () => {
    const { pickupId, number } = await home.collect();
    const [part] = home.look('SELECT id FROM redemption LIMIT 1') as { id: number }[];
    expect(
      await refusalOf(
        home.shop.call('counter.reverse', { redemptionId: part?.id ?? 0, reason: '错' }, volunteer),
      ),
    ).toMatchObject({ code: 'institution-redemption', params: { number } });
    home.shop.setNow('2026-06-02T02:12:00.000Z');
    const back = (as: 'volunteer' | 'manager') =>
      home.shop.call('counter.reverseInstitution', { pickupId, reason: '院方退回' }, { as });
    expect(await refusalOf(back('volunteer'))).toMatchObject({
      code: 'reverse-not-today',
      params: { number },
    });
    await back('manager');
    expect(await home.onHand()).toBe(130);
    expect(
      home.look("SELECT count(*) AS n FROM voucher WHERE state = 'active' AND balance_fen = 10000"),
    ).toEqual([{ n: residents }]);
    expect((await home.report('2026-05')).institutionTimes).toEqual({ month: 1, year: 1 });
    const june = await home.report('2026-06');
    expect(june.institutionTimes).toEqual({ month: -1, year: 0 });
    expect(june.total.month).toMatchObject({ householdTimes: 0, personTimes: -residents });
    expect(june.total.year).toMatchObject({ householdTimes: 0, personTimes: 0 });
    expect(june.ties).toBe(true);
    expect(await refusalOf(back('manager'))).toMatchObject({
      code: 'redemption-reversed',
      params: { number },
    });
    expect(
      await refusalOf(home.shop.call('counter.reverseInstitution', { pickupId: 99, reason: '错' }, manager)),
    ).toMatchObject({ code: 'not-found' });
    const paper = await home.shop.call('counter.printInstitution', { pickupId }, volunteer);
    expect(pageTexts(paper.bytes).join('')).toContain('已撤销');
  });

  it('a volunteer takes back an own act of the same day, not another person’s', async () => {
    const { pickupId } = await home.collect();
    const [today] = (await home.shop.call('counter.institutions', {}, volunteer)).today;
    expect(today).toMatchObject({
      pickupId,
      residents,
      vouchers: residents,
      reversed: false,
      operator: '王芳',
    });
    await home.shop.call('counter.reverseInstitution', { pickupId, reason: '院方退回' }, volunteer);
    expect((await home.shop.call('counter.institutions', {}, volunteer)).today).toMatchObject([
      { reversed: true },
    ]);
    const theirs = await home.shop.call(
      'counter.collectForInstitution',
      {
        institutionId: home.home,
        lines: [{ itemId: home.rice, quantity: 1 }],
        vouchers: home.vouchers.map(({ id }) => ({ voucherId: id })),
        collectedBy: '黄院长',
        documentTail: '061X',
      },
      manager,
    );
    expect(
      await refusalOf(
        home.shop.call('counter.reverseInstitution', { pickupId: theirs.pickupId, reason: '错' }, volunteer),
      ),
    ).toMatchObject({ code: 'reverse-not-own' });
  });
});

it('an act of an institution without its redemptions, put there by hand, stops the report', async () => {
  await home.collect();
  expect((await home.report()).ties).toBe(true);
  const books = openBooks({ path: home.shop.file, key: home.shop.key, create: false });
  books.file.exec(
    `INSERT INTO institution_pickup (number, institution_id, collected_by, document_tail, residents, business_day, at, staff_id)
     VALUES ('JG2026-000009', ${String(home.home)}, '', '', 5, '2026-05-04', '2026-05-04T02:12:00.000Z', 1)`,
  );
  books.close();
  expect((await home.report()).ties).toBe(false);
});
