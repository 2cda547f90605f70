// Whatever happens to receipts, in any order over months that close: the list of gifts, the cash book and the stock ledger say the same
// for every month, no lot is ever negative, and every number is accounted for.
import { expect, it } from 'vitest';
import { addDays, addMonths, monthOf } from '../../db/domain/business-day.ts';
import { randomOf, seedOfRun, type Random } from '../helpers/child-random.ts';
import { openGifts, type GiftForm, type Gifts } from '../helpers/gifts.ts';
import { ActFailed } from '../helpers/open-shop.ts';
import { rowsOf } from '../helpers/sheet.ts';

const seed = seedOfRun();
const MOVES = 120;
const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07'] as const;

/** What may rightly be refused; anything else is a fault of the program. */
const expected = new Set([
  'reversal-negative',
  'money-short',
  'donation-ended',
  'month-closed',
  'month-not-over',
  'month-before-open',
  'stock-short',
]);

const tried = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof ActFailed && error.error.kind === 'refusal' && expected.has(error.error.code))
      return false;
    throw error;
  }
};

/** In the last six weeks, which may be in a closed month. */
const someDay = (random: Random, today: string): string => {
  const day = addDays(today, -random.int(40));
  return day < '2026-04-01' ? '2026-04-01' : day;
};

const someForm = (random: Random, { bags, clothes }: Gifts, today: string): Partial<GiftForm> => {
  const rice = (): GiftForm['lines'][number] => {
    const quantity = 1 + random.int(9);
    return bags({ quantity, valueFen: quantity * 4_500 });
  };
  const worn = bags({ itemId: clothes, valueFen: null, basis: 'unpriced', pieces: true, quantity: 2 });
  return {
    day: someDay(random, today),
    lines: random.pick([[], [rice()], [rice(), rice()], [worn], [worn, rice()]]),
    cash: { fen: 100 * (1 + random.int(50)), way: 'cash' },
  };
};

const play = async (random: Random, gifts: Gifts): Promise<Readonly<Record<string, number>>> => {
  const done: Record<string, number> = {};
  const forms = new Map<number, Partial<GiftForm>>();
  let today = '2026-05-12';
  const ids = (): readonly number[] => [...forms.keys()];
  const replace = (changes: Partial<GiftForm>) => async (): Promise<void> => {
    const donationId = random.pick(ids());
    const form = { ...forms.get(donationId), ...changes };
    const anew = await gifts.record({ ...form, replaces: { donationId, reason: '写错' } });
    forms.set(anew.donationId, form);
  };
  const moves: Readonly<Record<string, () => Promise<unknown>>> = {
    record: async () => {
      const form = someForm(random, gifts, today);
      forms.set((await gifts.record(form)).donationId, form);
    },
    end: () => gifts.end(random.pick(ids())),
    head: replace({ donor: { name: '第一中学', kind: 'school' }, designation: { category: 'orphan' } }),
    goods: () => replace(someForm(random, gifts, today))(),
    day: () => replace({ day: someDay(random, today) })(),
    spend: () => gifts.spend(100 * (1 + random.int(20)), today),
    move: async () => {
      const [lot] = rowsOf(
        gifts.shop,
        `SELECT lot_id FROM lot_stock WHERE on_hand > 0 AND place_id = 1 ORDER BY lot_id % 7 LIMIT 1`,
      );
      const line = { lotId: Number(lot?.['lot_id'] ?? 1), quantity: 1 };
      await gifts.shop.call(
        'stock.transfer',
        { fromPlaceId: 1, toPlaceId: 2, lines: [line] },
        { as: 'manager' },
      );
    },
    // Rarely: with two months open a receipt can be written anew in the other one.
    close: () => (random.chance(0.25) ? gifts.closeMonth(monthOf(addMonths(today, -1))) : Promise.resolve()),
    tomorrow: () => {
      today = addDays(today, 1 + random.int(6));
      gifts.shop.setNow(`${today}T02:00:00.000Z`);
      return Promise.resolve();
    },
  };
  gifts.shop.setNow(`${today}T02:00:00.000Z`);
  for (let made = 0; made < MOVES; made += 1) {
    const name = forms.size < 3 ? 'record' : random.pick(Object.keys(moves));
    if (today > '2026-07-20' && name === 'tomorrow') continue;
    if (await tried(() => moves[name]?.() ?? Promise.resolve())) done[name] = (done[name] ?? 0) + 1;
  }
  return done;
};

/** Sums of a ledger by month; a month without any is 0. */
const byMonth = (gifts: Gifts, sql: string): Readonly<Record<string, number>> =>
  Object.fromEntries(rowsOf(gifts.shop, sql).map(({ month, fen }) => [String(month), Number(fen)] as const));

it(`gifts, money and goods tie in every month (seed ${seed})`, { timeout: 120_000 }, async () => {
  const gifts = await openGifts({ now: '2026-04-01T02:00:00.000Z' });
  const done = await play(randomOf(seed), gifts);
  const cash = byMonth(
    gifts,
    `SELECT substr(business_day, 1, 7) AS month, sum(amount_fen) AS fen FROM cash_posting WHERE document = 'donation' GROUP BY 1`,
  );
  const goods = byMonth(
    gifts,
    `SELECT substr(business_day, 1, 7) AS month, sum(value_fen) AS fen FROM stock_posting WHERE document = 'donation' GROUP BY 1`,
  );
  for (const month of MONTHS) {
    const { cashFen, goodsFen } = await gifts.list(month);
    const said = `seed ${seed} ${month} ${JSON.stringify(done)}`;
    expect(cashFen, said).toBe(cash[month] ?? 0);
    expect(goodsFen, said).toBe(goods[month] ?? 0);
  }
  // Over all months the standing receipts are what came in and stayed.
  const all = await gifts.list();
  expect(all.cashFen).toBe(Object.values(cash).reduce((sum, fen) => sum + fen, 0));
  expect(all.goodsFen).toBe(Object.values(goods).reduce((sum, fen) => sum + fen, 0));
  expect(
    rowsOf(
      gifts.shop,
      `SELECT lot_id FROM lot_stock WHERE on_hand <> (SELECT sum(quantity) FROM stock_posting AS p
         WHERE p.lot_id = lot_stock.lot_id AND p.place_id = lot_stock.place_id)
       UNION ALL SELECT lot_id FROM (SELECT lot_id, sum(quantity) OVER (PARTITION BY lot_id, place_id ORDER BY business_day, id) AS left
         FROM stock_posting) WHERE left < 0`,
    ),
    `seed ${seed}`,
  ).toEqual([]);
  // Goods of a receipt that ended are gone or stand under the one written anew.
  expect(
    rowsOf(
      gifts.shop,
      `SELECT lot.id FROM lot JOIN donation_line AS line ON line.id = donation_line_id
       JOIN donation_end USING (donation_id) JOIN lot_stock ON lot_id = lot.id WHERE on_hand > 0`,
    ),
  ).toEqual([]);
  const { series } = await gifts.shop.call('donations.register', { year: 2026 }, { as: 'manager' });
  for (const { missing, doubled } of series) expect([missing, doubled]).toEqual([[], []]);
  await gifts.shop.close();
});
