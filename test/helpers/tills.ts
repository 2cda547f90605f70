// T08: several real processes on one file reach for the same vouchers, each voucher at the same instant. Races them and counts; the
// everyday test asks for few, `npm run campaign:tills` for ten thousand.
import { makeBooks, reopened } from './child-books.ts';
import { brokenRules, look } from './child-oracle.ts';
import { race, type ChildResult, type ChildStep } from './child-run.ts';

export interface TillRace {
  readonly tills: number;
  readonly vouchers: number;
  /** Without transaction and condition: must double (see child-broken.ts). */
  readonly broken?: boolean;
}
export interface TillFigures {
  readonly vouchers: number;
  readonly attempts: number;
  readonly winners: number;
  /** How many each till won. */
  readonly wins: readonly number[];
  /** Told that somebody else was first. */
  readonly refusals: number;
  /** Of those, the ones that were told by whom and where. */
  readonly named: number;
  /** Heard that the books are in use: nobody at a counter ever should. */
  readonly busy: number;
  /** Any other answer, or none. */
  readonly other: number;
  /** Vouchers with more than one redemption in the books. */
  readonly doubles: number;
  /** Vouchers at which all tills were under way at the same instant. */
  readonly together: number;
  /** Redemptions in the books, and the rules of the oracle they break. */
  readonly redemptions: number;
  readonly broken: readonly string[];
  readonly seconds: number;
}

/** Two people at two tills, so that the loser can be told by whom and where. */
const as = ['volunteer', 'manager'] as const;

export const raceTills = async ({ tills, vouchers, broken = false }: TillRace): Promise<TillFigures> => {
  const books = await makeBooks(vouchers);
  try {
    const file = books.copy('tills');
    const steps = (till: number): readonly ChildStep[] =>
      books.vouchers.map((_, at) => ({
        ...books.redeem(at, `-${String(till)}`),
        as: as[till % 2] ?? 'volunteer',
      }));
    const started = performance.now();
    const results = await race(
      Array.from({ length: tills }, (_, till) => ({ file, steps: steps(till), close: true })),
      broken ? { preload: 'child-broken.ts' } : {},
    );
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const failed = results.flatMap(({ failed, stderr }) => [failed ?? '', stderr]).filter((said) => said);
    if (failed.length > 0) throw new Error(`a till did not end well: ${failed.join('; ').slice(0, 500)}`);
    const inBooks = await reopened(file, async (shop) => ({
      broken: broken ? [] : await brokenRules(shop),
      redemptions: look<{ n: number }>(shop, 'SELECT count(*) AS n FROM redemption')[0]?.n ?? 0,
      doubles:
        look<{ n: number }>(
          shop,
          'SELECT count(*) AS n FROM (SELECT voucher_id FROM redemption_voucher GROUP BY voucher_id HAVING count(*) > 1)',
        )[0]?.n ?? 0,
    }));
    return { vouchers, attempts: tills * vouchers, ...heard(results, vouchers), ...inBooks, seconds };
  } finally {
    books.remove();
  }
};

const heard = (results: readonly ChildResult[], vouchers: number) => {
  const sums = { winners: 0, refusals: 0, named: 0, busy: 0, other: 0, together: 0 };
  const wins = results.map(() => 0);
  for (let at = 0; at < vouchers; at += 1) {
    for (const [till, { replies }] of results.entries()) {
      const reply = replies.get(at);
      if (reply?.ok) {
        sums.winners += 1;
        wins[till] = (wins[till] ?? 0) + 1;
        continue;
      }
      const error = reply?.error.kind === 'bug' ? undefined : reply?.error;
      if (error?.code === 'books-in-use') sums.busy += 1;
      else if (error?.code === 'voucher-redeemed') {
        sums.refusals += 1;
        const { operator, terminal } = error.params ?? {};
        if (operator && terminal) sums.named += 1;
      } else sums.other += 1;
    }
    const times = results.map((result) => result.times.get(at));
    const began = Math.max(...times.map((time) => time?.began ?? Infinity));
    const ended = Math.min(...times.map((time) => time?.ended ?? -Infinity));
    if (began < ended) sums.together += 1;
  }
  return { ...sums, wins };
};
