// A gift while it is typed: scans, bases, refused lines, totals that say what they leave out, and every mistake by its field.
import { describe, expect, it } from 'vitest';
import { draftTotals } from '../../renderer/donations/draft-totals.ts';
import {
  emptyDraft,
  emptyLine,
  refuseLine,
  withBasis,
  withItem,
  type Draft,
  type DraftLine,
  type PickedItem,
} from '../../renderer/donations/draft.ts';
import { answersOf, standing } from '../../renderer/donations/line-answers.ts';
import { fitWithin } from '../../renderer/donations/photo-size.ts';
import { readDraft } from '../../renderer/donations/read-draft.ts';

const today = '2026-05-04';
const milk: PickedItem = {
  id: 7,
  name: '牛奶',
  spec: '250ml',
  unit: '盒',
  unitScale: 1,
  listPriceFen: 300,
  keepsDate: true,
  packs: [{ unit: '箱', quantity: 24 }],
};
const line = (changes: Partial<DraftLine> = {}): DraftLine => ({
  ...emptyLine('L1', milk),
  quantity: { text: '2', unit: '箱' },
  expiry: '2026-12-01',
  basis: 'unpriced',
  ...changes,
});
const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(today),
  donorName: '某某公司',
  inspectorA: '甲',
  inspectorB: '乙',
  lines: [line()],
  ...changes,
});
const mistakesOf = (changes: Partial<Draft>): readonly string[] => {
  const read = readDraft(draft(changes), today);
  return read.ok ? [] : read.mistakes.map(({ field, code }) => `${field} ${code}`);
};

describe('scanning', () => {
  const none = { ...emptyDraft(today) };
  it('starts empty, also for the barcode of one piece; that of a pack adds what it holds, again and again', () => {
    expect(withItem(none, milk, null).draft.lines[0]?.quantity.text).toBe('');
    expect(withItem(none, milk, 1).draft.lines[0]?.quantity.text).toBe('');
    const once = withItem(none, milk, 24).draft;
    const twice = withItem(once, milk, 24).draft;
    expect(once.lines[0]?.quantity).toEqual({ text: '24', unit: '盒' });
    expect(twice.lines.map(({ quantity }) => quantity.text)).toEqual(['48']);
  });
  it('waits in the line without a quantity; what has one is not touched by the name or a single piece', () => {
    const waiting = withItem(none, milk, null).draft;
    expect(withItem(waiting, milk, 1).draft.lines).toHaveLength(1);
    expect(withItem(draft(), milk, 1).draft.lines.map(({ quantity }) => quantity.text)).toEqual(['2', '']);
    expect(withItem(draft(), milk, 24).draft.lines.map(({ quantity }) => quantity)).toEqual([
      { text: '3', unit: '箱' },
    ]);
  });
});

describe('the value of a line', () => {
  it('keeps the amount of the evidence beside the fair value, and gives it back', () => {
    const evidence = line({ basis: 'evidence', value: '500' });
    const fair = withBasis(evidence, 'fair-value');
    expect(fair).toMatchObject({ basis: 'fair-value', value: '', evidence: '500' });
    expect(withBasis(fair, 'evidence')).toMatchObject({ basis: 'evidence', value: '500', evidence: '' });
    expect(withBasis(evidence, 'unpriced')).toMatchObject({ value: '', evidence: '' });
  });
  it('is read into fen with its note; a fair value or kept evidence without a word is refused', () => {
    const fair = line({ basis: 'fair-value', value: '45', evidence: '500', basisNote: '市场价' });
    const read = readDraft(draft({ lines: [fair] }), today);
    expect(read.ok && read.input.lines[0]).toMatchObject({
      quantity: 48,
      valueFen: 4_500,
      evidenceFen: 50_000,
      basis: 'fair-value',
      keepEvidence: false,
    });
    expect(mistakesOf({ lines: [{ ...fair, basisNote: '' }] })).toEqual(['L1.basisNote note-missing']);
    const kept = line({ basis: 'evidence', value: '500', keepEvidence: true });
    expect(mistakesOf({ lines: [kept] })).toEqual(['L1.basisNote keep-note-missing']);
    expect(mistakesOf({ lines: [{ ...kept, keepEvidence: false }] })).toEqual([]);
  });
  it('is in the total, or the total says that it is not', () => {
    const lines = [
      line({ basis: 'evidence', value: '12800' }),
      line({ basis: 'unpriced' }),
      line({ basis: '', value: '' }),
    ];
    expect(draftTotals(draft({ lines }))).toMatchObject({ goodsFen: 1_280_000, unpriced: 1, open: 1 });
    expect(draftTotals(draft()).goodsFen).toBeNull();
  });
});

