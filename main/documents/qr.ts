// QR codes as vector squares, level M: larger modules outlive a pocket better than a higher level does (lessons.md 17).
import QRCode from 'qrcode';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';

/** Smallest module a worn voucher is still read with (lessons.md 17). */
const leastModule = mm(0.5);
const quietModules = 4;

export type QrModules = QRCode.BitMatrix;

export function qrCode(payload: string): QrModules {
  const level = { errorCorrectionLevel: 'M' } as const;
  // Our own codes are all capitals and digits; saying so saves the search for the shortest mixture of modes.
  return /^[0-9A-Z]+$/.test(payload)
    ? QRCode.create([{ data: payload, mode: 'alphanumeric' }], level).modules
    : QRCode.create(payload, level).modules;
}

export const quietZone = (code: QrModules, side: number): number => (quietModules * side) / code.size;

/** Draws the symbol `side` wide with its corner at x, y; the quiet zone lies outside and is painted white. */
export function drawQr(paper: Paper, code: QrModules, x: number, y: number, side: number): void {
  const { size, data } = code;
  const module = side / size;
  if (module < leastModule) throw new Error('QR payload too long for its printed size');
  const quiet = quietZone(code, side);
  paper.fill(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, '#FFFFFF');
  const bars: (readonly [number, number, number])[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] !== 1) continue;
      let end = column + 1;
      while (end < size && data[row * size + end] === 1) end += 1;
      bars.push([column, row, end - column]);
      column = end;
    }
  }
  paper.modules(x, y, module, bars);
}
