// Whatever happens in whatever order, the books add up: every lot and every voucher is the sum of its postings, nothing goes
// below zero, nothing disappears.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { ActFailed, openShop, type OpenShop } from '../helpers/open-shop.ts';
import {
  seedBatch,
  seedGift,
  seedHouseholds,
  seedItem,
  vouchersOf,
  type ListedVoucher,
} from '../helpers/seed.ts';

type Step =
  | {
      readonly act: 'gift';
      readonly item: number;
      readonly quantity: number;
      readonly valueFen: number | null;
      readonly days: number | null;
    }
  | { readonly act: 'issue'; readonly days: number }
  | {
      readonly act: 'redeem';
      readonly voucher: number;
      readonly lines: readonly { readonly item: number; readonly quantity: number }[];
    }
  | { readonly act: 'reverse'; readonly redemption: number }
  | { readonly act: 'void'; readonly voucher: number }
  | { readonly act: 'days'; readonly days: number };

const itemCount = 3;
const item = fc.nat(itemCount - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('gift' as const),
      item,
      quantity: fc.integer({ min: 1, max: 9 }),
      valueFen: fc.option(fc.integer({ min: 1, max: 9_999 })),
      days: fc.option(fc.nat(8)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('issue' as const), days: fc.nat(10) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('redeem' as const),
      voucher: fc.nat(99),
      lines: fc.array(fc.record({ item, quantity: fc.integer({ min: 1, max: 5 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('reverse' as const), redemption: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('void' as const), voucher: fc.nat(99) }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('days' as const), days: fc.integer({ min: 1, max: 12 }) }),
  },
);

const start = Date.parse('2026-05-04T02:12:00.000Z');
const instantAfter = (days: number): string => new Date(start + days * 86_400_000).toISOString();

/** Plays the steps; what the books refuse is part of the play. Answers how many acts were carried out. */
const play = async (shop: OpenShop, steps: readonly Step[]): Promise<number> => {
  await seedHouseholds(shop, [{ number: '1', members: 2 }, { number: '2' }, { number: '3' }]);
  const items: number[] = [];
  for (let at = 0; at < itemCount; at += 1)
    items.push(
      await seedItem(shop, {
        code: `G${at}`,
        name: `物品${at}`,
        listPriceFen: at === 0 ? null : at * 777,
        keepsDate: false,
      }),
    );
  const vouchers: ListedVoucher[] = [...(await seedBatch(shop, { validTo: '2026-05-20' })).vouchers];
  const redemptions: number[] = [];
  let today = 0;
  let done = 0;
  const itemAt = (at: number): number => items[at] ?? 0;
  const perform = async (next: Step): Promise<void> => {
    switch (next.act) {
      case 'gift':
        await seedGift(shop, {
          itemId: itemAt(next.item),
          quantity: next.quantity,
          valueFen: next.valueFen,
          expiryDay: next.days === null ? null : instantAfter(today + next.days).slice(0, 10),
          day: instantAfter(today).slice(0, 10),
        });
        break;
      case 'issue': {
        const day = instantAfter(today).slice(0, 10);
        vouchers.push(
          ...(
            await seedBatch(shop, {
              name: `批${vouchers.length}`,
              validFrom: day,
              validTo: instantAfter(today + next.days).slice(0, 10),
            })
          ).vouchers,
        );
        break;
      }
      case 'redeem': {
        const lines = next.lines.map((line) => ({ itemId: itemAt(line.item), quantity: line.quantity }));
        const { redemptionId } = await shop.call(
          'counter.redeem',
          { voucherIds: [vouchers[next.voucher % vouchers.length]?.id ?? 0], entry: 'scanned', lines },
          { as: 'volunteer' },
        );
        redemptions.push(redemptionId);
        break;
      }
      case 'reverse':
        await shop.call(
          'counter.reverse',
          {
            redemptionId: redemptions[next.redemption % Math.max(redemptions.length, 1)] ?? 1,
            reason: '撤销',
          },
          { as: 'manager' },
        );
        break;
      case 'void':
        await shop.call(
          'vouchers.void',
          { voucherId: vouchers[next.voucher % vouchers.length]?.id ?? 0, reason: '作废' },
          { as: 'manager' },
        );
        break;
      case 'days':
        today += next.days;
        shop.setNow(instantAfter(today));
    }
    done += 1;
  };
  for (const next of steps) {
    await perform(next).catch((error: unknown) => {
      if (!(error instanceof ActFailed)) throw error;
    });
  }
  return done;
};

const broken = (shop: OpenShop): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return [
      ...file
        .prepare(
          `SELECT 'lot' AS what, s.lot_id, s.place_id, on_hand, on_hand_fen, sum(quantity) AS pieces, sum(p.value_fen) AS fen
        FROM lot_stock AS s JOIN lot ON lot.id = s.lot_id JOIN stock_posting AS p ON p.lot_id = s.lot_id AND p.place_id = s.place_id
        GROUP BY s.lot_id, s.place_id HAVING pieces <> on_hand OR fen IS NOT on_hand_fen OR on_hand < 0 OR on_hand > received OR (on_hand = 0 AND on_hand_fen <> 0)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'voucher' AS what, v.id, v.state, v.balance_fen, sum(p.pieces) AS open, sum(p.amount_fen) AS fen FROM voucher AS v JOIN voucher_posting AS p ON p.voucher_id = v.id
        GROUP BY v.id HAVING fen <> v.balance_fen OR open <> (v.state IN ('issued', 'active', 'partly-used')) OR (open = 0 AND v.balance_fen <> 0)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'redemption' AS what, r.id FROM redemption AS r WHERE face_fen <> used_fen + lapsed_fen
        OR used_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM redemption_line AS l WHERE l.redemption_id = r.id)
        OR (SELECT coalesce(sum(quantity), 0) FROM redemption_line AS l WHERE l.redemption_id = r.id)
          <> (SELECT -coalesce(sum(quantity), 0) FROM stock_posting WHERE document = 'redemption' AND document_id = r.id)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'twice' AS what, voucher_id, count(*) AS n FROM redemption_voucher AS part JOIN redemption AS r ON r.id = part.redemption_id
        WHERE reverses IS NULL AND NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = r.id) GROUP BY voucher_id HAVING n > 1`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'expired left' AS what, p.id FROM stock_posting AS p JOIN lot ON lot.id = p.lot_id WHERE p.kind = 'issued' AND p.quantity < 0 AND p.business_day > lot.expiry_day`,
        )
        .all(),
    ];
  } finally {
    file.close();
  }
};

it('random days at the shop leave books that add up', async () => {
  let carriedOut = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const shop = await openShop();
      try {
        carriedOut += await play(shop, steps);
        expect(broken(shop)).toEqual([]);
        const batches = await shop.call('vouchers.batches', {}, { as: 'manager' });
        for (const { issued, redeemed, expired, outstanding, void: voided } of batches)
          expect(issued).toBe(redeemed + voided + expired + outstanding);
        for (const month of ['2026-05', '2026-06']) {
          expect((await shop.call('reports.distribution', { month }, { as: 'manager' })).ties).toBe(true);
          expect((await shop.call('reports.balance', { month }, { as: 'manager' })).ties).toBe(true);
        }
        expect((await shop.call('audit.verify', {}, { as: 'manager' })).ok).toBe(true);
        for (const { batchId } of batches.map(({ id }) => ({ batchId: id })))
          expect((await vouchersOf(shop, batchId)).length).toBe(3);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 30, seed: 20_260_504 },
  );
  // A play in which everything is refused proves nothing.
  expect(carriedOut).toBeGreaterThan(120);
}, 120_000);
