// The life of a single voucher: handed over, lost and replaced, open, void in mass, its story and its papers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { approval, openShop, password, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedGift, seedHouseholds, seedItem, vouchersOf } from '../helpers/seed.ts';

let shop: OpenShop;
let rice: number;
const as = { as: 'manager' } as const;
const bureau = approval;
const today = '2026-05-04';

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [
    { number: '1', members: 3, community: '南亚社区' },
    { number: '2', members: 2 },
    { number: '3' },
    { number: '4' },
  ]);
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 3_000 });
  await seedGift(shop, { itemId: rice, quantity: 100 });
});
afterAll(() => shop.close());

const voucher = async (changes = {}, at = 0): Promise<{ id: number; serial: string; batchId: number }> => {
  const { batchId, vouchers } = await seedBatch(shop, changes);
  const one = vouchers[at];
  if (!one) throw new Error('no voucher');
  return { ...one, batchId };
};
const read = (voucherId: number) => shop.call('vouchers.read', { voucherId }, as);
const take = (voucherId: number) =>
  shop.call(
    'counter.redeem',
    { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
    { as: 'volunteer' },
  );
const scan = async (voucherId: number) =>
  shop.call('counter.scan', { code: qrOf(shop, voucherId), entry: 'scanned' }, { as: 'volunteer' });
const replace = (voucherId: number) =>
  shop.call('vouchers.replace', { voucherId, reason: 'lost', note: '洗衣时', approval: bureau }, as);
/** Every voucher against its ledger. */
const untied = (): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file
      .prepare(
        `SELECT v.serial FROM voucher AS v JOIN voucher_posting AS p ON p.voucher_id = v.id GROUP BY v.id
         HAVING sum(p.amount_fen) <> v.balance_fen OR sum(p.amount_points) <> v.balance_points
           OR sum(p.pieces) <> (v.state IN ('issued', 'active', 'partly-used'))`,
      )
      .all();
  } finally {
    file.close();
  }
};

it('hands a batch over but for those named, on a day between the issue and today, and only as many as were shown', async () => {
  const { batchId, vouchers } = await seedBatch(shop, { name: '交付' });
  const [first] = vouchers;
  const enter = (changes = {}) =>
    shop.call(
      'vouchers.handOverBatch',
      { batchId, except: [first?.id ?? 0], expect: 3, day: today, ...changes },
      as,
    );
  expect(await refusalOf(enter({ day: '2026-05-03' }))).toMatchObject({
    code: 'handover-day',
    params: { fromDay: today, toDay: today },
  });
  expect((await refusalOf(enter({ day: '2026-05-05' }))).code).toBe('handover-day');
  expect(await refusalOf(enter({ expect: 4 }))).toMatchObject({
    code: 'count-differs',
    params: { expected: 4, found: 3 },
  });
  expect(await enter()).toEqual({ handedOver: 3 });
  expect((await vouchersOf(shop, batchId)).map(({ state }) => state)).toEqual([
    'issued',
    'active',
    'active',
    'active',
  ]);
  expect(await shop.call('vouchers.handovers', { batchId }, as)).toMatchObject({
    waiting: 1,
    handedOver: 3,
    first: [{ id: first?.id }],
  });
  expect((await refusalOf(enter({ expect: 0 }))).code).toBe('handover-nobody');
  expect(untied()).toEqual([]);
});

it('hands single ones over, all or none; takes it back while nothing was taken', async () => {
  const { batchId, vouchers } = await seedBatch(shop, { name: '单张' });
  const [one, two] = vouchers.map(({ id }) => id);
  const enter = (voucherIds: number[]) =>
    shop.call('vouchers.handOver', { voucherIds, day: today, signedBy: 'proxy', note: '村干部' }, as);
  const back = (voucherId: number) =>
    shop.call('vouchers.takeBackHandOver', { voucherId, reason: '签错行' }, as);
  expect((await refusalOf(back(one ?? 0))).code).toBe('handover-none');
  await enter([one ?? 0]);
  expect((await refusalOf(enter([two ?? 0, one ?? 0]))).code).toBe('handover-not-open');
  expect((await vouchersOf(shop, batchId))[1]?.state).toBe('issued');
  await back(one ?? 0);
  expect((await read(one ?? 0)).state).toBe('issued');
  expect((await refusalOf(back(one ?? 0))).code).toBe('handover-none');
  await enter([one ?? 0]);
  expect((await read(one ?? 0)).may.takeBackHandOver).toBe(true);
  await take(one ?? 0);
  expect((await refusalOf(back(one ?? 0))).code).toBe('handover-used');
  expect((await refusalOf(enter([9_999]))).code).toBe('not-found');
  expect(untied()).toEqual([]);
});

