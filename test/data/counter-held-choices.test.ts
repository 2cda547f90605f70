// What a basket put aside keeps beside its goods: who collects and where they go, until it is redeemed or dropped (lessons.md 18).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop } from '../helpers/open-shop.ts';
import { openProxyTill, type ProxyTill } from '../helpers/proxies.ts';
import { refusalOf } from '../helpers/refusal.ts';

let at: ProxyTill;
beforeAll(async () => {
  at = await openProxyTill();
});
afterAll(() => at.till.shop.close());

type Chosen = Pick<Input<'counter.hold'>, 'proxy' | 'delivery' | 'heldId'>;
const volunteer = { as: 'volunteer' } as const;
const lines = () => [{ itemId: at.till.rice, quantity: 1 }];
const hold = (voucherId: number, chosen: Chosen) =>
  at.till.shop.call(
    'counter.hold',
    { voucherIds: [voucherId], entry: 'scanned', lines: lines(), ...chosen },
    volunteer,
  );
const recall = (heldId: number) => at.till.shop.call('counter.recall', { heldId }, volunteer);
const redeem = (voucherId: number, chosen: Chosen) =>
  at.till.shop.call(
    'counter.redeem',
    { voucherIds: [voucherId], entry: 'scanned', lines: lines(), ...chosen },
    volunteer,
  );
const content = (heldId: number): string =>
  (at.till.look('SELECT content FROM held_basket WHERE id = ?', heldId) as [{ content: string }])[0].content;
const cart = { carrier: '王师傅', address: '桂林路9号' };

describe('who collects and where it goes', () => {
  it('are there again after the program ended; the number never leaves the books, and redeems all the same', async () => {
    const { id } = at.till.fresh();
    const proxy = at.onTheSpot({ name: '覃小代领' });
    const { heldId } = await hold(id, { proxy, delivery: cart });
    const { shop } = at.till;
    const again = await openShop({ file: shop.file, key: shop.key, now: '2026-05-04T02:12:00.000Z' });
    const taken = await again.call('counter.recall', { heldId }, volunteer);
    await again.close();
    expect(taken).toMatchObject({
      proxy: { name: '覃**领', relation: '邻居', related: false },
      delivery: cart,
      reasons: [],
    });
    expect(JSON.stringify(taken)).not.toContain(proxy.number);
    // Put aside once more, as it came.
    await hold(id, { proxy: { kind: 'held' }, delivery: cart, heldId });
    expect(await recall(heldId)).toMatchObject({ proxy: { name: '覃**领' } });
    const done = await redeem(id, { proxy: { kind: 'held' }, delivery: cart, heldId });
    expect(done.proxy).toMatchObject({ name: '覃**领' });
    expect(at.pickups(done.redemptionId)).toMatchObject([
      { name: '覃小代领', document_key: `number:${proxy.number}` },
    ]);
    expect(
      at.till.look('SELECT carrier, address FROM delivery WHERE redemption_id = ?', done.redemptionId),
    ).toEqual([cart]);
  });

  it('go with the basket that is dropped', async () => {
    const { id } = at.till.fresh();
    const { heldId } = await hold(id, { proxy: at.onTheSpot({ name: '覃小代领' }), delivery: cart });
    expect(content(heldId)).toContain('覃小代领');
    await at.till.shop.call('counter.dropHeld', { heldId }, volunteer);
    expect(content(heldId)).not.toMatch(/覃小代领|桂林路/);
    expect(await refusalOf(redeem(id, { proxy: { kind: 'held' }, heldId }))).toMatchObject({
      code: 'held-gone',
    });
  });

  it('none chosen: none comes back, and none may be claimed', async () => {
    const { id } = at.till.fresh();
    const { heldId } = await hold(id, {});
    expect(await recall(heldId)).toMatchObject({ proxy: null, delivery: null });
    expect(await refusalOf(redeem(id, { proxy: { kind: 'held' }, heldId }))).toMatchObject({
      code: 'held-gone',
    });
    await redeem(id, { heldId });
  });

  it('a standing proxy that ended meanwhile is left out, and said why; so is the way to an address nobody has', async () => {
    const { id } = at.till.fresh();
    const { proxyId } = await at.addProxy({ householdId: at.householdOf(id) });
    const proxy = { kind: 'standing', proxyId } as const;
    const { heldId } = await hold(id, { proxy, delivery: cart });
    expect(await recall(heldId)).toMatchObject({ proxy: { name: '韦*居' }, delivery: cart, reasons: [] });
    await at.till.shop.call('proxies.end', { proxyId, reason: '本人来领' }, { as: 'manager' });
    expect(await recall(heldId)).toMatchObject({
      proxy: null,
      delivery: cart,
      reasons: [{ code: 'proxy-not-valid' }],
    });
    await hold(id, { delivery: { carrier: '王师傅', address: null }, heldId });
    expect(await recall(heldId)).toMatchObject({
      proxy: null,
      delivery: null,
      reasons: [{ code: 'delivery-address-missing' }],
    });
  });
});
