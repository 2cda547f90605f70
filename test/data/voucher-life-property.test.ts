// Whatever is done to vouchers in whatever order, every one of them is the sum of its postings, is open exactly when its state says so,
// and a batch issued stays as many as were issued, however many papers were made for them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { ActFailed, approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, vouchersOf } from '../helpers/seed.ts';

const acts = ['hand-over', 'take-back', 'redeem', 'reverse', 'replace', 'void', 'void-open', 'days'] as const;
const step = fc.record({
  act: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...acts) },
    { weight: 6, arbitrary: fc.constantFrom('redeem' as const, 'replace' as const, 'reverse' as const) },
  ),
  at: fc.nat(9),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const as = { as: 'manager' } as const;

const play = async (
  shop: OpenShop,
  batchId: number,
  rice: number,
  steps: readonly Step[],
): Promise<string[]> => {
  const redemptions: number[] = [];
  const done: string[] = [];
  let days = 0;
  const perform = async ({ act, at }: Step): Promise<unknown> => {
    const all = await vouchersOf(shop, batchId);
    const voucherId = all[at % all.length]?.id ?? 0;
    const day = `2026-05-${String(4 + days).padStart(2, '0')}`;
    switch (act) {
      case 'hand-over':
        return shop.call('vouchers.handOver', { voucherIds: [voucherId], day }, as);
      case 'take-back':
        return shop.call('vouchers.takeBackHandOver', { voucherId, reason: '签错' }, as);
      case 'redeem': {
        const lines = [{ itemId: rice, quantity: 1 + (at % 3) }];
        const taken = await shop.call(
          'counter.redeem',
          { voucherIds: [voucherId], entry: 'scanned', lines },
          { as: 'volunteer' },
        );
        return redemptions.push(taken.redemptionId);
      }
      case 'reverse':
        return shop.call(
          'counter.reverse',
          { redemptionId: redemptions[at % Math.max(redemptions.length, 1)] ?? 1, reason: '撤销' },
          as,
        );
      case 'replace':
        return shop.call('vouchers.replace', { voucherId, reason: 'lost', approval }, as);
      case 'void':
        return shop.call('vouchers.void', { voucherId, reason: '作废' }, as);
      case 'void-open': {
        const { pieces, fen } = await shop.call('vouchers.openOfBatch', { batchId }, as);
        const expected = { expectPieces: pieces, expectFen: fen };
        return at > 7 && shop.call('vouchers.voidOpen', { batchId, reason: '停发', ...expected }, as);
      }
      case 'days':
        days += 1;
        shop.setNow(`2026-05-${String(4 + days).padStart(2, '0')}T02:12:00.000Z`);
        return undefined;
    }
  };
  for (const next of steps)
    await perform(next).then(
      () => done.push(next.act),
      (error: unknown) => {
        if (!(error instanceof ActFailed)) throw error;
      },
    );
  return done;
};

const untied = (shop: OpenShop): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file
      .prepare(
        `SELECT v.serial, v.state, v.balance_fen FROM voucher AS v JOIN voucher_posting AS p ON p.voucher_id = v.id GROUP BY v.id
         HAVING sum(p.amount_fen) <> v.balance_fen OR sum(p.pieces) <> (v.state IN ('issued', 'active', 'partly-used'))
           OR (v.state NOT IN ('issued', 'active', 'partly-used') AND v.balance_fen <> 0)`,
      )
      .all();
  } finally {
    file.close();
  }
};

it('random lives leave vouchers that are the sum of their postings', async () => {
  const played: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const shop = await openShop();
      try {
        await seedHouseholds(shop, [{ number: '1' }, { number: '2' }, { number: '3' }]);
        const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 3_300 });
        await seedGift(shop, { itemId: rice, quantity: 100 });
        const { batchId } = await seedBatch(shop, { inParts: true, validTo: '2026-05-06' });
        played.push(...(await play(shop, batchId, rice, steps)));
        expect(untied(shop)).toEqual([]);
        const [batch] = await shop.call('vouchers.batches', {}, as);
        const { issued = 0, redeemed = 0, void: voided = 0, expired = 0, outstanding = 0 } = batch ?? {};
        expect([issued, redeemed + voided + expired + outstanding]).toEqual([3, 3]);
        expect((await shop.call('reports.distribution', { month: '2026-05' }, as)).ties).toBe(true);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 14, seed: 20_260_504 },
  );
  // A play in which everything is refused proves nothing.
  for (const act of acts) expect(played).toContain(act);
}, 240_000);