it('stops a voucher nobody signed for where the shop asks for it, and takes it otherwise', async () => {
  const { id } = await voucher({ name: '先签收' });
  await scan(id);
  const { settings, ...names } = await shop.call('shop.read', {}, as);
  const { name, districtName, reportPhone } = names;
  const change = (handoverNeeded: boolean) =>
    shop.call(
      'shop.change',
      { name, districtName, reportPhone, settings: { ...settings, handoverNeeded } },
      as,
    );
  await change(true);
  expect((await refusalOf(scan(id))).code).toBe('voucher-not-handed-over');
  await shop.call('vouchers.handOver', { voucherIds: [id], day: today }, as);
  await scan(id);
  await change(false);
});

it('replaces a lost one with a second person: new number and code, same worth; the old paper names the new', async () => {
  const lost = await voucher({ name: '挂失' });
  const oldCode = qrOf(shop, lost.id);
  const wrong = shop.call(
    'vouchers.replace',
    { voucherId: lost.id, reason: 'lost', approval: { login: 'dianzhang', password } },
    as,
  );
  expect((await refusalOf(wrong)).code).toBe('approval-same-person');
  expect((await read(lost.id)).state).toBe('issued');
  const made = await replace(lost.id);
  expect(made).toMatchObject({ serial: `${lost.serial}-2`, generation: 2 });
  const again = shop.call('counter.scan', { code: oldCode, entry: 'scanned' }, { as: 'volunteer' });
  expect(await refusalOf(again)).toMatchObject({
    code: 'voucher-replaced',
    params: { serial: lost.serial, newSerial: made.serial },
  });
  expect((await scan(made.voucherId)).vouchers[0]).toMatchObject({ serial: made.serial });
  expect((await refusalOf(replace(lost.id))).code).toBe('voucher-not-replaceable');
  expect((await refusalOf(replace(9_999))).code).toBe('not-found');
  const { replaces, replacedBy, state, may, events } = await read(made.voucherId);
  expect([replaces?.id, replacedBy, state, may.print]).toEqual([lost.id, null, 'issued', true]);
  expect(events[0]).toMatchObject({ what: 'reissued', fen: 10_000, note: 'lost:洗衣时' });
  const old = await read(lost.id);
  expect([old.replacedBy?.id, old.balanceFen, old.may.print]).toEqual([made.voucherId, 0, false]);
  // What was tried with the old paper is in its story.
  expect(old.events.map(({ what }) => what)).toEqual(['issued', 'replaced', 'refused']);
  expect(untied()).toEqual([]);
});

it('replaces the rest of a partly used one, nine generations and no more; issued stays one', async () => {
  const parts = await voucher({ name: '分次', inParts: true });
  const { redemptionId } = await take(parts.id);
  let last = await replace(parts.id);
  expect(await read(last.voucherId)).toMatchObject({
    state: 'partly-used',
    balanceFen: 7_000,
    faceFen: 10_000,
  });
  for (let generation = 3; generation <= 9; generation += 1) last = await replace(last.voucherId);
  expect(last.serial).toBe(`${parts.serial}-9`);
  expect((await refusalOf(replace(last.voucherId))).code).toBe('voucher-too-often-replaced');
  expect((await shop.call('reports.distribution', { month: '2026-05' }, as)).ties).toBe(true);
  const batch = (await shop.call('vouchers.batches', {}, as)).find(({ id }) => id === parts.batchId);
  expect(batch).toMatchObject({ issued: 4, redeemed: 0, outstanding: 4, void: 0, expired: 0 });
  // Goods that come back find the paper that counts now.
  await shop.call('counter.reverse', { redemptionId, reason: '拿错' }, as);
  expect(await read(last.voucherId)).toMatchObject({ state: 'active', balanceFen: 10_000 });
  expect((await read(parts.id)).balanceFen).toBe(0);
  expect(untied()).toEqual([]);
});

it('prints the one paper of a replacement and of nothing else', async () => {
  const lost = await voucher({ name: '补发打印' });
  const print = (voucherId: number) => shop.call('vouchers.printReplacement', { voucherId }, as);
  expect((await refusalOf(print(lost.id))).code).toBe('voucher-not-reissued');
  const { voucherId } = await replace(lost.id);
  expect((await print(voucherId)).pages).toBe(1);
  expect((await read(voucherId)).events.at(-1)?.what).toBe('printed');
  await shop.call('vouchers.void', { voucherId, reason: '作废' }, as);
  expect((await refusalOf(print(voucherId))).code).toBe('voucher-not-reissued');
});

