// Donors: who is found, whose gifts count where, who is added, doubles merged and taken apart.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { company, creditCode, giver } from '../helpers/donors.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

const as = { as: 'manager' } as const;
type Facts = Input<'donors.add'>;

let shop: OpenShop;
let quilt: number;
let rice: number;
let gift: ReturnType<typeof giver>;
beforeEach(async () => {
  shop = await openShop();
  quilt = await seedItem(shop, { code: 'BEI', name: '棉被', listPriceFen: 5_000, unit: '床' });
  rice = await seedItem(shop, { code: 'MI', name: '散装大米', listPriceFen: 450, unit: '公斤' });
  gift = giver(shop, quilt);
});
afterEach(() => shop.close());

const cashGift = (more: Parameters<typeof gift>[0] = {}): Promise<number> =>
  gift({ lines: [], cash: { fen: 31_800, way: 'transfer' }, ...more });
const list = (search = '', more: Partial<Input<'donors.list'>> = {}) =>
  shop.call('donors.list', { search, ...more }, as);
const names = async (search: string): Promise<readonly string[]> =>
  (await list(search)).rows.map(({ name }) => name);
const idOf = async (name: string): Promise<number> => {
  const donorId = (await list(name)).rows.find((row) => row.name === name)?.donorId;
  if (!donorId) throw new Error('the donor is not listed');
  return donorId;
};
const add = async (facts: Partial<Facts> & Pick<Facts, 'name'>): Promise<number> =>
  (await shop.call('donors.add', { kind: 'company', ...facts }, as)).donorId;
const read = (donorId: number | null) => shop.call('donors.read', { donorId }, as);
const merge = (donorId: number, intoId: number) => shop.call('donors.merge', { donorId, intoId }, as);
const end = (donationId: number) => shop.call('donations.end', { donationId, reason: '填错了' }, as);
const codesOf = async (act: Promise<unknown>): Promise<readonly string[]> => {
  const { code, reasons } = await refusalOf(act);
  return reasons?.map((reason) => reason.code) ?? [code];
};

describe('donors.list', () => {
  it('sums up what each gave, newest giver first, and says what the sum leaves out', async () => {
    await gift();
    await gift({}, { itemId: rice, quantity: 25_000, valueFen: null });
    await cashGift({ day: '2026-05-01' });
    await gift({ donor: { name: '韦某', kind: 'person' }, day: '2026-05-02' });
    await add({ name: '未捐的公司' });
    const { total, rows } = await list();
    expect(total).toBe(3);
    expect(rows).toMatchObject([
      {
        name: company.name,
        gifts: 3,
        cashFen: 31_800,
        goodsFen: 50_000,
        unpricedLines: 1,
        firstDay: '2026-05-01',
        lastDay: '2026-05-04',
      },
      { name: '韦某', gifts: 1, cashFen: 0, goodsFen: 50_000, firstDay: '2026-05-02' },
      { name: '未捐的公司', gifts: 0, cashFen: 0, goodsFen: 0, firstDay: null, lastDay: null },
    ]);
  });

  it('finds by name, spelling, initials, telephone in any writing and credit code', async () => {
    await add({ name: company.name, phone: company.phone, creditCode: creditCode(1) });
    await add({ name: '另一家公司', phone: '13800001234' });
    for (const search of [
      '被服',
      'liuzhoushi',
      'lzs',
      '07721234567',
      '0772-1234567',
      creditCode(1).slice(0, 12),
    ])
      expect(await names(search), search).toContain(company.name);
    expect(await names('138 0000 1234')).toEqual(['另一家公司']);
    expect(await names('没有这一家')).toEqual([]);
    expect((await list('', { kind: 'person' })).rows).toEqual([]);
  });

  it('counts an ended gift nowhere', async () => {
    await gift();
    const ended = await gift();
    await end(ended);
    expect((await list()).rows).toMatchObject([{ gifts: 1, goodsFen: 50_000 }]);
    const { goods, receipts, gifts } = await read(await idOf(company.name));
    expect([gifts, goods[0]?.received, goods[0]?.onHand]).toEqual([1, 10, 10]);
    expect(receipts.map(({ state }) => state)).toEqual(['void', 'valid']);
  });

  it('names nobody who gave anonymously: the row 匿名 has the gift, no name finds it (慈善法 art. 82)', async () => {
    await gift({ anonymous: true, donor: { name: '覃某', kind: 'person', phone: '13811112222' } });
    await gift({ anonymous: true });
    await gift();
    expect(await names('覃某')).toEqual([]);
    expect(await names('13811112222')).toEqual([]);
    for (const search of ['匿名', 'niming', 'nm']) expect(await names(search), search).toEqual(['匿名']);
    expect((await list()).rows).toMatchObject([
      { donorId: null, name: '匿名', kind: 'anonymous', gifts: 2, goodsFen: 100_000 },
      { name: company.name, gifts: 1, goodsFen: 50_000 },
    ]);
    expect((await list('', { kind: 'anonymous' })).rows).toHaveLength(1);
    expect((await list('', { kind: 'company' })).rows).toHaveLength(1);
    expect(await read(await idOf(company.name))).toMatchObject({ gifts: 1, goods: [{ received: 10 }] });
    expect(await read(null)).toMatchObject({ name: '匿名', gifts: 2, goods: [{ received: 20, onHand: 20 }] });
  });

  it('comes page by page, 匿名 first, nobody twice', async () => {
    await gift({ anonymous: true });
    for (let at = 0; at < 6; at += 1) await add({ name: `公司${at}` });
    const pages = await Promise.all(
      [0, 3, 6].map(async (offset) => (await list('', { offset, limit: 3 })).rows.map(({ name }) => name)),
    );
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(new Set(pages.flat()).size).toBe(7);
    expect(pages[0]?.[0]).toBe('匿名');
  });
});

