// Names of people: what may be stored and how it is mended (domain.md §5.4, rulings 16 and 18, reliability.md §8).
// Counts by code point, never by UTF-16 unit. Never drops a character unseen: every mend is named.

export type NameRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'name-control-character'
  | 'name-bidi'
  | 'name-unknown-character'
  | 'name-formula'
  | 'name-full-stop';
/** What was changed and has to be shown: interpunct to `·`, white space taken out, composed form (NFC). */
export type NameMend = 'interpunct' | 'space' | 'composition';
export type NameReading =
  | { readonly kind: 'ok'; readonly name: string; readonly mended: readonly NameMend[] }
  | { readonly kind: 'refused'; readonly code: NameRefusal };

/** 民委发〔2016〕33号: at least 50 characters must fit; ours end there. */
export const LONGEST_NAME = 50;
/** U+00B7, the only interpunct a name may carry (domain.md §5.4). */
export const INTERPUNCT = '·';

const LOOK_ALIKE_INTERPUNCT = /[•・．‧･∙⋅●]/gu;
const STOP_BETWEEN_LETTERS = /(?<=\p{L}\p{M}*)[.。｡](?=\p{L})/gu;
const ANY_STOP = /[.。｡]/u;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const UNKNOWN = /[\p{Co}\p{Cn}\uFFFD]/u;
const FORMULA = /^[=+\-@＝＋－＠\t\r]/u;
const EDGE_SPACE = /^[\p{Zs}]+|[\p{Zs}]+$/gu;

/** Length in characters as people count them: code points. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}

/** Every look-alike of the interpunct to U+00B7. */
export function foldInterpunct(text: string): string {
  return text.replace(LOOK_ALIKE_INTERPUNCT, INTERPUNCT).replace(STOP_BETWEEN_LETTERS, INTERPUNCT);
}

/** True when a spreadsheet would take the text for a formula: `= + - @`, full width too, TAB or CR first. */
export function startsLikeFormula(text: string): boolean {
  return FORMULA.test(text.replace(/^[ \u00A0\u3000\n]+/u, ''));
}

/** What must never be stored, looked for before anything is mended. */
function hostile(raw: string, roster: boolean): NameRefusal | null {
  if (!raw.isWellFormed()) return 'name-unknown-character';
  if (roster && startsLikeFormula(raw)) return 'name-formula';
  if (BIDI.test(raw)) return 'name-bidi';
  if (CONTROL.test(raw)) return 'name-control-character';
  return UNKNOWN.test(raw) ? 'name-unknown-character' : null;
}

/**
 * White space as rosters use it: none at the ends, none beside an interpunct, none between two Han characters
 * (a two-character name is set apart to line up with three-character names), one plain space elsewhere.
 */
function mendSpace(text: string): string {
  return text
    .replace(EDGE_SPACE, '')
    .replace(/\p{Zs}*·\p{Zs}*/gu, INTERPUNCT)
    .replace(/(?<=\p{Script=Han})\p{Zs}+(?=\p{Script=Han})/gu, '')
    .replace(/\p{Zs}+/gu, ' ');
}

/**
 * Reads a person's name. In a roster a formula sign in front refuses the row; at the form it is stored as typed and
 * neutralised on export (ruling 16). Refuses control, bidi, private-use and unassigned characters, lone surrogates, a
 * full stop that cannot be an interpunct, and more than 50 code points.
 */
export function readName(raw: string, options: { readonly roster: boolean }): NameReading {
  const no = (code: NameRefusal): NameReading => ({ kind: 'refused', code });
  const bad = hostile(raw, options.roster);
  if (bad !== null) return no(bad);
  const composed = raw.normalize('NFC');
  const spaced = mendSpace(composed);
  const dotted = foldInterpunct(spaced);
  const name = mendSpace(dotted);
  if (name === '') return no('name-missing');
  if (ANY_STOP.test(name)) return no('name-full-stop');
  if (codePoints(name) > LONGEST_NAME) return no('name-too-long');
  const mended: NameMend[] = [];
  if (composed !== raw) mended.push('composition');
  if (spaced !== composed || name !== dotted) mended.push('space');
  if (dotted !== spaced) mended.push('interpunct');
  return { kind: 'ok', name, mended };
}
