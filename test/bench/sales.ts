// The rounds of a run, read from the books beforehand: which code is scanned, which voucher is redeemed for which goods. Spread
// over the whole file, so that every sale meets pages nobody has just touched. Looks only; all sales go through acts.
import { openReadOnly } from '../../db/open.ts';
import { voucherSigner } from '../../db/signing.ts';

export interface Round {
  /** Text of a printed QR. Never the code of the voucher redeemed in the same round: its pages are to be cold too. */
  readonly scan: string;
  readonly voucherId: number;
  readonly commandId: string;
  readonly lines: readonly { readonly itemId: number; readonly quantity: number }[];
}

const linesOfSale = 5;

interface VoucherRow {
  readonly id: number;
  readonly token: Buffer;
  readonly generation: number;
  readonly keyId: number;
  readonly privateKey: Buffer;
  readonly shop: number;
}

/** `rounds` rounds on as many different vouchers twice over; the same for the same books. */
export const planRounds = (file: string, key: string, rounds: number): readonly Round[] => {
  const books = openReadOnly(file, Buffer.from(key, 'hex'));
  try {
    const vouchers = books.prepare('SELECT count(*) FROM voucher').pluck().get() as number;
    const itemIds = books.prepare('SELECT id FROM item ORDER BY id').pluck().all() as number[];
    const voucher = books.prepare<[number], VoucherRow>(
      `SELECT voucher.id, token, generation, key_id AS keyId, private_key AS privateKey, shop.shop_number AS shop
       FROM voucher JOIN signing_key USING (key_id), shop WHERE voucher.id = ?`,
    );
    const at = spread(vouchers);
    const signerOf = memo((hex: string) => voucherSigner(Buffer.from(hex, 'hex')));
    const qrOf = (id: number): string => {
      const row = voucher.get(id);
      if (!row) throw new Error('vouchers are numbered without gaps');
      return signerOf(row.privateKey.toString('hex'))(row);
    };
    return Array.from({ length: rounds }, (_, round) => ({
      scan: qrOf(at(2 * round)),
      voucherId: at(2 * round + 1),
      commandId: `bench-${round}`,
      lines: Array.from({ length: linesOfSale }, (_line, line) => ({
        itemId: itemIds[(round * 37 + line * 61) % itemIds.length] ?? 0,
        quantity: 1,
      })),
    }));
  } finally {
    books.close();
  }
};

/** A walk over 1…count that returns to no number before all were visited. */
const spread = (count: number): ((step: number) => number) => {
  let stride = Math.round(count * 0.618);
  while (greatestCommonDivisor(stride, count) !== 1) stride += 1;
  return (step) => 1 + ((step * stride) % count);
};
const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

const memo = <T>(make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
};
