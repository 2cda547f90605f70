// 举报: recorded, followed, closed once; never handled or read by the one it is about, the reporter told by an act of its own that
// leaves a trace, and never on paper.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { fileRelative, rowsOfSheet, staffIds } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

type Who = 'manager' | 'bureau';
let shop: OpenShop;
let h = 0;
beforeEach(async () => {
  shop = await openShop();
  h = (await seedHouseholds(shop, [{ number: '1' }])).get('1') ?? 0;
});
afterEach(() => shop.close());

const record = (more: Partial<Input<'fairness.recordComplaint'>> = {}, as: Who = 'manager') =>
  shop
    .call(
      'fairness.recordComplaint',
      {
        way: 'phone',
        matter: '反映该户有商铺',
        householdId: h,
        reporter: '莫某举',
        reporterPhone: '13900001111',
        ...more,
      },
      { as },
    )
    .then(({ complaintId }) => complaintId);
const read = (complaintId: number, as: Who = 'manager') =>
  shop.call('fairness.complaint', { complaintId }, { as });
const step = (complaintId: number, as: Who = 'manager') =>
  shop.call('fairness.addStep', { complaintId, words: '已到社区核实' }, { as });
const close = (complaintId: number, as: Who = 'manager') =>
  shop.call(
    'fairness.closeComplaint',
    { complaintId, outcome: 'confirmed', finding: '确有商铺出租', measures: '停保并追回' },
    { as },
  );
const reporter = (complaintId: number, as: Who = 'manager') =>
  shop.call('fairness.reporter', { complaintId, reason: '回访核实' }, { as });

describe('a complaint', () => {
  it('has a number, steps and one end; nothing is added afterwards', async () => {
    const complaintId = await record();
    await step(complaintId);
    expect(await read(complaintId)).toMatchObject({
      number: 'JB2026-000001',
      day: '2026-05-04',
      way: 'phone',
      householdNumber: '1',
      named: true,
      own: false,
      steps: [{ words: '已到社区核实', day: '2026-05-04', by: '韦店长' }],
      end: null,
    });
    const open = async () =>
      (await shop.call('fairness.complaints', { openOnly: true }, { as: 'bureau' })).total;
    expect(await open()).toBe(1);
    expect((await shop.call('shop.today', {}, { as: 'manager' })).complaintsOpen).toBe(1);
    await close(complaintId);
    expect((await read(complaintId)).end).toMatchObject({
      outcome: 'confirmed',
      measures: '停保并追回',
      by: '韦店长',
    });
    expect(await open()).toBe(0);
    expect((await shop.call('shop.today', {}, { as: 'manager' })).complaintsOpen).toBe(0);
    expect((await refusalOf(close(complaintId))).code).toBe('complaint-closed');
    expect((await refusalOf(step(complaintId))).code).toBe('complaint-closed');
    expect(
      (await shop.call('fairness.complaints', { search: '商铺' }, { as: 'manager' })).rows,
    ).toMatchObject([{ complaintId, outcome: 'confirmed' }]);
  });

  it('may be anonymous and about nobody in particular; whom it names must be there', async () => {
    const complaintId = await record({ householdId: null, reporter: '', reporterPhone: '' });
    expect(await read(complaintId)).toMatchObject({ named: false, householdId: null, aboutStaff: '' });
    expect((await refusalOf(record({ householdId: 999 }))).code).toBe('not-found');
    expect((await refusalOf(record({ aboutStaffId: 999 }))).code).toBe('not-found');
    expect((await refusalOf(record({ matter: ' ' }))).code).toBe('input-invalid');
    for (const act of [read, step, close, reporter])
      expect((await refusalOf(act(999))).code).toBe('not-found');
  });
});

describe('who reported', () => {
  it('is told by an act of its own, with a reason, in the log; lists and files do not say it', async () => {
    const complaintId = await record();
    expect(await reporter(complaintId)).toEqual({ reporter: '莫某举', reporterPhone: '13900001111' });
    const audit = rowsOf(shop, "SELECT object, detail FROM audit WHERE act = 'fairness.reporter'");
    expect(audit).toEqual([{ object: `complaint:${complaintId}`, detail: '{"reason":"回访核实"}' }]);
    const shown = JSON.stringify([
      await read(complaintId),
      await shop.call('fairness.complaints', {}, { as: 'manager' }),
    ]);
    expect(shown).not.toContain('莫某举');
    expect(
      rowsOf(shop, 'SELECT detail, object FROM audit')
        .map((row) => JSON.stringify(row))
        .join(),
    ).not.toContain('莫某举');
    expect(rowsOf(shop, "SELECT result FROM command WHERE act = 'fairness.reporter'")).toEqual([
      { result: 'null' },
    ]);
  });

  it('stands on no paper, and numbers typed into the words are masked there', async () => {
    const complaintId = await record({ matter: '反映该户有商铺，可找 13900002222' });
    await close(complaintId);
    const print = (format: 'pdf' | 'xlsx', as: Who = 'manager') =>
      shop.call('fairness.printComplaints', { from: '2026-05-01', to: '2026-05-31', format }, { as });
    const text = (await rowsOfSheet(await print('xlsx'))).join('\n');
    expect(text).toContain('JB2026-000001');
    expect(text).toContain('属实');
    for (const secret of ['莫某举', '13900001111', '13900002222']) expect(text).not.toContain(secret);
    expect((await print('pdf')).pages).toBe(1);
    await record({ aboutStaffId: staffIds.manager });
    expect((await refusalOf(print('pdf'))).code).toBe('concerns-yourself');
    await print('pdf', 'bureau');
  });
});

describe('whom it is about', () => {
  it('neither reads, follows, closes nor learns who reported; somebody else does', async () => {
    const complaintId = await record(
      { householdId: null, aboutStaffId: staffIds.manager, matter: '店长私留物资' },
      'bureau',
    );
    for (const act of [read, step, close, reporter])
      expect((await refusalOf(act(complaintId, 'manager'))).code).toBe('concerns-yourself');
    const matter = async (as: Who) =>
      (await shop.call('fairness.complaints', {}, { as })).rows.map((row) => row.matter);
    expect(await matter('manager')).toEqual(['']);
    expect(await matter('bureau')).toEqual(['店长私留物资']);
    expect((await reporter(complaintId, 'bureau')).reporter).toBe('莫某举');
    await step(complaintId, 'bureau');
    await close(complaintId, 'bureau');
  });

  it('a relative of the household neither follows, closes nor learns who reported', async () => {
    const complaintId = await record();
    await fileRelative(shop, h, { staffId: staffIds.manager });
    for (const act of [step, close, reporter])
      expect(await refusalOf(act(complaintId, 'manager'))).toMatchObject({
        code: 'own-relative',
        params: { number: '1' },
      });
    expect((await read(complaintId)).own).toBe(true);
    await close(complaintId, 'bureau');
  });
});
