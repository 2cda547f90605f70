// Whatever happens in whatever order, the books add up: every lot and every voucher is the sum of its postings, nothing goes
// below zero, nothing disappears.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { broken, reached } from '../helpers/ledger-play.ts';
import { ActFailed, approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import {
  seedBatch,
  seedGift,
  seedHouseholds,
  seedItem,
  vouchersOf,
  type ListedVoucher,
  type Spec,
} from '../helpers/seed.ts';

type Step =
  | {
      readonly act: 'gift';
      readonly item: number;
      readonly quantity: number;
      readonly valueFen: number | null;
      readonly days: number | null;
    }
  | { readonly act: 'issue'; readonly days: number; readonly kind: number }
  | {
      readonly act: 'redeem';
      readonly voucher: number;
      /** Another of the same household beside it. */
      readonly beside: boolean;
      readonly topUp: boolean;
      readonly lines: readonly { readonly item: number; readonly quantity: number }[];
    }
  | { readonly act: 'reverse'; readonly redemption: number; readonly line: number | null }
  | { readonly act: 'void'; readonly voucher: number }
  | { readonly act: 'replace'; readonly voucher: number }
  | { readonly act: 'days'; readonly days: number };

const itemCount = 3;
const kinds: readonly ((packageId: number) => Partial<Spec>)[] = [
  () => ({ inParts: true }),
  () => ({ basis: 'person', faceFen: 1_500 }),
  () => ({ kind: 'points', faceFen: 0, facePoints: 20, inParts: true }),
  (packageId) => ({ kind: 'package', faceFen: 0, packageId }),
];
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
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('issue' as const),
      days: fc.nat(10),
      kind: fc.nat(kinds.length - 1),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('redeem' as const),
      voucher: fc.nat(99),
      beside: fc.boolean(),
      topUp: fc.boolean(),
      lines: fc.array(fc.record({ item, quantity: fc.integer({ min: 1, max: 5 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('reverse' as const),
      redemption: fc.nat(99),
      line: fc.option(fc.integer({ min: 1, max: 3 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('void' as const), voucher: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('replace' as const), voucher: fc.nat(99) }) },
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
  await priceInPoints(shop);
  await allowTopUp(shop);
  const { packageId } = await shop.call(
    'packages.make',
    {
      name: '套餐',
      note: '',
      lines: [
        { itemId: items[1] ?? 0, quantity: 1 },
        { itemId: items[2] ?? 0, quantity: 2 },
      ],
    },
    { as: 'manager' },
  );
  // Goods and vouchers of every kind to begin with: on an empty shelf most of a play would be refusals.
  for (const itemId of items) await seedGift(shop, { itemId, quantity: 40 });
  const vouchers: ListedVoucher[] = [...(await seedBatch(shop, { validTo: '2026-05-20' })).vouchers];
  for (const [at, kind] of kinds.entries())
    vouchers.push(
      ...(await seedBatch(shop, { name: `起始${at}`, validTo: '2026-05-30', ...kind(packageId) })).vouchers,
    );
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
              ...kinds[next.kind]?.(packageId),
            })
          ).vouchers,
        );
        break;
      }
      case 'redeem': {
        const lines = next.lines.map((line) => ({ itemId: itemAt(line.item), quantity: line.quantity }));
        const first = vouchers[next.voucher % vouchers.length];
        const others = vouchers.filter(
          ({ id, headName }) => id !== first?.id && headName === first?.headName,
        );
        const beside = next.beside ? others[next.voucher % Math.max(others.length, 1)] : undefined;
        const voucherIds = [first, beside].flatMap((voucher) => (voucher ? [voucher.id] : []));
        const redeem = (topUpFen: number) =>
          shop.call('counter.redeem', { voucherIds, entry: 'scanned', lines, topUpFen }, { as: 'volunteer' });
        const { redemptionId } = await redeem(0).catch((error: unknown) => {
          // The household adds what its vouchers do not cover.
          const over = next.topUp && error instanceof ActFailed ? missing(error) : 0;
          if (over === 0) throw error;
          return redeem(over);
        });
        redemptions.push(redemptionId);
        break;
      }
      case 'reverse':
        await shop.call(
          'counter.reverse',
          {
            redemptionId: redemptions[next.redemption % Math.max(redemptions.length, 1)] ?? 1,
            reason: '撤销',
            lines: next.line === null ? null : [next.line],
          },
          { as: 'manager' },
        );
        break;
      case 'replace': {
        const voucherId = vouchers[next.voucher % vouchers.length]?.id ?? 0;
        await shop.call(
          'vouchers.replace',
          { voucherId, reason: 'lost', note: '', approval },
          { as: 'manager' },
        );
        break;
      }
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

const missing = ({ error }: ActFailed): number => {
  const reasons = error.kind === 'refusal' ? [error, ...(error.reasons ?? [])] : [];
  const over = reasons.find(({ code }) => code === 'basket-over-face');
  return Number(over?.params?.['overFen'] ?? 0);
};

const priceInPoints = (shop: OpenShop): Promise<void> => {
  const books = openBooks({ path: shop.file, key: shop.key, create: false });
  books.file.exec('UPDATE item SET points_price = 3');
  books.close();
  return Promise.resolve();
};

const allowTopUp = async (shop: OpenShop): Promise<void> => {
  const { name, districtName, reportPhone, settings } = await shop.call('shop.read', {}, { as: 'manager' });
  const changed = { name, districtName, reportPhone, settings: { ...settings, topUpAllowed: true } };
  await shop.call('shop.change', changed, { as: 'manager' });
};

it('random days at the shop leave books that add up', async () => {
  let carriedOut = 0;
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const shop = await openShop();
      try {
        carriedOut += await play(shop, steps);
        expect(broken(shop)).toEqual([]);
        for (const [what, times] of Object.entries(reached(shop))) seen[what] = (seen[what] ?? 0) + times;
        const batches = await shop.call('vouchers.batches', {}, { as: 'manager' });
        for (const { issued, redeemed, expired, outstanding, void: voided } of batches)
          expect(issued).toBe(redeemed + voided + expired + outstanding);
        for (const month of ['2026-05', '2026-06']) {
          const { ties, total } = await shop.call('reports.distribution', { month }, { as: 'manager' });
          expect(ties).toBe(true);
          expect(Object.entries(total.month).filter(([, figure]) => figure < 0)).toEqual([]);
          // Act by act and voucher by voucher, as before a print.
          await shop.call(
            'reports.print',
            { report: 'distribution', month, format: 'xlsx' },
            { as: 'manager' },
          );
          expect((await shop.call('reports.balance', { month }, { as: 'manager' })).ties).toBe(true);
        }
        expect((await shop.call('audit.verify', {}, { as: 'manager' })).ok).toBe(true);
        for (const { batchId } of batches.map(({ id }) => ({ batchId: id })))
          expect((await vouchersOf(shop, batchId)).length).toBeGreaterThanOrEqual(3);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 30, seed: 20_260_504 },
  );
  // A play in which everything is refused proves nothing.
  expect(carriedOut).toBeGreaterThan(180);
  expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
}, 120_000);
