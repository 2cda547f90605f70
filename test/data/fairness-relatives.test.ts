// 近亲属备案 (scenario 19): who is on file as a relative can neither issue to, serve, take back, void, check nor decide; a second person
// can; lists carry the mark; the report names every benefit.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileRelative, rowsOfSheet, staffIds } from '../helpers/fairness.ts';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import {
  batchSpec,
  qrOf,
  seedBatch,
  seedGift,
  seedHouseholds,
  seedItem,
  type ListedVoucher,
} from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
let rice: number;
let h = 0;
beforeEach(async () => {
  shop = await openShop();
  ids = await seedHouseholds(
    shop,
    ['1', '2', '3'].map((number) => ({ number })),
  );
  h = ids.get('2') ?? 0;
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 100 });
});
afterEach(() => shop.close());

type Who = 'volunteer' | 'manager' | 'bureau';
const redeem = (voucherId: number, as: Who) =>
  shop.call(
    'counter.redeem',
    { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] },
    { as },
  );
const scan = (voucherId: number, as: Who) =>
  shop.call('counter.scan', { code: qrOf(shop, voucherId), entry: 'scanned' }, { as });
const voucherOf = (vouchers: readonly ListedVoucher[], number: string): number => {
  const row = rowsOf(shop, `SELECT id FROM voucher WHERE household_id = ${String(ids.get(number))}`)[0];
  const voucher = vouchers.find(({ id }) => id === row?.['id']);
  if (!voucher) throw new Error('no voucher');
  return voucher.id;
};
const relatives = (inForce = true) => shop.call('fairness.relatives', { inForce }, { as: 'manager' });

describe('filing', () => {
  it('lists who is whose relative, masked, and refuses what is there already or lies ahead', async () => {
    const kinshipId = await fileRelative(shop, h, { document: '备案表 3 号' });
    expect(await relatives()).toMatchObject({
      total: 1,
      rows: [
        {
          kinshipId,
          staff: '王芳',
          number: '2',
          relation: '兄',
          document: '备案表 3 号',
          own: false,
          toDay: null,
        },
      ],
    });
    expect((await relatives()).rows[0]?.headName).toContain('*');
    expect((await refusalOf(fileRelative(shop, h))).code).toBe('kinship-filed');
    expect((await refusalOf(fileRelative(shop, ids.get('1') ?? 0, { fromDay: '2026-05-05' }))).code).toBe(
      'fairness-day-ahead',
    );
    expect((await refusalOf(fileRelative(shop, 999))).code).toBe('not-found');
    expect((await refusalOf(fileRelative(shop, h, { staffId: 999 }))).code).toBe('not-found');
    await fileRelative(shop, h, { staffId: staffIds.bureau });
  });

  it('is ended with a reason, once, and never by the one it is about; nothing of it goes away', async () => {
    const kinshipId = await fileRelative(shop, h, { staffId: staffIds.manager });
    const end = (as: 'manager' | 'bureau') =>
      shop.call('fairness.endRelative', { kinshipId, reason: '登记有误' }, { as });
    expect(await refusalOf(end('manager'))).toMatchObject({ code: 'own-relative', params: { number: '2' } });
    await end('bureau');
    expect((await refusalOf(end('bureau'))).code).toBe('kinship-ended');
    expect((await relatives()).total).toBe(0);
    expect((await relatives(false)).rows).toMatchObject([{ toDay: '2026-05-04', endReason: '登记有误' }]);
    await fileRelative(shop, h, { staffId: staffIds.manager });
  });
});

