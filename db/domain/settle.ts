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
 * As little lapses as possible: first vouchers for one use that are used up whole, then those in parts, and only then one use of
 * which a rest lapses; among equals the one that ends first. A basket worth nothing still takes the first voucher.
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
  for (const purse of byEnd) if (purse.inParts && rest > 0 && purse.balance > 0) take(purse);
  for (const purse of byEnd) if (rest > 0 && purse.balance > 0 && !used.has(purse.id)) take(purse);
  const [first] = purses;
  if (used.size === 0 && first) used.set(first.id, 0);
  const payments = purses.flatMap(({ id, balance, inParts }): readonly Payment[] => {
    const part = used.get(id);
    return part === undefined ? [] : [{ id, used: part, lapsed: inParts ? 0 : balance - part }];
  });
  return { payments, over: rest };
}
