// Names in a roster, thousands of generated ones: stored as they are but for white space and interpuncts, or refused.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Output } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { fictionalNumber, roster, rosterLine, rowsOf } from '../helpers/sheet.ts';

type Preview = Output<'people.previewImport'>;
let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const as = 'manager' as const;
const preview = (sheet: { name: string; bytes: Uint8Array }): Promise<Preview> =>
  shop.call('people.previewImport', { sheet }, { as });
const confirm = (previewId: string) => shop.call('people.confirmImport', { previewId }, { as });

it('is any name unchanged but for white space and interpuncts, or nothing at all', async () => {
  const plain = (name: string): string =>
    name
      .normalize('NFC')
      .replace(/[•・．‧･∙⋅●.。｡·]/gu, '·')
      .replace(/\p{Zs}/gu, '');
  const hostileName = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc
        .array(
          fc.constantFrom(
            '韦',
            '兰',
            '·',
            '•',
            '.',
            ' ',
            '\u00A0',
            '=',
            '-',
            '"',
            ',',
            "'",
            '\n',
            '\t',
            '\u202E',
            '𠅤',
            'é',
            '\\',
            '%',
            ';',
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    )
    // A NUL makes the file no text at all; that is refused before any row.
    .map((name) => name.replaceAll('\0', ''));
  let at = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(hostileName, { minLength: 20, maxLength: 20 }), async (names) => {
      const from = at;
      const rows = names.map((name) => {
        at += 1;
        return rosterLine({ 户编号: `F${String(at)}`, 姓名: name, 身份证号码: fictionalNumber(at % 1000) });
      });
      const answer = await preview(roster(...rows));
      expect(answer.good + new Set(answer.refused.map(({ row }) => row)).size).toBe(names.length);
      if (answer.good === 0) return;
      await confirm(answer.previewId);
      for (const { number: household, name } of rowsOf(
        shop,
        `SELECT household.number, person.name FROM person JOIN household ON household.id = household_id`,
      )) {
        const index = Number(String(household).slice(1)) - from - 1;
        if (index >= 0) expect(plain(String(name))).toBe(plain(names[index] ?? ''));
      }
    }),
    { numRuns: 30 },
  );
});
