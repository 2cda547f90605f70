// QR codes as vector squares, level M: larger modules outlive a pocket better than a higher level does (lessons.md 17).
import QRCode from 'qrcode';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';

/** Smallest module a worn voucher is still read with (lessons.md 17). */
const leastModule = mm(0.5);
export const quietModules = 4;

/** Side of the white square a code of `side` needs, quiet zone included. */
export function quietSide(payload: string, side: number): number {
  const size = QRCode.create(payload, { errorCorrectionLevel: 'M' }).modules.size;
  return side + (2 * quietModules * side) / size;
}

/** Draws the symbol `side` wide with its corner at x, y; the quiet zone lies outside and is painted white. */
export function drawQr(paper: Paper, payload: string, x: number, y: number, side: number): void {
  const { size, data } = QRCode.create(payload, { errorCorrectionLevel: 'M' }).modules;
  const module = side / size;
  if (module < leastModule) throw new Error('QR payload too long for its printed size');
  const quiet = quietModules * module;
  paper.fill(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, '#FFFFFF');
  const squares: (readonly [number, number, number, number])[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] !== 1) continue;
      let end = column + 1;
      while (end < size && data[row * size + end] === 1) end += 1;
      squares.push([x + column * module, y + row * module, (end - column) * module, module]);
      column = end;
    }
  }
  paper.fillAll(squares);
}
