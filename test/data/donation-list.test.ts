// Gifts as the screens see them: listed with totals, read, their receipts printed and counted.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

type Form = Input<'donations.record'>;
const as = 'manager' as const;
let shop: OpenShop;
let rice: number;
beforeEach(async () => {
  shop = await openShop();
  rice = await seedItem(shop, { code: 'R1', name: '散装大米', listPriceFen: 450, unit: '公斤' });
});
afterEach(() => shop.close());

const line = (changes: Partial<Form['lines'][number]> = {}): Form['lines'][number] => ({
  itemId: rice,
  quantity: 25_000,
  valueFen: 11_250,
  basis: 'evidence',
  basisNote: '发票',
  productionDay: null,
  expiryDay: null,
  ...changes,
});
const form = (changes: Partial<Form> = {}): Form => ({
  day: '2026-05-04',
  donor: { name: '柳州市某某粮油公司', kind: 'company' },
  anonymous: false,
  inspectors: ['韦验收', '覃验收'],
  cash: null,
  lines: [line()],
  ...changes,
});
const record = (changes: Partial<Form> = {}, commandId = randomUUID()) =>
  shop.call('donations.record', form(changes), { as, commandId });

describe('donations.list', () => {
  beforeEach(async () => {
    await record({ cash: { fen: 20_000, way: 'cash' } });
    await record({
      day: '2026-04-30',
      lines: [line({ valueFen: null, basis: 'unpriced' })],
      donor: { name: '第一中学', kind: 'school' },
    });
    await record({
      day: '2026-04-02',
      anonymous: true,
      donor: { name: '韦秀兰', kind: 'person' },
      purpose: '给孤儿买书',
    });
  });
  const list = (input: Input<'donations.list'>) => shop.call('donations.list', input, { as: 'bureau' });
  const found = async (input: Input<'donations.list'>) =>
    (await list(input)).rows.map(({ receiptNumber }) => receiptNumber.slice(-1));

  it('shows the latest first, with totals that say what they leave out', async () => {
    const { rows, ...totals } = await list({});
    expect(
      rows.map(({ day, donorName, goodsLines, goodsFen, unpricedLines, cashFen }) => [
        day,
        donorName,
        goodsLines,
        goodsFen,
        unpricedLines,
        cashFen,
      ]),
    ).toEqual([
      ['2026-05-04', '柳州市某某粮油公司', 1, 11_250, 0, 20_000],
      ['2026-04-30', '第一中学', 1, null, 1, null],
      ['2026-04-02', '匿名', 1, 11_250, 0, null],
    ]);
    expect(totals).toEqual({ total: 3, cashFen: 20_000, goodsFen: 22_500, unpricedLines: 1 });
  });

  it('totals what is filtered, not what is on the page', async () => {
    expect(await list({ month: '2026-04', limit: 1 })).toMatchObject({
      total: 2,
      cashFen: 0,
      goodsFen: 11_250,
      unpricedLines: 1,
    });
    expect(await list({ month: '2026-01' })).toEqual({
      total: 0,
      rows: [],
      cashFen: 0,
      goodsFen: 0,
      unpricedLines: 0,
    });
    expect((await refusalOf(list({ month: '2026-13' }))).code).toBe('input-invalid');
  });

  it('finds by donor, spelling, number and purpose, but never who wants to stay unnamed', async () => {
    expect(await found({ search: '中学' })).toEqual(['2']);
    expect(await found({ search: 'dyzx' })).toEqual(['2']);
    expect(await found({ search: 'jz2026-000001' })).toEqual(['1']);
    expect(await found({ search: '买书' })).toEqual(['3']);
    expect(await found({ search: '韦秀兰' })).toEqual([]);
    expect(await found({ search: 'wxl' })).toEqual([]);
  });

  it('names the unnamed nowhere else either', async () => {
    const gift = await shop.call('donations.read', { donationId: 3 }, { as });
    const { rows: lots } = await shop.call('stock.lots', { itemId: rice }, { as });
    expect([gift.donorName, gift.donorKind]).toEqual(['匿名', 'anonymous']);
    expect(JSON.stringify([gift, lots])).not.toContain('韦秀兰');
  });

  it('is not for volunteers', async () => {
    expect((await refusalOf(shop.call('donations.list', {}, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
  });
});

describe('donations.read and the receipt', () => {
  it('reads back what was recorded', async () => {
    const { donationId } = await record({
      cash: { fen: 100, way: 'cash' },
      checker: '李验收',
      campaign: '捐助月',
      purpose: '助学',
    });
    const { lines, ...gift } = await shop.call('donations.read', { donationId }, { as });
    expect(gift).toEqual({
      id: donationId,
      receiptNumber: 'JZ2026-000001',
      state: 'valid',
      day: '2026-05-04',
      lateForDay: null,
      donorName: '柳州市某某粮油公司',
      anonymous: false,
      cashFen: 100,
      goodsLines: 1,
      goodsFen: 11_250,
      unpricedLines: 0,
      purpose: '助学',
      redEntry: false,
      donorKind: 'company',
      channel: '',
      campaign: '捐助月',
      cashWay: 'cash',
      recordedBy: '韦店长',
      recordedAt: '2026-05-04T02:12:00.000Z',
      checker: '李验收',
      prints: 0,
      donorId: 1,
      designation: { category: null, place: null, batchId: null },
      stockClass: 'donated',
      placeId: 1,
      inspectors: ['韦验收', '覃验收'],
      ended: null,
      replaces: null,
      replacedBy: null,
      official: null,
      uses: [],
      refused: [],
      photos: [],
    });
    expect(lines).toEqual([
      {
        itemId: rice,
        lots: [{ lotId: 1, tag: tagCode('lot', 1), onHand: 25_000 }],
        itemName: '散装大米',
        spec: '',
        unit: '公斤',
        unitScale: 1000,
        quantity: 25_000,
        evidenceFen: 11_250,
        valueFen: 11_250,
        basis: 'evidence',
        basisNote: '发票',
        productionDay: null,
        expiryDay: null,
        acceptanceReason: '',
        grade: null,
        disinfectedDay: null,
        pieces: false,
      },
    ]);
  });

  it('counts its prints; asked again with the same id it is the same print', async () => {
    const { donationId } = await record();
    const commandId = randomUUID();
    const print = (id = randomUUID()) =>
      shop.call('donations.printReceipt', { donationId }, { as, commandId: id });
    const paper = await print(commandId);
    expect([paper.kind, paper.mime, paper.fileName]).toEqual([
      'donation-receipt',
      'application/pdf',
      '捐赠接收凭证-JZ2026-000001.pdf',
    ]);
    await print(commandId);
    expect((await shop.call('donations.read', { donationId }, { as })).prints).toBe(1);
    await print();
    expect((await shop.call('donations.read', { donationId }, { as })).prints).toBe(2);
    expect(
      rowsOf(
        shop,
        `SELECT json_extract(detail, '$.reprint') AS n, result FROM audit WHERE act = 'donations.printReceipt' ORDER BY seq`,
      ),
    ).toEqual([
      { n: 0, result: 'done' },
      // The same command sent again: the same paper once more, and the log says that it was made.
      { n: 0, result: 'again' },
      { n: 1, result: 'done' },
    ]);
  });

  it('refuses what is not there', async () => {
    expect((await refusalOf(shop.call('donations.read', { donationId: 9 }, { as }))).code).toBe('not-found');
    expect((await refusalOf(shop.call('donations.printReceipt', { donationId: 9 }, { as }))).code).toBe(
      'not-found',
    );
  });
});
