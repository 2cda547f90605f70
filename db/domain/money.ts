// Money: integer fen in, integer fen out (domain.md §7.3). Unknown amounts are null elsewhere; here every amount is known.
// No floating point ever carries an amount.
import { foldWidth } from './fold-width.ts';
import { requireInteger, roundRatio } from './rounding.ts';

/** An amount in fen (1/100 yuan), a safe integer. */
export type Fen = number;

/** Largest amount a person may type: ¥9,999,999,999.99. */
export const LARGEST_TYPED_FEN = 999_999_999_999;

export type MoneyRefusal = 'amount-missing' | 'amount-characters' | 'amount-decimals' | 'amount-too-large';
export type ParsedYuan =
  { readonly ok: true; readonly fen: Fen } | { readonly ok: false; readonly reason: MoneyRefusal };

const PLAIN = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const FEN_PER_WAN = 1_000_000n;

/**
 * Reads yuan as typed or as found in a sheet: digits, at most two decimals, thousands separators, `¥` before or `元`
 * behind, full width folded. Refuses signs, exponents, hexadecimal, loose commas, more than two decimals (a third
 * decimal of 0 too: nobody may guess), and more than ¥9,999,999,999.99 (reliability.md §8 "numbers").
 */
export function parseYuan(text: string): ParsedYuan {
  const folded = foldWidth(text)
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '');
  if (folded === '') return { ok: false, reason: 'amount-missing' };
  const m = PLAIN.exec(folded);
  if (m === null) return { ok: false, reason: 'amount-characters' };
  const decimals = m[2] ?? '';
  if (decimals.length > 2) return { ok: false, reason: 'amount-decimals' };
  // Exact up to the largest amount allowed; beyond it only the comparison matters.
  const fen = Number((m[1] ?? '').replaceAll(',', '') + decimals.padEnd(2, '0'));
  return fen > LARGEST_TYPED_FEN ? { ok: false, reason: 'amount-too-large' } : { ok: true, fen };
}

/** An integer of `10^-decimals` units as grouped decimal text: (123450, 2) → '1,234.50'. */
function decimalText(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${units < 0 ? '-' : ''}${whole}${fraction}`;
}

/** Fen as '1,234.50', without a currency sign; negative with a leading hyphen. */
export function formatYuan(fen: Fen): string {
  requireInteger(fen, 'amount');
  return decimalText(fen, 2);
}

/**
 * Fen as 万元 text with 0 to 6 decimals, rounded once, half away from zero (ruling 27). Add first, convert last
 * (domain.md §7.3). Grouped like formatYuan. With 6 decimals it is exact.
 */
export function formatWan(fen: Fen, decimals = 2): string {
  requireInteger(fen, 'amount');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    throw new RangeError('decimals out of range');
  return decimalText(roundRatio(BigInt(fen) * 10n ** BigInt(decimals), FEN_PER_WAN), decimals);
}

/**
 * Price of `quantity` smallest units when `scale` of them (1000 g a 公斤, 1 a piece) cost `priceFen`.
 * Rounded half away from zero, exact before that. Refuses (throws) what is no whole number and a scale below 1.
 */
export function multiplyPrice(priceFen: Fen, quantity: number, scale: number): Fen {
  requireInteger(priceFen, 'price');
  requireInteger(quantity, 'quantity');
  requireInteger(scale, 'scale');
  if (scale < 1) throw new RangeError('scale below 1');
  return roundRatio(BigInt(priceFen) * BigInt(quantity), BigInt(scale));
}

/** Sum of amounts; refuses (throws) a total beyond the safe integers instead of losing a fen. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const fen of amounts) {
    total += fen;
    requireInteger(total, 'total');
  }
  return total;
}
