// The month's reports tie, and what does not tie is not printed (domain.md §7.2, scenarios 1 and 16).
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

/** Does to the file what no act allows: the thief of scenario 1 at work. */
const tamper = (shop: OpenShop, statements: readonly string[]): void => {
  const books = openBooks({ path: shop.file, key: shop.key, create: false });
  books.file.pragma('foreign_keys = OFF');
  for (const statement of statements) books.file.exec(statement);
  books.close();
};
const distribution = (shop: OpenShop, month: string) =>
  shop.call('reports.distribution', { month }, { as: 'manager' });
const print = (
  shop: OpenShop,
  report: 'distribution' | 'balance',
  month: string,
  format: 'pdf' | 'xlsx' = 'pdf',
) => shop.call('reports.print', { report, month, format }, { as: 'manager' });

describe('scenario 1: 1,272 vouchers of ¥100', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop({ now: '2026-01-20T02:00:00.000Z' });
    await seedHouseholds(
      shop,
      Array.from({ length: 1_272 }, (_, at) => ({ number: String(at + 1), community: `社区${at % 9}` })),
    );
    const { vouchers } = await seedBatch(shop, {
      name: '元旦春节',
      validFrom: '2026-01-20',
      validTo: '2026-02-28',
    });
    const parcel = await seedItem(shop, { code: 'BAO', name: '套餐', listPriceFen: 10_000 });
    await seedGift(shop, { itemId: parcel, quantity: 2_000, day: '2026-01-20' });
    for (const { id } of vouchers.slice(0, 1_250)) {
      await shop.call(
        'counter.redeem',
        { voucherIds: [id], entry: 'scanned', lines: [{ itemId: parcel, quantity: 1 }] },
        { as: 'volunteer' },
      );
    }
    for (const { id } of vouchers.slice(1_250, 1_257))
      await shop.call('vouchers.void', { voucherId: id, reason: '遗失原件' }, { as: 'manager' });
    shop.setNow('2026-03-01T02:00:00.000Z');
  }, 120_000);
  afterAll(() => shop.close());

  it('issued = redeemed + void + expired + open, in January, in March and for the year', async () => {
    const january = await distribution(shop, '2026-01');
    expect(january).toMatchObject({
      ties: true,
      total: {
        month: {
          opening: 0,
          issued: 1_272,
          issuedFen: 12_720_000,
          redeemed: 1_250,
          redeemedFen: 12_500_000,
          goodsFen: 12_500_000,
          void: 7,
          expired: 0,
          outstanding: 15,
          households: 1_250,
          people: 1_250,
          householdTimes: 1_250,
          personTimes: 1_250,
        },
      },
    });
    const march = await distribution(shop, '2026-03');
    expect(march).toMatchObject({
      ties: true,
      total: {
        month: { opening: 15, issued: 0, redeemed: 0, void: 0, expired: 15, outstanding: 0, households: 0 },
        year: {
          opening: 0,
          issued: 1_272,
          issuedFen: 12_720_000,
          redeemed: 1_250,
          void: 7,
          expired: 15,
          outstanding: 0,
          households: 1_250,
        },
      },
    });
    expect(march.communities).toHaveLength(9);
    expect(march.rows).toHaveLength(1);
    expect(await shop.call('vouchers.batches', {}, { as: 'manager' })).toMatchObject([
      { issued: 1_272, redeemed: 1_250, void: 7, expired: 15, outstanding: 0 },
    ]);
  });

  it('prints both reports as PDF and as a sheet', async () => {
    for (const report of ['distribution', 'balance'] as const) {
      const pdf = await print(shop, report, '2026-01');
      expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      const sheet = await print(shop, report, '2026-01', 'xlsx');
      expect(Buffer.from(sheet.bytes.subarray(0, 2)).toString()).toBe('PK');
    }
  });

  it.each([
    [
      'its row deleted',
      ['DROP TRIGGER voucher_no_delete', 'DELETE FROM voucher WHERE id = 5'],
      'vouchers-issued',
      -1,
    ],
    [
      'hidden as a draft',
      ['DROP TRIGGER voucher_no_draft_again', `UPDATE voucher SET state = 'draft' WHERE id = 6`],
      'vouchers-issued',
      -1,
    ],
    [
      'row and postings deleted',
      [
        'DROP TRIGGER voucher_posting_no_delete',
        'DROP TRIGGER voucher_no_delete',
        'DELETE FROM voucher_posting WHERE voucher_id = 7',
        'DELETE FROM voucher WHERE id = 7',
      ],
      'voucher-numbers',
      -1,
    ],
    [
      'opened again by hand',
      [`UPDATE voucher SET state = 'active', balance_fen = 10000 WHERE id = 8`],
      'voucher-state',
      10_000,
    ],
  ] as const)(
    'one voucher tampered with (%s) stops the print and names the gap',
    async (_, statements, what, gap) => {
      const folder = mkdtempSync(join(tmpdir(), 'tampered-'));
      const file = join(folder, 'shop.db');
      const live = openBooks({ path: shop.file, key: shop.key, create: false });
      live.file.pragma('wal_checkpoint(TRUNCATE)');
      live.close();
      copyFileSync(shop.file, file);
      const spoiled = await openShop({ file, key: shop.key, now: '2026-03-01T02:00:00.000Z' });
      tamper(spoiled, statements);
      expect((await distribution(spoiled, '2026-01')).ties).toBe(false);
      const refusal = await refusalOf(print(spoiled, 'distribution', '2026-01'));
      expect(refusal.code).toBe('report-does-not-tie');
      expect(refusal.reasons?.find(({ params }) => params?.['what'] === what)?.params).toMatchObject({ gap });
      await spoiled.close();
      rmSync(folder, { recursive: true });
    },
  );
});

