// What became of gifts, told to their donors: letters, the list as a sheet, and domain.md scenario 17.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { company, giver } from '../helpers/donors.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { stocktakes } from '../helpers/stocktake.ts';
import { pageTexts } from '../documents/reading.ts';

const as = { as: 'manager' } as const;

let shop: OpenShop;
let quilt: number;
let gift: ReturnType<typeof giver>;
beforeEach(async () => {
  shop = await openShop();
  quilt = await seedItem(shop, { code: 'BEI', name: '棉被', listPriceFen: 5_000, unit: '床' });
  gift = giver(shop, quilt);
});
afterEach(() => shop.close());

const cashGift = (more: Parameters<typeof gift>[0] = {}): Promise<number> =>
  gift({ lines: [], cash: { fen: 31_800, way: 'transfer' }, ...more });
const list = (search = '', more: Partial<Input<'donors.list'>> = {}) =>
  shop.call('donors.list', { search, ...more }, as);
const idOf = async (name: string): Promise<number> => {
  const donorId = (await list(name)).rows.find((row) => row.name === name)?.donorId;
  if (!donorId) throw new Error('the donor is not listed');
  return donorId;
};
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
        { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: quilt, quantity: 2 }] },
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

describe('losses', () => {
  it('are told with their reason, sold apart from scrapped; what was taken back is not', async () => {
    await gift();
    const lotId = Number(rowsOf(shop, 'SELECT id FROM lot')[0]?.['id']);
    const lose = async (quantity: number, sale: boolean): Promise<number> => {
      const { lossId } = await shop.call(
        'losses.propose',
        {
          kind: sale ? 'sale' : 'scrap',
          reason: sale ? 'unusable' : 'damaged',
          reasonNote: sale ? '' : '受潮发霉',
          method: '清运',
          witness: '覃某',
          proceeds: sale ? { fen: 600, way: 'cash', buyer: '旧货铺', purpose: '助困' } : null,
          lines: [{ lotId, placeId: 1, quantity }],
        },
        as,
      );
      await shop.call('losses.approve', { lossId }, { as: 'bureau' });
      return lossId;
    };
    await lose(2, false);
    await lose(1, true);
    const back = await lose(3, false);
    await shop.call('losses.reverse', { lossId: back, reason: '清点有误' }, { as: 'bureau' });
    const donorId = await idOf(company.name);
    expect((await read(donorId)).goods).toMatchObject([
      { received: 10, issued: 0, onHand: 7, writtenOff: 3, households: 0, lastIssuedDay: null },
    ]);
    const [page] = pageTexts(((await letter(donorId)) as { bytes: Uint8Array }).bytes);
    expect(page).toContain('共捐赠10床;已发放0;在库7床;义卖1床;报损2床');
    expect(page).toContain('棉被2床报废破损(受潮发霉)');
    expect(page).toContain('棉被1床义卖无法使用');
    expect(page).not.toContain('3床');
  });

  it('missing at a count are told with the reason counted with, less what a later count found again', async () => {
    await gift();
    const count = stocktakes(shop);
    const counted = async (pieces: number, reason: string): Promise<void> => {
      const id = await count.open();
      const [line] = await count.linesOf(id);
      await count.enter(line?.lineId ?? 0, pieces, 'volunteer', 1, reason);
      await count.finish(id);
      await count.post(id);
    };
    const donorId = await idOf(company.name);
    const page = async (): Promise<string> =>
      pageTexts(((await letter(donorId)) as { bytes: Uint8Array }).bytes).join();
    await counted(6, '疑似错发');
    expect((await read(donorId)).goods).toMatchObject([{ onHand: 6, writtenOff: 4 }]);
    expect(await page()).toContain('棉被4床盘亏疑似错发');
    await counted(9, '');
    expect((await read(donorId)).goods).toMatchObject([{ onHand: 9, writtenOff: 1 }]);
    expect(await page()).toContain('棉被1床盘亏疑似错发');
    await counted(10, '');
    expect(await page()).not.toContain('盘亏');
  });
});
