// Labels on bought sheets of A4, from the first label that is still on the sheet, or one after the other on a roll.
import type { LabelFormat, LabelSheetModel } from '../../db/contract/documents.ts';
import { onRoll, onSheet } from './barcode.ts';
import type { OnPage } from './flow.ts';
import { layLabel } from './label.ts';
import type { LabelFace, LabelSize } from './label.ts';
import { a4, mm } from './paper.ts';
import type { Paper } from './paper.ts';

export interface LabelPage {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  /** Top left corner of the first label. */
  readonly left: number;
  readonly top: number;
  readonly label: LabelSize;
}

const sheet = (
  across: number,
  down: number,
  [width, height]: readonly [number, number],
  label: Pick<LabelSize, 'padX' | 'padY' | 'barsEdge' | 'size'>,
): LabelPage => ({
  ...a4,
  across,
  down,
  left: (a4.width - across * mm(width)) / 2,
  top: (a4.height - down * mm(height)) / 2,
  label: {
    ...label,
    words: `A4 ${across}×${down}(${width}×${height} mm)`,
    width: mm(width),
    height: mm(height),
    printing: onSheet,
  },
});

const roll = (width: number, height: number, size: number): LabelPage => ({
  width: mm(width),
  height: mm(height),
  across: 1,
  down: 1,
  left: 0,
  top: 0,
  label: {
    words: `${width}×${height} mm`,
    width: mm(width),
    height: mm(height),
    padX: mm(2),
    padY: mm(1.5),
    // The shop's own ten-character tags just fit on 40 mm: their white zone must not lose a millimetre.
    barsEdge: mm(0.5),
    size,
    printing: onRoll,
  },
});

/** The outer labels of 3×8 reach the paper's edge, where printers print nothing: hence its wide padding. */
export const labelPages: Readonly<Record<LabelFormat, LabelPage>> = {
  'a4-3x8': sheet(3, 8, [70, 37], { padX: mm(5), padY: mm(4), barsEdge: mm(5), size: 14 }),
  'a4-4x10': sheet(4, 10, [48.5, 25.4], { padX: mm(2.5), padY: mm(2), barsEdge: mm(1.5), size: 11 }),
  'roll-60x40': roll(60, 40, 15),
  'roll-50x30': roll(50, 30, 12),
  'roll-40x30': roll(40, 30, 11),
};

/** Refuses 'label-too-small' and 'label-code-characters', both naming the code. */
export async function drawLabelSheet(paper: Paper, model: LabelSheetModel, onPage: OnPage): Promise<void> {
  const page = labelPages[model.format];
  const perPage = page.across * page.down;
  // A sheet used up is no sheet: begin the next. So is every label of a roll.
  const used = model.used < perPage ? model.used : 0;
  const faces = await layAll(paper, model, page);
  const pages = Math.max(1, Math.ceil((used + faces.length) / perPage));
  for (let number = 0; number < pages; number += 1) {
    paper.addPage();
    for (let place = 0; place < perPage; place += 1) {
      const face = faces[number * perPage + place - used];
      const x = page.left + (place % page.across) * page.label.width;
      const y = page.top + Math.floor(place / page.across) * page.label.height;
      face?.draw(x, y);
    }
    await onPage(number + 1, pages);
  }
}

async function layAll(paper: Paper, model: LabelSheetModel, page: LabelPage): Promise<readonly LabelFace[]> {
  const faces: LabelFace[] = [];
  for (const label of model.labels) {
    const face = await layLabel(paper, label, page.label);
    for (let copy = 0; copy < label.copies; copy += 1) faces.push(face);
  }
  return faces;
}
