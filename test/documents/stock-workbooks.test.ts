// The store room's lists as workbooks, read back by our own reader and by another program's: figures as numbers,
// unknown as a word, nothing that computes; a hundred thousand rows as a stream.
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import {
  countMisfits,
  countResult,
  countSheet,
  labelSheet,
  scenarioCard,
  stockCard,
  stockNote,
  trace,
} from './stock-samples.ts';
import { readTables } from '../helpers/read-tables.ts';

const service = createDocumentsService();
type Cell = string | number | undefined;
type Rows = readonly (readonly Cell[])[];
const none = undefined;

/** Rows of each sheet as the other program reads them; refuses formulas, and that ours reads fewer or other rows. */
async function sheets(model: DocumentModel): Promise<Readonly<Record<string, Rows>>> {
  const { bytes, pages } = await service.render({ model, format: 'xlsx' });
  const ours = await readTables(service, { name: 'x.xlsx', bytes });
  const book = read(bytes, { type: 'array' });
  expect(ours.tables.map((table) => table.sheet)).toEqual(book.SheetNames);
  expect(pages).toBe(book.SheetNames.length);
  const found: Record<string, Rows> = {};
  for (const table of ours.tables) {
    const sheet = book.Sheets[table.sheet] ?? {};
    expect(Object.values(sheet).filter((cell: { f?: string }) => cell.f !== undefined)).toEqual([]);
    const rows = utils.sheet_to_json<Cell[]>(sheet, { header: 1, blankrows: true });
    expect(table.rows.map((row) => row[0]?.text ?? '')).toEqual(rows.map((row) => String(row[0] ?? '')));
    found[table.sheet] = rows;
  }
  return found;
}

const rowWith = (rows: Rows | undefined, text: string): readonly Cell[] =>
  rows?.find((row) => row.includes(text)) ?? [];

describe('counts', () => {
  it('盈亏表: numbers, 未计价 and 未盘 as words, both totals', async () => {
    const { 盈亏表: rows } = await sheets(countResult);
    expect(rowWith(rows, 'L26-0123').slice(6)).toEqual([52, 54, 2, 94, '上次发放多记']);
    expect(rowWith(rows, 'L26-0140').slice(6, 10)).toEqual([12.5, 10, -2.5, -11.25]);
    expect(rowWith(rows, 'C-00042').slice(6, 10)).toEqual([60, 57, -3, '未计价']);
    expect(rowWith(rows, 'L26-0150').slice(6, 10)).toEqual([30, '未盘', '—', '—']);
    expect(rowWith(rows, '盘盈合计')[9]).toBe(94);
    expect(rowWith(rows, '盘亏合计')[9]).toBe(-11.25);
    expect(rows?.flat().join('')).toContain('其中 1 项未计价');
  });

  it('盘点表 and 复盘清单 come to be filled in', async () => {
    const { 盘点表: open } = await sheets(countSheet(3, false, false));
    expect(rowWith(open, '账面数量')).toEqual([
      ...['序号', '品名', '规格', '单位', '保质期至', '批号/吊牌'],
      ...['账面数量', '实盘数量', '备注'],
    ]);
    expect(rowWith(open, 'L26-0140').slice(3, 7)).toEqual(['公斤', '2026-09-01', 'L26-0140', 7.302]);
    const { 复盘清单: misfits } = await sheets(countMisfits);
    expect(rowWith(misfits, 'L26-0123').slice(6, 9)).toEqual([52, 54, 2]);
    expect(rowWith(misfits, 'L26-0140').slice(6, 9)).toEqual([12.5, '未盘', '—']);
  });
});

