// 领物券: the codes on the rendered page are read by an independent decoder; the words fit whatever the name.
import { describe, expect, it } from 'vitest';
import type { VoucherSheetModel } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { codesOn, findCodes, greyPage, pageImages, pageTexts } from './reading.ts';
import { voucherSheet } from './samples.ts';

const service = createDocumentsService();
const pdf = async (model: VoucherSheetModel): Promise<Uint8Array> =>
  (await service.render({ model, format: 'pdf' })).bytes;

describe('voucher sheet', () => {
  it.each([150, 300])('all eight codes of a page decode at %i dpi', async (dpi) => {
    const model = voucherSheet(8);
    const [page] = pageImages(await pdf(model), dpi);
    if (page === undefined) throw new Error('no page');
    expect(new Set(await codesOn(page))).toEqual(new Set(model.vouchers.map((voucher) => voucher.payload)));
  });

  it('the 练习 mark does not disturb the codes', async () => {
    const model = { ...voucherSheet(8), practice: true };
    const [page] = pageImages(await pdf(model), 200);
    if (page === undefined) throw new Error('no page');
    expect(await codesOn(page)).toHaveLength(8);
  });

  it('prints codes 30 mm wide with four modules of white around them, also over the 练习 mark', async () => {
    const dpi = 300;
    const bytes = await pdf({ ...voucherSheet(8), practice: true });
    const [png] = pageImages(bytes, dpi);
    if (png === undefined) throw new Error('no page');
    const { width, pixels } = greyPage(bytes, dpi);
    const side = (30 / 25.4) * dpi;
    const module = side / 41;
    for (const code of await findCodes(png)) {
      expect(Math.abs(code.right - code.left - side)).toBeLessThan(8);
      for (const away of [1, 2, 3, 3.6]) {
        const [left, top] = [Math.round(code.left - away * module), Math.round(code.top - away * module)];
        const [right, bottom] = [
          Math.round(code.right + away * module),
          Math.round(code.bottom + away * module),
        ];
        for (let step = 0; step <= right - left; step += 1) {
          const ring = [
            top * width + left + step,
            bottom * width + left + step,
            (top + step) * width + left,
            (top + step) * width + right,
          ];
          expect(Math.min(...ring.map((at) => pixels[at] ?? 0))).toBeGreaterThan(250);
        }
      }
    }
  });

  it('puts eight to a page with everything a recipient must know', async () => {
    const pages = pageTexts(await pdf(voucherSheet(9)));
    expect(pages).toHaveLength(2);
    const count = (words: string): number => (pages[0] ?? '').split(words).length - 1;
    for (const words of [
      '¥100.00',
      '不找零、不兑现',
      '持券人韦*兰',
      '2026-05-01至2026-05-31',
      '一次用完,未选部分失效',
      '投诉举报0772-0000000',
    ]) {
      expect(count(words), words).toBe(8);
    }
    expect(count('(补发)')).toBe(1);
  });

  it('prints typed codes in groups of four and tells part-use vouchers apart', async () => {
    const model = voucherSheet(1);
    const [voucher] = model.vouchers;
    if (voucher === undefined) throw new Error('no voucher');
    const [page] = pageTexts(await pdf({ ...model, inParts: true }));
    expect(page).toContain(voucher.code);
    expect(page).toContain('可分次使用');
    expect(page).not.toContain('一次用完');
  });

  it('refuses a payload whose modules would be too small to last', async () => {
    const model = voucherSheet(1);
    const vouchers = model.vouchers.map((voucher) => ({ ...voucher, payload: 'A'.repeat(600) }));
    await expect(pdf({ ...model, vouchers })).rejects.toThrow('too long');
  });

  it('makes a year’s 1,272 vouchers in less than half a minute', async () => {
    const started = performance.now();
    const document = await service.render({ model: voucherSheet(1_272), format: 'pdf' });
    expect(document.pages).toBe(159);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
