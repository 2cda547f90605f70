// 领物券: the codes on the rendered page are read by an independent decoder; the words fit whatever the name.
import { describe, expect, it } from 'vitest';
import type { VoucherSheetModel } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { codesIn, codesOn, findCodes, greyPage, pageImages, pageTexts } from './reading.ts';
import { voucherSheet } from './samples.ts';
import { blurred, crumpled, turned } from './wear.ts';

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

  it.each([
    ['a4-8', 8],
    ['a4-10', 10],
    ['single', 1],
    ['roll-80', 1],
  ] as const)(
    'every code of %s decodes at 150 dpi after blur, a turn of 5° and crumpling',
    async (layout, count) => {
      const model = { ...voucherSheet(count), layout };
      const payloads = new Set(model.vouchers.map((voucher) => voucher.payload));
      const page = greyPage(await pdf(model), 150);
      for (const wear of [(same: typeof page) => same, blurred(2), turned(5), crumpled]) {
        expect(new Set(await codesIn(wear(page)))).toEqual(payloads);
      }
      expect(new Set(await codesIn(crumpled(turned(5)(blurred(1)(page)))))).toEqual(payloads);
    },
  );

  it('a code whose modules are half as large does not outlive the same wear', async () => {
    // Rendered at half the resolution: what the requirement of 0.5 mm a module protects from.
    const page = greyPage(await pdf(voucherSheet(8)), 75);
    const read = await codesIn(crumpled(turned(5)(blurred(1)(page))));
    expect(read).toEqual([]);
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
    expect(count('补发第1次')).toBe(1);
    expect(count('补打')).toBe(0);
  });

  it.each(['a4-8', 'a4-10', 'single', 'roll-80'] as const)(
    'says on every voucher of %s that it is printed again, issued anew or for practice',
    async (layout) => {
      const model = voucherSheet(4);
      const vouchers = model.vouchers.slice(2);
      const pages = pageTexts(await pdf({ ...model, vouchers, layout, reprint: 2, practice: true }));
      const all = pages.join('');
      // The note in the margin says it once a page more.
      const margin = layout === 'roll-80' ? 0 : pages.length;
      expect(all.split('补打第2次').length - 1).toBe(2 + margin);
      expect(all.split('补发第1次').length - 1).toBe(1);
      expect(all.split('不作数').length - 1).toBe(2);
      expect(pages).toHaveLength({ 'a4-8': 1, 'a4-10': 1, single: 2, 'roll-80': 2 }[layout]);
    },
  );

  it('puts ten to a page where asked', async () => {
    const document = await service.render({
      model: { ...voucherSheet(20), layout: 'a4-10' },
      format: 'pdf',
    });
    expect(document.pages).toBe(2);
  });

  it.each(['a4-8', 'a4-10', 'single', 'roll-80'] as const)(
    'names a package and what it holds, and points as points, on %s',
    async (layout) => {
      const model = voucherSheet(1);
      const [voucher] = model.vouchers;
      if (voucher === undefined) throw new Error('no voucher');
      const rice = { name: '东北大米', spec: '10kg/袋', measure: { quantity: 1, scale: 1, unit: '袋' } };
      const flour = { name: '面粉', spec: null, measure: { quantity: 2_500, scale: 1_000, unit: '公斤' } };
      const contents = [rice, flour];
      const page = async (change: Partial<typeof voucher>, inParts = false): Promise<string> =>
        pageTexts(await pdf({ ...model, layout, inParts, vouchers: [{ ...voucher, ...change }] })).join('');

      const whole = await page({ faceFen: null, packageName: '春节套餐', contents });
      expect(whole).toContain('春节套餐东北大米10kg/袋×1袋、面粉×2.5公斤');
      expect(whole).toContain('一次领完,未领部分失效');
      expect(whole).not.toContain('¥');
      expect(await page({ faceFen: null, packageName: '春节套餐' }, true)).toContain('可分次领取');
      expect(await page({ packageName: '春节套餐', contents })).toMatch(/¥100.00春节套餐:东北大米/u);

      const points = await page({ faceFen: null, facePoints: 30 });
      expect(points).toContain('积分券');
      expect(points).toContain('30积分');
      expect(points).toContain('按积分选物');
      expect(points).not.toMatch(/¥|领物券/u);
    },
  );

  it('stops at a character no font holds, also in a package', async () => {
    const model = voucherSheet(1);
    const vouchers = model.vouchers.map((voucher) => ({
      ...voucher,
      contents: [{ name: '\u{323AF}', spec: null, measure: { quantity: 1, scale: 1, unit: '袋' } }],
    }));
    for (const layout of ['a4-8', 'roll-80'] as const) {
      await expect(pdf({ ...model, layout, vouchers })).rejects.toMatchObject({
        code: 'glyph-missing',
        params: { codePoint: 'U+323AF' },
      });
    }
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

  it('makes a year’s 1,272 vouchers in at most 4 s of processor time', { retry: 2 }, async () => {
    const started = process.cpuUsage();
    const document = await service.render({ model: voucherSheet(1_272), format: 'pdf' });
    const { user, system } = process.cpuUsage(started);
    expect(document.pages).toBe(159);
    // Other tests run beside this one: the clock on the wall would measure them too.
    expect((user + system) / 1000).toBeLessThan(4_000);
  });
});