describe('去向单', () => {
  it('has origins, households and the rest on sheets of their own', async () => {
    const found = await sheets(trace);
    expect(Object.keys(found)).toEqual(['来源', '发放去向', '其他去向']);
    expect(rowWith(found['来源'], '2026-000123').slice(2)).toEqual(['捐赠', '2026-000123', '匿名', 40]);
    expect(rowWith(found['发放去向'], '37 户')).toEqual([none, none, '合计', '37 户', none, 38]);
    expect(found['发放去向']?.filter((row) => row[6] === '王芳')).toHaveLength(38);
    expect(rowWith(found['其他去向'], 'BS2026-000003')[4]).toBe(1);
  });
});

describe('物资明细账', () => {
  it('domain scenario 16 as numbers: 54 bags, ¥2,538.00', async () => {
    const { 明细账: rows } = await sheets(scenarioCard);
    expect(rowWith(rows, '期初结存').slice(7)).toEqual([120, 5_400]);
    expect(rowWith(rows, '领物券发放').slice(2)).toEqual(['领物券发放', none, none, 263, 12_121, 57, 2_679]);
    expect(rowWith(rows, '盘盈').slice(2)).toEqual(['盘盈', 2, 94, none, none, 54, 2_538]);
    expect(rowWith(rows, '本期合计').slice(3)).toEqual([202, 9_494, 268, 12_356, 54, 2_538]);
    expect(rows?.flat().join('')).toContain('✓ 相符');
    expect(rows?.at(-1)).toContain('本期合计');
  });

  it('what people typed stays text; unpriced stays a word', async () => {
    const typed = ['=1+1', '<b>&amp;"', '  two', '＠A1'];
    const rows = scenarioCard.rows.map((row, i) => ({
      ...row,
      summary: typed[i] ?? '',
      fen: null,
      balanceFen: null,
    }));
    const { 明细账: found } = await sheets({ ...scenarioCard, rows });
    const own = found?.filter((row) => String(row[1]).startsWith('2026-00000'));
    expect(own?.map((row) => row[2])).toEqual(["'=1+1", '<b>&amp;"', '  two', "'＠A1"]);
    expect(own?.map((row) => row[8])).toEqual(['未计价', '未计价', '未计价', '未计价']);
    expect(rowWith(found, '本期合计').slice(3)).toEqual([202, '—', 268, '—', 54, '未计价']);
  });

  it('a hundred thousand rows come as a stream: progress all the way, and others have their turn', async () => {
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 1);
    const seen: number[] = [];
    const { bytes } = await service.render(
      { model: stockCard(100_000), format: 'xlsx' },
      { onProgress: ({ done, total }) => seen.push(done / total) },
    );
    clearInterval(beat);
    expect(seen).toHaveLength(200);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(turns).toBeGreaterThan(100);
    const { tables } = await readTables(service, { name: 'x.xlsx', bytes });
    const last = tables[0]?.rows.at(-1)?.map((found) => found.text);
    expect(last?.slice(2)).toEqual(['本期合计', '100000', '4500000', '98000', '4410000', '2120', '95400']);
  });

  it.each(['pdf', 'xlsx'] as const)(
    'four times the rows take %s about four times as long',
    async (format) => {
      const timeOf = async (rows: number): Promise<number> => {
        const started = performance.now();
        await service.render({ model: stockCard(rows), format });
        return performance.now() - started;
      };
      await timeOf(500);
      const [short, long] = [await timeOf(4_000), await timeOf(16_000)];
      expect(long / short).toBeLessThan(9);
    },
  );

  it('stops when asked, in either format', async () => {
    for (const format of ['xlsx', 'pdf'] as const) {
      let turns = 0;
      const hooks = { onProgress: () => (turns += 1), isCancelled: () => turns >= 3 };
      const stopped = service.render({ model: stockCard(5_000), format }, hooks);
      await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
      expect(turns).toBe(3);
    }
  });
});

it('labels and signed notes have no workbook', async () => {
  for (const model of [labelSheet('a4-3x8'), stockNote('loss')]) {
    await expect(service.render({ model, format: 'xlsx' })).rejects.toThrow(model.kind);
  }
});
