// The codes of the check page. Never a voucher, a card or goods: scanned at the counter by mistake they are just unknown. The long
// one has every symbol of our vouchers and their length, so that a lost key, a foreign keyboard and a slow scanner all show.
import QRCode from 'qrcode';
import { SYMBOLS } from '../../db/domain/base32.ts';

/** 130 characters like a voucher, and a hyphen more than any voucher has. */
export const testCode = `TEST-${`${SYMBOLS}01IO`.repeat(4)}`.slice(0, 130);

export interface Squares {
  readonly size: number;
  /** An SVG path of the dark modules, one unit each. */
  readonly path: string;
}

/** Level M, as our vouchers are printed. */
export const squaresOf = (text: string): Squares => {
  const { size, data } = QRCode.create([{ data: text, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'M',
  }).modules;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) =>
      data[row * size + column] === 1 ? `M${column} ${row}h1v1h-1z` : '',
    ).join(''),
  );
  return { size, path: rows.join('') };
};
