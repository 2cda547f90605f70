// Nobody gets the worth of a voucher twice, or anything from nothing: acts of vouchers, till, cards, keys, points and deliveries put
// together as no honest day would. After every try each voucher and all its papers still come to its face.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkCharacters } from '../../db/domain/typed-code.ts';
import type { Input } from '../../db/contract/index.ts';
import { approval } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import {
  approveBatch,
  prepareBatch,
  seedBatch,
  seedGift,
  seedItem,
  vouchersOf,
  type ListedVoucher,
} from '../helpers/seed.ts';
import { openTill, type Till } from '../helpers/till.ts';
import { changeSettings } from '../helpers/settings.ts';

let till: Till;
let parts: readonly ListedVoucher[];
let inParts: number;
let loose: number;
let next = 0;
const as = { as: 'manager' } as const;
const setDay = (day: string): void => till.shop.setNow(`${day}T02:12:00.000Z`);

beforeAll(async () => {
  till = await openTill();
  const made = await seedBatch(till.shop, { name: '分次', inParts: true, validTo: '2026-05-20' });
  ({ batchId: inParts, vouchers: parts } = made);
  loose = await seedItem(till.shop, {
    ...{ code: 'SM', name: '散米', unit: '公斤', listPriceFen: 500, pointsPrice: 1 },
  });
  await seedGift(till.shop, { itemId: loose, quantity: 50_000 });
  await changeSettings(till.shop, { topUpAllowed: true });
});
afterAll(() => till.shop.close());

/** Of ¥100 in parts, until 20 May; each household's only one of that batch. */
const fresh = (): number => {
  next += 1;
  return parts[next]?.id ?? 0;
};
const redeem = (
  voucherId: number,
  bags: number,
  more: Partial<Input<'counter.redeem'>> = {},
  commandId?: string,
) =>
  till.shop.call(
    'counter.redeem',
    { voucherIds: [voucherId], lines: [{ itemId: till.rice, quantity: bags }], ...more },
    { as: 'manager', ...(commandId === undefined ? {} : { commandId }) },
  );
const reverse = (redemptionId: number, lines: number[] | null = null) =>
  till.shop.call('counter.reverse', { redemptionId, lines, reason: '拿错' }, as);
const replace = (voucherId: number) =>
  till.shop.call('vouchers.replace', { voucherId, reason: 'lost', approval }, as);
const makeVoid = (voucherId: number) => till.shop.call('vouchers.void', { voucherId, reason: '错发' }, as);
const standing = (voucherId: number) =>
  till.look('SELECT state, balance_fen AS fen FROM voucher WHERE id = ?', voucherId)[0] as {
    state: string;
    fen: number;
  };
const codeOf = async (act: Promise<unknown>): Promise<string> => (await refusalOf(act)).code;
const holderOf = (voucherId: number): number =>
  (till.look('SELECT household_id AS id FROM voucher WHERE id = ?', voucherId) as [{ id: number }])[0].id;
/** How many of acts started at one moment were carried out. */
const done = async (acts: readonly Promise<unknown>[]): Promise<number> =>
  (await Promise.allSettled(acts)).filter(({ status }) => status === 'fulfilled').length;

/** Papers of one entitlement together: what was taken, lapsed, ended and is left is the face; goods and cash as the slips say. */
afterEach(async () => {
  const untied = till.look(`
    WITH RECURSIVE paper (root, id) AS (
      SELECT id, id FROM voucher WHERE replaces IS NULL AND state <> 'draft'
      UNION ALL SELECT paper.root, voucher.id FROM paper JOIN voucher ON voucher.replaces = paper.id)
    SELECT root.serial, root.face_fen AS face,
      (SELECT sum(used_fen + lapsed_fen) FROM redemption_voucher JOIN paper ON paper.id = voucher_id WHERE paper.root = root.id) AS taken,
      (SELECT sum(-amount_fen) FROM voucher_posting JOIN paper ON paper.id = voucher_id
        WHERE paper.root = root.id AND kind IN ('void', 'expired')) AS ended,
      (SELECT sum(balance_fen) FROM voucher JOIN paper USING (id) WHERE paper.root = root.id) AS rest
    FROM voucher AS root WHERE replaces IS NULL AND state <> 'draft'
      AND face <> coalesce(taken, 0) + coalesce(ended, 0) + rest`);
  expect(untied).toEqual([]);
  const doubled = till.look(
    "SELECT replaces FROM voucher WHERE state IN ('issued', 'active', 'partly-used') GROUP BY batch_id, household_id, category, ordinal HAVING count(*) > 1",
  );
  expect(doubled).toEqual([]);
  const [cash] = till.look(
    "SELECT (SELECT sum(topup_fen) FROM redemption) - (SELECT coalesce(sum(amount_fen), 0) FROM cash_posting WHERE source = 'trading') AS gap",
  );
  expect(cash).toEqual({ gap: 0 });
  expect((await till.shop.call('reports.distribution', { month: '2026-05' }, as)).ties).toBe(true);
});

