// Gifts recorded at the form: what is written, and every refusal.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

type Form = Input<'donations.record'>;
const as = 'manager' as const;
let shop: OpenShop;
let rice: number;
let milk: number;
beforeEach(async () => {
  shop = await openShop();
  rice = await seedItem(shop, { code: 'R1', name: '散装大米', listPriceFen: 450, unit: '公斤' });
  milk = await seedItem(shop, { code: 'M1', name: '牛奶', listPriceFen: 300, keepsDate: true });
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
/** Milk at its list price. */
const cartons = () => ({ itemId: milk, quantity: 10, valueFen: 3_000 });
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
const codes = async (changes: Partial<Form>): Promise<readonly string[]> =>
  (await refusalOf(record(changes))).reasons?.map(({ code }) => code) ?? [];

describe('donations.record', () => {
  it('makes a donation, a lot with its posting, the cash in the book of gifts, and one number', async () => {
    const { receiptNumber } = await record({ cash: { fen: 31_800, way: 'transfer' } });
    expect(receiptNumber).toBe('JZ2026-000001');
    expect(
      rowsOf(shop, 'SELECT kind, quantity, value_fen, business_day, document FROM stock_posting'),
    ).toEqual([
      {
        kind: 'donated',
        quantity: 25_000,
        value_fen: 11_250,
        business_day: '2026-05-04',
        document: 'donation',
      },
    ]);
    expect(
      rowsOf(
        shop,
        `SELECT stock_class, received, received_day, place_id, on_hand, on_hand_fen FROM lot JOIN lot_stock ON lot_id = lot.id`,
      ),
    ).toEqual([
      {
        stock_class: 'donated',
        received: 25_000,
        received_day: '2026-05-04',
        place_id: 1,
        on_hand: 25_000,
        on_hand_fen: 11_250,
      },
    ]);
    expect(rowsOf(shop, 'SELECT book, source, amount_fen FROM cash_posting')).toEqual([
      { book: 'aid', source: 'donated', amount_fen: 31_800 },
    ]);
  });

  it('gives continuous numbers; a refused form takes none, a retry takes none', async () => {
    const commandId = randomUUID();
    const first = await record({}, commandId);
    expect(await record({}, commandId)).toEqual(first);
    await codes({ lines: [], cash: null });
    expect((await record()).receiptNumber).toBe('JZ2026-000002');
    expect(rowCounts(shop)).toMatchObject({ donation: 2, lot: 2 });
  });

  it('keeps the unknown value unknown', async () => {
    await record({ lines: [line({ valueFen: null, basis: 'unpriced', basisNote: '' })] });
    expect(rowsOf(shop, 'SELECT value_fen, on_hand_fen FROM lot JOIN lot_stock ON lot_id = lot.id')).toEqual([
      { value_fen: null, on_hand_fen: null },
    ]);
    expect(rowsOf(shop, 'SELECT value_fen FROM stock_posting')).toEqual([{ value_fen: null }]);
  });

  it('books a back-dated gift on its day (ruling 22), with the number of the day of writing', async () => {
    const { receiptNumber } = await record({ day: '2025-12-30', cash: { fen: 100, way: 'cash' } });
    expect([
      receiptNumber,
      rowsOf(shop, 'SELECT business_day FROM stock_posting UNION SELECT business_day FROM cash_posting'),
    ]).toEqual(['JZ2026-000001', [{ business_day: '2025-12-30' }]]);
  });

  it('knows a donor again by name and kind, and adds a telephone given later', async () => {
    await record();
    await record({ donor: { name: ' 柳州市某某粮油公司', kind: 'company', phone: '13800001234' } });
    await record({ donor: { name: '柳州市某某粮油公司', kind: 'organisation' } });
    expect(rowsOf(shop, 'SELECT kind, phone FROM donor ORDER BY id')).toEqual([
      { kind: 'company', phone: '13800001234' },
      { kind: 'organisation', phone: '' },
    ]);
  });

  it('restricts every lot of a designated gift', async () => {
    await record({ designation: { category: 'disaster-hit' }, purpose: '给受灾家庭' });
    expect(rowsOf(shop, 'SELECT designated_category FROM lot')).toEqual([
      { designated_category: 'disaster-hit' },
    ]);
  });

  it('records who does not want to be named, and who is not known at all', async () => {
    await record({ anonymous: true });
    await record({ anonymous: true, donor: { name: '', kind: 'person' } });
    await record({ donor: { name: '某人', kind: 'anonymous' } });
    expect(
      rowsOf(
        shop,
        'SELECT donor.name, anonymous FROM donation JOIN donor ON donor.id = donor_id ORDER BY donation.id',
      ),
    ).toEqual([
      { name: '柳州市某某粮油公司', anonymous: 1 },
      { name: '匿名', anonymous: 1 },
      { name: '匿名', anonymous: 1 },
    ]);
  });

  it('stores hostile donor names as typed (ruling 16)', async () => {
    for (const name of ['=HYPERLINK("x")', "'; DROP TABLE donor; --", '@韦']) {
      await record({ donor: { name, kind: 'organisation' } });
      expect((await shop.call('donations.list', { limit: 1 }, { as })).rows[0]?.donorName).toBe(name);
    }
  });

  it.each<[string, Partial<Form>]>([
    ['donation-empty', { lines: [] }],
    ['donation-day-in-future', { day: '2026-05-05' }],
    ['donor-missing', { donor: { name: '  ', kind: 'company' } }],
    ['name-bidi', { donor: { name: '张\u202E三', kind: 'person' } }],
    ['name-control-character', { donor: { name: '某\u0007公司', kind: 'company' } }],
    ['name-too-long', { donor: { name: '韦'.repeat(51), kind: 'person' } }],
    ['name-too-long', { donor: { name: '司'.repeat(101), kind: 'company' } }],
    ['name-ill-formed', { donor: { name: '韦\uE000', kind: 'school' } }],
  ])('refuses %s', async (code, changes) => {
    const before = rowCounts(shop);
    expect(await codes(changes)).toEqual([code]);
    expect(rowCounts(shop)).toEqual(before);
  });

  it('refuses lines, naming each with its fault', async () => {
    const refusal = await refusalOf(
      record({
        lines: [
          line({ itemId: 99 }),
          line({ basis: 'unpriced' }),
          line({ valueFen: null }),
          line(cartons()),
          line({ ...cartons(), productionDay: '2026-05-02', expiryDay: '2026-05-01' }),
          line(),
        ],
      }),
    );
    expect(refusal.reasons?.map(({ row, code, field }) => [row, code, field])).toEqual([
      [1, 'item-unknown', 'lines.0.itemId'],
      [2, 'value-without-basis', 'lines.1.basis'],
      [3, 'amount-not-positive', 'lines.2.valueFen'],
      [4, 'expiry-missing', 'lines.3.expiryDay'],
      [5, 'expiry-before-production', 'lines.4.expiryDay'],
    ]);
    expect(rowCounts(shop)).toMatchObject({ donation: 0, lot: 0 });
  });

  it('refuses goods made after today', async () => {
    const made = { ...cartons(), productionDay: '2026-05-05', expiryDay: '2026-12-31' };
    expect((await refusalOf(record({ lines: [line(made)] }))).reasons).toEqual([
      {
        code: 'row-day-in-future',
        field: 'lines.0.productionDay',
        params: { found: '2026-05-05' },
        row: 1,
      },
    ]);
    await record({ lines: [line({ ...made, productionDay: '2026-05-04' })] });
  });

  it('refuses absurd amounts, quantities and days at the door', async () => {
    const wrong: readonly Partial<Form>[] = [
      { lines: [line({ quantity: 0 })] },
      { lines: [line({ quantity: -1 })] },
      { lines: [line({ quantity: 1.5 })] },
      { lines: [line({ quantity: 2e9 })] },
      { lines: [line({ valueFen: 0 })] },
      { lines: [line({ valueFen: 1e12 })] },
      { cash: { fen: 0, way: 'cash' } },
      { day: '2026-02-30' },
      { day: '0000-00-00' },
    ];
    for (const changes of wrong) expect((await refusalOf(record(changes))).code).toBe('input-invalid');
  });

  it('is for managers only', async () => {
    for (const who of ['volunteer', 'bureau'] as const) {
      expect((await refusalOf(shop.call('donations.record', form(), { as: who }))).code).toBe(
        'not-permitted',
      );
    }
  });
});
