// Valuation: scenario 15 and the edges of "far from fair value".
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  judgeValue,
  totalValue,
  VALUE_BASES,
  valueRefusal,
  type ValuedLine,
} from '../../db/domain/valuation.ts';

const bags = (over: Partial<ValuedLine>): ValuedLine => ({
  basis: 'evidence',
  evidenceFen: 500_00 * 30,
  valueFen: 500_00 * 30,
  listPriceFen: 45_00,
  quantity: 30,
  unitScale: 1,
  note: '',
  ...over,
});
const NOTE = '价目表,发票单价明显偏高';

test('scenario 15: an invoice of 500.00 a bag is far from 45.00; the third lot counts 45.00 a bag', () => {
  const { listValueFen, far } = judgeValue(bags({}));
  expect([listValueFen, far]).toEqual([1350_00, true]);
  expect(valueRefusal(bags({}))).toBe('value-far-from-fair');
  const third = bags({ basis: 'fair-value', valueFen: listValueFen });
  expect(valueRefusal(third)).toBe('value-reference-missing');
  expect(valueRefusal({ ...third, note: NOTE })).toBeNull();
  const rice = bags({ evidenceFen: 12_800_00, valueFen: 12_800_00, listPriceFen: null, quantity: 100 });
  const clothes = bags({ basis: 'unpriced', evidenceFen: null, valueFen: null, quantity: 300 });
  expect([valueRefusal(rice), valueRefusal(clothes)]).toEqual([null, null]);
  expect(totalValue([rice.valueFen, clothes.valueFen, third.valueFen])).toEqual({
    fen: 12_800_00 + 45_00 * 30,
    leftOut: 1,
  });
});

test('the factor itself is still near, one fen beyond is far', () => {
  const at = (evidenceFen: number, factor?: number) => judgeValue(bags({ evidenceFen }), factor).far;
  expect([at(2700_00), at(2700_01), at(675_00), at(674_99)]).toEqual([false, true, false, true]);
  expect([at(1350_00, 1), at(1350_01, 1), at(1349_99, 1)]).toEqual([false, true, true]);
  expect(at(2700_01, 3)).toBe(false);
});

test('compared before rounding: 3 g at 0.50 a 公斤 round to nothing and are not nothing', () => {
  const grams = bags({ listPriceFen: 50, quantity: 3, unitScale: 1000, evidenceFen: 1 });
  expect(judgeValue(grams)).toEqual({ listValueFen: 0, far: true });
});

test('a price per 公斤 meets a quantity in grams', () => {
  const rice = bags({ listPriceFen: 5_00, quantity: 2000, unitScale: 1000, evidenceFen: 12_00 });
  expect(judgeValue(rice)).toEqual({ listValueFen: 10_00, far: false });
  expect(judgeValue({ ...rice, evidenceFen: 20_01 }).far).toBe(true);
});

test('nothing is far where one side is unknown', () => {
  expect(judgeValue(bags({ listPriceFen: null }))).toEqual({ listValueFen: null, far: false });
  expect(judgeValue(bags({ evidenceFen: null }))).toEqual({ listValueFen: 1350_00, far: false });
});

test('each basis wants its figure, and zero is no figure', () => {
  expect(valueRefusal(bags({ basis: 'unpriced' }))).toBe('value-without-basis');
  for (const basis of ['evidence', 'fair-value'] as const)
    for (const valueFen of [null, 0])
      expect(valueRefusal(bags({ basis, valueFen, note: NOTE }))).toBe('amount-not-positive');
  expect(valueRefusal(bags({ basis: 'fair-value', valueFen: 1200_00, note: ' ' }))).toBe(
    'value-reference-missing',
  );
  expect(valueRefusal(bags({ basis: 'fair-value', valueFen: 1200_00, note: '电商平台价' }))).toBeNull();
});

test('the amount on the basis of evidence is the evidence', () => {
  expect(valueRefusal(bags({ evidenceFen: 1400_00, valueFen: 1400_00 }))).toBeNull();
  expect(valueRefusal(bags({ evidenceFen: 1400_00, valueFen: 1300_00 }))).toBe('value-not-evidence');
  expect(valueRefusal(bags({ evidenceFen: null, valueFen: 1400_00 }))).toBeNull();
  expect(valueRefusal(bags({ evidenceFen: null, valueFen: 2700_01 }))).toBe('value-far-from-fair');
  expect(valueRefusal(bags({ evidenceFen: null, valueFen: 2700_01 }), 3)).toBeNull();
});

test('a total of nothing but unpriced goods is no amount', () => {
  expect(totalValue([null, null])).toEqual({ fen: null, leftOut: 2 });
  expect(totalValue([])).toEqual({ fen: null, leftOut: 0 });
  expect(totalValue([100, 250])).toEqual({ fen: 350, leftOut: 0 });
});

test('what passes is never ¥0.00, never invented for unpriced goods, and near where it stands on evidence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VALUE_BASES),
      fc.option(fc.nat(10_000_000)),
      fc.option(fc.nat(100_000)),
      fc.integer({ min: 1, max: 100_000 }),
      fc.constantFrom(1, 500, 1000),
      (basis, valueFen, listPriceFen, quantity, unitScale) => {
        const facts = { listPriceFen, quantity, unitScale, evidenceFen: valueFen };
        if (valueRefusal({ ...facts, basis, valueFen, note: NOTE }) !== null) return;
        if (basis === 'unpriced') expect(valueFen).toBeNull();
        else expect(valueFen).toBeGreaterThan(0);
        if (basis === 'evidence') expect(judgeValue(facts).far).toBe(false);
      },
    ),
  );
});

test('nonsense is a bug', () => {
  expect(() => judgeValue(bags({}), 0)).toThrow(RangeError);
  expect(() => judgeValue(bags({}), 1.5)).toThrow(RangeError);
  expect(() => judgeValue(bags({ quantity: 0 }))).toThrow(RangeError);
  expect(() => judgeValue(bags({ unitScale: 0 }))).toThrow(RangeError);
  expect(() => judgeValue(bags({ evidenceFen: -1 }))).toThrow(RangeError);
});