it('a paper is replaced and redeemed at the same moment: one of both', async () => {
  const [first, second] = [till.fresh().id, till.fresh().id];
  expect(await done([replace(first), redeem(first, 2)])).toBe(1);
  expect(await done([redeem(second, 2), replace(second)])).toBe(1);
  expect([standing(first).state, standing(second).state].sort()).toEqual(['replaced', 'used']);
});

it('goods brought back after the paper was replaced are worth something on the new one alone, once', async () => {
  const old = fresh();
  const { redemptionId } = await redeem(old, 1, { lines: [...bag(1), { itemId: loose, quantity: 2_000 }] });
  const { voucherId } = await replace(old);
  expect(standing(voucherId)).toEqual({ state: 'partly-used', fen: 4_500 });
  await reverse(redemptionId, [2]);
  expect(standing(voucherId).fen).toBe(5_500);
  const again = (await replace(voucherId)).voucherId;
  expect(await done([reverse(redemptionId), reverse(redemptionId)])).toBe(1);
  expect([standing(old), standing(voucherId), standing(again)].map(({ fen }) => fen)).toEqual([0, 0, 10_000]);
  expect(await codeOf(redeem(old, 1))).toBe('voucher-replaced');
  expect(await codeOf(redeem(voucherId, 1))).toBe('voucher-replaced');
  expect(await codeOf(redeem(again, 3, { topUpFen: 3_000 }))).toBe('basket-over-face');
  await redeem(again, 2);
  expect(standing(again).fen).toBe(1_000);
});
const bag = (quantity: number) => [{ itemId: till.rice, quantity }];

it('void after use and return; what was void or ended never opens again', async () => {
  const id = fresh();
  const { redemptionId } = await redeem(id, 1, { lines: [...bag(1), { itemId: loose, quantity: 2_000 }] });
  expect(await codeOf(makeVoid(id))).toBe('voucher-not-voidable');
  await reverse(redemptionId, [1]);
  expect(await codeOf(makeVoid(id))).toBe('voucher-not-voidable');
  await reverse(redemptionId);
  await makeVoid(id);
  expect(await codeOf(reverse(redemptionId))).toBe('redemption-reversed');
  expect(await codeOf(redeem(id, 1))).toBe('voucher-void');
  expect(await codeOf(replace(id))).toBe('voucher-not-replaceable');
  expect(await codeOf(makeVoid(id))).toBe('voucher-not-voidable');
});

it('of void, redeemed and void with its whole batch at one moment only one happens to it', async () => {
  const draft = await prepareBatch(till.shop, { name: '停发', communities: ['桂中社区'] });
  const twice = [approveBatch(till.shop, draft), approveBatch(till.shop, draft)];
  expect(await done(twice)).toBe(1);
  const vouchers = await vouchersOf(till.shop, draft.batchId);
  const [first] = vouchers;
  const id = first?.id ?? 0;
  const { pieces, fen } = await till.shop.call('vouchers.openOfBatch', { batchId: draft.batchId }, as);
  expect(pieces).toBe(draft.drafts);
  const voidAll = till.shop.call(
    'vouchers.voidOpen',
    { batchId: draft.batchId, reason: '停发', expectPieces: pieces, expectFen: fen },
    as,
  );
  expect(await done([voidAll, redeem(id, 1), makeVoid(id), replace(id)])).toBe(1);
  expect(standing(id)).toEqual({ state: 'void', fen: 0 });
});