describe('scenario 19', () => {
  it('the relative can neither scan nor redeem, whatever the till was told before; a second person can', async () => {
    const { vouchers } = await seedBatch(shop);
    const voucherId = voucherOf(vouchers, '2');
    await scan(voucherId, 'volunteer');
    await fileRelative(shop, h);
    for (const attempt of [() => scan(voucherId, 'volunteer'), () => redeem(voucherId, 'volunteer')])
      expect(await refusalOf(attempt())).toMatchObject({ code: 'own-relative', params: { number: '2' } });
    expect(rowsOf(shop, "SELECT act FROM audit WHERE result = 'refused:own-relative' ORDER BY seq")).toEqual([
      { act: 'counter.scan' },
      { act: 'counter.redeem' },
    ]);
    await redeem(voucherOf(vouchers, '1'), 'volunteer');
    await redeem(voucherId, 'manager');
  });

  it('serves again once the filing has ended', async () => {
    const { vouchers } = await seedBatch(shop);
    const kinshipId = await fileRelative(shop, h);
    await shop.call('fairness.endRelative', { kinshipId, reason: '已非亲属' }, { as: 'manager' });
    await redeem(voucherOf(vouchers, '2'), 'volunteer');
  });

  it('neither takes back nor voids; a second person does', async () => {
    const { vouchers } = await seedBatch(shop);
    const { redemptionId } = await redeem(voucherOf(vouchers, '2'), 'volunteer');
    await fileRelative(shop, h);
    await fileRelative(shop, ids.get('3') ?? 0, { staffId: staffIds.manager });
    const reverse = (as: Who) => shop.call('counter.reverse', { redemptionId, reason: '拿错' }, { as });
    const cancel = (as: Who) =>
      shop.call('vouchers.void', { voucherId: voucherOf(vouchers, '3'), reason: '错发' }, { as });
    expect((await refusalOf(reverse('volunteer'))).code).toBe('own-relative');
    expect(await refusalOf(cancel('manager'))).toMatchObject({
      code: 'own-relative',
      params: { number: '3' },
    });
    await reverse('manager');
    await cancel('bureau');
  });

  it('issues no batch with relatives in it: the preview names them, the issue is refused, a second person issues', async () => {
    await fileRelative(shop, h, { staffId: staffIds.manager });
    await fileRelative(shop, ids.get('3') ?? 0, { staffId: staffIds.manager });
    await fileRelative(shop, ids.get('1') ?? 0);
    const spec = batchSpec();
    const preview = await shop.call('vouchers.previewBatch', { spec }, { as: 'manager' });
    expect(preview.ownRelatives).toEqual(['2', '3']);
    expect(preview.first.map(({ number, relative }) => [number, relative])).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
    ]);
    const issue = (as: 'manager' | 'bureau') =>
      shop.call('vouchers.issueBatch', { spec, expectHouseholds: 3, approval: yes }, { as });
    let yes: typeof approval | null = approval;
    const refused = await refusalOf(issue('manager'));
    expect(refused.code).toBe('own-relative');
    expect(refused.reasons?.map(({ params }) => params?.['number'])).toEqual(['2', '3']);
    expect((await shop.call('vouchers.previewBatch', { spec }, { as: 'bureau' })).ownRelatives).toEqual([]);
    // Whoever says yes to it answers for it too.
    yes = { ...approval, login: 'dianzhang' };
    expect((await refusalOf(issue('bureau'))).code).toBe('own-relative');
    yes = null;
    const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, { as: 'manager' });
    await shop.call(
      'shop.change',
      { name, districtName, reportPhone, settings: { ...settings, issueNeedsSecond: false } },
      { as: 'manager' },
    );
    expect((await issue('bureau')).issued).toBe(3);
  });

  it('does not end the eligibility of a relative, nor keep it: a second person does', async () => {
    await fileRelative(shop, h, { staffId: staffIds.manager });
    const end = (as: 'manager' | 'bureau') =>
      shop.call('eligibility.end', { householdId: h, day: '2026-05-04', reason: '收入超标' }, { as });
    expect((await refusalOf(end('manager'))).code).toBe('own-relative');
    await end('bureau');
  });

  it('changes no file and renews no review of a relative: a second person does', async () => {
    await fileRelative(shop, h, { staffId: staffIds.manager });
    const personId = Number(rowsOf(shop, `SELECT id FROM person WHERE household_id = ${h}`)[0]?.['id']);
    const leave = (as: 'manager' | 'bureau') =>
      shop.call('people.leave', { personId, day: '2026-05-04', how: 'other', reason: '出租房屋' }, { as });
    const renew = (as: 'manager' | 'bureau') =>
      shop.call(
        'eligibility.renew',
        { of: { householdIds: [h, ids.get('1') ?? 0] }, day: '2026-05-04', evidence: '入户记录' },
        { as },
      );
    for (const attempt of [leave, renew])
      expect(await refusalOf(attempt('manager'))).toMatchObject({
        code: 'own-relative',
        params: { number: '2' },
      });
    await renew('bureau');
    await leave('bureau');
  });

  it('marks the household on lists, and for a volunteer on none', async () => {
    await seedBatch(shop);
    await fileRelative(shop, h, { staffId: staffIds.bureau });
    const marked = (rows: readonly { readonly relative: boolean }[]) => rows.map(({ relative }) => relative);
    expect(marked((await shop.call('people.list', {}, { as: 'manager' })).rows)).toEqual([
      false,
      true,
      false,
    ]);
    const vouchers = (as: Who) => shop.call('vouchers.list', { batchId: null }, { as });
    expect(marked((await vouchers('manager')).rows)).toEqual([false, true, false]);
    expect(marked((await vouchers('volunteer')).rows)).toEqual([false, false, false]);
  });
});

