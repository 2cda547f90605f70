// Lists as workbooks: the sign-off list, the refused rows of an import, and any list of the screens.
import type {
  RefusedRowsModel,
  SignOffListModel,
  TableColumn,
  TableModel,
} from '../../db/contract/documents.ts';
import { signOffCells, signOffHeadings } from './sign-off-list.ts';
import { bold, cell, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

export function signOffSheets(model: SignOffListModel): readonly WorkbookSheet[] {
  const widths = [6, 14, 22, 6, 14, 14, 16, 14, 8, 11, 16, 22, 11, 11];
  const amountColumn = signOffHeadings.indexOf('金额(元)');
  return [
    {
      name: '领取签收表',
      widths,
      landscape: true,
      stickyRows: 0,
      rows: [
        titleRow('领物券领取签收表', widths.length),
        ...(model.practice ? [wordsRow('练习,不作数', widths)] : []),
        wordsRow(`发放批次:${model.batchName}    填报单位(盖章):${model.shop.name}`, widths),
        wordsRow(
          `使用地点:${model.place}    有效期:${model.validFrom} 至 ${model.validTo}(含首尾两日)`,
          widths,
        ),
        signOffHeadings.map((heading) => cell.heading(heading)),
        ...signOffCells(model).map((cells, row) =>
          cells.map((value, column) => {
            if (column === amountColumn && typeof value === 'number')
              return cell.fen(model.rows[row]?.amountFen ?? null);
            return typeof value === 'number' ? cell.number(value) : cell.text(value);
          }),
        ),
      ],
    },
  ];
}

/** Row number, why, then the row as it was read, so that it can be mended and imported again. */
export function refusedRowsSheets(model: RefusedRowsModel): readonly WorkbookSheet[] {
  const headings = ['原表行号', '未导入原因', ...model.headings];
  return [
    {
      name: '未导入',
      widths: [9, 40, ...model.headings.map(() => 18)],
      landscape: true,
      stickyRows: 1,
      rows: [
        headings.map((heading) => cell.heading(heading)),
        ...model.rows.map((row): SheetRow => [
          cell.number(row.sheetRow),
          cell.text(row.reasons.join(';')),
          ...row.cells.map((text) => cell.text(text)),
        ]),
      ],
    },
  ];
}

export function tableSheets(model: TableModel): readonly WorkbookSheet[] {
  const widths = model.columns.map((column) => (column.type === 'text' ? 18 : 13));
  const cellsOf = (values: TableModel['rows'][number]): SheetRow =>
    model.columns.map((column, index) => tableCell(column, values[index] ?? null));
  const { totals } = model;
  return [
    {
      name: '列表',
      widths,
      landscape: model.columns.length > 7,
      stickyRows: 0,
      rows: [
        titleRow(model.title, widths.length),
        ...(model.practice ? [wordsRow('练习,不作数', widths)] : []),
        ...model.notes.map((note) => wordsRow(note, widths)),
        model.columns.map((column) => cell.heading(column.heading)),
        ...model.rows.map(cellsOf),
        ...(totals === null ? [] : [totalRow(model.columns, totals)]),
      ],
    },
  ];
}

export function totalRow(columns: readonly TableColumn[], totals: TableModel['rows'][number]): SheetRow {
  return columns.map((column, index) => {
    const value = totals[index] ?? null;
    return bold(value === null ? cell.blank() : tableCell(column, value));
  });
}

export function tableCell(column: TableColumn, value: string | number | null) {
  if (typeof value === 'string') return cell.text(value);
  if (column.type === 'fen') return cell.fen(value);
  return value === null ? cell.blank() : cell.number(value);
}
