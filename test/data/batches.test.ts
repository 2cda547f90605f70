// Batches: what nonsense is refused, who receives by basis, class and community, the same list twice, maker and checker.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import {
  approveBatch,
  batchSpec,
  prepareBatch,
  seedBatch,
  seedHouseholds,
  seedItem,
  vouchersOf,
  type Spec,
} from '../helpers/seed.ts';

let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
let packageId = 0;
const as = { as: 'manager' } as const;
const preview = (changes: Partial<Spec>) =>
  shop.call('vouchers.previewBatch', { spec: batchSpec(changes) }, as);

beforeAll(async () => {
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    { number: '1', members: 1, community: '甲社区' },
    { number: '2', members: 3, community: '甲社区', others: ['重度残疾人'] },
    { number: '3', members: 5, community: '乙社区' },
    { number: '4', members: 2, community: '乙社区', category: '农村低保' },
  ]);
  const itemId = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
  ({ packageId } = await shop.call('packages.make', { name: '米', lines: [{ itemId, quantity: 1 }] }, as));
});
afterAll(() => shop.close());

describe('what a batch says', () => {
  const sizes = [
    { members: 1, face: 5_000 },
    { members: 3, face: 8_000 },
  ];
  it.each([
    ['batch-face-missing', { faceFen: 0 }],
    ['batch-face-missing', { kind: 'points', faceFen: 0 }],
    ['batch-kind-mixed', { facePoints: 5 }],
    ['batch-kind-mixed', { kind: 'points', facePoints: 5 }],
    ['batch-kind-mixed', { sizeFaces: sizes }],
    ['batch-kind-mixed', { basis: 'size', sizeFaces: sizes }],
    ['batch-package-missing', { kind: 'package', faceFen: 0 }],
    ['batch-package-missing', { kind: 'package', faceFen: 0, packageId: 999 }],
    ['batch-sizes-missing', { basis: 'size', faceFen: 0 }],
    ['batch-sizes-from-one', { basis: 'size', faceFen: 0, sizeFaces: [{ members: 2, face: 1 }] }],
    [
      'batch-sizes-not-rising',
      { basis: 'size', faceFen: 0, sizeFaces: [...sizes, { members: 4, face: 7_999 }] },
    ],
    [
      'batch-sizes-not-rising',
      { basis: 'size', faceFen: 0, sizeFaces: [...sizes, { members: 3, face: 9_000 }] },
    ],
    ['batch-size-one-each', { basis: 'size', faceFen: 0, sizeFaces: sizes, highestOnly: false }],
    ['batch-community-none', { communities: ['甲社区', '丙社区'] }],
  ] as const)('is refused: %s %o', async (code, changes) => {
    expect((await refusalOf(preview(changes as never))).code).toBe(code);
  });

  it('is refused: a package by size, or in parts', async () => {
    const refused = await refusalOf(
      preview({ kind: 'package', faceFen: 0, packageId, basis: 'size', inParts: true }),
    );
    expect(refused.reasons?.map(({ code }) => code)).toEqual([
      'batch-package-by-size',
      'batch-package-in-parts',
    ]);
  });
});

describe('who receives', () => {
  it('one a household, by size the face of its size', async () => {
    const sizeFaces = [
      { members: 1, face: 5_000 },
      { members: 3, face: 8_000 },
    ];
    const { vouchers } = await seedBatch(shop, { name: '人口', basis: 'size', faceFen: 0, sizeFaces });
    expect(vouchers.map(({ faceFen, community }) => [community, faceFen]).sort()).toEqual([
      ['乙社区', 8_000],
      ['甲社区', 5_000],
      ['甲社区', 8_000],
    ]);
  });

  it('one a covered member, in money or points; points are no money', async () => {
    const money = await preview({ basis: 'person' });
    expect(money).toMatchObject({ households: 3, people: 9, vouchers: 9, faceFen: 90_000, facePoints: 0 });
    const { batchId, vouchers } = await seedBatch(shop, {
      name: '积分',
      kind: 'points',
      basis: 'person',
      faceFen: 0,
      facePoints: 30,
    });
    expect(vouchers).toHaveLength(9);
    expect(vouchers[0]).toMatchObject({ kind: 'points', faceFen: 0, facePoints: 30, balancePoints: 30 });
    const file = openReadOnly(shop.file, shop.key);
    const ordinals = file
      .prepare('SELECT ordinal FROM voucher WHERE batch_id = ? AND household_id = ? ORDER BY id')
      .pluck()
      .all(batchId, ids.get('3'));
    const posted = file
      .prepare(
        `SELECT sum(amount_fen) AS fen, sum(amount_points) AS points, sum(pieces) AS pieces FROM voucher_posting
         JOIN voucher ON voucher.id = voucher_id WHERE batch_id = ?`,
      )
      .get(batchId);
    file.close();
    expect(ordinals).toEqual([1, 2, 3, 4, 5]);
    expect(posted).toEqual({ fen: 0, points: 270, pieces: 9 });
  });

  it('without 就高 each person under their own category', async () => {
    const categories = ['urban-minimum-living', 'severely-disabled'];
    const { byCategory } = await preview({ basis: 'person', highestOnly: false, categories });
    expect(byCategory.map(({ code, vouchers }) => [code, vouchers])).toEqual([
      ['urban-minimum-living', 8],
      ['severely-disabled', 1],
    ]);
  });

  it('only in the communities named; the others are left out by name and by reason', async () => {
    const { byCommunity, leftOut, leftOutFirst } = await preview({ communities: ['甲社区'] });
    expect(byCommunity).toMatchObject([{ community: '甲社区', households: 2, people: 4, vouchers: 2 }]);
    expect(leftOut).toEqual([
      { why: 'community', households: 1 },
      { why: 'category', households: 1 },
    ]);
    expect(leftOutFirst.map(({ number, why }) => [number, why])).toEqual([
      ['3', 'community'],
      ['4', 'category'],
    ]);
    expect(leftOutFirst.every(({ headName }) => headName.includes('*'))).toBe(true);
  });
});

