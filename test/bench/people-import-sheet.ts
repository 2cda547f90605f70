// A made-up roster (花名册) of any size as Excel saves one: .xlsx with shared strings, or .csv; 18 columns, one row in twenty hostile
// in every way of the sample's expected.json. Identity numbers stand on an address code that no resident card carries.
import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';

export const columnNames = [
  '户编号',
  '姓名',
  '与户主关系',
  '身份证号码',
  '性别',
  '出生日期',
  '救助类别',
  '自理能力',
  '分类施保',
  '街道(乡镇)',
  '社区(村)',
  '家庭住址',
  '联系电话',
  '证件编号',
  '享受起始',
  '下次复核',
  '银行账号',
  '备注',
] as const;
type Cells = readonly (string | number)[];

const categories = ['城市低保', '农村低保', '低保边缘家庭', '特困分散供养', '重度残疾人', '刚性支出困难家庭'];
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗韦覃蒙莫';
const given = '芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红莺雪乐行';
const pick = (from: string, at: number): string => from.charAt(at % from.length);
const nameOf = (at: number): string =>
  pick(surnames, at * 7) +
  pick(given, at * 13 + Math.floor(at / 24)) +
  pick(given, at * 17 + Math.floor(at / 720));

const births = 25_000;
const dayMs = 86_400_000;
const birthOf = (at: number): string =>
  new Date(Date.UTC(1940, 0, 1) + (at % births) * dayMs).toISOString().slice(0, 10);
const numberOf = (at: number): string => {
  const first17 = `450201${birthOf(at).replaceAll('-', '')}${String(500 + Math.floor(at / births)).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
const otherDigit = (number: string): string => number.slice(0, 17) + (number.endsWith('5') ? '6' : '5');

/** Three people in two households. */
const householdOf = (at: number): number => Math.floor(at / 3) * 2 + (at % 3 === 2 ? 1 : 0);
const isHead = (at: number): boolean => at % 3 !== 1;

const goodRow = (at: number): Cells => {
  const household = householdOf(at);
  const street = `第${household % 7}街道`;
  const community = `第${household % 77}社区`;
  const number = numberOf(at);
  return [
    `R${String(household + 1).padStart(6, '0')}`,
    nameOf(at),
    isHead(at) ? '户主' : '子',
    number,
    Number(number.charAt(16)) % 2 === 1 ? '男' : '女',
    birthOf(at),
    categories[household % categories.length] ?? '',
    '',
    household % 50 === 0 ? '单亲' : '',
    street,
    community,
    `${street}${community}${household % 90}号${household % 7}栋${household}`,
    `186${String(10_000_000 + household)}`,
    `DB450201${String(household).padStart(6, '0')}`,
    '2025-05-01',
    '2095-12-31',
    `62003151${String(10_000_000_000 + at)}`,
    '',
  ];
};

const put = (cells: Cells, ...changes: readonly (readonly [number, string | number])[]): Cells => {
  const changed = [...cells];
  for (const [column, value] of changes) changed[column] = value;
  return changed;
};
/** One kind of bad row after the other. */
const spoil: readonly ((cells: Cells, at: number) => Cells)[] = [
  (cells, at) => put(cells, [1, '重复者'], [3, numberOf(at - 7)]),
  (cells, at) =>
    put(
      cells,
      [3, String(cells[3]).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))],
      [0, `X${at}`],
      [3, numberOf(at - 8)],
    ),
  (cells) => put(cells, [3, otherDigit(String(cells[3]))], [5, '']),
  (cells) => put(cells, [3, '450205196602290011'], [5, '']),
  (cells) => put(cells, [3, Number(String(cells[3]).slice(0, 17)) * 10]),
  (cells) => put(cells, [3, '']),
  (cells) => put(cells, [1, '']),
  (cells) => put(cells, [6, '贫困户']),
  (cells) => put(cells, [1, '=HYPERLINK("x","点")']),
  (cells) => put(cells, [1, '张\u202E三']),
  (cells) => put(cells, [3, '450201203103035048'], [5, '']),
  (cells) => put(cells, [5, '1901-01-01']),
];
export const isHostile = (at: number): boolean => at % 20 === 13;

export const rowOf = (at: number): Cells => {
  const cells = goodRow(at);
  return isHostile(at) ? (spoil[Math.floor(at / 20) % spoil.length]?.(cells, at) ?? cells) : cells;
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letter = (column: number): string => String.fromCharCode(65 + column);

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
};

/** Writes `rows` rows as .xlsx; the file grows as it is made, nothing but the strings is held. */
export const writeXlsx = (file: string, rows: number): void => {
  const out = openSync(file, 'w');
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(out, chunk);
  });
  const entry = (name: string, pieces: Iterable<string>): void => {
    const packed = new ZipDeflate(name, { level: 6 });
    zip.add(packed);
    const encoder = new TextEncoder();
    for (const piece of pieces) packed.push(encoder.encode(piece));
    packed.push(new Uint8Array(), true);
  };
  for (const [name, xml] of Object.entries(parts)) entry(name, [xml]);
  const strings = new Map<string, number>();
  const cellOf = (value: string | number, reference: string): string => {
    if (value === '') return '';
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    const known = strings.get(value) ?? strings.size;
    strings.set(value, known);
    return `<c r="${reference}" t="s"><v>${known}</v></c>`;
  };
  const rowXml = (cells: Cells, at: number): string =>
    `<row r="${at}" spans="1:18">${cells.map((value, column) => cellOf(value, `${letter(column)}${at}`)).join('')}</row>`;
  entry(
    'xl/worksheets/sheet1.xml',
    (function* () {
      yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
      yield rowXml(['2026年社会救助对象花名册'], 1);
      yield rowXml(columnNames, 2);
      for (let from = 0; from < rows; from += 1000) {
        let piece = '';
        for (let at = from; at < Math.min(from + 1000, rows); at += 1) piece += rowXml(rowOf(at), at + 3);
        yield piece;
      }
      yield '</sheetData></worksheet>';
    })(),
  );
  entry(
    'xl/sharedStrings.xml',
    (function* () {
      yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.size}">`;
      let piece = '';
      for (const text of strings.keys()) {
        piece += `<si><t>${escape(text)}</t></si>`;
        if (piece.length < 100_000) continue;
        yield piece;
        piece = '';
      }
      yield `${piece}</sst>`;
    })(),
  );
  zip.end();
  closeSync(out);
};

/** Long numbers as a spreadsheet writes them into text. */
const plain = (value: string | number): string =>
  typeof value === 'number' && value > 1e15 ? value.toExponential(5).toUpperCase() : String(value);
const quoted = (cell: string | number): string => {
  const value = plain(cell);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
};

export const writeCsv = (file: string, rows: number): void => {
  const out = openSync(file, 'w');
  writeSync(out, `${columnNames.join(',')}\r\n`);
  for (let at = 0; at < rows; at += 1) writeSync(out, `${rowOf(at).map(quoted).join(',')}\r\n`);
  closeSync(out);
};
