// Issue, papers, lists and void of goods vouchers (domain.md §0.1, rulings.md 5, 7, 8).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { batchSpec, seedBatch, seedGift, seedHouseholds, seedItem, vouchersOf } from '../helpers/seed.ts';

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [
    { number: '1', members: 3, community: '南亚社区' },
    { number: '2', members: 2, community: '桂中社区', review: '2026-05-03' },
    { number: '3', category: '孤儿' },
    { number: '4', start: '2026-05-05' },
    { number: '5', category: '优抚对象', members: 2 },
    { number: '6' },
  ]);
  const { rows } = await shop.call('people.list', { limit: 500 }, { as: 'manager' });
  const sixth = rows.find(({ number }) => number === '6');
  await shop.call(
    'eligibility.end',
    { householdId: sixth?.id ?? 0, day: '2026-05-04', reason: '应退' },
    { as: 'manager' },
  );
});
afterAll(() => shop.close());

describe('the preview', () => {
  it('counts who receives one, who is left out and why, and masks names', async () => {
    const spec = batchSpec({ categories: ['urban-minimum-living', 'orphan'] });
    const preview = await shop.call('vouchers.previewBatch', { spec }, { as: 'manager' });
    expect(preview).toMatchObject({
      households: 3,
      vouchers: 3,
      people: 6,
      faceFen: 30_000,
      reviewOverdue: 1,
    });
    expect(preview.byCategory).toEqual([
      {
        ...{ code: 'urban-minimum-living', category: '城市低保', households: 2, people: 5 },
        ...{ vouchers: 2, faceFen: 20_000, facePoints: 0 },
      },
      {
        ...{ code: 'orphan', category: '孤儿', households: 1, people: 1 },
        ...{ vouchers: 1, faceFen: 10_000, facePoints: 0 },
      },
    ]);
    expect([...preview.leftOut].sort((a, b) => (a.why < b.why ? -1 : 1))).toEqual([
      { why: 'category', households: 1 },
      { why: 'ended', households: 1 },
      { why: 'not-yet', households: 1 },
    ]);
    expect(preview.first.every(({ headName }) => headName.includes('*'))).toBe(true);
  });

  it('leaves overdue reviews out where the shop says they block', async () => {
    const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, { as: 'manager' });
    const change = (overdueReviewBlocks: boolean) =>
      shop.call(
        'shop.change',
        { name, districtName, reportPhone, settings: { ...settings, overdueReviewBlocks } },
        { as: 'manager' },
      );
    await change(true);
    const preview = await shop.call('vouchers.previewBatch', { spec: batchSpec() }, { as: 'manager' });
    await change(false);
    expect(preview).toMatchObject({ households: 1, reviewOverdue: 0 });
    expect(preview.leftOut).toContainEqual({ why: 'review-overdue', households: 1 });
  });

  it.each([
    [
      'batch-validity-reversed',
      { validFrom: '2026-06-01', validTo: '2026-05-31' },
      { validFromDay: '2026-06-01', validToDay: '2026-05-31' },
    ],
    ['batch-over', { validFrom: '2026-04-01', validTo: '2026-05-03' }, { validToDay: '2026-05-03' }],
    ['batch-category-none', { categories: ['minimum-living'] }, { category: 'minimum-living' }],
    ['batch-nobody', { categories: ['disaster-hit'] }, undefined],
    ['input-invalid', { validTo: '2026-06-31' }, undefined],
  ] as const)('refuses a batch: %s', async (code, changes, params) => {
    const refusal = await refusalOf(
      shop.call(
        'vouchers.previewBatch',
        {
          spec: batchSpec({
            ...changes,
            ...('categories' in changes ? { categories: [...changes.categories] } : {}),
          } as never),
        },
        { as: 'manager' },
      ),
    );
    expect(refusal).toMatchObject({ code, ...(params && { params }) });
  });

  it('names everything that is wrong at once', async () => {
    const spec = batchSpec({ validFrom: '2026-04-02', validTo: '2026-04-01', categories: ['x', 'y'] });
    const { reasons } = await refusalOf(shop.call('vouchers.previewBatch', { spec }, { as: 'manager' }));
    expect(reasons?.map(({ code }) => code)).toEqual([
      'batch-validity-reversed',
      'batch-over',
      'batch-category-none',
      'batch-category-none',
    ]);
  });
});

