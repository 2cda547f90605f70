// 送货上门 and signatures: goods that leave with a carrier, come to the door or come back; a name drawn once under what was collected.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { openReadOnly } from '../../db/open.ts';
import { pageTexts } from '../documents/reading.ts';
import { enter, newcomer } from '../helpers/households.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedItem } from '../helpers/seed.ts';
import { storedTexts } from '../helpers/sheet.ts';

const as = 'volunteer' as const;
const door = '广场路27号6栋402室';
let shop: OpenShop;
let rice: number;
let next = 0;
let vouchers: Awaited<ReturnType<typeof seedBatch>>['vouchers'];

const look = (sql: string, ...values: unknown[]): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file.prepare(sql).all(...values);
  } finally {
    file.close();
  }
};
type Sent = Input<'counter.redeem'>['delivery'];
const send = (delivery: Sent, who: 'volunteer' | 'manager' = as) => {
  const voucher = vouchers[next];
  next += 1;
  return shop.call(
    'counter.redeem',
    { voucherIds: [voucher?.id ?? 0], lines: [{ itemId: rice, quantity: 1 }], delivery: delivery ?? null },
    { as: who },
  );
};
const list = (endedDay = '2026-05-04') => shop.call('delivery.list', { endedDay }, { as });
const last = async () => (await list()).filter(({ state }) => state === 'out').at(-1)?.deliveryId ?? 0;
const setting = async (signatureAtTill: 'line' | 'drawn') => {
  const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, { as: 'manager' });
  await shop.call(
    'shop.change',
    { name, districtName, reportPhone, settings: { ...settings, signatureAtTill } },
    { as: 'manager' },
  );
};

beforeAll(async () => {
  shop = await openShop();
  for (let at = 0; at < 12; at += 1)
    await enter(shop, {
      street: '城中街道',
      community: '桂中社区',
      address: at === 1 ? '' : door,
      phone: '13800001234',
      people: [newcomer({ relation: '户主' })],
    });
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 100 });
  ({ vouchers } = await seedBatch(shop));
}, 60_000);
afterAll(() => shop.close());

