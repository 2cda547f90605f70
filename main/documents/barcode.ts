// Bars for goods: EAN-13 and EAN-8 where the code is one, else Code 128, drawn as vector bars from bwip-js's module
// widths. Goods only: a voucher's code is a QR (qr.ts).
import { readBarcode } from '../../db/domain/barcode.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { DocumentRefusal } from './refusal.ts';

export interface BarcodeSymbol {
  readonly symbology: 'ean13' | 'ean8' | 'code128';
  /** Widths in modules: bar, space, bar, … */
  readonly runs: readonly number[];
  /** Modules of the bars and spaces together, and of the white each side needs. */
  readonly modules: number;
  readonly quietLeft: number;
  readonly quietRight: number;
}

/** White at the sides in modules: GS1 General Specifications for EAN, ISO/IEC 15417 for Code 128. */
const quietZones = { ean13: [11, 7], ean8: [7, 7], code128: [10, 10] } as const;

/** Refuses 'label-code-characters' where Code 128 has no bars for a character of the code. */
export async function barcodeSymbol(code: string): Promise<BarcodeSymbol> {
  if (!/^[\x20-\x7e]+$/.test(code)) throw new DocumentRefusal('label-code-characters', { code });
  const symbology = symbologyOf(code);
  // Two megabytes of source that only labels need: read when the first label is printed.
  const { default: bwip } = await import('bwip-js/generic');
  const [raw] = bwip.raw(symbology, code);
  if (raw === undefined || !('sbs' in raw)) throw new Error(`no bars from ${symbology}`);
  const [quietLeft, quietRight] = quietZones[symbology];
  const modules = raw.sbs.reduce((sum, run) => sum + run, 0);
  return { symbology, runs: raw.sbs, modules, quietLeft, quietRight };
}

function symbologyOf(code: string): BarcodeSymbol['symbology'] {
  const reading = readBarcode(code);
  if (reading.kind !== 'ok' || reading.barcode !== code) return 'code128';
  return code.length === 13 ? 'ean13' : code.length === 8 ? 'ean8' : 'code128';
}

/** Widest module not above `most` for which bars and quiet zones fit into `room` points; null below `least`. */
export function moduleFor(symbol: BarcodeSymbol, room: number, printing: BarcodePrinting): number | null {
  const across = symbol.quietLeft + symbol.modules + symbol.quietRight;
  const free = Math.min(room / across, printing.most);
  const module = printing.dot === null ? free : Math.floor(free / printing.dot + 1e-6) * printing.dot;
  return module < printing.least - 1e-6 ? null : module;
}

/** In points. A label printer prints whole dots: a module of two and a half of them prints bars of two and of three. */
export interface BarcodePrinting {
  readonly dot: number | null;
  readonly least: number;
  readonly most: number;
}

/** 203 dpi is eight dots a millimetre; one dot a module is too fine for a till's scanner. */
export const onRoll: BarcodePrinting = { dot: mm(0.125), least: mm(0.25), most: mm(0.375) };
export const onSheet: BarcodePrinting = { dot: null, least: mm(0.2), most: mm(0.38) };

/** Draws the bars in the middle of `room`, `height` high, on white. */
export function drawBarcode(
  paper: Paper,
  symbol: BarcodeSymbol,
  at: { readonly x: number; readonly y: number; readonly room: number; readonly height: number },
  module: number,
  dot: number | null,
): void {
  const across = (symbol.quietLeft + symbol.modules + symbol.quietRight) * module;
  const middle = at.x + (at.room - across) / 2;
  const left = dot === null ? middle : Math.floor(middle / dot + 1e-6) * dot;
  paper.fill(left, at.y, across, at.height, '#FFFFFF');
  const bars: (readonly [number, number, number, number])[] = [];
  let x = left + symbol.quietLeft * module;
  for (const [index, run] of symbol.runs.entries()) {
    if (index % 2 === 0) bars.push([x, at.y, run * module, at.height]);
    x += run * module;
  }
  paper.fillAll(bars);
}
