// Designated goods and stock classes: scenario 17, ruling 24.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BATCH_CLASSES,
  classFits,
  fits,
  FOR_ANYONE,
  misfits,
  STOCK_CLASSES,
  type DesignationRule,
  type Recipient,
} from '../../db/domain/designation.ts';

const inTownX: Recipient = {
  category: 'disaster-hit',
  street: '沙塘镇',
  community: '三合村',
  batchId: 4,
};
const inTownY: Recipient = {
  category: 'urban-minimum-living',
  street: '河西街道',
  community: '祥和社区(东)',
  batchId: 5,
};
const quilts: DesignationRule = { category: 'disaster-hit', place: '沙塘镇', batchId: null };

test('scenario 17: quilts for disaster-hit households of town X', () => {
  expect(fits(quilts, inTownX)).toBe(true);
  expect(fits(quilts, inTownY)).toBe(false);
  expect(misfits(quilts, inTownY)).toEqual(['category', 'place']);
  expect(misfits(quilts, { ...inTownX, street: '河西街道' })).toEqual(['place']);
  expect(misfits(quilts, { ...inTownX, category: 'orphan' })).toEqual(['category']);
});

test('a place is a street or a community, by its whole name', () => {
  const at = (place: string) => fits({ ...FOR_ANYONE, place }, inTownY);
  expect([at('河西街道'), at('祥和社区（东）'), at(' 河西 街道 ')]).toEqual([true, true, true]);
  expect([at('河西'), at('河西街道新村'), at('沙塘镇'), at('')]).toEqual([false, false, false, false]);
  expect(fits({ ...FOR_ANYONE, place: ' ' }, { ...inTownY, street: '', community: '' })).toBe(false);
});

test('goods for one batch leave only on its vouchers', () => {
  const rule = { ...FOR_ANYONE, batchId: 4 };
  expect(fits(rule, inTownX)).toBe(true);
  expect(misfits(rule, inTownY)).toEqual(['batch']);
  expect(misfits(rule, { ...inTownX, batchId: null })).toEqual(['batch']);
  expect(fits(FOR_ANYONE, { ...inTownX, batchId: null })).toBe(true);
});

test('a further restriction never lets more people in', () => {
  const rules = fc.record({
    category: fc.constantFrom(null, 'disaster-hit', 'orphan'),
    place: fc.constantFrom(null, '沙塘镇', '祥和社区(东)'),
    batchId: fc.constantFrom(null, 4, 5),
  });
  fc.assert(
    fc.property(rules, fc.constantFrom(inTownX, inTownY), (rule, recipient) => {
      if (!fits(rule, recipient)) return;
      for (const looser of ['category', 'place', 'batchId'] as const)
        expect(fits({ ...rule, [looser]: null }, recipient)).toBe(true);
    }),
  );
});

test('救灾 and 优抚 goods leave only on batches of their class, others on any', () => {
  const open = STOCK_CLASSES.map((stock) => BATCH_CLASSES.filter((batch) => classFits(stock, batch)));
  expect(open).toEqual([
    ['ordinary', 'disaster', 'preferential'],
    ['ordinary', 'disaster', 'preferential'],
    ['disaster'],
    ['preferential'],
  ]);
});
