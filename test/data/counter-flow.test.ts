// Around the basket: a forgotten voucher with a second person's yes, the household's card, baskets put aside and taken up again
// (lessons.md 18).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../db/contract/index.ts';
import { checkCharacters } from '../../db/domain/typed-code.ts';
import { approval, openShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import type { ListedVoucher } from '../helpers/seed.ts';
import { openTill, type Till } from '../helpers/till.ts';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.shop.close());

const volunteer = { as: 'volunteer' } as const;
let minutes = 12;
/** Time goes on for all that follows. */
const later = (by: number): void => {
  minutes += by;
  till.shop.setNow(new Date(Date.parse('2026-05-04T02:00:00.000Z') + minutes * 60_000).toISOString());
};
const householdOf = ({ id }: ListedVoucher): number =>
  (till.look('SELECT household_id AS id FROM voucher WHERE id = ?', id) as [{ id: number }])[0].id;
const wanted = (quantity = 1) => [{ itemId: till.rice, quantity }];
const openForgotten = (householdId: number, yes: { login: string; password: string } = approval) =>
  till.shop.call('counter.openForgotten', { householdId, reason: '忘带券', approval: yes }, volunteer);
const redeem = (
  voucher: ListedVoucher,
  entry: 'scanned' | 'card' | 'looked-up',
  more: { heldId?: number; commandId?: string } = {},
) =>
  till.shop.call(
    'counter.redeem',
    { voucherIds: [voucher.id], entry, lines: wanted(), heldId: more.heldId ?? null },
    { ...volunteer, ...(more.commandId ? { commandId: more.commandId } : {}) },
  );
const notApproved = { code: 'lookup-not-approved' };

describe('a forgotten voucher', () => {
  it('is looked for by name, pinyin and the end of a number; masked, and in the log', async () => {
    const searches = till.look("SELECT count(*) AS n FROM audit WHERE act = 'counter.findHolder'") as [
      { n: number },
    ];
    const found = await till.shop.call('counter.findHolder', { search: '韦' }, volunteer);
    expect(found.households.length).toBe(20);
    expect(found.more).toBe(true);
    expect(found.households.every(({ headName }) => headName.includes('*'))).toBe(true);
    const [one] = found.households;
    const byTail = await till.shop.call('counter.findHolder', { search: one?.idTail ?? '' }, volunteer);
    expect(byTail.households.map(({ householdId }) => householdId)).toContain(one?.householdId);
    expect((await till.shop.call('counter.findHolder', { search: '欧阳' }, volunteer)).households).toEqual(
      [],
    );
    const after = till.look(
      "SELECT count(*) AS n, max(detail) AS detail FROM audit WHERE act = 'counter.findHolder'",
    ) as [{ n: number; detail: string }];
    expect(after[0].n).toBe(searches[0].n + 3);
    expect(after[0].detail).not.toContain('韦');
  });

  it('cannot be redeemed without the yes of somebody else, and with it once, within ten minutes', async () => {
    const voucher = till.fresh();
    const id = householdOf(voucher);
    expect(await refusalOf(redeem(voucher, 'looked-up'))).toMatchObject(notApproved);
    expect(await refusalOf(openForgotten(id, { ...approval, password: 'wrong-1234' }))).toMatchObject({
      code: 'approval-wrong',
    });
    expect(await refusalOf(redeem(voucher, 'looked-up'))).toMatchObject(notApproved);
    const opened = await openForgotten(id);
    expect(opened).toMatchObject({ entry: 'looked-up', vouchers: [{ voucherId: voucher.id }] });
    later(11);
    expect(await refusalOf(redeem(voucher, 'looked-up'))).toMatchObject(notApproved);
    await openForgotten(id);
    const done = await redeem(voucher, 'looked-up', { commandId: 'forgotten-1' });
    expect(
      till.look(
        'SELECT entry, staff.name FROM redemption JOIN staff ON staff.id = approved_by WHERE redemption.id = ?',
        done.redemptionId,
      ),
    ).toEqual([{ entry: 'looked-up', name: '区民政局' }]);
    // Sent again after a crash: what was done the first time.
    later(30);
    expect(await redeem(voucher, 'looked-up', { commandId: 'forgotten-1' })).toEqual(done);
  });

  it('holds no longer once somebody else was served, and not for another household', async () => {
    const [voucher, other] = [till.fresh(), till.fresh()];
    await openForgotten(householdOf(voucher));
    expect(await refusalOf(redeem(other, 'looked-up'))).toMatchObject(notApproved);
    await till.scan(other.typedCode);
    expect(await refusalOf(redeem(voucher, 'looked-up'))).toMatchObject(notApproved);
  });

  it('is not opened by who stands at the till, and not when there is nothing to take', async () => {
    const voucher = till.fresh();
    const id = householdOf(voucher);
    expect(await refusalOf(openForgotten(id, { ...approval, login: 'wangfang' }))).toMatchObject({
      code: 'approval-same-person',
    });
    await redeem(voucher, 'scanned');
    expect(await refusalOf(openForgotten(id))).toMatchObject({ code: 'voucher-none-usable' });
  });
});

