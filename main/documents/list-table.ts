// Any list of the screens on paper: title, filter lines, columns as given. Landscape when the columns need it. A roster taken out
// of the books is such a list and says on every page whose print it is.
import type { RosterExportModel, TableCell, TableColumn, TableModel } from '../../db/contract/documents.ts';
import { drawFlow } from './flow.ts';
import type { OnPage } from './flow.ts';
import { officeFrame, printedLine } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { internalLine, maskWords } from './people-words.ts';
import { fillWidth, table } from './table.ts';
import { yuanOrUnpriced } from './words.ts';

const margin = mm(12);

type List = TableModel | RosterExportModel;

export async function drawTable(paper: Paper, model: List, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const columns = model.columns.map((column) => ({
    heading: column.heading,
    width: column.width ?? 1,
    align: column.type === 'text' ? ('left' as const) : ('right' as const),
  }));
  const frame = officeFrame(
    paper,
    {
      title: model.title,
      under: [
        [model.shop.name, `共 ${model.rows.length} 行`],
        ...('mark' in model ? [[maskWords(model.masked), ''] as const] : []),
        ...model.notes.map((note) => [note, ''] as const),
      ],
      ...('mark' in model
        ? { mark: internalLine(model), foot: internalLine(model) }
        : { foot: printedLine(model) }),
    },
    margin,
  );
  const texts = (cells: readonly TableCell[]) =>
    model.columns.map((column, index) => cellText(column, cells[index] ?? null));
  const rows = [
    ...model.rows.map((cells) => ({ cells: texts(cells) })),
    // A total keeps what it does not total empty: nothing was left unpriced there.
    ...(model.totals === null ? [] : [{ cells: totalTexts(model, model.totals), bold: true }]),
  ];
  await drawFlow(
    paper,
    [table(paper, { columns: fillWidth(columns, width), size: 9.5 }, rows)],
    frame,
    onPage,
  );
}

function totalTexts(model: List, totals: readonly TableCell[]): readonly string[] {
  return model.columns.map((column, index) => {
    const cell = totals[index] ?? null;
    return cell === null ? '' : cellText(column, cell);
  });
}

function cellText(column: TableColumn, cell: TableCell): string {
  if (column.type === 'fen') return typeof cell === 'string' ? cell : yuanOrUnpriced(cell);
  return cell === null ? '' : String(cell);
}