describe('a delivery', () => {
  it('goes to the registered address unseen, or to one that is typed', async () => {
    const { redemptionId } = await send({ carrier: '李师傅', address: null });
    expect(look('SELECT channel FROM redemption WHERE id = ?', redemptionId)).toEqual([
      { channel: 'delivery' },
    ]);
    expect(look('SELECT address, state FROM delivery WHERE redemption_id = ?', redemptionId)).toEqual([
      { address: door, state: 'out' },
    ]);
    const listed = await list();
    expect(listed).toMatchObject([{ carrier: '李师傅', state: 'out', lines: 1, usedFen: 4_500 }]);
    expect(JSON.stringify(listed)).not.toContain('广场路');
    const note = await shop.call('delivery.printNote', { deliveryIds: [await last()] }, { as });
    expect(Buffer.from(note.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const slip = await shop.call('counter.printSlip', { redemptionId, paper: 'a5' }, { as });
    expect(slip.pages).toBe(1);
    expect(await refusalOf(send({ carrier: '李师傅', address: null }))).toMatchObject({
      code: 'delivery-address-missing',
    });
    next -= 1;
    const typed = await send({ carrier: '李师傅', address: '桂中社区服务站' });
    expect(look('SELECT address FROM delivery WHERE redemption_id = ?', typed.redemptionId)).toEqual([
      { address: '桂中社区服务站' },
    ]);
  });

  it('is signed for at the door, on a day that can be, once', async () => {
    const deliveryId = await last();
    const confirm = (day: string) =>
      shop.call(
        'delivery.confirm',
        { deliveryId, receivedBy: '莫邻居', relation: '邻居', day, note: '本人住院' },
        { as },
      );
    for (const day of ['2026-05-03', '2026-05-05'])
      expect(await refusalOf(confirm(day))).toMatchObject({
        code: 'delivery-day',
        params: { fromDay: '2026-05-04', todayDay: '2026-05-04' },
      });
    await confirm('2026-05-04');
    expect(await refusalOf(confirm('2026-05-04'))).toMatchObject({ code: 'delivery-ended' });
    expect((await list()).at(-1)).toMatchObject({
      state: 'delivered',
      receivedBy: '莫*居',
      relation: '邻居',
    });
    expect(
      await refusalOf(shop.call('delivery.printNote', { deliveryIds: [deliveryId] }, { as })),
    ).toMatchObject({ code: 'delivery-ended' });
    expect(
      await refusalOf(shop.call('delivery.returned', { deliveryId, reason: '没人' }, { as })),
    ).toMatchObject({ code: 'delivery-ended' });
    expect(
      await refusalOf(shop.call('delivery.returned', { deliveryId: 999, reason: '没人' }, { as })),
    ).toMatchObject({ code: 'not-found' });
  });

  it('that found nobody brings the goods and the value back', async () => {
    const { redemptionId } = await send({ carrier: '李师傅', address: '七号楼' });
    const before = (await shop.call('goods.read', { itemId: rice }, { as: 'manager' })).onHand;
    const deliveryId = await last();
    await shop.call('delivery.returned', { deliveryId, reason: '家中无人' }, { as });
    expect((await shop.call('goods.read', { itemId: rice }, { as: 'manager' })).onHand).toBe(before + 1);
    expect((await list()).find((row) => row.deliveryId === deliveryId)).toMatchObject({
      state: 'back',
      note: '家中无人',
    });
    expect(look('SELECT whole FROM redemption WHERE reverses = ?', redemptionId)).toEqual([{ whole: 1 }]);
  });

  it('of somebody else is the manager’s to take back; the plain undo ends it too', async () => {
    const { redemptionId } = await send({ carrier: '李师傅', address: '七号楼' }, 'manager');
    const deliveryId = await last();
    expect(
      await refusalOf(shop.call('delivery.returned', { deliveryId, reason: '没人' }, { as })),
    ).toMatchObject({ code: 'reverse-not-own' });
    await shop.call('counter.reverse', { redemptionId, reason: '改天再送' }, { as: 'manager' });
    expect((await list()).find((row) => row.deliveryId === deliveryId)).toMatchObject({ state: 'back' });
  });
});

describe('a drawn signature', () => {
  const strokes: [number, number][][] = [
    [
      [1, 1],
      [20, 30],
    ],
    [
      [5, 5],
      [9, 9],
    ],
  ];
  const draw = (redemptionId: number, lines = strokes, who: 'volunteer' | 'manager' = as) =>
    shop.call('counter.sign', { redemptionId, strokes: lines, width: 600, height: 200 }, { as: who });

  /** On the papers of a dispute: drawn where names stand whole, said and not shown where they are masked. */
  const disputed = async (redemptionId: number): Promise<void> => {
    const [part] = look(
      `SELECT voucher_id AS voucherId, number FROM redemption_voucher
        JOIN redemption ON redemption.id = redemption_id WHERE redemption_id = ?`,
      redemptionId,
    ) as [{ voucherId: number; number: string }];
    const pack = async (full: boolean): Promise<string> => {
      const { bytes } = await shop.call(
        'vouchers.disputePack',
        { voucherId: part.voucherId, full },
        { as: 'manager' },
      );
      return pageTexts(bytes).join('');
    };
    const [whole, masked] = [await pack(true), await pack(false)];
    expect(whole).toContain(`柜台手写签名${part.number}签名`);
    expect(masked).toContain('已手写签名');
    expect(masked).not.toContain('柜台手写签名');
  };

  it('is given once, at its till and day, where the shop asks for it', async () => {
    const { redemptionId } = await send(null);
    expect(await refusalOf(draw(redemptionId))).toMatchObject({ code: 'signature-off' });
    await setting('drawn');
    expect(await refusalOf(draw(redemptionId, strokes, 'manager'))).toMatchObject({ code: 'signature-late' });
    const slipOfThePen: [number, number][] = [
      [3, 3],
      [9, 9],
    ];
    expect(await refusalOf(draw(redemptionId, [[[3, 3]], slipOfThePen]))).toMatchObject({
      code: 'signature-empty',
    });
    expect(await refusalOf(draw(999_999))).toMatchObject({ code: 'not-found' });
    const many = Array.from({ length: 201 }, (): [number, number][] => [[1, 1]]);
    const long = [Array.from({ length: 5_001 }, (): [number, number] => [1, 1])];
    for (const lines of [many, long])
      expect(await refusalOf(draw(redemptionId, lines))).toMatchObject({ code: 'input-invalid' });
    const unsigned = await shop.call('counter.printSlip', { redemptionId }, { as });
    await draw(redemptionId);
    const signed = await shop.call('counter.printSlip', { redemptionId }, { as });
    expect(signed.bytes.length).not.toBe(unsigned.bytes.length);
    expect(await refusalOf(draw(redemptionId))).toMatchObject({ code: 'signature-given' });
    await disputed(redemptionId);
    const { redemptionId: gone } = await send(null);
    await shop.call('counter.reverse', { redemptionId: gone, reason: '拿错了' }, { as });
    expect(await refusalOf(draw(gone))).toMatchObject({ code: 'redemption-reversed' });
  });
});

describe('erasing the file', () => {
  it('empties addresses, who signed and the handwriting, and nothing else', async () => {
    const { redemptionId } = await send({ carrier: '李师傅', address: '八号楼密址' });
    await shop.call(
      'counter.sign',
      {
        redemptionId,
        strokes: [
          [
            [1, 1],
            [777, 333],
          ],
        ],
        width: 900,
        height: 400,
      },
      { as },
    );
    await shop.call(
      'delivery.confirm',
      { deliveryId: await last(), receivedBy: '潘收货', relation: '邻居', day: '2026-05-04', note: '密注' },
      { as },
    );
    const [{ householdId } = { householdId: 0 }] = look(
      'SELECT household_id AS householdId FROM redemption WHERE id = ?',
      redemptionId,
    ) as { householdId: number }[];
    await shop.call(
      'eligibility.end',
      { householdId, day: '2026-05-05', reason: '收入超过标准', document: '退出决定' },
      { as: 'manager' },
    );
    shop.setNow('2032-06-01T02:00:00.000Z');
    await shop.call('privacy.erase', { householdIds: [householdId], reason: '保存期满' }, { as: 'bureau' });
    for (const secret of ['八号楼密址', '潘收货', '密注', '[777,333]'])
      expect(storedTexts(shop)).not.toContain(secret);
    expect(look('SELECT strokes, width FROM signature WHERE redemption_id = ?', redemptionId)).toEqual([
      { strokes: '[]', width: 900 },
    ]);
    expect(look('SELECT state, carrier FROM delivery WHERE redemption_id = ?', redemptionId)).toEqual([
      { state: 'delivered', carrier: '李师傅' },
    ]);
  });
});
