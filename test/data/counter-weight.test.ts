// Labels of the scale at the counter (lessons.md 5: the resolver): goods by the digits before the weight, grams from the code.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barcodeCheckDigit } from '../../db/domain/barcode.ts';
import { readWeightCode } from '../../db/domain/weight-code.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { openTill, type Till } from '../helpers/till.ts';

const label = (stub: string, grams: number): string => {
  const digits = `${stub}${String(grams).padStart(5, '0')}`;
  return digits + barcodeCheckDigit(digits);
};

describe('readWeightCode', () => {
  it('reads goods and grams, and nothing that is no label of a scale', () => {
    expect(readWeightCode(label('2100042', 1_250))).toEqual({ stub: '2100042', item: '00042', grams: 1_250 });
    expect(readWeightCode('6901234567892')).toBeNull();
    expect(readWeightCode(label('2100042', 1_250).slice(0, -1))).toBeNull();
    const wrong = label('2100042', 1_250);
    expect(readWeightCode(wrong.slice(0, -1) + String((Number(wrong.slice(-1)) + 1) % 10))).toBeNull();
  });
});

describe('at the till', () => {
  let till: Till;
  let meat: number;
  beforeAll(async () => {
    till = await openTill();
    meat = await seedItem(till.shop, {
      code: 'ROU',
      name: '猪肉',
      unit: '公斤',
      listPriceFen: 3_000,
      barcodes: [label('2100042', 0)],
    });
    await seedGift(till.shop, { itemId: meat, quantity: 20_000 });
    const beans = await seedItem(till.shop, { code: '77', name: '黄豆', unit: '公斤', listPriceFen: 800 });
    await seedGift(till.shop, { itemId: beans, quantity: 5_000 });
    const bags = await seedItem(till.shop, { code: '00088', name: '袋装米', listPriceFen: 800 });
    await seedGift(till.shop, { itemId: bags, quantity: 5 });
  });
  afterAll(() => till.shop.close());
  const goods = async (code: string, voucherId: number) =>
    till.shop.call('counter.goods', { voucherIds: [voucherId], code }, { as: 'volunteer' });

  it('takes the grams of the label, by the label of weight 0 or by the item code', async () => {
    const { id } = till.fresh();
    expect(await goods(label('2100042', 1_250), id)).toMatchObject({ itemId: meat, perScan: 1_250 });
    expect(await goods(label('2900077', 300), id)).toMatchObject({ name: '黄豆', perScan: 300 });
  });
  it('refuses an empty scale, unknown goods, and goods that are not weighed', async () => {
    const { id } = till.fresh();
    expect(await refusalOf(goods(label('2100042', 0), id))).toMatchObject({ code: 'weight-missing' });
    expect(await refusalOf(goods(label('2155555', 500), id))).toMatchObject({ code: 'item-unknown' });
    expect(await refusalOf(goods(label('2100088', 500), id))).toMatchObject({ code: 'item-unknown' });
  });
});
