// A model in, a finished paper or workbook out. Every document kind is named here once; nothing else knows them all.
import { setImmediate } from 'node:timers/promises';
import type {
  DocumentKind,
  DocumentModel,
  RenderedDocument,
  RenderProgress,
  RenderRequest,
} from '../../db/contract/documents.ts';
import { balanceTitle, drawBalanceReport } from './balance-report.ts';
import { balanceSheets } from './balance-sheet.ts';
import { distributionTitle, drawDistributionReport } from './distribution-report.ts';
import { distributionSheets } from './distribution-sheet.ts';
import { counterPaper, counterPaperStem } from './counter-papers.ts';
import { csvBytes } from './csv.ts';
import { drawDonationReceipt } from './donation-receipt.ts';
import { donationSlipPaper } from './donation-slip.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import { bookSheets, giftPaper, giftPaperStem } from './gift-papers.ts';
import { refusedRowsSheets, signOffSheets, tableSheets } from './list-sheets.ts';
import { drawTable } from './list-table.ts';
import { openVouchersSheets } from './open-vouchers.ts';
import { a4, a4Landscape, Paper } from './paper.ts';
import { peoplePaper, peoplePaperStem, peopleSheets } from './people-papers.ts';
import { drawRecoverySheet } from './recovery-sheet.ts';
import { DocumentRefusal } from './refusal.ts';
import { rosterExportWorkbook } from './roster-export-sheet.ts';
import { drawSignOffList } from './sign-off-list.ts';
import { stockCardWorkbook } from './stock-card-sheet.ts';
import { stockPaper, stockPaperStem, stockSheets } from './stock-papers.ts';
import { voucherRollPaper } from './voucher-roll.ts';
import { drawVoucherSheet, voucherPages } from './voucher-sheet.ts';
import { beijing } from './words.ts';
import { workbook } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';

export interface RenderHooks {
  readonly onProgress?: (progress: RenderProgress) => void;
  readonly isCancelled?: () => boolean;
}

const pdfMime = 'application/pdf';
const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvMime = 'text/csv;charset=utf-8';

/** Refuses 'glyph-missing' and 'cancelled'. A kind that is not offered in the format asked for is a bug of the caller. */
export async function renderDocument(
  files: FontFiles,
  request: RenderRequest,
  hooks: RenderHooks = {},
): Promise<RenderedDocument> {
  const { model, format } = request;
  const name = { kind: model.kind, fileName: `${fileStem(model)}.${format}` };
  if (format === 'xlsx') {
    if (model.kind === 'stock-card') {
      return { ...name, mime: xlsxMime, bytes: await stockCardWorkbook(model, turnsOf(hooks)), pages: 1 };
    }
    if (model.kind === 'roster-export') {
      return { ...name, mime: xlsxMime, bytes: await rosterExportWorkbook(model, turnsOf(hooks)), pages: 1 };
    }
    const sheets = sheetsOf(model);
    return { ...name, mime: xlsxMime, bytes: await workbook(sheets), pages: sheets.length };
  }
  if (format === 'csv') {
    if (model.kind !== 'table' && model.kind !== 'roster-export') throw notOffered(model.kind, 'csv');
    return { ...name, mime: csvMime, bytes: csvBytes(model), pages: 1 };
  }
  const paper = await paperOf(files, model, hooks);
  const bytes = await paper.finish();
  return { ...name, mime: pdfMime, bytes, pages: paper.pages };
}

/** Between pages or rows: says how far it is, and gives the message that may ask to stop its turn. */
const turnsOf =
  (hooks: RenderHooks): OnPage =>
  async (done, total) => {
    hooks.onProgress?.({ done, total });
    await setImmediate();
    if (hooks.isCancelled?.() === true) throw new DocumentRefusal('cancelled');
  };

