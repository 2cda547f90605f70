// The demo as a test: the whole main job in the real window, its figures against the truth beside the sheets, its papers read back.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Prepared } from '../../scripts/lib/prepare.mjs';
import { pageTexts } from '../documents/reading.ts';
import { runDemo, type DemoSummary } from '../helpers/demo.ts';
import { codesOnPage } from '../helpers/read-codes.ts';
import { expectedOfSample, sampleFolder } from '../helpers/sample.ts';

let out = '';
let summary: DemoSummary;
let complaints: readonly string[] = [];
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'demo-'));
  const prepared: Prepared = { ...inject('prepared'), stop: () => Promise.resolve() };
  ({ summary, complaints } = await runDemo(prepared, { out, data: sampleFolder, say: () => undefined }));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the main job in the window', () => {
  it('reaches the figures of the sample, the warned row included', () => {
    const expected = expectedOfSample();
    expect({ rows: summary.donations.imported, cashFen: summary.donations.cashFen }).toEqual(
      expected.donations,
    );
    expect(summary.goods.imported).toBe(expected.goods);
    expect(summary.people).toMatchObject({
      imported: expected.people,
      households: expected.households,
      byCategory: expected.byCategory,
    });
    expect(summary.people.refused.map(({ row }) => row)).toEqual(expected.refusedRows);
    expect(summary.people.warned.map(({ row }) => row)).toEqual(expected.warnedRows);
  });

  it('issues a voucher to every household, a package to one community, and serves the first page of the sheet', () => {
    const everybody = summary.vouchers.batches.at(-1);
    const packages = summary.vouchers.batches[0];
    expect(everybody).toMatchObject({ issued: summary.people.households, faceFen: 10_000 });
    expect(summary.vouchers.issued).toBe((everybody?.issued ?? 0) + (packages?.issued ?? 0));
    expect(summary.redemptions).toMatchObject({ count: 8, faceFen: 80_000 + (packages?.faceFen ?? 0) });
    expect(summary.redemptions.goodsFen).toBeGreaterThan(0);
  });

  it('shows what else happens in a month: a lost paper, a limit, cash, a delivery, goods for points', () => {
    expect(summary.report.apart).toMatchObject({
      ...{ replaced: 1, overrides: 1, topUpTimes: 1, deliveries: 1 },
      exchanges: { times: 1, points: 6 },
      single: { batches: 0 },
    });
    const paper = (file: string) => pageTexts(readFileSync(join(out, file))).join('');
    for (const file of [summary.files.shiftSheet, summary.files.daySheet])
      expect(paper(file)).toContain('账册校验码');
    expect(paper(summary.files.reportPdf)).toContain('志愿者积分兑换');
    expect(paper(summary.files.deliveryNote)).toContain('李师傅');
  });

  it('reports figures that tie, row by row', () => {
    expect([summary.report.ties, summary.report.stockTies]).toEqual([true, true]);
    const rows = summary.report.rows;
    const total = rows.at(-1);
    for (const figure of [
      'issued',
      'issuedFen',
      'redeemed',
      'redeemedFen',
      'goodsFen',
      'void',
      'expired',
      'outstanding',
    ] as const) {
      expect(
        rows.slice(0, -1).reduce((sum, row) => sum + row[figure], 0),
        figure,
      ).toBe(total?.[figure]);
    }
    for (const row of rows) expect(row.issued).toBe(row.redeemed + row.void + row.expired + row.outstanding);
  });

  it('leaves every paper and a picture of every screen', () => {
    const { screenshots, ...papers } = summary.files;
    for (const file of [...Object.values(papers), ...screenshots])
      expect(statSync(join(out, file)).size, file).toBeGreaterThan(1_000);
    expect(screenshots.length).toBeGreaterThan(30);
    const receipt = pageTexts(readFileSync(join(out, summary.files.receipt)));
    expect(receipt).toHaveLength(3);
    for (const page of receipt)
      expect(page).toContain(
        '本凭证为内部捐赠接收凭证,非财政部门统一监(印)制的公益事业捐赠票据,不作为税前扣除凭证。',
      );
  });

  it('prints codes that an independent decoder reads, each once, with nothing personal in them', async () => {
    const households = summary.people.households;
    const last = Math.ceil(households / 8);
    // Drawing and reading all 77 pages takes minutes; the first, the last and some between stand for them.
    const pages = [1, 2, Math.ceil(last / 2), last];
    const codes: string[] = [];
    for (const page of pages) codes.push(...(await codesOnPage(join(out, summary.files.voucherSheet), page)));
    expect(new Set(codes).size).toBe(8 * (pages.length - 1) + (households % 8 || 8));
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{80,140}$/);
  });

  it('makes the page complain about nothing', () => {
    expect(complaints).toEqual([]);
  });
});
