// T11: the PC's clock and time zone decide nothing: the day is Beijing's, and a clock that went back stops the acts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../db/contract/act.ts';
import { makeBooks, reopened, type Books } from '../helpers/child-books.ts';
import { brokenRules, digest, look } from '../helpers/child-oracle.ts';
import { runChild, type ChildStep } from '../helpers/child-run.ts';
import { openShop } from '../helpers/open-shop.ts';

let books: Books;
beforeAll(async () => {
  books = await makeBooks(12);
}, 300_000);
afterAll(() => books.remove());

describe('a clock that went back', () => {
  const latest = '2026-05-04T09:00:00.000Z';
  const tries: readonly (readonly [string, boolean])[] = [
    ['2026-05-04T08:50:00.000Z', true],
    ['2026-05-04T08:49:59.999Z', false],
    ['2026-05-04T02:12:00.000Z', false],
    ['2026-05-03T09:00:00.000Z', false],
    ['2016-05-04T09:00:00.000Z', false],
    ['1970-01-01T00:00:00.000Z', false],
  ];
  for (const restarted of [false, true])
    it(`by more than ten minutes is refused with both instants and writes nothing${restarted ? ', after a restart too' : ''}`, async () => {
      const file = books.copy('clock');
      let shop = await openShop({ file, now: latest });
      const sell = (at: number) => {
        const step = books.redeem(at);
        return shop.send({ act: step.act, input: step.input, commandId: `clock-${at}` }, 'volunteer');
      };
      // A sale and no heartbeat: the last act is what the clock is held against.
      expect(await sell(0)).toMatchObject({ ok: true });
      if (restarted) {
        await shop.close();
        shop = await openShop({ file, now: latest });
      }
      for (const [index, [now, fine]] of tries.entries()) {
        shop.setNow(now);
        const before = digest(shop);
        const reply = await sell(1 + index);
        if (fine) expect(reply).toMatchObject({ ok: true });
        else {
          expect(reply, now).toMatchObject({
            ok: false,
            error: { kind: 'refusal', code: 'clock-went-back', params: { newestAt: latest, nowAt: now } },
          });
          expect(digest(shop) === before, now).toBe(true);
        }
      }
      shop.setNow(latest);
      expect(await sell(10)).toMatchObject({ ok: true });
      expect(await brokenRules(shop)).toEqual([]);
      await shop.close();
    });
});

describe('the business day', () => {
  it('changes at Beijing midnight in whatever zone the PC believes to be', { timeout: 120_000 }, async () => {
    const step = (at: number, now: string): ChildStep => ({ ...books.redeem(at), now });
    const status = (now: string): ChildStep => ({ act: 'shop.status', input: {}, as: 'manager', now });
    const steps = [
      status('2026-05-04T15:59:59.999Z'),
      step(0, '2026-05-04T15:59:59.999Z'),
      status('2026-05-04T16:00:00.000Z'),
      step(1, '2026-05-04T16:00:00.000Z'),
      // The last day of the vouchers, to its last moment and not one later.
      step(2, '2026-06-30T15:59:59.999Z'),
      step(3, '2026-06-30T16:00:00.000Z'),
      step(4, '2026-12-31T16:00:00.000Z'),
    ];
    const outcomes: string[] = [];
    for (const TZ of ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
      const file = books.copy('zone');
      const { replies, failed, stderr } = await runChild({ file, steps, close: true }, { env: { TZ } });
      expect([failed, stderr]).toEqual([null, '']);
      const said = (at: number): unknown => replies.get(at);
      expect(said(0), TZ).toMatchObject({ data: { businessDay: '2026-05-04' } });
      expect(said(2), TZ).toMatchObject({ data: { businessDay: '2026-05-05' } });
      for (const at of [1, 3, 4]) expect(said(at), `${TZ} ${at}`).toMatchObject({ ok: true });
      for (const at of [5, 6])
        expect(said(at), TZ).toMatchObject({
          error: { code: 'voucher-expired', params: { validToDay: '2026-06-30' } },
        });
      await reopenedAt(file, (rows) =>
        outcomes.push(JSON.stringify([rows, [...replies.values()] satisfies Reply[]])),
      );
    }
    expect(new Set(outcomes).size, 'every zone the same books').toBe(1);
  });
});

/** Hands over the days in the books. */
const reopenedAt = (file: string, take: (rows: unknown) => void): Promise<void> =>
  reopened(file, (shop) => {
    take([
      look(shop, 'SELECT number, business_day, at FROM redemption ORDER BY id'),
      look(shop, 'SELECT act, business_day, at, result FROM audit ORDER BY seq'),
      look(shop, 'SELECT kind, business_day, at FROM voucher_posting ORDER BY id'),
    ]);
    return Promise.resolve();
  });