it('a card and its voucher together, and one voucher named twice, are one voucher', async () => {
  const id = till.fresh().id;
  const householdId = holderOf(id);
  const { cardId } = await till.shop.call('cards.make', { householdId }, as);
  const [{ code }] = till.look('SELECT code FROM household_card WHERE id = ?', cardId) as [{ code: string }];
  const opened = await till.shop.call(
    'counter.scan',
    { code: code + checkCharacters(code), entry: 'scanned' },
    as,
  );
  const ids = opened.vouchers.map(({ voucherId }) => voucherId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(id);
  const both = [redeem(id, 2), redeem(id, 2, { voucherIds: [id, id], entry: 'card', householdId })];
  expect(await done(both)).toBe(1);
  expect(standing(id)).toEqual({ state: 'used', fen: 0 });
});

it('one command id is one act: another basket under it is refused, the same one answers what was done', async () => {
  const id = fresh();
  const once = await redeem(id, 1, {}, 'value-once-1');
  expect(await codeOf(redeem(id, 2, {}, 'value-once-1'))).toBe('command-id-reused');
  expect(await redeem(id, 1, {}, 'value-once-1')).toEqual(once);
  expect(standing(id).fen).toBe(5_500);
});

it('cash that was put down goes back once, line by line or whole, and never more than it was', async () => {
  const id = till.fresh().id;
  const lines = [...bag(2), { itemId: loose, quantity: 4_000 }];
  const { redemptionId } = await redeem(id, 2, { lines, topUpFen: 1_000 });
  expect(await reverse(redemptionId, [2])).toMatchObject({ topUpFen: 1_000, backFen: 1_000 });
  expect(await codeOf(reverse(redemptionId, [2]))).toBe('line-reversed');
  expect(await reverse(redemptionId)).toMatchObject({ topUpFen: 0, backFen: 9_000 });
  expect(await codeOf(reverse(redemptionId))).toBe('redemption-reversed');
  expect(standing(id)).toEqual({ state: 'active', fen: 10_000 });
});

it('a delivery comes back once, whichever way', async () => {
  const delivery = { carrier: '志愿者小李', address: '城中街道 1 号' };
  const list = async () => till.shop.call('delivery.list', { endedDay: '2026-05-04' }, { as: 'volunteer' });
  const send = async () => {
    const { redemptionId } = await redeem(fresh(), 1, { delivery });
    const sent = (await list()).find((each) => each.redemptionId === redemptionId);
    return { redemptionId, deliveryId: sent?.deliveryId ?? 0 };
  };
  const returned = (deliveryId: number) =>
    till.shop.call('delivery.returned', { deliveryId, reason: '没人在家' }, as);
  const confirm = (deliveryId: number) =>
    till.shop.call(
      'delivery.confirm',
      { deliveryId, receivedBy: '韦某', relation: '本人', day: '2026-05-04' },
      as,
    );
  const one = await send();
  expect(await done([returned(one.deliveryId), reverse(one.redemptionId)])).toBe(1);
  expect(await codeOf(confirm(one.deliveryId))).toBe('delivery-ended');
  const other = await send();
  await confirm(other.deliveryId);
  expect(await codeOf(returned(other.deliveryId))).toBe('delivery-ended');
  expect(await done([reverse(other.redemptionId), reverse(other.redemptionId)])).toBe(1);
});

it('a handover of the old paper hands nothing over, and the new one is handed over once', async () => {
  const id = fresh();
  const handOver = (voucherId: number) =>
    till.shop.call('vouchers.handOver', { voucherIds: [voucherId], day: '2026-05-04' }, as);
  await handOver(id);
  const { voucherId } = await replace(id);
  expect(standing(voucherId).state).toBe('issued');
  expect(await codeOf(handOver(id))).toBe('handover-not-open');
  const back = till.shop.call('vouchers.takeBackHandOver', { voucherId: id, reason: '签错' }, as);
  expect(await codeOf(back)).toBe('handover-none');
  await handOver(voucherId);
  expect(await codeOf(handOver(voucherId))).toBe('handover-not-open');
});

it('a basket put aside with a paper that was replaced or used meanwhile is not taken up', async () => {
  for (const spoil of [replace, (id: number) => redeem(id, 2, { topUpFen: 0 }), makeVoid]) {
    const id = till.fresh().id;
    const { heldId } = await till.shop.call(
      'counter.hold',
      { voucherIds: [id], entry: 'scanned', lines: bag(1) },
      as,
    );
    await spoil(id);
    expect(['voucher-replaced', 'voucher-redeemed', 'voucher-void']).toContain(
      await codeOf(till.shop.call('counter.recall', { heldId }, as)),
    );
    expect(await done([redeem(id, 1, { heldId })])).toBe(0);
    await till.shop.call('counter.dropHeld', { heldId }, as);
  }
});

it('goods for points: a handful costs a point at the till as well, and the points are spent once', async () => {
  const { vouchers } = await seedBatch(till.shop, {
    ...{ name: '积分券', kind: 'points', faceFen: 0, facePoints: 2, inParts: true },
  });
  const id = vouchers[0]?.id ?? 0;
  const handful = () => redeem(id, 1, { lines: [{ itemId: loose, quantity: 400 }] });
  expect((await handful()).usedPoints).toBe(1);
  expect(await done([handful(), handful()])).toBe(1);
  const [left] = till.look('SELECT state, balance_points AS points FROM voucher WHERE id = ?', id);
  expect(left).toEqual({ state: 'used', points: 0 });
});

it('vouchers of a revoked key are worth something again only on new paper, also what comes back later', async () => {
  const id = fresh();
  const { redemptionId } = await redeem(id, 1);
  const single = till.fresh().id;
  const used = await redeem(single, 2);
  const open = (await till.shop.call('keys.list', {}, as))[0]?.open ?? 0;
  const key = { keyId: 1, reason: '电脑被盗', expectOpen: open, approval };
  await till.shop.call('keys.revoke', key, as);
  await till.shop.call('vouchers.replaceOfKey', { keyId: 1, batchId: inParts, approval }, as);
  const [anew] = till.look('SELECT id, balance_fen AS fen FROM voucher WHERE replaces = ?', id) as [
    { id: number; fen: number },
  ];
  expect(anew.fen).toBe(5_500);
  await reverse(redemptionId);
  expect(standing(anew.id).fen).toBe(10_000);
  expect(standing(id).fen).toBe(0);
  // Used up before, brought back after: it opens under the dead key, is not taken, and is replaced once.
  await reverse(used.redemptionId);
  expect(standing(single).fen).toBe(10_000);
  expect(await codeOf(redeem(single, 2))).toBe('code-revoked');
  const { voucherId } = await replace(single);
  await redeem(voucherId, 2);
  expect(await codeOf(replace(single))).toBe('voucher-not-replaceable');
});

it('on its last day it is taken and given back; the day after nothing of it opens, also in a month that is closed', async () => {
  const next3 = () =>
    till.look(
      "SELECT id FROM voucher WHERE batch_id = ? AND generation = 2 AND balance_fen = 10000 AND state = 'issued' LIMIT 3",
      inParts,
    ) as {
      id: number;
    }[];
  setDay('2026-05-20');
  const [a, b, c] = next3().map(({ id }) => id) as [number, number, number];
  const ofA = await redeem(a, 1);
  await reverse(ofA.redemptionId);
  expect(standing(a).state).toBe('active');
  const [ofB, ofC] = [await redeem(b, 2), await redeem(c, 1)];
  setDay('2026-05-21');
  expect(await codeOf(redeem(a, 1))).toBe('voucher-expired');
  expect(await codeOf(replace(c))).toBe('voucher-not-replaceable');
  await reverse(ofB.redemptionId);
  expect(standing(b)).toEqual({ state: 'expired', fen: 0 });
  setDay('2026-06-08');
  await till.shop.call('reports.closeMonth', { month: '2026-05' }, as);
  await reverse(ofC.redemptionId);
  expect(standing(c)).toEqual({ state: 'expired', fen: 0 });
  expect(await codeOf(reverse(ofC.redemptionId))).toBe('redemption-reversed');
});
