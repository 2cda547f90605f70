// The papers of the store room by kind: their size, their drawing, their sheets, their file names.
import type { LabelSheetModel } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import { drawLabelSheet, labelPages } from './label-sheet.ts';
import type { Paper } from './paper.ts';

export type StockPaper = LabelSheetModel;

type OpenPaper = (size: { readonly width: number; readonly height: number }) => Paper;

export async function stockPaper(model: StockPaper, open: OpenPaper, onPage: OnPage): Promise<Paper> {
  const paper = open(labelPages[model.format]);
  await drawLabelSheet(paper, model, onPage);
  return paper;
}

export function stockPaperStem(_model: StockPaper, day: string): string {
  return `标签-${day}`;
}