async function paperOf(files: FontFiles, model: DocumentModel, hooks: RenderHooks): Promise<Paper> {
  const onPage = turnsOf(hooks);
  const open = (size: { readonly width: number; readonly height: number }, underlay?: string): Paper =>
    new Paper(files, {
      ...size,
      ...(underlay === undefined ? {} : { underlay }),
      title: fileStem(model),
      practice: model.practice,
      printedAt: model.printedAt,
    });
  const draw = async (paper: Paper, drawing: Promise<void>): Promise<Paper> => {
    await drawing;
    return paper;
  };
  switch (model.kind) {
    case 'redemption-slip':
    case 'reversal-slip':
    case 'points-slip':
    case 'dispute-pack':
    case 'day-sheet':
    case 'open-vouchers':
    case 'household-card':
    case 'delivery-note':
      return counterPaper(files, model, open, onPage);
    case 'donation-receipt': {
      if (model.paper === 'slip') return donationSlipPaper(files, model, onPage);
      const paper = open(a4);
      return draw(paper, drawDonationReceipt(paper, model, onPage));
    }
    case 'voucher-sheet': {
      if (model.layout === 'roll-80') return voucherRollPaper(files, model, onPage);
      const paper = open(voucherPages[model.layout]);
      return draw(paper, drawVoucherSheet(paper, model, model.layout, onPage));
    }
    case 'sign-off-list': {
      const paper = open(a4Landscape);
      return draw(paper, drawSignOffList(paper, model, onPage));
    }
    case 'distribution-report': {
      const paper = open(a4Landscape);
      return draw(paper, drawDistributionReport(paper, model, onPage));
    }
    case 'balance-report': {
      const paper = open(a4Landscape);
      return draw(paper, drawBalanceReport(paper, model, onPage));
    }
    case 'recovery-sheet': {
      const paper = open(a4);
      return draw(paper, drawRecoverySheet(paper, model, onPage));
    }
    case 'label-sheet':
    case 'count-sheet':
    case 'count-misfits':
    case 'count-result':
    case 'stock-card':
    case 'stock-note':
    case 'trace':
      return stockPaper(model, open, onPage);
    case 'table': {
      const paper = open(model.columns.length > 7 ? a4Landscape : a4);
      return draw(paper, drawTable(paper, model, onPage));
    }
    case 'red-entry':
    case 'donor-letter':
    case 'donation-list':
    case 'number-register':
    case 'cash-book':
      return giftPaper(model, open, onPage);
    case 'household-file':
    case 'roster-export':
    case 'institution-pickup':
    case 'public-list':
    case 'spot-check-form':
    case 'relatives-report':
    case 'movement-table':
    case 'complaint-register':
      return peoplePaper(model, open, onPage);
    case 'refused-rows':
      throw notOffered(model.kind, 'pdf');
  }
}

/** Lists of hundreds of thousands of rows have workbooks of their own. */
type Streamed = { readonly kind: 'stock-card' | 'roster-export' };

function sheetsOf(model: Exclude<DocumentModel, Streamed>): readonly WorkbookSheet[] {
  switch (model.kind) {
    case 'distribution-report':
      return distributionSheets(model);
    case 'balance-report':
      return balanceSheets(model);
    case 'sign-off-list':
      return signOffSheets(model);
    case 'refused-rows':
      return refusedRowsSheets(model);
    case 'table':
      return tableSheets(model);
    case 'count-sheet':
    case 'count-misfits':
    case 'count-result':
    case 'trace':
      return stockSheets(model);
    case 'donation-list':
    case 'number-register':
    case 'cash-book':
      return bookSheets(model);
    case 'public-list':
    case 'spot-check-form':
    case 'relatives-report':
    case 'movement-table':
    case 'complaint-register':
      return peopleSheets(model);
    case 'open-vouchers':
      return openVouchersSheets(model);
    case 'red-entry':
    case 'donor-letter':
    case 'donation-receipt':
    case 'voucher-sheet':
    case 'redemption-slip':
    case 'reversal-slip':
    case 'points-slip':
    case 'dispute-pack':
    case 'day-sheet':
    case 'household-card':
    case 'delivery-note':
    case 'recovery-sheet':
    case 'label-sheet':
    case 'stock-note':
    case 'household-file':
    case 'institution-pickup':
      throw notOffered(model.kind, 'xlsx');
  }
}

const notOffered = (kind: DocumentKind, format: string): Error =>
  new Error(`${kind} is not made as ${format}`);

/** Numbers and periods only: a file name travels further than the paper. */
function fileStem(model: DocumentModel): string {
  return (model.practice ? '练习-' : '') + stemOf(model).replaceAll(/[\\/:*?"<>|\s]/g, '-');
}

function stemOf(model: DocumentModel): string {
  const day = beijing(model.printedAt).slice(0, 10);
  switch (model.kind) {
    case 'donation-receipt':
      return `捐赠接收凭证-${model.receiptNo}`;
    case 'redemption-slip':
    case 'reversal-slip':
    case 'points-slip':
    case 'dispute-pack':
    case 'day-sheet':
    case 'open-vouchers':
    case 'household-card':
    case 'delivery-note':
      return counterPaperStem(model, day);
    case 'distribution-report':
      return `${distributionTitle}-${model.month}`;
    case 'balance-report':
      return `${balanceTitle}-${model.month}`;
    case 'voucher-sheet':
      return `领物券-${day}`;
    case 'sign-off-list':
      return `领取签收表-${day}`;
    case 'recovery-sheet':
      return `数据恢复单-${day}`;
    case 'refused-rows':
      return `未导入的行-${day}`;
    case 'label-sheet':
    case 'count-sheet':
    case 'count-misfits':
    case 'count-result':
    case 'stock-card':
    case 'stock-note':
    case 'trace':
      return stockPaperStem(model, day);
    case 'red-entry':
    case 'donor-letter':
    case 'donation-list':
    case 'number-register':
    case 'cash-book':
      return giftPaperStem(model);
    case 'household-file':
    case 'roster-export':
    case 'institution-pickup':
    case 'public-list':
    case 'spot-check-form':
    case 'relatives-report':
    case 'movement-table':
    case 'complaint-register':
      return peoplePaperStem(model);
    case 'table':
      return `列表-${day}`;
  }
}
