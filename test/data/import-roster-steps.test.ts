// A long import beside a selling till: it takes its turns between other acts, nothing of it is seen before all of it is, and a cancel,
// a fault or a kill leaves nothing behind.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { columnNames, rowOf } from '../bench/people-import-sheet.ts';
import { expectFoundBy } from '../helpers/found-by.ts';
import { ActFailed, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { csvSheet, fictionalNumber, roster, rosterLine, rowCounts, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const as = 'manager' as const;
const rows = 5_000;
const large = () =>
  csvSheet([columnNames, ...Array.from({ length: rows }, (_, at) => rowOf(at).map(String))]);
const previewOf = (of: OpenShop) => of.call('people.previewImport', { sheet: large() }, { as });
const waited = async (sees: () => boolean): Promise<void> => {
  while (!sees()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('a redemption and a list come between two steps; the list shows nobody before the end, then everybody', async () => {
  await seedHouseholds(shop, [{ number: 'A1' }]);
  const { vouchers } = await seedBatch(shop);
  const itemId = await seedItem(shop, { code: 'G1', name: '大米', listPriceFen: 1_000 });
  await seedGift(shop, { itemId, quantity: 50 });
  const { previewId, good } = await previewOf(shop);
  const order: string[] = [];
  const between: Promise<unknown>[] = [];
  const redeemed = async (): Promise<void> => {
    await shop.call(
      'counter.redeem',
      { voucherIds: [vouchers[0]?.id ?? 0], entry: 'scanned', lines: [{ itemId, quantity: 1 }] },
      { as: 'volunteer' },
    );
    order.push('redeemed');
    const { total } = await shop.call('people.list', {}, { as });
    const { households } = await shop.call('people.summary', {}, { as });
    order.push(`seen ${total} ${households}`);
    const [hidden] = rowsOf(shop, 'SELECT count(*) AS n FROM household');
    order.push(Number(hidden?.['n']) > 1 ? 'some entered unseen' : 'none entered');
  };
  const done = await shop.call(
    'people.confirmImport',
    { previewId },
    { as, onProgress: () => between.length === 0 && between.push(redeemed()) },
  );
  order.push('imported');
  await Promise.all(between);
  expect(order).toEqual(['redeemed', 'seen 1 1', 'some entered unseen', 'imported']);
  expect(done.imported).toBe(good);
  const { total } = await shop.call('people.list', {}, { as });
  expect(total).toBe(done.households + 1);
  expectFoundBy(shop);
});

it('a cancel takes everything away again, words and all, and the preview can still be confirmed', async () => {
  const { previewId, good } = await previewOf(shop);
  const before = rowCounts(shop);
  const refusal = await refusalOf(
    shop.call('people.confirmImport', { previewId }, { as, onProgress: () => 'cancel' }),
  );
  expect(refusal.code).toBe('cancelled');
  expectFoundBy(shop);
  expect(rowCounts(shop)).toEqual(before);
  expect(await shop.call('people.confirmImport', { previewId }, { as })).toMatchObject({
    imported: good,
  });
});

it('a preview can be cancelled while it reads', async () => {
  const sheet = large();
  const refusal = await refusalOf(
    shop.call('people.previewImport', { sheet }, { as, onProgress: () => 'cancel' }),
  );
  expect(refusal.code).toBe('cancelled');
});

it('a kill in the middle leaves nothing to be seen, and the next opening takes the rest away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  try {
    const { previewId, good } = await previewOf(shop);
    const before = rowCounts(shop);
    const file = join(folder, 'shop.db');
    // The files as they are after some steps are what a kill would leave.
    const copy = (): void => {
      if (existsSync(file)) return;
      for (const part of ['', '-wal']) cpSync(`${shop.file}${part}`, `${file}${part}`);
    };
    await shop.call('people.confirmImport', { previewId }, { as, onProgress: copy });
    const again = await openShop({ file });
    try {
      expect(rowsOf(again, 'SELECT published_at FROM roster_run')).toEqual([{ published_at: null }]);
      expect((await again.call('people.list', {}, { as })).total).toBe(0);
      expect(await again.call('people.summary', {}, { as })).toMatchObject({ households: 0, people: 0 });
      await waited(() => rowCounts(again)['roster_run'] === 0);
      expect(rowCounts(again)).toEqual({ ...before, audit: rowCounts(again)['audit'] });
      const anew = await previewOf(again);
      expect(anew).toMatchObject({ good, importedBefore: null });
      await again.call('people.confirmImport', { previewId: anew.previewId }, { as });
    } finally {
      await again.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('people changed by somebody else in the middle stop it; nothing of it is kept and it can be pressed again', async () => {
  await seedHouseholds(shop, [{ number: 'A1' }, { number: 'A2' }]);
  const { previewId, good } = await previewOf(shop);
  const households = rowsOf(shop, 'SELECT id FROM household ORDER BY id');
  const ended: Promise<unknown>[] = [];
  const end = (): void => {
    if (ended.length > 0) return;
    const householdId = Number(households[0]?.['id']);
    ended.push(shop.call('eligibility.end', { householdId, day: '2026-05-01', reason: '迁出' }, { as }));
  };
  const refusal = await refusalOf(shop.call('people.confirmImport', { previewId }, { as, onProgress: end }));
  await Promise.all(ended);
  expect(refusal.code).toBe('import-books-changed');
  expect(rowCounts(shop)).toMatchObject({ household: 2, person: 2 });
  expect(await shop.call('people.confirmImport', { previewId }, { as })).toMatchObject({
    imported: good,
  });
});

it('the same command sent twice while it runs is one import', async () => {
  const { previewId } = await shop.call(
    'people.previewImport',
    { sheet: roster(rosterLine(), rosterLine({ 户编号: '8', 身份证号码: fictionalNumber(1) })) },
    { as },
  );
  const confirm = () => shop.call('people.confirmImport', { previewId }, { as, commandId: 'twice' });
  const [first, second] = await Promise.all([confirm(), confirm()]);
  expect(second).toEqual(first);
  expect(rowCounts(shop)).toMatchObject({ roster_run: 1, person: 2 });
  await expect(
    shop.call('people.confirmImport', { previewId: 'x' }, { as, commandId: 'twice' }),
  ).rejects.toThrow(ActFailed);
});
