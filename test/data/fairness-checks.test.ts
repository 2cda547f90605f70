// 抽查 (scenario 20, ruling 8): sizes rounded up, the same seed draws the same list after a restart, relatives beyond the percentage,
// results that bind, a misfit that stops everything until somebody else decides.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { fileRelative, rowsOfSheet, staffIds } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import {
  batchSpec,
  qrOf,
  seedBatch,
  seedGift,
  seedHouseholds,
  seedItem,
  vouchersOf,
} from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

type Who = 'manager' | 'bureau';
const draw = (shop: OpenShop, more: Partial<Input<'fairness.draw'>> = {}, as: Who = 'manager') =>
  shop.call('fairness.draw', { title: '年度抽查', basisPoints: 3_000, ...more }, { as });
const read = (shop: OpenShop, checkId: number, as: Who = 'manager') =>
  shop.call('fairness.check', { checkId }, { as });
const listOf = async (shop: OpenShop, checkId: number, why = 'drawn'): Promise<readonly string[]> =>
  (await read(shop, checkId)).lines.filter((line) => line.why === why).map(({ number }) => number);

describe('the draw of 495 households', () => {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'));
  const file = join(folder, 'shop.db');
  let shop: OpenShop;
  let ids: ReadonlyMap<string, number>;
  beforeAll(async () => {
    shop = await openShop({ file });
    ids = await seedHouseholds(
      shop,
      Array.from({ length: 498 }, (_, at) => ({
        number: String(at + 1),
        category: at < 100 ? '农村低保' : '城市低保',
        community: at % 5 === 0 ? '南亚社区' : '桂中社区',
        // The last three are not eligible yet.
        ...(at >= 495 ? { start: '2026-06-01' } : {}),
      })),
    );
  });
  afterAll(async () => {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes 149 at 30% and 50 at 10%, rounded up, and no household that is not eligible today', async () => {
    const size = (basisPoints: number) =>
      shop.call('fairness.sampleSize', { basisPoints }, { as: 'manager' });
    expect(await size(3_000)).toEqual({ population: 495, drawn: 149, relatives: 0 });
    expect(await size(1_000)).toEqual({ population: 495, drawn: 50, relatives: 0 });
    const { checkId, number, drawn } = await draw(shop);
    expect([number, drawn]).toEqual(['CC2026-000001', 149]);
    const list = await listOf(shop, checkId);
    expect(new Set(list).size).toBe(149);
    expect(list.filter((one) => Number(one) > 495)).toEqual([]);
    expect((await read(shop, checkId)).lines[0]?.headName).toContain('*');
  });

  it('draws the same list from the same seed after a restart, and another from another', async () => {
    const { checkId } = await draw(shop, { seed: '柳州-2026-05' });
    const first = await listOf(shop, checkId);
    await shop.close();
    shop = await openShop({ file });
    expect(await listOf(shop, checkId)).toEqual(first);
    const again = await draw(shop, { seed: '柳州-2026-05' });
    expect(await listOf(shop, again.checkId)).toEqual(first);
    const other = await draw(shop, { seed: '柳州-2026-06' });
    expect(await listOf(shop, other.checkId)).not.toEqual(first);
    // A smaller sample of the same seed is the beginning of the larger.
    const smaller = await draw(shop, { seed: '柳州-2026-05', basisPoints: 1_000 });
    expect(await listOf(shop, smaller.checkId)).toEqual(first.slice(0, 50));
  });

  it('keeps the seed it made itself, which draws the same again', async () => {
    const { checkId } = await draw(shop);
    const { seed } = await read(shop, checkId);
    expect(seed).toMatch(/^\d{1,15}$/);
    const again = await draw(shop, { seed });
    expect(await listOf(shop, again.checkId)).toEqual(await listOf(shop, checkId));
  });

  it('draws within category and community, and refuses a scope with nobody', async () => {
    const { checkId, drawn } = await draw(shop, {
      category: 'rural-minimum-living',
      community: '南亚社区',
      basisPoints: 10_000,
    });
    expect(drawn).toBe(20);
    expect(await read(shop, checkId)).toMatchObject({
      category: '农村低保',
      community: '南亚社区',
      population: 20,
    });
    expect((await refusalOf(draw(shop, { community: '没有的社区' }))).code).toBe('check-nobody');
    for (const basisPoints of [0, 10_001, 12.5])
      expect((await refusalOf(draw(shop, { basisPoints }))).code).toBe('input-invalid');
  });

  it('has relatives of staff always in, beyond the percentage, and not those out of its scope', async () => {
    const [inScope, outside] = [ids.get('7') ?? 0, ids.get('300') ?? 0];
    await fileRelative(shop, inScope);
    await fileRelative(shop, outside);
    const { checkId, drawn, relatives } = await draw(shop, { category: 'rural-minimum-living' });
    expect([drawn, relatives]).toEqual([30, 1]);
    expect(await listOf(shop, checkId, 'relative')).toEqual(['7']);
    expect(await listOf(shop, checkId)).not.toContain('7');
    const whole = await draw(shop);
    expect([whole.drawn, whole.relatives]).toEqual([149, 2]);
  });

  it('prints the form with names and doors, numbered and counted, and a masked sheet for another office', async () => {
    const { checkId } = await draw(shop, { basisPoints: 100, seed: '表' });
    const form = (format: 'pdf' | 'xlsx') =>
      shop.call('fairness.printCheck', { checkId, format }, { as: 'manager' });
    const first = (await rowsOfSheet(await form('xlsx'))).join('\n');
    expect(first).toContain('年度抽查');
    expect(first).toContain('抽中 5 户');
    expect(first).toMatch(/\|韦\p{Script=Han}/u);
    expect((await form('pdf')).pages).toBeGreaterThan(0);
    expect(rowsOf(shop, "SELECT count(*) AS n FROM paper_print WHERE kind = 'spot-check'")).toEqual([
      { n: 2 },
    ]);
    const exported = (
      await rowsOfSheet(await shop.call('fairness.exportCheck', { checkId }, { as: 'manager' }))
    ).join('\n');
    expect(exported).toContain('韦*');
    expect(exported).not.toMatch(/\|韦\p{Script=Han}/u);
    expect(exported).toContain('DC2026-000001');
    for (const act of ['fairness.printCheck', 'fairness.exportCheck'] as const)
      expect((await refusalOf(shop.call(act, { checkId: 999 }, { as: 'manager' }))).code).toBe('not-found');
  });
});

