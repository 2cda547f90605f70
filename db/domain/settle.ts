// Which of a household's vouchers pays for how much of a basket, and what lapses (rulings.md 4). One unit at a time: money in fen or
// points, never both. Knows no goods and no books.

/** A voucher as a purse of its unit. */
export interface Purse {
  readonly id: number;
  readonly balance: number;
  /** 分次使用: the rest stays. Otherwise what is not taken lapses. */
  readonly inParts: boolean;
  readonly validTo: string;
}
export interface Payment {
  readonly id: number;
  readonly used: number;
  readonly lapsed: number;
}
export interface Settlement {
  /** Vouchers the basket needs, in the order given; the others stay untouched and open. */
  readonly payments: readonly Payment[];
  /** What no voucher covers; 0 when they suffice. */
  readonly over: number;
}

/**
 * Little lapses: first vouchers for one use that are used up whole, then those in parts where they suffice for the rest. Where they do
 * not, one for one use pays all of it, the smallest of them, and those in parts keep what they hold: its rest would lapse anyway.
 * Among equals the one that ends first. A basket worth nothing still takes the first voucher.
 */
export function settle(purses: readonly Purse[], worth: number): Settlement {
  const byEnd = [...purses].sort((a, b) =>
    a.validTo < b.validTo ? -1 : a.validTo > b.validTo ? 1 : a.id - b.id,
  );
  const used = new Map<number, number>();
  let rest = worth;
  const take = ({ id, balance }: Purse): void => {
    const part = Math.min(balance, rest);
    used.set(id, part);
    rest -= part;
  };
  for (const purse of byEnd) if (!purse.inParts && purse.balance > 0 && purse.balance <= rest) take(purse);
  const open = byEnd.filter(({ id, balance }) => balance > 0 && !used.has(id));
  const parts = open.filter(({ inParts }) => inParts);
  const [whole] = open.filter(({ inParts }) => !inParts).sort((a, b) => a.balance - b.balance);
  if (whole && rest > parts.reduce((sum, { balance }) => sum + balance, 0)) take(whole);
  else for (const purse of parts) if (rest > 0) take(purse);
  const [first] = purses;
  if (used.size === 0 && first) used.set(first.id, 0);
  const payments = purses.flatMap(({ id, balance, inParts }): readonly Payment[] => {
    const part = used.get(id);
    return part === undefined ? [] : [{ id, used: part, lapsed: inParts ? 0 : balance - part }];
  });
  return { payments, over: rest };
}