describe('the issue', () => {
  it('refuses when the households are no longer those of the preview, and writes nothing', async () => {
    const issue = shop.call(
      'vouchers.issueBatch',
      { spec: batchSpec(), expectHouseholds: 3, approval },
      { as: 'manager' },
    );
    expect(await refusalOf(issue)).toMatchObject({
      code: 'batch-changed-since-preview',
      params: { expected: 3, found: 2 },
    });
    expect(await shop.call('vouchers.batches', {}, { as: 'manager' })).toEqual([]);
  });

  it('gives every household one voucher with number, code and face value', async () => {
    const seen: number[] = [];
    const issued = await shop.call(
      'vouchers.issueBatch',
      { spec: batchSpec(), expectHouseholds: 2, approval },
      { as: 'manager', onProgress: (done) => seen.push(done) },
    );
    expect(issued).toMatchObject({ issued: 2, faceFen: 20_000 });
    expect(seen).toEqual([2]);
    const vouchers = await vouchersOf(shop, issued.batchId);
    expect(
      vouchers.map(({ serial, state, balanceFen, community }) => [serial, state, balanceFen, community]),
    ).toEqual([
      ['LQ2026-000001', 'issued', 10_000, '南亚社区'],
      ['LQ2026-000002', 'issued', 10_000, '桂中社区'],
    ]);
    expect(new Set(vouchers.map(({ typedCode }) => typedCode)).size).toBe(2);
    for (const { typedCode, headName } of vouchers) {
      expect(typedCode).toMatch(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/);
      expect(headName).toContain('*');
    }
    expect(await shop.call('vouchers.batches', {}, { as: 'manager' })).toMatchObject([
      {
        name: '2026年五一慰问',
        issued: 2,
        redeemed: 0,
        void: 0,
        expired: 0,
        outstanding: 2,
        faceFen: 10_000,
      },
    ]);
  });

  it('does not show a volunteer a code that could be spent', async () => {
    const { rows } = await shop.call('vouchers.list', { batchId: null }, { as: 'volunteer' });
    for (const { typedCode } of rows) expect(typedCode).toMatch(/^···· ···· [2-9A-HJ-NP-Z]{4}$/);
  });

  it('answers a repeated command with the first answer and issues once', async () => {
    const input = { spec: batchSpec({ name: '重复' }), expectHouseholds: 2, again: true, approval };
    const first = await shop.call('vouchers.issueBatch', input, { as: 'manager', commandId: 'issue-1' });
    const second = await shop.call('vouchers.issueBatch', input, { as: 'manager', commandId: 'issue-1' });
    expect(second).toEqual(first);
    const other = shop.call(
      'vouchers.issueBatch',
      { ...input, expectHouseholds: 1 },
      { as: 'manager', commandId: 'issue-1' },
    );
    expect(await refusalOf(other)).toMatchObject({ code: 'command-id-reused' });
    expect(
      (await shop.call('vouchers.batches', {}, { as: 'manager' })).filter(({ name }) => name === '重复'),
    ).toHaveLength(1);
  });

  it('is not for volunteers', async () => {
    const issue = shop.call(
      'vouchers.issueBatch',
      { spec: batchSpec(), expectHouseholds: 2 },
      { as: 'volunteer' },
    );
    expect(await refusalOf(issue)).toMatchObject({ code: 'not-permitted' });
  });
});