describe('the card of a household', () => {
  const cardOf = async (voucher: ListedVoucher): Promise<string> => {
    const { cardId } = await till.shop.call(
      'cards.make',
      { householdId: householdOf(voucher) },
      { as: 'manager' },
    );
    const [row] = till.look('SELECT code FROM household_card WHERE id = ?', cardId) as [{ code: string }];
    return row.code + checkCharacters(row.code);
  };
  it('opens its vouchers for half an hour at this till; claimed without a scan it opens nothing', async () => {
    const voucher = till.fresh();
    const code = await cardOf(voucher);
    expect(await refusalOf(redeem(voucher, 'card'))).toMatchObject(notApproved);
    expect(await till.scan(code)).toMatchObject({ entry: 'card', vouchers: [{ voucherId: voucher.id }] });
    later(31);
    expect(await refusalOf(redeem(voucher, 'card'))).toMatchObject(notApproved);
    await till.scan(code);
    expect(await redeem(voucher, 'card')).toMatchObject({ usedFen: 4_500 });
    expect(await refusalOf(till.scan(code))).toMatchObject({ code: 'voucher-none-usable' });
  });
});

describe('a basket put aside', () => {
  const hold = (voucher: ListedVoucher, more: { heldId?: number; quantity?: number } = {}) =>
    till.shop.call(
      'counter.hold',
      {
        voucherIds: [voucher.id],
        entry: 'scanned',
        lines: wanted(more.quantity),
        heldId: more.heldId ?? null,
      },
      volunteer,
    );
  const recall = (heldId: number): Promise<Output<'counter.recall'>> =>
    till.shop.call('counter.recall', { heldId }, volunteer);
  const held = async () => till.shop.call('counter.held', {}, volunteer);

  it('reserves nothing, outlasts the program, waits until it is redeemed, and then is gone', async () => {
    const voucher = till.fresh();
    const before = await till.onHand(till.rice);
    const { heldId } = await hold(voucher, { quantity: 2 });
    expect(await till.onHand(till.rice)).toBe(before);
    const again = await openShop({
      file: till.shop.file,
      key: till.shop.key,
      now: new Date(Date.parse('2026-05-04T02:00:00.000Z') + minutes * 60_000).toISOString(),
    });
    expect(await again.call('counter.held', {}, volunteer)).toMatchObject([
      { heldId, vouchers: 1, lines: 1, operator: '王芳' },
    ]);
    await again.close();
    const taken = await recall(heldId);
    expect(taken).toMatchObject({ reasons: [], lines: [{ quantity: 2, goods: { itemId: till.rice } }] });
    expect(await held()).toHaveLength(1);
    await redeem(voucher, 'scanned', { heldId });
    expect(await held()).toEqual([]);
    expect(await refusalOf(recall(heldId))).toMatchObject({ code: 'held-gone' });
  });

  it('is one a household: another is refused, the same one changes', async () => {
    const voucher = till.fresh();
    const { heldId } = await hold(voucher);
    expect(await refusalOf(hold(voucher))).toMatchObject({
      code: 'basket-held',
      params: { terminal: '1号柜台' },
    });
    expect(await hold(voucher, { heldId, quantity: 2 })).toEqual({ heldId });
    expect((await recall(heldId)).lines).toMatchObject([{ quantity: 2 }]);
    expect(await till.scan(voucher.typedCode)).toMatchObject({ held: { heldId } });
    await till.shop.call('counter.dropHeld', { heldId }, volunteer);
    expect(await refusalOf(till.shop.call('counter.dropHeld', { heldId }, volunteer))).toMatchObject({
      code: 'held-gone',
    });
    expect(await till.scan(voucher.typedCode)).toMatchObject({ held: null });
  });

  it('says line by line what no longer fits, and refuses when its voucher is used meanwhile', async () => {
    const voucher = till.fresh();
    const { heldId } = await hold(voucher, { quantity: 100_000 });
    expect((await recall(heldId)).reasons).toMatchObject([
      { code: 'stock-short', params: { item: '大米', wanted: 100_000 } },
    ]);
    await redeem(voucher, 'scanned');
    expect(await refusalOf(recall(heldId))).toMatchObject({ code: 'voucher-redeemed' });
    expect(await refusalOf(redeem(till.fresh(), 'scanned', { heldId: 99_999 }))).toMatchObject({
      code: 'held-gone',
    });
    await till.shop.call('counter.dropHeld', { heldId }, volunteer);
  });

  it('that was looked up keeps its yes on the same day', async () => {
    const voucher = till.fresh();
    const call = () =>
      till.shop.call(
        'counter.hold',
        { voucherIds: [voucher.id], entry: 'looked-up', lines: wanted() },
        volunteer,
      );
    expect(await refusalOf(call())).toMatchObject(notApproved);
    await openForgotten(householdOf(voucher));
    const { heldId } = await call();
    later(60);
    await recall(heldId);
    expect(await redeem(voucher, 'looked-up', { heldId })).toMatchObject({ usedFen: 4_500 });
  });

  it('takes its yes along: it does for that basket and no other, and ends no other', async () => {
    const voucher = till.fresh();
    const id = householdOf(voucher);
    const basket = { voucherIds: [voucher.id], entry: 'looked-up' as const, lines: wanted() };
    await openForgotten(id);
    const { heldId } = await till.shop.call('counter.hold', basket, volunteer);
    expect(await refusalOf(redeem(voucher, 'looked-up'))).toMatchObject(notApproved);
    await recall(heldId);
    expect(await refusalOf(redeem(voucher, 'looked-up'))).toMatchObject(notApproved);
    const other = till.fresh();
    expect(await refusalOf(redeem(other, 'scanned', { heldId }))).toMatchObject({ code: 'held-gone' });
    await redeem(voucher, 'looked-up', { heldId });
    expect(await refusalOf(recall(heldId))).toMatchObject({ code: 'held-gone' });
  });
});
