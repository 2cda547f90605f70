// The manual holds together: its pictures are there, its links lead somewhere, its tables have the program's words, and every screen
// has a place that F1 opens.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultCodes, scanRefusals } from '../../db/contract/errors.ts';
import { faults } from '../../renderer/i18n/zh-CN/faults.ts';
import { manualPlaceOf } from '../../renderer/app/manual-place.ts';
import { sections, type SectionedPlace } from '../../renderer/app/sections.ts';
import { frame } from '../../renderer/i18n/zh-CN/frame.ts';
import { tillErrors } from '../../renderer/i18n/zh-CN/till-errors.ts';

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs');
const manual = readFileSync(join(docs, 'manual.md'), 'utf8');

const found = (pattern: RegExp): readonly string[] =>
  [...manual.matchAll(pattern)].map(([, name = '']) => name);
const pictures = found(/!\[[^\]]*\]\(([^)]*)\)/g);
const places = found(/<a id="([^"]*)">/g);
const links = found(/\]\(#([^)]*)\)/g);
/** Where F1 leads from the sections of the large places. */
const sectionPlaces = (Object.keys(sections) as SectionedPlace[]).flatMap((place) =>
  sections[place].map(({ path }) => manualPlaceOf(`#/${place}/${path}`)),
);
/** The cells of every row that says this in its first cell. */
const rowsSaying = (title: string): readonly (readonly string[])[] =>
  manual
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => first === title);

describe('the manual', () => {
  it('shows pictures that are there, small enough for an old PC', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(15);
    expect(pictures.filter((picture) => !existsSync(join(docs, picture)))).toEqual([]);
    const heavy = pictures.filter((picture) => statSync(join(docs, picture)).size > 120 * 1024);
    expect(heavy).toEqual([]);
  });

  it('leaves no picture lying about', () => {
    const lying = readdirSync(join(docs, 'images')).filter((name) => !pictures.includes(`images/${name}`));
    expect(lying).toEqual([]);
  });

  it('has links that lead somewhere and no place twice', () => {
    expect(links.filter((link) => !places.includes(link))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  });

  it('is opened at the page of a section by F1, whatever lies below the section', () => {
    const places = [
      '#/',
      '#/counter',
      '#/goods',
      '#/goods/12/change',
      '#/goods/lots/5?from=3',
      '#/donations/cash',
    ];
    expect(places.map(manualPlaceOf)).toEqual([
      '',
      'counter',
      'goods',
      'goods',
      'goods-lots',
      'donations-cash',
    ]);
  });

  it.each([...new Set([...Object.keys(frame.places), ...sectionPlaces])])(
    'has a linked place for F1 on the screen %s',
    (screen) => {
      expect(places).toContain(screen);
      // The PDF keeps only places that something links to.
      expect(links).toContain(screen);
    },
  );

  it.each([...scanRefusals])('says what to do about %s in the words of the red screen', (code) => {
    const { title, next } = tillErrors[code];
    expect(rowsSaying(title).map((cells) => cells.at(-1))).toEqual([next]);
  });

  it.each([...faultCodes])('says what to do about %s in the words of the program', (code) => {
    const { title, next } = faults[code];
    expect(rowsSaying(title).map((cells) => cells.at(-1))).toEqual([next]);
  });

  it('is shipped as a PDF of at most 5 MB', () => {
    const pdf = readFileSync(join(docs, 'manual.pdf'));
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBeLessThanOrEqual(5 * 1_048_576);
  });
});