describe('the report', () => {
  const report = (format: 'pdf' | 'xlsx') =>
    shop.call('fairness.printRelatives', { from: '2026-05-01', to: '2026-05-31', format }, { as: 'bureau' });

  it('lists every filing with every benefit while it was on file, each once, and what the relative did himself', async () => {
    const { vouchers } = await seedBatch(shop);
    const [first, third] = [voucherOf(vouchers, '2'), voucherOf(vouchers, '3')];
    const { redemptionId } = await redeem(first, 'volunteer');
    // Found out later: the kinship held since 1 May.
    await fileRelative(shop, h);
    await fileRelative(shop, h, { staffId: staffIds.bureau, relation: '岳母' });
    await fileRelative(shop, ids.get('1') ?? 0, { fromDay: '2026-05-04' });
    await shop.call('counter.reverse', { redemptionId, reason: '拿错' }, { as: 'manager' });
    await redeem(third, 'volunteer');
    const rows = await rowsOfSheet(await report('xlsx'));
    const acts = rows.filter((row) => /^\d+\|/.test(row)).map((row) => row.split('|'));
    const said = acts.map((cells) => [cells[1], cells[2], cells[4], ...cells.slice(7)].join(' '));
    expect(said).toEqual([
      '王芳 兄 2 2026-05-04 发放 LQ2026-000002 2026年五一慰问 100 韦店长 —',
      '王芳 兄 2 2026-05-04 核销 LQ2026-000002 2026年五一慰问 90 × 王芳 —',
      '王芳 兄 2 2026-05-04 撤销核销 LQ2026-000002 2026年五一慰问 -90 韦店长 —',
      '区民政局 岳母 2 本期无',
      '王芳 兄 1 2026-05-04 发放 LQ2026-000001 2026年五一慰问 100 韦店长 —',
    ]);
  });

  it('is a zero report when nothing is on file', async () => {
    const rows = await rowsOfSheet(await report('xlsx'));
    expect(rows.some((row) => row.includes('零报告'))).toBe(true);
    expect((await report('pdf')).pages).toBe(1);
  });

  it('is not for a volunteer', async () => {
    for (const [act, input] of [
      ['fairness.relatives', {}],
      ['fairness.checks', {}],
      ['fairness.complaints', {}],
      ['fairness.lens', { kind: 'phone' }],
    ] as const)
      expect(await shop.send({ act, input }, 'volunteer')).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
  });
});