it('lists open vouchers by end, batch and community, masked; prints them where there are any', async () => {
  const near = await voucher({ name: '快到期', validTo: '2026-05-10' });
  const list = (filter = {}) => shop.call('vouchers.outstanding', filter, { as: 'volunteer' });
  const soon = await list({ withinDays: 7 });
  expect(soon).toMatchObject({ total: 4, fen: 40_000, points: 0 });
  expect(soon.rows.every(({ headName, batch }) => headName.includes('*') && batch === '快到期')).toBe(true);
  expect((await list({ withinDays: 5 })).total).toBe(0);
  expect((await list({ batchId: near.batchId, community: '南亚社区' })).total).toBe(1);
  const by = (filter = {}) => shop.call('vouchers.openByCommunity', filter, { as: 'volunteer' });
  expect(await by({ batchId: near.batchId })).toEqual([
    { community: '南亚社区', open: 1 },
    { community: '桂中社区', open: 3 },
  ]);
  expect(await by({ withinDays: 5 })).toEqual([]);
  const print = (filter: object) => shop.call('vouchers.printOutstanding', filter, as);
  expect((await print({ withinDays: 7 })).pages).toBeGreaterThan(0);
  expect((await print({ batchId: near.batchId, format: 'xlsx' })).mime).toContain('spreadsheet');
  expect((await refusalOf(print({ withinDays: 5 }))).code).toBe('voucher-none-open');
});

it('voids every unused one of a batch by the figures that were shown', async () => {
  const { batchId, vouchers } = await seedBatch(shop, { name: '全部作废' });
  await take(vouchers[0]?.id ?? 0);
  const open = await shop.call('vouchers.openOfBatch', { batchId }, as);
  expect(open).toEqual({ pieces: 3, fen: 30_000, points: 0 });
  const end = (expectPieces: number) =>
    shop.call('vouchers.voidOpen', { batchId, reason: '批次作废', expectPieces, expectFen: 30_000 }, as);
  expect((await refusalOf(end(4))).code).toBe('open-totals-differ');
  expect(await end(3)).toEqual({ voided: 3 });
  expect((await vouchersOf(shop, batchId)).map(({ state }) => state)).toEqual([
    'used',
    'void',
    'void',
    'void',
  ]);
  expect((await refusalOf(end(3))).code).toBe('voucher-none-open');
  expect(untied()).toEqual([]);
});

it('ends points with their voucher, by hand, in mass and by the calendar', async () => {
  const points = { name: '积分', kind: 'points' as const, faceFen: 0, facePoints: 50 };
  const { batchId, vouchers } = await seedBatch(shop, { ...points, validTo: '2026-05-05' });
  await shop.call('vouchers.void', { voucherId: vouchers[0]?.id ?? 0, reason: '错发' }, as);
  const open = await shop.call('vouchers.openOfBatch', { batchId }, as);
  expect(open).toEqual({ pieces: 3, fen: 0, points: 150 });
  shop.setNow('2026-05-06T02:12:00.000Z');
  await shop.call('vouchers.batches', {}, as);
  expect((await vouchersOf(shop, batchId)).map(({ state, balancePoints }) => [state, balancePoints])).toEqual(
    [
      ['void', 0],
      ['expired', 0],
      ['expired', 0],
      ['expired', 0],
    ],
  );
  expect(untied()).toEqual([]);
});

it('finds a voucher by its number and by its code, whatever became of it', async () => {
  const { id, serial, batchId } = await voucher({ name: '查找' });
  const find = (text: string) => shop.call('vouchers.find', { text }, as);
  const code = (await vouchersOf(shop, batchId))[0]?.typedCode ?? '';
  for (const text of [serial, serial.toLowerCase(), code, qrOf(shop, id)])
    expect(await find(text)).toEqual({ voucherId: id });
  const last = code.at(-1) === 'A' ? 'B' : 'A';
  expect((await refusalOf(find(code.slice(0, -1) + last))).code).toBe('code-check');
  expect((await refusalOf(find('LQ2026-999999'))).code).toBe('not-found');
  expect((await refusalOf(shop.call('vouchers.read', { voucherId: 99_999 }, as))).code).toBe('not-found');
});

it('tells the whole story on paper; a volunteer gets none of it', async () => {
  const { id } = await voucher({ name: '争议' });
  await shop.call('vouchers.handOver', { voucherIds: [id], day: '2026-05-06' }, as);
  const { redemptionId } = await take(id);
  await refusalOf(scan(id));
  await shop.call('counter.reverse', { redemptionId, reason: '拿错' }, as);
  const { events } = await read(id);
  expect(events.map(({ what, fen }) => [what, fen])).toEqual([
    ['issued', 10_000],
    ['handed-over', 0],
    ['redeemed', -10_000],
    ['reversed', 10_000],
    ['refused', 0],
  ]);
  const paper = await shop.call('vouchers.disputePack', { voucherId: id, full: true }, as);
  expect(paper.pages).toBeGreaterThan(0);
  const none = shop.call('vouchers.disputePack', { voucherId: id }, { as: 'volunteer' });
  expect((await refusalOf(none)).code).toBe('not-permitted');
});
