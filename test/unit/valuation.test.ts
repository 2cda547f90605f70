// Valuation: scenario 15 and the edges of "far from fair value".
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseValue,
  judgeValue,
  totalValue,
  VALUE_BASES,
  type ValueChoice,
} from '../../db/domain/valuation.ts';

const bags = (over: Partial<ValueChoice>): ValueChoice => ({
  basis: 'evidence',
  evidenceFen: 500_00 * 30,
  listPriceFen: 45_00,
  quantity: 30,
  unitScale: 1,
  fairFen: null,
  note: '',
  ...over,
});

test('scenario 15: an invoice of 500.00 a bag is far from 45.00; the third lot counts 45.00 a bag', () => {
  expect(judgeValue(bags({}))).toEqual({ listValueFen: 1350_00, far: true });
  expect(chooseValue(bags({}))).toEqual({ ok: false, reason: 'value-far-from-fair' });
  expect(chooseValue(bags({ basis: 'fair-value' }))).toEqual({
    ok: false,
    reason: 'value-reference-missing',
  });
  const third = chooseValue(bags({ basis: 'fair-value', note: '价目表,发票单价明显偏高' }));
  expect(third).toEqual({ ok: true, valueFen: 1350_00 });
  const rice = chooseValue(bags({ evidenceFen: 12_800_00, listPriceFen: null, quantity: 100 }));
  const clothes = chooseValue(
    bags({ basis: 'unpriced', evidenceFen: null, listPriceFen: null, quantity: 300 }),
  );
  expect(clothes).toEqual({ ok: true, valueFen: null });
  const values = [rice, clothes, third].map((value) => (value.ok ? value.valueFen : Number.NaN));
  expect(totalValue(values)).toEqual({ fen: 12_800_00 + 45_00 * 30, leftOut: 1 });
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
  expect(chooseValue({ ...grams, basis: 'fair-value', note: '价目表' })).toEqual({
    ok: false,
    reason: 'value-zero',
  });
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
  expect(chooseValue(bags({ evidenceFen: null }))).toEqual({ ok: false, reason: 'value-evidence-missing' });
  expect(chooseValue(bags({ evidenceFen: 0, listPriceFen: null }))).toEqual({
    ok: false,
    reason: 'value-zero',
  });
  expect(chooseValue(bags({ basis: 'fair-value', listPriceFen: null, note: '电商平台价' }))).toEqual({
    ok: false,
    reason: 'value-fair-missing',
  });
  expect(chooseValue(bags({ basis: 'fair-value', fairFen: 1200_00, note: '电商平台价' }))).toEqual({
    ok: true,
    valueFen: 1200_00,
  });
  expect(chooseValue(bags({ basis: 'fair-value', fairFen: 1_000_000_000_000, note: '电商平台价' }))).toEqual({
    ok: false,
    reason: 'value-too-large',
  });
  expect(chooseValue(bags({ evidenceFen: 1400_00 }))).toEqual({ ok: true, valueFen: 1400_00 });
});

test('a total of nothing but unpriced goods is no amount', () => {
  expect(totalValue([null, null])).toEqual({ fen: null, leftOut: 2 });
  expect(totalValue([])).toEqual({ fen: null, leftOut: 0 });
  expect(totalValue([100, 250])).toEqual({ fen: 350, leftOut: 0 });
});

test('what is chosen is never ¥0.00 and never invented for unpriced goods', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VALUE_BASES),
      fc.option(fc.nat(10_000_000)),
      fc.option(fc.nat(100_000)),
      fc.integer({ min: 1, max: 100_000 }),
      fc.constantFrom(1, 500, 1000),
      (basis, evidenceFen, listPriceFen, quantity, unitScale) => {
        const facts = { evidenceFen, listPriceFen, quantity, unitScale };
        const chosen = chooseValue({ ...facts, basis, fairFen: null, note: '价目表' });
        if (!chosen.ok) return;
        if (basis === 'unpriced') expect(chosen.valueFen).toBeNull();
        else expect(chosen.valueFen).toBeGreaterThan(0);
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
