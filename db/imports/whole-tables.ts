// Chunks of a sheet put together again, for imports of ordinary size that look at a whole table at once.
import type { SheetCell, SheetChunk, SheetTable } from '../contract/documents.ts';

const noCells: readonly SheetCell[] = [];
const emptyCell: SheetCell = { text: '', numeric: false };

/** The rows of a chunk, unpacked. */
export const rowsOfChunk = ({ widths, cells, numeric }: SheetChunk): readonly (readonly SheetCell[])[] => {
  let at = 0;
  return Array.from(widths, (width) => {
    if (width === 0) return noCells;
    const row = cells
      .slice(at, at + width)
      .map((text, index) => (text === '' ? emptyCell : { text, numeric: numeric[at + index] === 1 }));
    at += width;
    return row;
  });
};

export const gatherTables = () => {
  const tables: { readonly sheet: string; readonly rows: (readonly SheetCell[])[] }[] = [];
  return {
    tables: tables as readonly SheetTable[],
    take: (chunk: SheetChunk): void => {
      let table = tables.at(-1);
      if (table?.sheet !== chunk.sheet) tables.push((table = { sheet: chunk.sheet, rows: [] }));
      while (table.rows.length < chunk.from) table.rows.push(noCells);
      table.rows.push(...rowsOfChunk(chunk));
    },
  };
};
