// The papers of gifts and money by kind: their size, their drawing, their sheets, their file names.
import type {
  CashBookModel,
  DonationListModel,
  DonorLetterModel,
  NumberRegisterModel,
  RedEntryModel,
} from '../../db/contract/documents.ts';
import { cashBookSheets, cashBookTitle, drawCashBook } from './cash-book.ts';
import { donationListRegister, donationListTitle } from './donation-list.ts';
import { drawDonorLetters } from './donor-letter.ts';
import type { OnPage } from './flow.ts';
import { numberRegister, numberRegisterTitle } from './number-register.ts';
import { a4, a4Landscape } from './paper.ts';
import type { Paper } from './paper.ts';
import { drawRedEntry } from './red-entry.ts';
import { drawRegister, registerSheets } from './register.ts';
import type { WorkbookSheet } from './workbook.ts';

export type MoneyBook = DonationListModel | NumberRegisterModel | CashBookModel;
export type GiftPaper = RedEntryModel | DonorLetterModel | MoneyBook;

type OpenPaper = (size: { readonly width: number; readonly height: number }) => Paper;

export async function giftPaper(model: GiftPaper, open: OpenPaper, onPage: OnPage): Promise<Paper> {
  const upright = model.kind === 'red-entry' || model.kind === 'donor-letter' || model.kind === 'cash-book';
  const paper = open(upright ? a4 : a4Landscape);
  await draw(paper, model, onPage);
  return paper;
}

function draw(paper: Paper, model: GiftPaper, onPage: OnPage): Promise<void> {
  switch (model.kind) {
    case 'red-entry':
      return drawRedEntry(paper, model, onPage);
    case 'donor-letter':
      return drawDonorLetters(paper, model, onPage);
    case 'donation-list':
      return drawRegister(paper, model, donationListRegister(model), onPage);
    case 'number-register':
      return drawRegister(paper, model, numberRegister(model), onPage);
    case 'cash-book':
      return drawCashBook(paper, model, onPage);
  }
}

export function bookSheets(model: MoneyBook): readonly WorkbookSheet[] {
  switch (model.kind) {
    case 'donation-list':
      return registerSheets(model, donationListRegister(model));
    case 'number-register':
      return registerSheets(model, numberRegister(model));
    case 'cash-book':
      return cashBookSheets(model);
  }
}

export function giftPaperStem(model: GiftPaper): string {
  if (model.kind === 'red-entry') return `捐赠红字冲销单-${model.originalNo}`;
  const period = `${model.from}至${model.to}`;
  switch (model.kind) {
    case 'donor-letter':
      return `捐赠使用情况说明-${period}`;
    case 'donation-list':
      return `${donationListTitle(model)}-${period}`;
    case 'number-register':
      return `${numberRegisterTitle}-${period}`;
    case 'cash-book':
      return `${cashBookTitle}-${period}`;
  }
}