describe('the same list twice', () => {
  const changes = { name: '春节', categories: ['rural-minimum-living'] };
  const prepare = (more: Partial<Spec> = {}, again = false) =>
    shop.call('vouchers.prepareBatch', { spec: batchSpec({ ...changes, ...more }), again }, as);

  it('is noticed with the earlier batch, drafts included, and can be meant', async () => {
    const { batchId } = await prepare();
    expect(await refusalOf(prepare({ name: '再发' }))).toMatchObject({
      code: 'batch-list-twice',
      params: { name: '春节', validFromDay: '2026-05-01', validToDay: '2026-06-30' },
    });
    expect((await preview(changes)).sameList).toMatchObject({ batchId, draft: true });
    const meant = await prepare({ name: '再发' }, true);
    expect((await shop.call('vouchers.batch', { batchId: meant.batchId }, as)).sameList).toMatchObject({
      batchId,
    });
    // Another face, or days that do not overlap, are another gift.
    await prepare({ faceFen: 9_900 });
    await prepare({ validFrom: '2026-07-01', validTo: '2026-07-31' });
    await shop.call('vouchers.deleteBatch', { batchId }, as);
    await shop.call('vouchers.deleteBatch', { batchId: meant.batchId }, as);
    expect((await preview(changes)).sameList).toBeNull();
  });
});

