// Rosters taken out of the books: masked for everybody who may see households, whole for a reason that the log keeps.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { sheetRows } from '../documents/reading.ts';
import { door, elder, openExposed, textOf } from '../helpers/exposed.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
beforeAll(async () => void ({ shop } = await openExposed()));
afterAll(() => shop.close());

const roster = (
  wish: Partial<Input<'privacy.exportRoster'>> = {},
  role: 'manager' | 'bureau' | 'volunteer' = as,
) => shop.call('privacy.exportRoster', { format: 'pdf', ...wish }, { as: role });
const whole = (
  wish: Partial<Input<'privacy.exportFullRoster'>> = {},
  role: 'manager' | 'volunteer' = as,
  commandId: string = randomUUID(),
) =>
  shop.call(
    'privacy.exportFullRoster',
    { format: 'xlsx', reason: '上报区民政局', ...wish },
    { as: role, commandId },
  );
describe('privacy.exportRoster', () => {
  it('is masked, marked with who and when, and without illness', async () => {
    const text = textOf(await roster({ category: 'urban-minimum-living' }, 'bureau'));
    expect(text).toContain('45*************' + elder.slice(-3));
    expect(text).toContain('138****1234');
    expect(text).toMatch(/内部资料不得外传·导出人区民政局·2026-05-0410:12·编号DC2026-0000\d\d/u);
    expect(text).toContain('本件中姓名、证件号、电话等已作掩码处理');
    expect(text).toContain('共3户4人');
    for (const never of ['韦秀兰', '韦国强', '27号', elder, '13800001234', '尿毒症'])
      expect(text).not.toContain(never);
  });

  it('whole for a reason, logged with number, reason and how many', async () => {
    const commandId = randomUUID();
    const paper = await whole({ category: 'urban-minimum-living' }, 'manager', commandId);
    const rows = sheetRows(paper.bytes).get('名册') ?? [];
    const words = rows.flat().join('\n');
    for (const shown of ['韦秀兰', elder, '13800001234', door, '导出原因:上报区民政局'])
      expect(words).toContain(shown);
    expect(words).not.toContain('尿毒症');
    await whole({ category: 'urban-minimum-living' }, 'manager', commandId);
    const logged = rowsOf(
      shop,
      `SELECT actor, object, detail, result FROM audit WHERE act = 'privacy.exportFullRoster' ORDER BY seq`,
    );
    const [first, again] = logged.map(({ detail }) => JSON.parse(String(detail)) as Record<string, unknown>);
    expect(logged.map(({ actor, result }) => [actor, result])).toEqual([
      ['dianzhang', 'done'],
      ['dianzhang', 'again'],
    ]);
    expect(first).toMatchObject({
      people: 4,
      households: 3,
      full: true,
      reason: '上报区民政局',
      category: 'urban-minimum-living',
    });
    expect(again?.['number']).toBe(first?.['number']);
    expect(paper.fileName).toBe(`名册-${String(first?.['number'])}.xlsx`);
    expect(JSON.stringify(logged)).not.toContain('韦秀兰');
  });

  it('narrows by community and state, as a sheet or as text, and gives each paper a number of its own', async () => {
    const numbers = [];
    for (const format of ['pdf', 'xlsx', 'csv'] as const) numbers.push((await roster({ format })).fileName);
    expect(new Set(numbers).size).toBe(3);
    const csv = new TextDecoder().decode((await whole({ format: 'csv', state: '' })).bytes);
    expect(csv).toContain('买买提·吐尔逊');
    expect((await refusalOf(roster({ state: 'ended' }))).code).toBe('export-nobody');
    expect((await refusalOf(roster({ community: '没有的社区' }))).code).toBe('export-nobody');
  });

  it('neutralises what a spreadsheet would take for a formula', async () => {
    const { id } = (await shop.call('people.list', { search: '6' }, { as })).rows[0] ?? { id: 0 };
    expect(id).toBeGreaterThan(0);
    const paper = await whole({ reason: '=HYPERLINK("http://x")' });
    // sheetRows fails when any cell computes.
    expect(sheetRows(paper.bytes).get('名册')?.flat().join('\n')).toContain('HYPERLINK');
  });

  it('takes as many on pages as somebody reads; a sheet takes more', async () => {
    const many = await openShop();
    await seedHouseholds(
      many,
      Array.from({ length: 501 }, (_, at) => ({ number: `M${at}`, members: 10 })),
    );
    const take = (format: 'pdf' | 'csv') => many.call('privacy.exportRoster', { format }, { as });
    const refused = await refusalOf(take('pdf'));
    expect([refused.code, refused.params]).toEqual(['export-too-many', { most: 5_000 }]);
    const lines = new TextDecoder().decode((await take('csv')).bytes).split('\n');
    expect(lines.filter((line) => line.includes('城中街道'))).toHaveLength(5_010);
    // Across turns nobody is doubled or lost.
    expect(
      new Set(lines.map((line) => line.split(',')[0]).filter((number) => /^"?M\d/u.test(number ?? ''))).size,
    ).toBe(501);
    await many.close();
  });

  it('is refused to volunteers, and whole without a reason to everybody', async () => {
    expect((await refusalOf(roster({}, 'volunteer'))).code).toBe('not-permitted');
    expect((await refusalOf(whole({}, 'volunteer'))).code).toBe('not-permitted');
    expect((await refusalOf(whole({ reason: ' ' }))).code).toBe('input-invalid');
  });
});
