// The classes of fields (db/domain/field-classes.ts) against what the program really shows and keeps.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_CLASSES, FIELD_PLACES, type FieldName } from '../../db/domain/field-classes.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { pageTexts } from '../documents/reading.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { readTables } from '../helpers/read-tables.ts';
import { sampleFolder, sampleSheet } from '../helpers/sample.ts';
import { roster, rosterLine, rowsOf, storedTexts } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
const importSheet = async (sheet: { name: string; bytes: Uint8Array }): Promise<void> => {
  const { previewId } = await shop.call('people.previewImport', { sheet }, { as });
  await shop.call('people.confirmImport', { previewId }, { as });
};
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const shownOf = (field: FieldName) => {
  const found = FIELD_CLASSES.find((one) => one.field === field);
  if (!found) throw new Error('no such field');
  return found.shown;
};

describe('what is dropped when a sheet is read', () => {
  it('nothing of the bank account and illness columns of the sample stands anywhere in the raw books', async () => {
    const bytes = new Uint8Array(readFileSync(join(sampleFolder, 'roster.xlsx')));
    const { tables } = await readTables(createDocumentsService(), { name: 'roster.xlsx', bytes });
    const rows = tables.flatMap((table) => table.rows.map((row) => row.map(({ text }) => text.trim())));
    const head = rows.findIndex((row) => row.includes('银行账号'));
    const account = rows[head]?.indexOf('银行账号') ?? -1;
    const illness = rows[head]?.indexOf('备注') ?? -1;
    expect([account, illness].every((at) => at >= 0)).toBe(true);
    const never = new Set(
      rows
        .slice(head + 1)
        .flatMap((row) => [row[account] ?? '', row[illness] ?? ''])
        .filter((cell) => cell.length > 1),
    );
    expect(never.size).toBeGreaterThan(400);
    await importSheet(sampleSheet('roster.xlsx'));
    const kept = storedTexts(shop);
    expect(kept.length).toBeGreaterThan(10_000);
    expect([...never].filter((cell) => kept.includes(cell))).toEqual([]);
  });

  it('there is no column for them', () => {
    const names = rowsOf(
      shop,
      `SELECT lower(sql) AS sql FROM sqlite_schema WHERE name IN ('person', 'household')`,
    );
    expect(JSON.stringify(names)).not.toMatch(/bank|account|illness|disease/u);
    for (const field of ['bankAccount', 'illness'] as const)
      for (const place of FIELD_PLACES) expect(shownOf(field)[place]).toBe('never');
  });
});

it('the table holds what screens, papers and the wall show', async () => {
  const sheet = roster(
    rosterLine({ 户编号: 'F1', 姓名: '欧阳秀兰', 家庭住址: '城中街道桂中社区27号', 联系电话: '13800001234' }),
  );
  await importSheet(sheet);
  const { rows } = await shop.call('people.list', { search: 'F1' }, { as });
  const file = await shop.call('people.household', { householdId: rows[0]?.id ?? 0 }, { as });
  const masked = { name: '欧**兰', identityNumber: '45*************025', phone: '138****1234' };
  expect(file).toMatchObject({ headName: masked.name, phone: masked.phone, address: '城中街道桂中社区' });
  expect(file.people[0]).toMatchObject({
    name: masked.name,
    idMasked: masked.identityNumber,
    birthYear: '1948',
  });
  for (const field of ['name', 'identityNumber', 'phone'] as const)
    expect(shownOf(field).list).toBe('masked');
  expect([shownOf('address').list, shownOf('birthDay').list]).toEqual(['community', 'year']);

  const paper = await shop.call(
    'privacy.exportRoster',
    { community: '桂中社区', state: '', format: 'csv' },
    { as },
  );
  const line =
    new TextDecoder()
      .decode(paper.bytes)
      .split('\n')
      .find((one) => one.includes('F1')) ?? '';
  for (const shown of [...Object.values(masked), '城中街道']) expect(line).toContain(shown);
  expect(line).not.toMatch(/27号|欧阳秀|1948/u);
  expect([shownOf('address').roster, shownOf('birthDay').roster]).toEqual(['street', 'never']);

  const scope = { of: 'eligible', category: 'urban-minimum-living', community: '桂中社区' } as const;
  const { reviewed } = await shop.call('privacy.previewPublicList', { scope }, { as });
  const wall = pageTexts((await shop.call('privacy.publicList', { scope, reviewed }, { as })).bytes).join('');
  expect(wall).toContain(masked.identityNumber);
  expect(wall).not.toContain(masked.phone);
  expect([shownOf('phone').public, shownOf('protectedPerson').public, shownOf('name').public]).toEqual([
    'never',
    'count',
    'setting',
  ]);
  const full = await shop.call('people.reveal', { householdId: rows[0]?.id ?? 0, reason: '核对' }, { as });
  expect([full.phone, full.people[0]?.birthDay]).toEqual(['13800001234', '1948-03-15']);
});