describe('papers and lists', () => {
  it('prints the sheet and the list to sign, and logs the list with full numbers', async () => {
    const { batchId } = await seedBatch(shop, { name: '打印' });
    const sheet = await shop.call('vouchers.printSheet', { batchId }, { as: 'manager' });
    expect(Buffer.from(sheet.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const list = await shop.call('vouchers.signOffList', { batchId, format: 'xlsx' }, { as: 'bureau' });
    expect(list.bytes.length).toBeGreaterThan(1_000);
    const file = openReadOnly(shop.file, shop.key);
    const rows = file
      .prepare(
        `SELECT act, detail FROM audit WHERE object = ? AND act IN ('vouchers.printSheet', 'vouchers.signOffList') ORDER BY seq`,
      )
      .all(`batch:${batchId}`);
    file.close();
    expect(rows).toEqual([
      { act: 'vouchers.printSheet', detail: '{"vouchers":2,"layout":"a4-8","reprint":0}' },
      {
        act: 'vouchers.signOffList',
        detail: '{"vouchers":2,"fullNumbers":true,"format":"xlsx","reprint":0}',
      },
    ]);
  });

  it('refuses papers of a batch that is not there, and full numbers to volunteers', async () => {
    expect(
      await refusalOf(shop.call('vouchers.printSheet', { batchId: 999 }, { as: 'manager' })),
    ).toMatchObject({ code: 'not-found' });
    expect(
      await refusalOf(shop.call('vouchers.signOffList', { batchId: 999 }, { as: 'manager' })),
    ).toMatchObject({ code: 'not-found' });
    expect(
      await refusalOf(shop.call('vouchers.signOffList', { batchId: 1 }, { as: 'volunteer' })),
    ).toMatchObject({ code: 'not-permitted' });
  });

  it('finds vouchers by number and by state, and takes % as a sign like any other', async () => {
    const list = (search: string) => shop.call('vouchers.list', { batchId: null, search }, { as: 'manager' });
    expect((await list('lq2026-000001')).rows.map(({ serial }) => serial)).toEqual(['LQ2026-000001']);
    expect((await list('%')).total).toBe(0);
    const [listed] = (await list('lq2026-000001')).rows;
    expect((await list('wei')).rows.map(({ id }) => id)).toContain(listed?.id);
    expect((await list('没有这个人')).total).toBe(0);
    expect(
      (await shop.call('vouchers.list', { batchId: null, state: 'used' }, { as: 'manager' })).total,
    ).toBe(0);
  });
});

describe('void', () => {
  it('takes an unused voucher out with its reason, once', async () => {
    const { batchId, vouchers } = await seedBatch(shop, { name: '作废' });
    const voucherId = vouchers[0]?.id ?? 0;
    await shop.call('vouchers.void', { voucherId, reason: '印刷错误' }, { as: 'manager' });
    expect(await vouchersOf(shop, batchId)).toMatchObject([
      { state: 'void', balanceFen: 0 },
      { state: 'issued', balanceFen: 10_000 },
    ]);
    const again = shop.call('vouchers.void', { voucherId, reason: '再来' }, { as: 'manager' });
    expect(await refusalOf(again)).toMatchObject({
      code: 'voucher-not-voidable',
      params: { serial: vouchers[0]?.serial, state: 'void' },
    });
    const file = openReadOnly(shop.file, shop.key);
    const postings = file
      .prepare(
        'SELECT kind, pieces, amount_fen, reason FROM voucher_posting WHERE voucher_id = ? ORDER BY id',
      )
      .all(voucherId);
    file.close();
    expect(postings).toEqual([
      { kind: 'issued', pieces: 1, amount_fen: 10_000, reason: '' },
      { kind: 'void', pieces: -1, amount_fen: -10_000, reason: '印刷错误' },
    ]);
  });

  it('refuses a redeemed voucher, an unknown one, a missing reason and a volunteer', async () => {
    const { vouchers } = await seedBatch(shop, { name: '已用' });
    const itemId = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
    await seedGift(shop, { itemId, quantity: 5 });
    const voucherId = vouchers[0]?.id ?? 0;
    await shop.call(
      'counter.redeem',
      { voucherIds: [voucherId], entry: 'typed', lines: [{ itemId, quantity: 1 }] },
      { as: 'manager' },
    );
    const refused = (id: number, reason: string, as: 'manager' | 'volunteer' = 'manager') =>
      refusalOf(shop.call('vouchers.void', { voucherId: id, reason }, { as }));
    expect(await refused(voucherId, '错')).toMatchObject({
      code: 'voucher-not-voidable',
      params: { state: 'used' },
    });
    expect(await refused(99_999, '错')).toMatchObject({ code: 'not-found' });
    expect(await refused(vouchers[1]?.id ?? 0, ' ')).toMatchObject({ code: 'input-invalid' });
    expect(await refused(vouchers[1]?.id ?? 0, '错', 'volunteer')).toMatchObject({ code: 'not-permitted' });
  });
});

it('就高 gives one voucher a household; without it each category it holds receives its own', async () => {
  const many = await openShop();
  await seedHouseholds(many, [
    { number: '1', category: '城市低保', members: 2, others: ['重度残疾人'] },
    { number: '2', category: '城市低保' },
  ]);
  const preview = (highestOnly: boolean) =>
    many.call(
      'vouchers.previewBatch',
      {
        spec: batchSpec({ categories: ['urban-minimum-living', 'severely-disabled'], highestOnly }),
      },
      { as: 'manager' },
    );
  expect(await preview(true)).toMatchObject({ households: 2, vouchers: 2, faceFen: 20_000 });
  expect(await preview(false)).toMatchObject({ households: 2, vouchers: 3, faceFen: 30_000 });
  const { vouchers } = await seedBatch(many, {
    categories: ['urban-minimum-living', 'severely-disabled'],
    highestOnly: false,
  });
  expect(vouchers.map(({ category }) => category).sort()).toEqual(['城市低保', '城市低保', '重度残疾人']);
  await many.close();
});
