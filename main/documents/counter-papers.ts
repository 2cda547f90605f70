// The papers of the counter by kind: their size, their drawing, their file names.
import type { CounterPaperModel } from '../../db/contract/documents.ts';
import { daySheetTitle, drawDaySheet } from './day-sheet.ts';
import { deliveryTitle, drawDeliveryNotes } from './delivery-note.ts';
import { disputeTitle, drawDisputePack } from './dispute-pack.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import { cardTitle, drawHouseholdCards } from './household-card.ts';
import { drawOpenVouchers, openVouchersTitle } from './open-vouchers.ts';
import { a4, a4Landscape, mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { internalLine } from './people-words.ts';
import { pointsSlipPaper, pointsSlipTitle } from './points-slip.ts';
import { redemptionSlipPaper } from './redemption-slip.ts';
import { reversalSlipPaper, reversalTitle } from './reversal-slip.ts';

type OpenPaper = (size: { readonly width: number; readonly height: number }, underlay?: string) => Paper;

const a5 = { width: mm(148), height: mm(210) } as const;

export async function counterPaper(
  files: FontFiles,
  model: CounterPaperModel,
  open: OpenPaper,
  onPage: OnPage,
): Promise<Paper> {
  const draw = async (paper: Paper, drawing: Promise<void>): Promise<Paper> => {
    await drawing;
    return paper;
  };
  switch (model.kind) {
    case 'redemption-slip':
      return redemptionSlipPaper(files, model, onPage);
    case 'reversal-slip':
      return reversalSlipPaper(files, model, onPage);
    case 'points-slip':
      return pointsSlipPaper(files, model, onPage);
    case 'dispute-pack': {
      const paper = open(a4Landscape, internalLine(model));
      return draw(paper, drawDisputePack(paper, model, onPage));
    }
    case 'day-sheet': {
      const paper = open(a4);
      return draw(paper, drawDaySheet(paper, model, onPage));
    }
    case 'open-vouchers': {
      const paper = open(a4);
      return draw(paper, drawOpenVouchers(paper, model, onPage));
    }
    case 'household-card': {
      const paper = open(a4);
      return draw(paper, drawHouseholdCards(paper, model, onPage));
    }
    case 'delivery-note': {
      const paper = open(a5);
      return draw(paper, drawDeliveryNotes(paper, model, onPage));
    }
  }
}

/** Numbers and days. */
export function counterPaperStem(model: CounterPaperModel, day: string): string {
  switch (model.kind) {
    case 'redemption-slip':
      return `核销小票-${model.slipNo}`;
    case 'reversal-slip':
      return `${reversalTitle}-${model.slipNo}`;
    case 'points-slip':
      return `${pointsSlipTitle}-${model.slipNo}`;
    case 'dispute-pack':
      return `${disputeTitle}-${model.voucher.serial}`;
    case 'day-sheet':
      return `${daySheetTitle(model)}-${model.number ?? model.day}`;
    case 'open-vouchers':
      return `${openVouchersTitle(model)}-${day}`;
    case 'household-card':
      return `${cardTitle}-${day}`;
    case 'delivery-note': {
      const [only, another] = model.deliveries;
      return `${deliveryTitle}-${only === undefined || another !== undefined ? day : only.number}`;
    }
  }
}
