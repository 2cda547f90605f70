// Donors: who is found, whose gifts count where, doubles, letters, and what became of what they gave (domain.md scenario 17).
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { creditCodeCheckCharacter, organisationCheckCharacter } from '../../db/domain/credit-code.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type SeedGift } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';
import { pageTexts } from '../documents/reading.ts';

const as = { as: 'manager' } as const;
type Facts = Input<'donors.add'>;

/** A code with both check characters right; the body behind it does not exist. */
const creditCode = (at: number): string => {
  const first8 = `MA5KX${String(at).padStart(3, '0')}`;
  const first17 = `91450202${first8}${organisationCheckCharacter(first8)}`;
  return first17 + creditCodeCheckCharacter(first17);
};

let shop: OpenShop;
let quilt: number;
let rice: number;
beforeEach(async () => {
  shop = await openShop();
  quilt = await seedItem(shop, { code: 'BEI', name: '棉被', listPriceFen: 5_000, unit: '床' });
  rice = await seedItem(shop, { code: 'MI', name: '散装大米', listPriceFen: 450, unit: '公斤' });
});
afterEach(() => shop.close());

const company = { name: '柳州市某某被服有限公司', kind: 'company' as const, phone: '0772-1234567' };
const gift = (more: SeedGift['more'] = {}, rest: Partial<SeedGift> = {}): Promise<number> =>
  seedGift(shop, {
    itemId: quilt,
    quantity: 10,
    valueFen: 50_000,
    ...rest,
    more: { donor: company, ...more },
  });
const cashGift = (more: SeedGift['more'] = {}): Promise<number> =>
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
const year = { from: '2026-01-01', to: '2026-12-31' };
const letter = (donorId: number, period = year) => shop.call('donors.letter', { donorId, ...period }, as);
const letters = (unreceipted: boolean, commandId = randomUUID()) =>
  shop.call('donors.letters', { ...year, unreceipted }, { ...as, commandId });

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

describe('letters', () => {
  const text = async (paper: Promise<unknown>): Promise<readonly string[]> =>
    pageTexts(((await paper) as { bytes: Uint8Array }).bytes);

  it('tell one donor of the gifts of the period, also of those given under the name merged in', async () => {
    await cashGift({ day: '2026-03-01', purpose: '助学' });
    await gift({ day: '2025-12-31' });
    await gift({ donor: { name: '旧名公司', kind: 'company' } });
    const donorId = await idOf(company.name);
    await merge(await idOf('旧名公司'), donorId);
    const [page] = await text(letter(donorId));
    expect(page).toContain(`${company.name}(企业)`);
    expect(page).toContain('318.00助学');
    expect(page).toContain('共捐赠10床');
    expect(await refusalOf(letter(donorId, { from: '2024-01-01', to: '2024-12-31' }))).toMatchObject({
      code: 'donor-nothing-given',
      params: { fromDay: '2024-01-01', toDay: '2024-12-31' },
    });
    expect(await codesOf(letter(999))).toEqual(['not-found']);
  });

  it('go to nobody for anonymous gifts', async () => {
    await gift({ donor: { name: '', kind: 'anonymous' }, anonymous: true });
    await gift({ anonymous: true });
    const [nobody] = rowsOf(shop, `SELECT id FROM donor WHERE kind = 'anonymous'`);
    expect(await codesOf(letter(Number(nobody?.['id'])))).toEqual(['donor-anonymous']);
    const [named] = rowsOf(shop, `SELECT id FROM donor WHERE kind = 'company'`);
    expect(await codesOf(letter(Number(named?.['id'])))).toEqual(['donor-nothing-given']);
    expect(await codesOf(letters(false))).toEqual(['donor-nothing-given']);
  });

  it('for all leave out what a receipt or a letter told of already', async () => {
    const receipted = await gift();
    await shop.call('donations.printReceipt', { donationId: receipted }, as);
    await gift({ donor: { name: '韦某', kind: 'person' } });
    await end(await gift({ donor: { name: '覃某', kind: 'person' } }));
    const first = await text(letters(true));
    expect(first.join()).toContain('韦某(个人)');
    expect(first.join()).not.toContain(company.name);
    expect(first.join()).not.toContain('覃某');
    expect(await codesOf(letters(true))).toEqual(['donor-nothing-given']);
    await cashGift();
    const [next, more] = await text(letters(true));
    expect([next?.includes('318.00'), next?.includes('床'), more]).toEqual([true, false, undefined]);
    expect((await text(letters(false))).join()).toContain('韦某(个人)');
  });

  it('sent again after a crash are the same letters, counted once', async () => {
    await gift();
    await gift({ donor: { name: '韦某', kind: 'person' } });
    const commandId = randomUUID();
    const first = await text(letters(true, commandId));
    await cashGift();
    await text(letters(true));
    expect(await text(letters(true, commandId))).toEqual(first);
    expect(rowsOf(shop, `SELECT document_id FROM paper_print WHERE kind = 'donor-letter'`)).toHaveLength(3);
  });
});

