// Names as people have them: rare characters, interpuncts, fifty characters; and what no font holds.
import { describe, expect, it } from 'vitest';
import { createDocumentsService } from '../../main/documents/service.ts';
import { pageTexts } from './reading.ts';
import { receipt, signOff, voucherSheet } from './samples.ts';

const service = createDocumentsService();

async function donorOnPaper(donorName: string): Promise<string> {
  const document = await service.render({
    model: { ...receipt, donorName, copies: ['stub'] },
    format: 'pdf',
  });
  return pageTexts(document.bytes).join('');
}

describe('names on paper', () => {
  it.each([
    '李䶮',
    '王𠅤',
    '买买提·吐尔逊',
    '张㙍',
    '𬭎先生',
    '吕\u{2CE93}',
    '王\u{2A6A5}',
    '李\u{2B7A9}',
    '\u{20000}',
  ])('prints %s', async (name) => {
    expect(await donorOnPaper(name)).toContain(name);
  });

  it('prints a name of fifty characters whole', async () => {
    const name = '阿卜杜热合曼·'.repeat(8).slice(0, 50);
    expect(name).toHaveLength(50);
    expect(await donorOnPaper(name)).toContain(name);
    const model = signOff(1);
    const rows = model.rows.map((row) => ({ ...row, headName: name }));
    const list = await service.render({ model: { ...model, rows }, format: 'pdf' });
    expect(pageTexts(list.bytes).join('')).toContain(name);
  });

  it('stops at a character no font holds and names it', async () => {
    const rendered = service.render({ model: { ...receipt, donorName: '王\u{323AF}' }, format: 'pdf' });
    await expect(rendered).rejects.toMatchObject({
      code: 'glyph-missing',
      params: { character: '\u{323AF}', codePoint: 'U+323AF' },
    });
    const emoji = service.render({ model: voucherSheet(1, '😀'), format: 'pdf' });
    await expect(emoji).rejects.toMatchObject({ code: 'glyph-missing', params: { codePoint: 'U+1F600' } });
  });

  it('stops at invisible marks instead of printing a name that reads differently than it is', async () => {
    const rendered = service.render({ model: { ...receipt, donorName: '王\u202E芳' }, format: 'pdf' });
    await expect(rendered).rejects.toMatchObject({ code: 'glyph-missing', params: { codePoint: 'U+202E' } });
  });
});
