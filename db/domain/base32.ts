// Bytes as text in the 32 symbols of our vouchers: no look-alikes, nothing a Chinese input method widens (ruling 2,
// reliability.md §5.3). Knows nothing of what the bytes mean.

/** 0, 1, I and O are missing: they are what people confuse. */
export const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The value 0 to 31 of one symbol, or -1. */
export function symbolValue(symbol: string): number {
  return symbol.length === 1 ? SYMBOLS.indexOf(symbol) : -1;
}

/** Bytes to symbols, 5 bits each; the last symbol is filled up with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += SYMBOLS.charAt((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + SYMBOLS.charAt((buffer << (5 - bits)) & 31) : text;
}

/**
 * Symbols to bytes. Null for a foreign symbol, a length no bytes give, and filling bits that are not zero: one text
 * for one voucher, so a changed last symbol is a forgery and not a spelling.
 */
export function decodeBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const symbol of text) {
    const value = symbolValue(symbol);
    if (value < 0) return null;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 255;
      at += 1;
    }
    buffer &= (1 << bits) - 1;
  }
  return bits >= 5 || buffer !== 0 ? null : bytes;
}
