// Whatever happens in whatever order, the books add up: every lot, voucher and volunteer is the sum of its postings, nothing goes below
// zero, nothing disappears, and the month's report is the sum of its acts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { broken, reached } from '../helpers/ledger-play.ts';
import { monthOfActs } from '../helpers/month-oracle.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { vouchersOf } from '../helpers/seed.ts';
import { playedActs, playShop, playSteps, type PlayedAct } from '../helpers/shop-play.ts';

const manager = { as: 'manager' } as const;

const batchesAddUp = async (shop: OpenShop): Promise<void> => {
  for (const batch of await shop.call('vouchers.batches', {}, manager)) {
    const { issued, redeemed, expired, outstanding, void: voided } = batch;
    expect(issued).toBe(redeemed + voided + expired + outstanding);
    expect((await vouchersOf(shop, batch.id)).length).toBeGreaterThanOrEqual(issued);
  }
};

const monthAddsUp = async (shop: OpenShop, month: string): Promise<void> => {
  const report = await shop.call('reports.distribution', { month }, manager);
  const expected = monthOfActs(shop, month);
  expect(report.total.month).toMatchObject(expected.total);
  expect(report.apart.month).toMatchObject(expected.apart);
  expect(report.institutionTimes.month).toBe(expected.institutionTimes);
  expect(report.ties).toBe(true);
  // Act by act and voucher by voucher, as before a print.
  await shop.call('reports.print', { report: 'distribution', month, format: 'xlsx' }, manager);
  for (const placeId of [null, 1, 2])
    expect((await shop.call('reports.balance', { month, placeId }, manager)).ties).toBe(true);
};

it('random months at the shop leave books that add up', async () => {
  const carriedOut = new Map<PlayedAct, number>();
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(playSteps, async (steps) => {
      const shop = await openShop();
      try {
        const done = await playShop(shop, steps, ({ act }) => expect(broken(shop), act).toEqual([]));
        for (const [act, times] of done) carriedOut.set(act, (carriedOut.get(act) ?? 0) + times);
        for (const [what, times] of Object.entries(reached(shop))) seen[what] = (seen[what] ?? 0) + times;
        await batchesAddUp(shop);
        for (const month of ['2026-05', '2026-06', '2026-07']) await monthAddsUp(shop, month);
        expect((await shop.call('audit.verify', {}, manager)).ok).toBe(true);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 24, seed: 20_260_504, endOnFailure: true },
  );
  // A play in which an act is always refused proves nothing about it.
  expect(playedActs.filter((act) => (carriedOut.get(act) ?? 0) < 3)).toEqual([]);
  expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
}, 300_000);
