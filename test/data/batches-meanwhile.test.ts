// What happens elsewhere while a batch is being written in its short turns.
import { expect, it } from 'vitest';
import { approval, openShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { batchSpec, seedHouseholds } from '../helpers/seed.ts';

const as = { as: 'manager' } as const;

it('a household that left while the vouchers were being written gets none, also where both stand at the PC', async () => {
  const other = await openShop();
  const households = await seedHouseholds(other, [{ number: '1' }, { number: '2' }]);
  const householdId = households.get('2') ?? 0;
  const leaving: Promise<unknown>[] = [];
  const leave = (): void => {
    if (leaving.length > 0) return;
    leaving.push(other.call('eligibility.end', { householdId, day: '2026-05-04', reason: '应退' }, as));
  };
  const issue = (expectHouseholds: number) =>
    other.call(
      'vouchers.issueBatch',
      { spec: batchSpec(), expectHouseholds, approval },
      { ...as, onProgress: leave },
    );
  expect(await refusalOf(issue(2))).toMatchObject({ code: 'batch-receivers-left', params: { numbers: '2' } });
  await Promise.all(leaving);
  expect(await other.call('vouchers.batches', {}, as)).toEqual([]);
  expect(await issue(1)).toMatchObject({ issued: 1 });
  await other.close();
});
