// Sheets as offices send them, and a look into the file at what an import left there. Looking only.
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openReadOnly } from '../../db/open.ts';
import type { OpenShop } from './open-shop.ts';

/** A CSV in UTF-8 whose cells come through unchanged, whatever is in them. */
export const csvSheet = (rows: readonly (readonly string[])[]): { name: string; bytes: Uint8Array } => ({
  name: '表.csv',
  bytes: new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  ),
});

const look = <T>(shop: OpenShop, at: (file: ReturnType<typeof openReadOnly>) => T): T => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return at(file);
  } finally {
    file.close();
  }
};

const tablesOf = (file: ReturnType<typeof openReadOnly>): readonly string[] =>
  file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .pluck()
    .all() as string[];

/** Rows of every table. */
export const rowCounts = (shop: OpenShop): Readonly<Record<string, number>> =>
  look(shop, (file) =>
    Object.fromEntries(
      tablesOf(file).map((table) => [
        table,
        file.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
      ]),
    ),
  );

/** Every text that stands anywhere in the file. */
export const storedTexts = (shop: OpenShop): string =>
  look(shop, (file) =>
    tablesOf(file)
      .flatMap((table) => file.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][])
      .flat()
      .filter((cell) => typeof cell === 'string')
      .join('\n'),
  );

/** Rows of one query, for what no act says. */
export const rowsOf = (shop: OpenShop, sql: string): readonly Record<string, unknown>[] =>
  look(shop, (file) => file.prepare(sql).all() as Record<string, unknown>[]);

/** A roster with one row a person, for tests of single rows. */
export const roster = (...rows: readonly (readonly string[])[]): { name: string; bytes: Uint8Array } =>
  csvSheet([rosterHeadings, ...rows]);

export const rosterHeadings = [
  '户编号',
  '姓名',
  '与户主关系',
  '身份证号码',
  '性别',
  '出生日期',
  '救助类别',
  '自理能力',
  '街道',
  '社区',
  '家庭住址',
  '联系电话',
  '享受起始',
  '下次复核',
] as const;
const usualPerson: Readonly<Record<string, string>> = {
  户编号: '7',
  姓名: '韦秀兰',
  与户主关系: '户主',
  身份证号码: '450202194803150025',
  救助类别: '城市低保',
  街道: '城中街道',
  社区: '桂中社区',
  下次复核: '2027-12-31',
};
/** A good row (fictional), with changes. */
export const rosterLine = (
  changes: Partial<Record<(typeof rosterHeadings)[number], string>> = {},
): readonly string[] => rosterHeadings.map((heading) => changes[heading] ?? usualPerson[heading] ?? '');
/** Fictional numbers, in order; at most 1,000. */
export const fictionalNumber = (at: number): string => {
  const first17 = `45020119700101${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
