// Labels: every printed barcode is read back from the page by an independent decoder, at the dots a printer has.
import { describe, expect, it } from 'vitest';
import type { GoodsLabel, LabelSheetModel } from '../../db/contract/documents.ts';
import { labelPages } from '../../main/documents/label-sheet.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { barsOn, greyPage, pageImages, pageTexts } from './reading.ts';
import type { FoundBars } from './reading.ts';
import { goodsLabels, labelFormats, labelSheet, longName } from './stock-samples.ts';

const service = createDocumentsService();
const pdf = async (model: LabelSheetModel): Promise<Uint8Array> =>
  (await service.render({ model, format: 'pdf' })).bytes;
/** A label printer has eight dots a millimetre; nothing may depend on finer ones. */
const dpiOf = (model: LabelSheetModel): number => (model.format.startsWith('roll') ? 203.2 : 300);

async function barsOf(model: LabelSheetModel): Promise<readonly FoundBars[]> {
  const pages = pageImages(await pdf(model), dpiOf(model));
  return (await Promise.all(pages.map(barsOn))).flat();
}
const oneOf = (label: GoodsLabel): GoodsLabel => ({ ...label, copies: 1 });
const item = (code: string, name = '东北大米'): GoodsLabel => ({ is: 'item', name, code, copies: 1 });