describe('reading', () => {
  it('takes a whole gift with class, place, designation and refused goods', () => {
    const read = readDraft(
      draft({
        stockClass: 'disaster',
        placeId: 3,
        designation: { category: null, place: '城中街道', batchId: null },
        lines: [line({ grade: 'good', pieces: true, disinfected: '20260501' })],
        refused: [
          { description: '旧被', quantity: '2 床', reason: '破损' },
          { description: '', quantity: '', reason: '' },
        ],
      }),
      today,
      { donationId: 5, reason: ' 写错 ' },
    );
    expect(read.ok && read.input).toMatchObject({
      stockClass: 'disaster',
      placeId: 3,
      designation: { place: '城中街道' },
      inspectors: ['甲', '乙'],
      refused: [{ description: '旧被', quantity: '2 床', reason: '破损' }],
      replaces: { donationId: 5, reason: '写错' },
      lines: [{ grade: 'good', pieces: true, disinfectedDay: '2026-05-01' }],
    });
  });
  it('names what is missing by its field, all at once', () => {
    expect(
      mistakesOf({ inspectorB: '甲', lines: [line({ quantity: { text: '', unit: '箱' }, expiry: '' })] }),
    ).toEqual(['inspectorB inspectors-two', 'L1.quantity quantity-missing', 'L1.expiry expiry-missing']);
    expect(mistakesOf({ lines: [line({ pieces: true })] })).toEqual(['L1.grade grade-missing']);
    expect(mistakesOf({ refused: [{ description: '旧被', quantity: '', reason: '' }] })).toEqual([
      'refused.0 refused-missing',
    ]);
    expect(mistakesOf({ lines: [] })).toEqual(['lines empty']);
    const anew = readDraft(draft(), today, { donationId: 1, reason: '' });
    expect(!anew.ok && anew.mistakes).toEqual([{ field: 'anewReason', code: 'anew-reason-missing' }]);
  });
});

it('what is not taken leaves the lines and stands among the refused', () => {
  expect(refuseLine(draft(), 'L1', '已过期')).toMatchObject({
    lines: [],
    refused: [{ description: '牛奶 250ml', quantity: '2 箱', reason: '已过期' }],
  });
});

it('an answer of the books stays with its line until what it spoke of is changed', () => {
  const sent = draft({ lines: [line(), line({ key: 'L2' })] });
  const reason = { code: 'shelf-life-short' as const, field: 'lines.1.acceptanceReason', row: 2 };
  const answers = answersOf({ kind: 'refusal', code: 'shelf-life-short', reasons: [reason] }, sent);
  const second = sent.lines[1] as DraftLine;
  expect(standing(answers, sent.lines[0] as DraftLine)).toEqual([]);
  expect(standing(answers, { ...second, acceptanceReason: '当天发完' })).toEqual([reason]);
  expect(standing(answers, { ...second, expiry: '2027-01-01' })).toEqual([]);
});

it('a picture is fitted into 1600 px in its proportion, and never enlarged', () => {
  expect(fitWithin(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(fitWithin(1000, 3200)).toEqual({ width: 500, height: 1600 });
  expect(fitWithin(640, 480)).toEqual({ width: 640, height: 480 });
  expect(fitWithin(20_000, 1)).toEqual({ width: 1600, height: 1 });
});