describe('maker and checker', () => {
  it('a draft has no number, no code to see, no paper, and is not spent', async () => {
    const { batchId, drafts, faceFen } = await prepareBatch(shop, { name: '草稿' });
    expect({ drafts, faceFen }).toEqual({ drafts: 3, faceFen: 30_000 });
    expect(await shop.call('vouchers.batches', {}, as)).toContainEqual(
      expect.objectContaining({ id: batchId, state: 'draft', drafts: 3, issued: 0, approvedBy: null }),
    );
    for (const { serial, typedCode, state } of await vouchersOf(shop, batchId))
      expect([serial, typedCode, state]).toEqual(['', '', 'draft']);
    for (const act of ['vouchers.printSheet', 'vouchers.signOffList'] as const)
      expect((await refusalOf(shop.call(act, { batchId }, as))).code).toBe('batch-not-approved');
    const file = openReadOnly(shop.file, shop.key);
    const code = file
      .prepare('SELECT typed_code FROM voucher WHERE batch_id = ?')
      .pluck()
      .get(batchId) as string;
    const postings = file
      .prepare(
        'SELECT count(*) FROM voucher_posting JOIN voucher ON voucher.id = voucher_id WHERE batch_id = ?',
      )
      .pluck()
      .get(batchId);
    file.close();
    expect([code.length, postings]).toEqual([10, 0]);
  });

  it('is approved by somebody else, by its totals; numbers without a gap', async () => {
    const draft = await prepareBatch(shop, { name: '审批' });
    const gone = await prepareBatch(shop, { name: '不发' });
    const approve = (as: 'manager' | 'bureau', more: object = {}) =>
      shop.call(
        'vouchers.approveBatch',
        { batchId: draft.batchId, expectPieces: 3, expectFaceFen: 30_000, ...more },
        { as },
      );
    expect((await refusalOf(approve('manager'))).code).toBe('batch-same-person');
    expect(await refusalOf(approve('bureau', { expectPieces: 4 }))).toMatchObject({
      code: 'batch-totals-differ',
      params: { expectedPieces: 4, pieces: 3 },
    });
    expect((await refusalOf(approve('bureau', { expectFaceFen: 29_999 }))).code).toBe('batch-totals-differ');
    await shop.call('vouchers.deleteBatch', { batchId: gone.batchId }, as);
    expect(await approve('bureau')).toMatchObject({ issued: 3, faceFen: 30_000 });
    const serials = (await vouchersOf(shop, draft.batchId)).map(({ serial }) => Number(serial.slice(-6)));
    expect(serials.map((serial) => serial - (serials[0] ?? 0))).toEqual([0, 1, 2]);
    expect(await shop.call('vouchers.batch', { batchId: draft.batchId }, as)).toMatchObject({
      ...{ state: 'issued', preparedBy: '韦店长', approvedBy: '区民政局', oneHand: false, issued: 3 },
    });
    expect((await refusalOf(approve('bureau'))).code).toBe('batch-already-issued');
    const remove = (batchId: number) => refusalOf(shop.call('vouchers.deleteBatch', { batchId }, as));
    expect((await remove(draft.batchId)).code).toBe('batch-already-issued');
    expect((await remove(gone.batchId)).code).toBe('not-found');
  });

  it('stops at approval when a household left since, and names it; who came since is no reason', async () => {
    const other = await openShop();
    const households = await seedHouseholds(other, [{ number: '1' }, { number: '2' }, { number: '3' }]);
    const draft = await prepareBatch(other);
    await seedHouseholds(other, [{ number: '4' }]);
    const second = await prepareBatch(other, { name: '第二批' });
    expect((await approveBatch(other, draft)).issued).toBe(3);
    await other.call(
      'eligibility.end',
      { householdId: households.get('2') ?? 0, day: '2026-05-04', reason: '应退' },
      as,
    );
    expect(await refusalOf(approveBatch(other, second))).toMatchObject({
      code: 'batch-receivers-left',
      params: { households: 1, numbers: '2' },
    });
    await other.close();
  });

  it('issues at one go only with a second person, or where the shop lets one issue; then it says so', async () => {
    const spec = batchSpec({ name: '当面' });
    const issue = (yes: typeof approval | null, more: object = {}) =>
      shop.call(
        'vouchers.issueBatch',
        { spec, expectHouseholds: 3, again: true, approval: yes, ...more },
        as,
      );
    expect((await refusalOf(issue(null))).code).toBe('batch-needs-second');
    expect((await refusalOf(issue({ ...approval, login: 'dianzhang' }))).code).toBe('approval-same-person');
    expect((await refusalOf(issue({ ...approval, login: 'wangfang' }))).code).toBe('approval-not-permitted');
    const wrong = { ...approval, password: 'falsch-2026' } as unknown as typeof approval;
    expect((await refusalOf(issue(wrong))).code).toBe('approval-wrong');
    // The failed try counts at sign-in, although the act was refused.
    const file = openReadOnly(shop.file, shop.key);
    const failed = file.prepare('SELECT failures FROM staff WHERE login = ?').pluck().get(approval.login);
    file.close();
    expect(failed).toBe(1);
    const { batchId } = await issue(approval);
    expect(await shop.call('vouchers.batch', { batchId }, as)).toMatchObject({
      approvedBy: '区民政局',
      oneHand: false,
    });
    const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, as);
    await shop.call(
      'shop.change',
      { name, districtName, reportPhone, settings: { ...settings, issueNeedsSecond: false } },
      as,
    );
    const alone = await issue(null);
    expect(await shop.call('vouchers.batch', { batchId: alone.batchId }, as)).toMatchObject({
      approvedBy: '韦店长',
      oneHand: true,
    });
  });

  it('cancelled, it leaves nothing', async () => {
    const many = await openShop();
    await seedHouseholds(
      many,
      Array.from({ length: 600 }, (_, at) => ({ number: String(at + 1) })),
    );
    const cancelled = many.call(
      'vouchers.prepareBatch',
      { spec: batchSpec() },
      { as: 'manager', onProgress: () => 'cancel' },
    );
    expect((await refusalOf(cancelled)).code).toBe('cancelled');
    const file = openReadOnly(many.file, many.key);
    const left = file
      .prepare('SELECT (SELECT count(*) FROM batch) + (SELECT count(*) FROM voucher)')
      .pluck()
      .get();
    file.close();
    expect(left).toBe(0);
    expect((await seedBatch(many)).vouchers).toHaveLength(600);
    await many.close();
  });
});