describe('results and decisions', () => {
  let shop: OpenShop;
  let ids: ReadonlyMap<string, number>;
  let checkId = 0;
  let h = 0;
  beforeEach(async () => {
    shop = await openShop();
    ids = await seedHouseholds(
      shop,
      ['1', '2', '3'].map((number) => ({ number })),
    );
    h = ids.get('2') ?? 0;
    ({ checkId } = await draw(shop, { basisPoints: 10_000 }));
  });
  afterEach(() => shop.close());

  type Entered = Input<'fairness.enterResult'>;
  const enter = (more: Partial<Entered> = {}, as: Who = 'manager') =>
    shop.call(
      'fairness.enterResult',
      {
        checkId,
        householdId: h,
        result: 'misfits',
        visitedDay: '2026-05-04',
        visitors: '李核查、覃核查',
        note: '名下有营运车辆',
        ...more,
      },
      { as },
    );
  const decide = (
    outcome: 'stays' | 'ends',
    as: Who = 'bureau',
    more: Partial<Input<'fairness.decide'>> = {},
  ) =>
    shop.call(
      'fairness.decide',
      { checkId, householdId: h, outcome, reason: '车辆已报废，核实无误', ...more },
      { as },
    );
  const lineOf = async (as: Who = 'manager') =>
    (await read(shop, checkId, as)).lines.find(({ householdId }) => householdId === h);
  const eventsOf = () =>
    rowsOf(
      shop,
      `SELECT kind, reason, document FROM household_event WHERE household_id = ${h} AND kind <> 'entered'`,
    );
  const preview = () => shop.call('vouchers.previewBatch', { spec: batchSpec() }, { as: 'manager' });

  it('stores fits, misfits and not seen; only who was not seen is visited again', async () => {
    await enter({ result: 'not-seen', note: '' });
    expect(await lineOf()).toMatchObject({
      result: 'not-seen',
      visitors: '李核查、覃核查',
      enteredBy: '韦店长',
    });
    await enter({ result: 'fits', note: '', visitedDay: '2026-05-03' });
    expect(await lineOf()).toMatchObject({ result: 'fits', visitedDay: '2026-05-03', own: true });
    for (const result of ['fits', 'misfits', 'not-seen'] as const)
      expect((await refusalOf(enter({ result }))).code).toBe('check-result-stands');
    expect((await read(shop, checkId)).fits).toBe(1);
    expect(eventsOf()).toEqual([]);
  });

  it('refuses a day ahead, a misfit without words, a household that was not drawn, a check that is closed', async () => {
    expect((await refusalOf(enter({ visitedDay: '2026-05-05' }))).reasons).toMatchObject([
      { code: 'fairness-day-ahead', field: 'visitedDay' },
    ]);
    expect((await refusalOf(enter({ note: '' }))).reasons).toMatchObject([
      { code: 'check-note-missing', field: 'note' },
    ]);
    expect((await refusalOf(enter({ householdId: 999 }))).code).toBe('not-found');
    expect((await refusalOf(enter({ checkId: 999 }))).code).toBe('not-found');
    const close = () => shop.call('fairness.closeCheck', { checkId }, { as: 'manager' });
    expect(await refusalOf(close())).toMatchObject({ code: 'check-open-lines', params: { open: 3 } });
    for (const number of ['1', '2', '3'])
      await enter({ householdId: ids.get(number) ?? 0, result: 'not-seen' });
    await close();
    expect((await refusalOf(close())).code).toBe('check-closed');
    expect((await refusalOf(enter({ result: 'fits' }))).code).toBe('check-closed');
    expect((await read(shop, checkId)).closedBy).toBe('韦店长');
    expect((await shop.call('fairness.checks', { openOnly: true }, { as: 'manager' })).total).toBe(0);
    expect((await shop.call('fairness.checks', {}, { as: 'manager' })).total).toBe(1);
  });

  it('a misfit gets no new voucher, its open one stops at the till, and both pass again when it stays', async () => {
    const { batchId } = await seedBatch(shop);
    const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
    await seedGift(shop, { itemId: rice, quantity: 10 });
    const mine = Number(rowsOf(shop, `SELECT id FROM voucher WHERE household_id = ${h}`)[0]?.['id']);
    await enter();
    expect((await preview()).leftOut).toContainEqual({ why: 'stopped', households: 1 });
    const scan = () =>
      shop.call('counter.scan', { code: qrOf(shop, mine), entry: 'scanned' }, { as: 'volunteer' });
    const redeem = () =>
      shop.call(
        'counter.redeem',
        { voucherIds: [mine], entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
        { as: 'volunteer' },
      );
    expect((await refusalOf(scan())).code).toBe('household-stopped');
    expect((await refusalOf(redeem())).code).toBe('household-stopped');
    expect((await shop.call('fairness.checks', {}, { as: 'manager' })).rows[0]?.undecided).toBe(1);
    await decide('stays');
    expect((await preview()).households).toBe(3);
    await scan();
    await redeem();
    expect(await lineOf()).toMatchObject({
      decision: { outcome: 'stays', by: '区民政局', day: '2026-05-04' },
    });
    expect(eventsOf()).toEqual([
      { kind: 'stopped', reason: '名下有营运车辆', document: 'CC2026-000001' },
      { kind: 'decided', reason: '车辆已报废，核实无误', document: 'CC2026-000001' },
    ]);
    expect(await vouchersOf(shop, batchId)).toHaveLength(3);
  });

  it('a misfit that ends is struck off with its open vouchers, and stopped no longer', async () => {
    await seedBatch(shop);
    await enter();
    await decide('ends', 'bureau', { reason: '名下有营运车辆' });
    expect(rowsOf(shop, `SELECT stopped, end_day, end_reason FROM household WHERE id = ${h}`)).toEqual([
      { stopped: '', end_day: '2026-05-04', end_reason: '名下有营运车辆' },
    ]);
    expect(rowsOf(shop, `SELECT state FROM voucher WHERE household_id = ${h}`)).toEqual([{ state: 'void' }]);
    expect(eventsOf().map(({ kind }) => kind)).toEqual(['stopped', 'ended', 'decided']);
  });

  it('who entered the result does not decide; nobody decides twice, or where nothing is to decide', async () => {
    expect((await refusalOf(decide('stays'))).code).toBe('check-nothing-to-decide');
    await enter();
    expect(await refusalOf(decide('stays', 'manager'))).toMatchObject({
      code: 'two-people-needed',
      params: { by: '韦店长' },
    });
    await decide('stays');
    expect((await refusalOf(decide('ends'))).code).toBe('check-decided');
    expect((await refusalOf(decide('ends', 'bureau', { householdId: 999 }))).code).toBe('not-found');
  });

  it('stays stopped while another check that found it unfit is undecided', async () => {
    const other = await draw(shop, { basisPoints: 10_000 });
    await enter();
    await enter({ checkId: other.checkId });
    await decide('stays');
    const stopped = () => rowsOf(shop, `SELECT stopped FROM household WHERE id = ${h}`)[0]?.['stopped'];
    expect(stopped()).toBe('check-misfits');
    await decide('stays', 'bureau', { checkId: other.checkId });
    expect(stopped()).toBe('');
  });

  it('does not strike off a second time who left meanwhile', async () => {
    await enter();
    await shop.call(
      'eligibility.end',
      { householdId: h, day: '2026-05-02', reason: '迁出' },
      { as: 'manager' },
    );
    await decide('ends');
    expect(rowsOf(shop, `SELECT stopped, end_day, end_reason FROM household WHERE id = ${h}`)).toEqual([
      { stopped: '', end_day: '2026-05-02', end_reason: '迁出' },
    ]);
  });

  it('a relative neither enters nor decides', async () => {
    await fileRelative(shop, h, { staffId: staffIds.manager });
    expect(await refusalOf(enter())).toMatchObject({ code: 'own-relative', params: { number: '2' } });
    await enter({}, 'bureau');
    expect((await refusalOf(decide('stays', 'manager'))).code).toBe('own-relative');
    await fileRelative(shop, ids.get('1') ?? 0, { staffId: staffIds.bureau });
    await enter({ householdId: ids.get('1') ?? 0 });
    expect((await refusalOf(decide('stays', 'bureau', { householdId: ids.get('1') ?? 0 }))).code).toBe(
      'own-relative',
    );
    expect(await lineOf('bureau')).toMatchObject({ own: true, relative: true });
  });
});