describe('donors.add and donors.change', () => {
  it('stores a body with its code, whatever width it was typed in', async () => {
    const donorId = await add({
      name: ' 某某商贸公司 ',
      creditCode: creditCode(2)
        .toLowerCase()
        .replace(/(.{4})/g, '$1 '),
      contact: '韦某',
      address: '某路1号',
      note: '每年春节前来',
    });
    expect(await read(donorId)).toMatchObject({
      name: '某某商贸公司',
      kind: 'company',
      creditCode: creditCode(2),
      contact: '韦某',
      address: '某路1号',
      note: '每年春节前来',
    });
  });

  it('refuses every fault at once', async () => {
    const wrong = creditCode(3).slice(0, 17) + (creditCode(3).endsWith('0') ? '1' : '0');
    expect(await codesOf(add({ name: '', creditCode: wrong }))).toEqual([
      'donor-missing',
      'credit-code-check',
    ]);
    expect(await codesOf(add({ name: '短', creditCode: '123' }))).toEqual(['credit-code-length']);
    expect(await codesOf(add({ name: '错', creditCode: `I${creditCode(3).slice(1)}` }))).toEqual([
      'credit-code-characters',
    ]);
    expect(await codesOf(add({ name: '韦某', kind: 'person', creditCode: creditCode(3) }))).toEqual([
      'credit-code-of-person',
    ]);
    expect(await codesOf(add({ name: '甲\u202E乙' }))).toEqual(['name-bidi']);
    expect(await codesOf(add({ name: '长'.repeat(101) }))).toEqual(['name-too-long']);
    expect(rowCounts(shop)).toMatchObject({ donor: 0 });
  });

  it('refuses a second donor of the same name and kind, and a code somebody has', async () => {
    await add({ name: '甲公司', creditCode: creditCode(4) });
    expect(await refusalOf(add({ name: '甲公司' }))).toMatchObject({
      code: 'donor-taken',
      params: { name: '甲公司' },
    });
    expect(await refusalOf(add({ name: '乙公司', creditCode: creditCode(4) }))).toMatchObject({
      code: 'credit-code-taken',
      params: { name: '甲公司' },
    });
    await add({ name: '甲公司', kind: 'organisation' });
  });

  it('changes facts and the words it is found by; keeps its own name and code', async () => {
    const donorId = await add({ name: '甲公司', creditCode: creditCode(5) });
    const change = (facts: Partial<Facts>) =>
      shop.call('donors.change', { donorId, name: '甲公司', kind: 'company', ...facts }, as);
    await change({ creditCode: creditCode(5), contact: '韦某' });
    await change({ name: '黔桂公司' });
    expect(await names('qiangui')).toEqual(['黔桂公司']);
    expect(await names('甲公司')).toEqual([]);
    await add({ name: '丙公司', creditCode: creditCode(6) });
    expect(await codesOf(change({ name: '丙公司', creditCode: creditCode(6) }))).toEqual([
      'donor-taken',
      'credit-code-taken',
    ]);
    expect(
      await codesOf(shop.call('donors.change', { donorId: 999, name: '丁', kind: 'person' }, as)),
    ).toEqual(['not-found']);
  });

  it('lets a volunteer neither look nor write', async () => {
    expect(await codesOf(shop.call('donors.list', {}, { as: 'volunteer' }))).toEqual(['not-permitted']);
    expect(
      await codesOf(shop.call('donors.add', { name: '甲', kind: 'person' }, { as: 'volunteer' })),
    ).toEqual(['not-permitted']);
  });
});

