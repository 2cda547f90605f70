// The whole main job once through the door: sheets in, vouchers out, one redeemed, papers and reports that agree with the sheets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../db/contract/index.ts';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { expectedOfSample, sampleSheet } from '../helpers/sample.ts';

const expected = expectedOfSample();
const as = { as: 'manager' } as const;

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('the main job', () => {
  it('takes in all goods', async () => {
    const { previewId } = await shop.call('goods.previewImport', { sheet: sampleSheet('goods.xlsx') }, as);
    expect(await shop.call('goods.confirmImport', { previewId }, as)).toEqual({ imported: expected.goods });
  });

  it('takes in all gifts with their cash and numbers without a gap', async () => {
    const { previewId } = await shop.call(
      'donations.previewImport',
      { sheet: sampleSheet('donations.xlsx') },
      as,
    );
    const { imported, cashFen, receiptNumbers } = await shop.call(
      'donations.confirmImport',
      { previewId },
      as,
    );
    expect({ rows: imported, cashFen }).toEqual(expected.donations);
    expect(receiptNumbers).toEqual(
      receiptNumbers.map((_, at) => `JZ2026-${String(at + 1).padStart(6, '0')}`),
    );
  });

  it('takes in the roster: the good rows and the one that is only warned of, and names every refused row', async () => {
    const preview = await shop.call('people.previewImport', { sheet: sampleSheet('roster.xlsx') }, as);
    expect(preview.refused.map(({ row }) => row)).toEqual(expected.refusedRows);
    expect(preview.warned.map(({ row }) => row)).toEqual(expected.warnedRows);
    await shop.call('people.confirmImport', { previewId: preview.previewId }, as);
    const { byCategory, people, households } = await shop.call('people.summary', {}, as);
    expect({ people, households, byCategory }).toEqual({
      people: expected.people,
      households: expected.households,
      byCategory: expected.byCategory,
    });
  });

  it('issues, redeems, prints and reports with figures that tie', async () => {
    const spec = {
      name: '2026元旦春节',
      festival: '元旦春节',
      faceFen: 10_000,
      categories: ['urban-minimum-living', 'rural-minimum-living'],
      validFrom: '2026-05-01',
      validTo: '2026-06-30',
      place: '城中区慈善超市',
    };
    const codes = (await shop.call('vouchers.previewBatch', { spec }, as)).byCategory.map(({ code }) => code);
    expect(codes.length).toBe(2);
    const preview = await shop.call('vouchers.previewBatch', { spec }, as);
    const batch = await shop.call(
      'vouchers.issueBatch',
      { spec, expectHouseholds: preview.households, approval },
      as,
    );
    expect(batch).toMatchObject({ issued: 496, faceFen: 4_960_000 });

    const {
      rows: [voucher],
    } = await shop.call('vouchers.list', { batchId: batch.batchId, limit: 1 }, as);
    const basket = await shop.call(
      'counter.scan',
      { code: voucher?.typedCode ?? '', entry: 'typed' },
      { as: 'volunteer' },
    );
    const goods = (await shop.call('goods.list', {}, as)).rows.filter(
      (item) => item.available > 0 && (item.listPriceFen ?? 0) > 0 && (item.listPriceFen ?? 0) < 3_000,
    );
    const lines = goods.slice(0, 2).map(({ id, unitScale }) => ({ itemId: id, quantity: unitScale }));
    const redeemed: Output<'counter.redeem'> = await shop.call(
      'counter.redeem',
      { voucherIds: basket.vouchers.map(({ voucherId }) => voucherId), entry: 'typed', lines },
      { as: 'volunteer' },
    );
    expect(redeemed.beforeFen).toBe(redeemed.usedFen + redeemed.lapsedFen + redeemed.afterFen);

    const report = await shop.call('reports.distribution', { month: '2026-05' }, as);
    expect(report.ties).toBe(true);
    expect(report.total.month).toMatchObject({
      issued: 496,
      redeemed: 1,
      redeemedFen: 10_000,
      goodsFen: redeemed.usedFen,
      outstanding: 495,
    });
    expect((await shop.call('reports.balance', { month: '2026-05' }, as)).ties).toBe(true);

    const papers = [
      await shop.call('donations.printReceipt', { donationId: 1 }, as),
      await shop.call('vouchers.printSheet', { batchId: batch.batchId }, as),
      await shop.call('vouchers.signOffList', { batchId: batch.batchId }, as),
      await shop.call('counter.printSlip', { redemptionId: redeemed.redemptionId }, { as: 'volunteer' }),
      await shop.call('reports.print', { report: 'distribution', month: '2026-05', format: 'pdf' }, as),
      await shop.call('reports.print', { report: 'balance', month: '2026-05', format: 'xlsx' }, as),
    ];
    expect(papers.map(({ pages }) => pages)).toEqual([
      3,
      62,
      expect.any(Number),
      1,
      expect.any(Number),
      expect.any(Number),
    ]);
    for (const { bytes, mime } of papers) {
      expect(Buffer.from(bytes).subarray(0, 4).toString('latin1')).toBe(
        mime === 'application/pdf' ? '%PDF' : 'PK\u0003\u0004',
      );
    }
  });
});
