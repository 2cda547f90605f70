// T08: two processes redeem the same vouchers at the same instant. One wins each; the other is told who was first.
import { expect, it } from 'vitest';
import { times } from '../helpers/child-run.ts';
import { raceTills } from '../helpers/tills.ts';

const count = times(200, 3_000);

it(
  'the same voucher at two tills at once: one redemption each, the loser hears who was first',
  { timeout: 600_000 },
  async () => {
    const { wins, together, seconds: _, ...figures } = await raceTills({ tills: 2, vouchers: count });
    expect(figures).toEqual({
      vouchers: count,
      attempts: 2 * count,
      winners: count,
      refusals: count,
      named: count,
      // A queue of one second at most: nobody at the counter should have to hear that the books are in use.
      busy: 0,
      other: 0,
      doubles: 0,
      redemptions: count,
      broken: [],
    });
    expect(together, 'a race').toBeGreaterThan(count / 2);
    expect(Math.min(...wins), `both take part: ${JSON.stringify(wins)}`).toBeGreaterThan(0);
  },
);

it(
  'canary: a program without transaction and condition does take twice in the same race',
  { timeout: 120_000 },
  async () => {
    const { doubles } = await raceTills({ tills: 2, vouchers: 40, broken: true });
    expect(doubles).toBeGreaterThan(0);
  },
);
