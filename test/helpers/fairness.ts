// What tests of fairness share: households with a telephone and a door, and who of the staff is which id (see open-shop.ts).
import type { Paper } from '../../db/contract/common.ts';
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import type { OpenShop } from './open-shop.ts';
import { readTables } from './read-tables.ts';
import { csvSheet } from './sheet.ts';

export const staffIds = { manager: 1, volunteer: 2, bureau: 3 } as const;

export interface Door {
  readonly number: string;
  readonly phone?: string;
  readonly address?: string;
  readonly community?: string;
}
const headings = [
  '户编号',
  '姓名',
  '与户主关系',
  '身份证号码',
  '救助类别',
  '街道(乡镇)',
  '社区(村)',
  '住址',
  '联系电话',
  '享受起始',
  '下次复核',
];

/** A household of one each; answers their ids by number. Numbers of persons are fictional, see seed.ts. */
export const seedDoors = async (
  shop: OpenShop,
  doors: readonly Door[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = doors.map(({ number, phone = '', address = '', community = '桂中社区' }, at) => {
    const first17 = `45020119${String(50 + (at % 40))}0${String(1 + (Math.floor(at / 40) % 9))}21${String(100 + at).slice(-3)}`;
    return [
      number,
      '覃兰芳',
      '户主',
      first17 + identityCheckCharacter(first17),
      '城市低保',
      '城中街道',
      community,
      address,
      phone,
      '2025-01-01',
      '2027-12-31',
    ];
  });
  const { previewId, refused } = await shop.call(
    'people.previewImport',
    { sheet: csvSheet([headings, ...rows]) },
    { as: 'manager' },
  );
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
  await shop.call('people.confirmImport', { previewId }, { as: 'manager' });
  const { rows: listed } = await shop.call('people.list', { limit: 500 }, { as: 'manager' });
  return new Map(listed.map(({ id, number }) => [number, id]));
};

/** Files the volunteer as brother of the household's, unless said otherwise. */
export const fileRelative = (
  shop: OpenShop,
  householdId: number,
  more: Partial<Input<'fairness.fileRelative'>> = {},
  as: 'manager' | 'bureau' = 'manager',
): Promise<number> =>
  shop
    .call(
      'fairness.fileRelative',
      { staffId: staffIds.volunteer, householdId, relation: '兄', fromDay: '2026-05-01', ...more },
      { as },
    )
    .then(({ kinshipId }) => kinshipId);

/** Rows of a workbook as a spreadsheet program shows them, cells joined by `|`, empty ones left out. */
export const rowsOfSheet = async ({ fileName, bytes }: Paper): Promise<readonly string[]> => {
  const { tables } = await readTables(createDocumentsService(), { name: fileName, bytes });
  return tables.flatMap(({ rows }) =>
    rows.map((cells) =>
      cells
        .map(({ text }) => text.trim())
        .filter((cell) => cell !== '')
        .join('|'),
    ),
  );
};
