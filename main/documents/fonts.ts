// Which font prints which character. PDF has no font fallback: text is cut into runs here, and a character that
// no font holds stops the print and is named, because a blank in a name is worse than no paper (domain.md §0.12).
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { DocumentRefusal } from './refusal.ts';

export type Weight = 'regular' | 'bold';
/** Names under which a PDF registers the faces. */
export type FaceName = 'regular' | 'bold' | 'rare';

export interface Run {
  readonly face: FaceName;
  readonly text: string;
}

const fileOf: Readonly<Record<FaceName, string>> = {
  regular: 'NotoSansSC-Regular.ttf',
  bold: 'NotoSansSC-Bold.ttf',
  // CJK Extensions B to F, one weight.
  rare: 'HanaMinB.ttf',
};

/** Beside this file in the sources; beside the built program's sources when this file is part of a bundle in out/. */
function findFontFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = ['fonts', '../fonts', '../../main/documents/fonts', '../../../main/documents/fonts'];
  const found = places
    .map((place) => join(here, place))
    .find((place) => existsSync(join(place, fileOf.regular)));
  if (found === undefined) throw new Error('font folder not found');
  return found;
}

export type FontFiles = (face: FaceName) => Uint8Array;

/** Reads each file once, when first needed. */
export function openFontFiles(folder?: string): FontFiles {
  const held = new Map<FaceName, Uint8Array>();
  return (face) => {
    const known = held.get(face);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(folder ?? findFontFolder(), fileOf[face]));
    held.set(face, bytes);
    return bytes;
  };
}

/** Faces of one document. A document has its own, so that the same model always gives the same bytes. */
export class Faces {
  readonly #files: FontFiles;
  readonly #open = new Map<FaceName, fontkit.Font>();
  readonly #advances: Readonly<Record<FaceName, Map<number, number>>> = {
    regular: new Map(),
    bold: new Map(),
    rare: new Map(),
  };

  readonly #faceOf: Readonly<Record<Weight, Map<number, FaceName>>> = { regular: new Map(), bold: new Map() };

  constructor(files: FontFiles) {
    this.#files = files;
  }

  face(name: FaceName): fontkit.Font {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    // A .ttf holds one font; only collections answer with something else.
    const font = fontkit.create(Buffer.from(this.#files(name))) as fontkit.Font;
    this.#open.set(name, font);
    return font;
  }

  /** Refuses 'glyph-missing' with the character and its code point. */
  faceFor(codePoint: number, weight: Weight): FaceName {
    const known = this.#faceOf[weight].get(codePoint);
    if (known !== undefined) return known;
    const found = this.#findFace(codePoint, weight);
    this.#faceOf[weight].set(codePoint, found);
    return found;
  }

  #findFace(codePoint: number, weight: Weight): FaceName {
    if (this.face(weight).hasGlyphForCodePoint(codePoint)) return weight;
    if (this.face('rare').hasGlyphForCodePoint(codePoint)) return 'rare';
    throw new DocumentRefusal('glyph-missing', {
      character: String.fromCodePoint(codePoint),
      codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
    });
  }

  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { face: FaceName; text: string }[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const last = runs.at(-1);
      if (last !== undefined && isVariationSelector(codePoint)) {
        last.text += character;
        continue;
      }
      const face = this.faceFor(codePoint, weight);
      if (last?.face === face) last.text += character;
      else runs.push({ face, text: character });
    }
    return runs;
  }

  /** Width of one character in thousandths of the type size. */
  advance(codePoint: number, weight: Weight): number {
    if (isVariationSelector(codePoint)) return 0;
    const face = this.faceFor(codePoint, weight);
    const known = this.#advances[face].get(codePoint);
    if (known !== undefined) return known;
    const font = this.face(face);
    const advance = (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm;
    this.#advances[face].set(codePoint, advance);
    return advance;
  }

  width(text: string, size: number, weight: Weight): number {
    let sum = 0;
    for (const character of text) sum += this.advance(character.codePointAt(0) ?? 0, weight);
    return (sum * size) / 1000;
  }
}

/** Selectors choose a shape of the character before them and have no glyph of their own. */
function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}
