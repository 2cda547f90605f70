// The papers of the store room by kind: their size, their drawing, their sheets, their file names.
import type { StockPaperModel } from '../../db/contract/documents.ts';
import { countSheets, countTitles, drawCountMisfits, drawCountSheet } from './count-papers.ts';
import { countResultSheets, countResultTitle, drawCountResult } from './count-result.ts';
import type { OnPage } from './flow.ts';
import { drawLabelSheet, labelPages } from './label-sheet.ts';
import { a4, a4Landscape } from './paper.ts';
import type { Paper } from './paper.ts';
import { cardTitle, drawStockCard } from './stock-card.ts';
import { drawStockNote, noteTitles } from './stock-note.ts';
import { drawTrace, traceSheets, traceTitle } from './trace-sheet.ts';
import type { WorkbookSheet } from './workbook.ts';

type OpenPaper = (size: { readonly width: number; readonly height: number }) => Paper;

export async function stockPaper(model: StockPaperModel, open: OpenPaper, onPage: OnPage): Promise<Paper> {
  const paper = open(sizeOf(model));
  await drawOn(paper, model, onPage);
  return paper;
}

function sizeOf(model: StockPaperModel): { readonly width: number; readonly height: number } {
  switch (model.kind) {
    case 'label-sheet':
      return labelPages[model.format];
    case 'count-result':
    case 'stock-card':
      return a4Landscape;
    case 'count-sheet':
    case 'count-misfits':
    case 'stock-note':
    case 'trace':
      return a4;
  }
}

function drawOn(paper: Paper, model: StockPaperModel, onPage: OnPage): Promise<void> {
  switch (model.kind) {
    case 'label-sheet':
      return drawLabelSheet(paper, model, onPage);
    case 'count-sheet':
      return drawCountSheet(paper, model, onPage);
    case 'count-misfits':
      return drawCountMisfits(paper, model, onPage);
    case 'count-result':
      return drawCountResult(paper, model, onPage);
    case 'stock-card':
      return drawStockCard(paper, model, onPage);
    case 'stock-note':
      return drawStockNote(paper, model, onPage);
    case 'trace':
      return drawTrace(paper, model, onPage);
  }
}

/** Labels and signed notes have no workbook; a card has its own (stock-card-sheet.ts). */
export function stockSheets(
  model: Exclude<StockPaperModel, { readonly kind: 'label-sheet' | 'stock-note' | 'stock-card' }>,
): readonly WorkbookSheet[] {
  switch (model.kind) {
    case 'count-sheet':
    case 'count-misfits':
      return countSheets(model);
    case 'count-result':
      return countResultSheets(model);
    case 'trace':
      return traceSheets(model);
  }
}

export function stockPaperStem(model: StockPaperModel, day: string): string {
  switch (model.kind) {
    case 'label-sheet':
      return `标签-${day}`;
    case 'count-sheet':
    case 'count-misfits':
      return `${countTitles[model.kind]}-${model.countNo}`;
    case 'count-result':
      return `${countResultTitle}-${model.countNo}`;
    case 'stock-card':
      return `${cardTitle}-${model.code}-${model.from}-${model.to}`;
    case 'stock-note':
      return `${noteTitles[model.note]}-${model.noteNo}`;
    case 'trace':
      return `${traceTitle}-${model.tag}`;
  }
}
