// Whatever happens in the store room in whatever order: of every lot at every place the movements add up to what is on hand, and at no
// moment, neither in the order of entry nor in the order of business days, is there less than nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { playStoreRoom, steps, type Step } from '../helpers/store-room-play.ts';

const runningBelowZero = (order: string): string => `
  SELECT 'below zero' AS what, * FROM (
    SELECT lot_id, place_id, business_day, sum(quantity) OVER (PARTITION BY lot_id, place_id ORDER BY ${order}) AS balance FROM stock_posting
  ) WHERE balance < 0`;

/** Each query answers what breaks a rule. */
const rules: readonly string[] = [
  runningBelowZero('id'),
  runningBelowZero('business_day, id'),
  `SELECT 'sum' AS what, p.lot_id, p.place_id, sum(p.quantity) AS pieces, s.on_hand, sum(p.value_fen) AS fen, s.on_hand_fen
   FROM stock_posting AS p LEFT JOIN lot_stock AS s ON s.lot_id = p.lot_id AND s.place_id = p.place_id
   GROUP BY p.lot_id, p.place_id HAVING pieces IS NOT s.on_hand OR fen IS NOT s.on_hand_fen`,
  `SELECT 'cost without goods' AS what, * FROM lot_stock WHERE on_hand = 0 AND on_hand_fen <> 0`,
  `SELECT 'reserved' AS what, s.* FROM lot_stock AS s WHERE reserved <> (
     SELECT coalesce(sum(line.quantity), 0) FROM loss_line AS line JOIN loss ON loss.id = line.loss_id AND loss.state = 'proposed'
     WHERE line.lot_id = s.lot_id AND line.place_id = s.place_id)`,
  `SELECT 'reversal' AS what, back.id FROM stock_posting AS back JOIN stock_posting AS first ON first.id = back.reverses
   WHERE back.lot_id <> first.lot_id OR back.place_id <> first.place_id OR back.quantity <> -first.quantity OR back.kind <> first.kind`,
  `SELECT 'closed month' AS what, p.id FROM stock_posting AS p JOIN month_close AS m ON substr(p.business_day, 1, 7) = m.month WHERE p.at > m.at`,
  `SELECT 'expired issued' AS what, p.id FROM stock_posting AS p JOIN lot ON lot.id = p.lot_id
   WHERE p.kind = 'issued' AND p.quantity < 0 AND p.business_day > lot.expiry_day`,
  `SELECT 'issued from elsewhere' AS what, id FROM stock_posting WHERE kind = 'issued' AND place_id <> 1`,
  `SELECT 'money below zero' AS what, * FROM (
     SELECT source, business_day, sum(sum(amount_fen)) OVER (PARTITION BY source ORDER BY business_day) AS fen
     FROM cash_posting GROUP BY source, business_day) WHERE fen < 0`,
  `SELECT 'two people' AS what, id FROM loss WHERE state IN ('approved', 'reversed') AND decided_by = staff_id`,
];
const broken = (shop: OpenShop): readonly unknown[] => rules.flatMap((sql) => rowsOf(shop, sql));

it('sum of movements = on hand ≥ 0 at every moment, for every lot at every place', async () => {
  const carriedOut = new Map<Step['act'], number>();
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const shop = await openShop();
      try {
        for (const [act, times] of await playStoreRoom(shop, all))
          carriedOut.set(act, (carriedOut.get(act) ?? 0) + times);
        expect(broken(shop)).toEqual([]);
        for (const month of ['2026-05', '2026-06'])
          for (const placeId of [null, 1, 2])
            expect((await shop.call('reports.balance', { month, placeId }, { as: 'manager' })).ties).toBe(
              true,
            );
        expect((await shop.call('audit.verify', {}, { as: 'manager' })).ok).toBe(true);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 40, seed: 20_261_122 },
  );
  // A play in which an act is always refused proves nothing about it.
  const least = {
    gift: 60,
    purchase: 40,
    redeem: 15,
    transfer: 15,
    scrap: 20,
    count: 10,
    reverse: 40,
    close: 3,
  };
  for (const [act, times] of Object.entries(least))
    expect({ act, enough: (carriedOut.get(act as Step['act']) ?? 0) >= times }).toEqual({
      act,
      enough: true,
    });
}, 180_000);