describe('the receipts-issues-balance table', () => {
  it('scenario 16 as far as gifts and issues go: lot cost, opening, closing; unpriced lots in a row of their own', async () => {
    const shop = await openShop({ now: '2026-04-10T02:00:00.000Z' });
    await seedHouseholds(
      shop,
      Array.from({ length: 3 }, (_, at) => ({ number: String(at + 1) })),
    );
    const { vouchers } = await seedBatch(shop, {
      faceFen: 1_000_000,
      validFrom: '2026-04-01',
      validTo: '2026-12-31',
    });
    const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 5_000 });
    const clothes = await seedItem(shop, { code: 'YI', name: '旧衣', listPriceFen: null, unit: '件' });
    await seedGift(shop, { itemId: rice, quantity: 120, valueFen: 540_000, day: '2026-04-10' });
    await seedGift(shop, { itemId: clothes, quantity: 300, valueFen: null, day: '2026-04-10' });
    shop.setNow('2026-05-04T02:00:00.000Z');
    await seedGift(shop, { itemId: rice, quantity: 200, valueFen: 940_000, day: '2026-05-04' });
    const take = (at: number, lines: { itemId: number; quantity: number }[]) =>
      shop.call(
        'counter.redeem',
        { voucherIds: [vouchers[at]?.id ?? 0], entry: 'scanned', lines },
        { as: 'manager' },
      );
    await take(0, [
      { itemId: rice, quantity: 200 },
      { itemId: clothes, quantity: 5 },
    ]);
    await take(1, [{ itemId: rice, quantity: 63 }]);
    const may = await shop.call('reports.balance', { month: '2026-05' }, { as: 'manager' });
    expect(may.ties).toBe(true);
    expect(may.rows).toMatchObject([
      {
        name: '大米',
        priced: true,
        ties: true,
        opening: { quantity: 120, fen: 540_000 },
        inDonated: { quantity: 200, fen: 940_000 },
        // 120 bags at ¥45.00, then 143 at ¥47.00.
        outIssued: { quantity: 263, fen: 540_000 + 143 * 4_700 },
        closing: { quantity: 57, fen: 57 * 4_700 },
      },
      {
        name: '旧衣',
        priced: false,
        ties: true,
        opening: { quantity: 300, fen: null },
        outIssued: { quantity: 5, fen: null },
        closing: { quantity: 295, fen: null },
      },
    ]);
    const april = await shop.call('reports.balance', { month: '2026-04' }, { as: 'manager' });
    expect(april.rows).toMatchObject([
      { opening: { quantity: 0, fen: 0 }, closing: { quantity: 120, fen: 540_000 } },
      { closing: { quantity: 300, fen: null } },
    ]);
    await print(shop, 'balance', '2026-05');

    tamper(shop, [
      'DROP TRIGGER stock_posting_no_update',
      `UPDATE stock_posting SET quantity = quantity + 1 WHERE id = 1`,
    ]);
    const edited = await shop.call('reports.balance', { month: '2026-05' }, { as: 'manager' });
    expect(edited.rows.map(({ name, ties }) => [name, ties])).toEqual([
      ['大米', false],
      ['旧衣', true],
    ]);
    expect(await refusalOf(print(shop, 'balance', '2026-05'))).toMatchObject({
      code: 'report-does-not-tie',
      params: { what: 'lot-balance', where: '大米', expected: 1, found: 0, gap: -1 },
    });
    await shop.close();
  });

  it('a lot whose cost does not divide leaves ¥0.00 at 0 pieces', async () => {
    const shop = await openShop();
    await seedHouseholds(shop, [{ number: '1' }, { number: '2' }, { number: '3' }]);
    const { vouchers } = await seedBatch(shop);
    const item = await seedItem(shop, { code: 'A', name: '皂', listPriceFen: 100 });
    await seedGift(shop, { itemId: item, quantity: 3, valueFen: 1_000 });
    for (const { id } of vouchers)
      await shop.call(
        'counter.redeem',
        { voucherIds: [id], entry: 'scanned', lines: [{ itemId: item, quantity: 1 }] },
        { as: 'manager' },
      );
    expect((await shop.call('reports.balance', { month: '2026-05' }, { as: 'manager' })).rows).toMatchObject([
      { outIssued: { quantity: 3, fen: 1_000 }, closing: { quantity: 0, fen: 0 }, ties: true },
    ]);
    await shop.close();
  });
});
