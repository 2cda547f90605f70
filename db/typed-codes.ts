// Random codes for paper that is typed when the scanner fails: of vouchers and of household cards. They are drawn in one place, because
// the till asks one question for both: a code of each kind must never be the other's.
import { randomBytes } from 'node:crypto';
import type { Tx } from './context.ts';
import { makeTypedCode, TYPED_RANDOM_SYMBOLS } from './domain/typed-code.ts';

/**
 * Ten random symbols each, without check characters, that no voucher and no card has yet. Fifty bits are enough against guessing, but
 * among many papers two may once be equal, and that must not spoil a whole issue.
 */
export const freshCodes = async (tx: Tx, count: number): Promise<readonly string[]> => {
  const drawn = new Set<string>();
  while (drawn.size < count) {
    while (drawn.size < count) {
      const code = makeTypedCode(randomBytes(TYPED_RANDOM_SYMBOLS));
      if (code !== null) drawn.add(code.slice(0, TYPED_RANDOM_SYMBOLS));
    }
    for (const code of await takenOf(tx, [...drawn])) drawn.delete(code);
  }
  return [...drawn];
};

/** Which of these codes are on some paper already. */
const takenOf = async (tx: Tx, codes: readonly string[]): Promise<readonly string[]> => {
  const vouchers = await tx
    .selectFrom('voucher')
    .select('typed_code as code')
    .where('typed_code', 'in', codes)
    .execute();
  const cards = await tx.selectFrom('household_card').select('code').where('code', 'in', codes).execute();
  return [...vouchers, ...cards].map(({ code }) => code);
};