describe('label sheets', () => {
  it.each(labelFormats)('every code of %s is read back, as often as there are copies', async (format) => {
    const codes = goodsLabels.flatMap((label) => Array.from({ length: label.copies }, () => label.code));
    const read = await barsOf(labelSheet(format));
    expect(read.map((bars) => bars.text)).toEqual(codes);
  });

  it.each(labelFormats)(
    '%s in a practice shop: marked label by label, the codes still read',
    async (format) => {
      const model = { ...labelSheet(format), practice: true };
      expect((await barsOf(model)).map((bars) => bars.text)).toHaveLength(9);
      const words = pageTexts(await pdf(model)).join('');
      expect(words.split('不作数')).toHaveLength(10);
    },
  );

  it('prints EAN-13 and EAN-8 where the code is one, else Code 128', async () => {
    const codes = [
      '6901234567892',
      '0012345678905',
      '12345670',
      '6901234567890',
      '16901234567899',
      'G-0012/a',
    ];
    const read = await barsOf(
      labelSheet(
        'roll-60x40',
        codes.map((code) => item(code)),
      ),
    );
    expect(read.map((bars) => [bars.symbology, bars.text])).toEqual([
      ['EAN13', '6901234567892'],
      ['EAN13', '0012345678905'],
      ['EAN8', '12345670'],
      // Not one: the check digit is another.
      ['Code128', '6901234567890'],
      ['Code128', '16901234567899'],
      ['Code128', 'G-0012/a'],
    ]);
  });

  it('starts behind the labels already used up and goes on to the next sheet', async () => {
    const { label, across, left, top } = labelPages['a4-3x8'];
    const model = { ...labelSheet('a4-3x8', [{ ...item('G0012'), copies: 4 }]), used: 22 };
    const document = await service.render({ model, format: 'pdf' });
    expect(document.pages).toBe(2);
    const [first, second] = await Promise.all(pageImages(document.bytes, 300).map(barsOn));
    const placeOf = (bars: FoundBars): readonly number[] => [
      Math.floor((((bars.left + bars.right) / 2) * 72) / 300 / label.width - left / label.width),
      Math.floor((((bars.top + bars.bottom) / 2) * 72) / 300 / label.height - top / label.height),
    ];
    expect(across).toBe(3);
    expect(first?.map(placeOf)).toEqual([
      [1, 7],
      [2, 7],
    ]);
    expect(second?.map(placeOf)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it('a full sheet holds 24 and 40 labels, a roll one a page', async () => {
    const pages = async (format: LabelSheetModel['format'], copies: number): Promise<number> =>
      (await service.render({ model: labelSheet(format, [{ ...item('A1'), copies }]), format: 'pdf' })).pages;
    expect([await pages('a4-3x8', 24), await pages('a4-3x8', 25)]).toEqual([1, 2]);
    expect([await pages('a4-4x10', 40), await pages('a4-4x10', 41)]).toEqual([1, 2]);
    expect(await pages('roll-50x30', 7)).toBe(7);
  });

  it('begins a fresh sheet where the first is used up, and on every roll', async () => {
    const fresh = async (format: LabelSheetModel['format'], used: number): Promise<boolean> => {
      const model = labelSheet(format, [item('A1')]);
      const [begun, whole] = [await pdf({ ...model, used }), await pdf(model)];
      return Buffer.compare(begun, whole) === 0;
    };
    expect(await fresh('a4-3x8', 23)).toBe(false);
    expect(await fresh('a4-3x8', 24)).toBe(true);
    expect(await fresh('a4-4x10', 24)).toBe(false);
    expect(await fresh('roll-40x30', 5)).toBe(true);
  });
});

describe('what stands on a label', () => {
  const words = async (
    label: GoodsLabel,
    format: LabelSheetModel['format'] = 'roll-40x30',
  ): Promise<string> => pageTexts(await pdf(labelSheet(format, [oneOf(label)]))).join('');

  it('shelf: name, spec, unit, price or 未计价 or none, code', async () => {
    const shelf = { is: 'shelf', name: '东北大米', spec: '10kg', unit: '袋', code: 'G1', copies: 1 } as const;
    expect(await words({ ...shelf, priceFen: 4_500 })).toBe('东北大米10kg¥45.00/袋G1');
    expect(await words({ ...shelf, priceFen: 0 })).toContain('¥0.00/袋');
    const unpriced = await words({ ...shelf, priceFen: null });
    expect(unpriced).toContain('未计价');
    expect(unpriced).not.toContain('¥');
    const without = await words(shelf);
    expect(without).toBe('东北大米10kg单位袋G1');
  });

  it('lot or piece: name, date or grade, tag, code', async () => {
    const lot = { is: 'lot', name: '棉衣', tag: '吊牌C-42', code: 'C42', copies: 1 } as const;
    expect(await words({ ...lot, expiresOn: '2026-09-01', grade: null })).toBe(
      '棉衣保质期至2026-09-01吊牌C-42C42',
    );
    expect(await words({ ...lot, tag: 'C42', expiresOn: null, grade: null })).toBe('棉衣C42');
    expect(await words({ ...lot, expiresOn: null, grade: 'fair' })).toBe('棉衣成色五成新以上吊牌C-42C42');
  });

  it.each(labelFormats)('a long name stands on %s whole, within the label', async (format) => {
    const label: GoodsLabel = {
      is: 'shelf',
      name: longName,
      spec: '5L/桶,整箱4桶',
      unit: '桶',
      priceFen: 1_234_550,
      code: 'G0012',
      copies: 1,
    };
    const bytes = await pdf(labelSheet(format, [label]));
    const [page] = pageTexts(bytes);
    for (const part of [longName, '整箱4桶', '¥12,345.50/桶', 'G0012']) expect(page).toContain(part);
    if (!format.startsWith('roll')) return;
    const { width, height, pixels } = greyPage(bytes, 203.2);
    for (let x = 0; x < width; x += 1) {
      expect(Math.min(pixels[x] ?? 0, pixels[(height - 1) * width + x] ?? 0)).toBe(255);
    }
    for (let y = 0; y < height; y += 1) {
      expect(Math.min(pixels[y * width] ?? 0, pixels[y * width + width - 1] ?? 0)).toBe(255);
    }
  });

  it('is refused, naming the code, when words or bars do not fit', async () => {
    const small = labelSheet('roll-40x30', [item('ABCDEFGHIJ')]);
    const refusal = { code: 'label-too-small', params: { code: 'ABCDEFGHIJ', label: '40×30 mm' } };
    await expect(pdf(small)).rejects.toMatchObject(refusal);
    expect(await barsOf({ ...small, format: 'roll-60x40' })).toHaveLength(1);
    const wordy = labelSheet('roll-40x30', [item('G1', '大米'.repeat(150))]);
    await expect(pdf(wordy)).rejects.toMatchObject({ code: 'label-too-small', params: { code: 'G1' } });
  });

  it('is refused when the code has no bars or the name no glyph', async () => {
    for (const code of ['大米01', 'G１', '', 'A\u0001']) {
      await expect(pdf(labelSheet('a4-3x8', [item(code)]))).rejects.toMatchObject({
        code: 'label-code-characters',
        params: { code },
      });
    }
    await expect(pdf(labelSheet('a4-3x8', [item('G1', '\u{323AF}')]))).rejects.toMatchObject({
      code: 'glyph-missing',
    });
  });

  it('keeps the white beside the bars that scanners need', async () => {
    const dpi = 203.2;
    for (const [code, modules] of [
      ['6901234567892', [11, 7]],
      ['G0012', [10, 10]],
    ] as const) {
      const bytes = await pdf(labelSheet('roll-40x30', [item(code)]));
      const { width, height, pixels } = greyPage(bytes, dpi);
      const row = Math.floor(height * 0.6) * width;
      const dark = Array.from({ length: width }, (_, x) => x).filter((x) => (pixels[row + x] ?? 255) < 128);
      const module = 2;
      expect(dark[0]).toBeGreaterThanOrEqual(modules[0] * module);
      expect(width - 1 - (dark.at(-1) ?? 0)).toBeGreaterThanOrEqual(modules[1] * module);
      // Whole dots: a hair of rounding apart, no pixel is half covered.
      expect(pixels.subarray(row, row + width).every((grey) => grey < 64 || grey > 192)).toBe(true);
    }
  });
});
