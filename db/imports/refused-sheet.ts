// The sheet of rows that stayed out, with reasons, to be mended and imported again. Holds only the columns the import reads:
// what the program may not keep was dropped when the table was found.
import type { RefusedRowsModel, RenderRequest } from '../contract/documents.ts';
import type { Context } from '../context.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { wordsOf, type RowFault } from './row-fault.ts';
import type { FoundTable } from './table.ts';

export const refusedSheet = async <K extends string>(
  context: Context,
  subject: string,
  table: FoundTable<K>,
  faults: readonly RowFault[],
): Promise<RenderRequest> => {
  const byRow = new Map<number, RowFault[]>();
  for (const fault of faults) byRow.set(fault.row, [...(byRow.get(fault.row) ?? []), fault]);
  const model: RefusedRowsModel = {
    kind: 'refused-rows',
    ...(await paperFrame(context)),
    subject,
    headings: table.headings.map(({ text }) => text),
    rows: table.rows
      .filter(({ row }) => byRow.has(row))
      .map(({ row, sheetRow, cells }) => ({
        sheetRow,
        reasons: (byRow.get(row) ?? []).map(wordsOf),
        cells: table.headings.map(({ key }) => cells[key]?.text ?? ''),
      })),
  };
  return { model, format: 'xlsx' };
};
