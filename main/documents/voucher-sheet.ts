// 领物券 on sheets: eight or ten to an A4 page to be cut apart, or one to an A5 page.
import type { VoucherLayout, VoucherSheetModel } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import { a4, mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { drawVoucher } from './voucher-face.ts';
import { beijing, reprintWords } from './words.ts';

interface VoucherPage {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  /** White at the paper's edges: printers leave 5 mm empty. */
  readonly edgeX: number;
  readonly edgeY: number;
  /** Size of everything on the voucher, 1 = eight to a page. */
  readonly scale: number;
}

const onA4 = { ...a4, across: 2, edgeX: mm(6), edgeY: mm(9), scale: 1 } as const;

export const voucherPages: Readonly<Record<Exclude<VoucherLayout, 'roll-80'>, VoucherPage>> = {
  'a4-8': { ...onA4, down: 4 },
  'a4-10': { ...onA4, down: 5 },
  single: {
    width: mm(210),
    height: mm(148),
    across: 1,
    down: 1,
    edgeX: mm(10),
    edgeY: mm(10),
    scale: 1.8,
  },
};

export async function drawVoucherSheet(
  paper: Paper,
  model: VoucherSheetModel,
  layout: keyof typeof voucherPages,
  onPage: OnPage,
): Promise<void> {
  const page = voucherPages[layout];
  const perPage = page.across * page.down;
  const pages = Math.max(1, Math.ceil(model.vouchers.length / perPage));
  const width = (page.width - 2 * page.edgeX) / page.across;
  const height = (page.height - 2 * page.edgeY) / page.down;
  for (let number = 0; number < pages; number += 1) {
    paper.addPage();
    if (perPage > 1) drawCutMarks(paper, page, width, height);
    else paper.box(page.edgeX, page.edgeY, width, height, 0.8);
    for (const [index, voucher] of model.vouchers.slice(number * perPage, (number + 1) * perPage).entries()) {
      drawVoucher(paper, model, voucher, {
        x: page.edgeX + (index % page.across) * width,
        y: page.edgeY + Math.floor(index / page.across) * height,
        width,
        height,
        scale: page.scale,
      });
    }
    drawPageNote(paper, model, page.edgeX, number + 1, pages);
    await onPage(number + 1, pages);
  }
}

/** Dashed lines to cut along, and ticks in the margin for a guillotine. */
function drawCutMarks(paper: Paper, page: VoucherPage, width: number, height: number): void {
  const { edgeX, edgeY } = page;
  for (let column = 0; column <= page.across; column += 1) {
    const x = edgeX + column * width;
    paper.dashed(x, edgeY, x, paper.height - edgeY);
    paper.rule(x, mm(4.5), x, edgeY - mm(1), 0.4);
    paper.rule(x, paper.height - edgeY + mm(1), x, paper.height - mm(4.5), 0.4);
  }
  for (let row = 0; row <= page.down; row += 1) {
    const y = edgeY + row * height;
    paper.dashed(edgeX, y, paper.width - edgeX, y);
  }
}

function drawPageNote(
  paper: Paper,
  model: VoucherSheetModel,
  edgeX: number,
  page: number,
  pages: number,
): void {
  const text = `${model.batchName}  第 ${page}/${pages} 页  ${beijing(model.printedAt)} ${model.operator} ${reprintWords(model.reprint)}`;
  // Between the ticks of the first column.
  const width = mm(91);
  paper.text(text, edgeX + mm(4), mm(4.8), width, paper.fit(text, width, 1, { size: 7 }, 4));
}