describe('doubles', () => {
  it('are hinted at by name, telephone and credit code, once each, and left alone', async () => {
    await gift({ donor: { name: '某某被服有限公司', kind: 'company' } });
    await gift({ donor: { name: '某某被服公司', kind: 'organisation' } });
    await add({ name: '甲', kind: 'person', phone: '0772-7654321' });
    await add({ name: '乙', kind: 'person', phone: '0772 7654321' });
    await gift({ anonymous: true, donor: { name: '丙', kind: 'person', phone: '07727654321' } });
    const found = await shop.call('donors.duplicates', {}, as);
    expect(found.map(({ why, donors }) => [why, donors.map(({ name }) => name)])).toEqual([
      ['name', ['某某被服有限公司', '某某被服公司']],
      ['phone', ['甲', '乙']],
    ]);
    expect(found[0]?.donors[0]).toMatchObject({ gifts: 1, goodsFen: 50_000 });
    expect((await list()).duplicates).toBe(2);
    expect(rowsOf(shop, 'SELECT 1 FROM donor WHERE merged_into IS NOT NULL')).toEqual([]);
  });

  it('merged count under one; gifts keep the donor they were given under; all comes apart again', async () => {
    await gift({ donor: { name: '旧名公司', kind: 'company' } });
    await gift();
    const [old, now] = [await idOf('旧名公司'), await idOf(company.name)];
    const before = rowsOf(shop, 'SELECT id, donor_id FROM donation');
    await merge(old, now);
    expect(rowsOf(shop, 'SELECT id, donor_id FROM donation')).toEqual(before);
    expect(await list('旧名')).toMatchObject({
      total: 1,
      rows: [{ donorId: now, gifts: 2, goodsFen: 100_000 }],
    });
    expect(await read(old)).toMatchObject({
      donorId: now,
      name: company.name,
      merged: [{ donorId: old, name: '旧名公司' }],
      goods: [{ received: 20 }],
    });
    await shop.call('donors.unmerge', { donorId: old }, as);
    expect((await list()).rows.map(({ gifts }) => gifts)).toEqual([1, 1]);
    expect(
      rowsOf(shop, `SELECT object, detail FROM audit WHERE act LIKE 'donors.%merge' ORDER BY seq`),
    ).toEqual([
      { object: `donor:${old}`, detail: `{"into":${now}}` },
      { object: `donor:${old}`, detail: `{"from":${now}}` },
    ]);
  });

  it('merged in a chain count under the last; no circle closes', async () => {
    const [a, b, c] = [await add({ name: '甲' }), await add({ name: '乙' }), await add({ name: '丙' })];
    await gift({ donor: { name: '甲', kind: 'company' } });
    await merge(a, b);
    await merge(b, c);
    expect((await list()).rows).toMatchObject([{ donorId: c, gifts: 1 }]);
    expect((await read(a)).merged.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(await codesOf(merge(c, a))).toEqual(['donor-same']);
    expect(await codesOf(merge(c, c))).toEqual(['donor-same']);
    expect(await refusalOf(merge(a, c))).toMatchObject({ code: 'donor-merged', params: { name: '丙' } });
    // Taken out of the middle, 乙 keeps 甲.
    await shop.call('donors.unmerge', { donorId: b }, as);
    expect(await read(a)).toMatchObject({ donorId: b, merged: [{ donorId: a }], gifts: 1 });
  });

  it('are refused where there is nobody to merge or nothing to take apart', async () => {
    const donorId = await add({ name: '甲' });
    await gift({ donor: { name: '', kind: 'anonymous' }, anonymous: true });
    const [nobody] = rowsOf(shop, `SELECT id FROM donor WHERE kind = 'anonymous'`);
    const anonymous = Number(nobody?.['id']);
    expect(await codesOf(merge(donorId, anonymous))).toEqual(['donor-anonymous']);
    expect(await codesOf(merge(anonymous, donorId))).toEqual(['donor-anonymous']);
    expect(await codesOf(merge(donorId, 999))).toEqual(['not-found']);
    expect(await codesOf(merge(999, donorId))).toEqual(['not-found']);
    expect(await codesOf(shop.call('donors.unmerge', { donorId }, as))).toEqual(['donor-not-merged']);
    expect(await codesOf(shop.call('donors.unmerge', { donorId: 999 }, as))).toEqual(['not-found']);
  });

  it('stay together while somebody else has the credit code', async () => {
    const old = await add({ name: '甲', creditCode: creditCode(7) });
    const now = await add({ name: '乙' });
    await merge(old, now);
    await shop.call(
      'donors.change',
      { donorId: now, name: '乙', kind: 'company', creditCode: creditCode(7) },
      as,
    );
    expect(await refusalOf(shop.call('donors.unmerge', { donorId: old }, as))).toMatchObject({
      code: 'credit-code-taken',
      params: { name: '乙' },
    });
  });
});