describe('donors.export', () => {
  it('lists everybody once with figures that add up', async () => {
    await gift();
    await gift({ anonymous: true });
    await cashGift({ donor: { name: '韦某', kind: 'person' } });
    const { bytes } = (await shop.call('donors.export', { format: 'csv' }, as)) as { bytes: Uint8Array };
    const lines = new TextDecoder().decode(bytes);
    expect(lines.match(/^.*(?:匿名|韦某|被服).*$/gm)?.map((line) => line.split(',').slice(-6, -3))).toEqual([
      ['1', '0.00', '500.00'],
      ['1', '318.00', '0.00'],
      ['1', '0.00', '500.00'],
    ]);
  });
});

describe('scenario 17', () => {
  it('quilts for disaster-hit households of one town: 50 given, 46 handed out, 4 left', async () => {
    const donationId = await gift(
      { purpose: '给河西镇受灾户', stockClass: 'donated' },
      {
        quantity: 50,
        valueFen: 250_000,
        designation: { category: 'disaster-hit', place: '河西镇', batchId: null },
      },
    );
    await seedHouseholds(shop, [
      ...Array.from({ length: 24 }, (_, at) => ({
        number: `X${at}`,
        category: '受灾群众',
        community: '河西镇',
      })),
      { number: 'Y1', category: '城市低保', community: '河东镇' },
    ]);
    const { vouchers } = await seedBatch(shop, { categories: ['disaster-hit', 'urban-minimum-living'] });
    const theirs = vouchers.filter(({ category }) => category === '受灾人员');
    const other = vouchers.find(({ category }) => category !== '受灾人员');
    if (theirs.length !== 24 || !other) throw new Error('vouchers');
    const take = (voucherId: number) =>
      shop.call(
        'counter.redeem',
        { voucherId, entry: 'scanned', lines: [{ itemId: quilt, quantity: 2 }] },
        { as: 'volunteer' },
      );

    expect(await codesOf(take(other.id))).toEqual(['stock-designated']);
    shop.setNow('2026-05-10T02:00:00.000Z');
    for (const { id } of theirs.slice(0, 23)) await take(id);
    // One more takes two on a later day and brings them back: it got nothing.
    shop.setNow('2026-05-12T02:00:00.000Z');
    const last = theirs.at(-1);
    const { redemptionId } = await take(last?.id ?? 0);
    await shop.call('counter.reverse', { redemptionId, reason: '不合用' }, as);

    const donorId = await idOf(company.name);
    expect(await read(donorId)).toMatchObject({
      gifts: 1,
      households: 23,
      goods: [
        {
          itemName: '棉被',
          received: 50,
          issued: 46,
          onHand: 4,
          writtenOff: 0,
          households: 23,
          lastIssuedDay: '2026-05-10',
          valueFen: 250_000,
        },
      ],
      receipts: [{ donationId, state: 'valid' }],
    });
    const paper = (await letter(donorId)) as { bytes: Uint8Array };
    const [page] = pageTexts(paper.bytes);
    expect(page).toContain('共捐赠50床;已发放46床;在库4床');
    expect(page).toContain('共惠及23户');
    expect(page).toContain('最近一次发放在2026年5月10日');
  });
});
