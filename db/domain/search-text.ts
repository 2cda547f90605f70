// Keys by which names and goods are found: full spelling and initials, every reading of a polyphone, made once at
// write time so that search is plain SQL (design.md §6). The keys spell out a name: guard them like the name itself.
import { pinyin, polyphonic } from 'pinyin-pro';
import { foldInterpunct, INTERPUNCT } from './person-name.ts';

export interface SearchKeys {
  /** Every spelling in full, separated by spaces: 'chongqing zhongqing'. */
  readonly full: string;
  /** The initials of the same: 'cq zq'. */
  readonly initials: string;
}

/** Spellings kept for one text. A long name of goods has thousands; the common ones come first. */
export const MOST_SPELLINGS = 16;
// Beyond this many characters nobody searches by spelling, and the cost would grow with the text.
const LONGEST_SPELLED = 60;

const plain = (spelling: string): string => spelling.toLowerCase().replaceAll('ü', 'v');
const isLetterOrDigit = (c: string): boolean => /[\p{L}\p{N}]/u.test(c);

// At most one entry for each character there is.
const known = new Map<string, readonly string[]>();
/** Every reading of one character; a character without one stands for itself. */
export const readingsOf = (character: string): readonly string[] => {
  const kept = known.get(character);
  if (kept) return kept;
  const [all = [character]] = polyphonic(character, { toneType: 'none', type: 'array' });
  const readings = [...new Set(all.map(plain))];
  known.set(character, readings);
  return readings;
};

/** The readings of each character, the one that fits the context first. */
function readings(text: string): readonly (readonly string[])[] {
  const inContext = pinyin(text, { toneType: 'none', type: 'array' });
  const asSurname = pinyin(text, { toneType: 'none', type: 'array', surname: 'head' });
  return Array.from(text, (character, i) => {
    const first = [inContext[i], asSurname[i]].filter((r) => r !== undefined).map(plain);
    return [...new Set([...first, ...readingsOf(character)])];
  });
}

/**
 * All combinations while they stay within the cap; from there on one other reading at a time, so that a late
 * polyphone is still found.
 */
function spellings(syllables: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const common = syllables.map((r) => r[0] ?? '');
  let combinations: string[][] = [[]];
  for (const [i, options] of syllables.entries()) {
    const fits = combinations.length * options.length <= MOST_SPELLINGS;
    const kept = fits ? options : options.slice(0, 1);
    combinations = combinations.flatMap((start) => kept.map((r) => [...start, r]));
    if (!fits) {
      for (const other of options.slice(1)) {
        if (combinations.length < MOST_SPELLINGS) combinations.push([...common.slice(0, i), other]);
      }
    }
  }
  return combinations;
}

/**
 * The search keys of a name or an item, lower case, without spaces, dots or signs inside a spelling. Latin letters and digits
 * stand for themselves. A character without a known spelling stands for itself too, so it is found by itself.
 */
export function searchKeys(text: string): SearchKeys {
  const letters = Array.from(text.normalize('NFKC'))
    .filter(isLetterOrDigit)
    .slice(0, LONGEST_SPELLED)
    .join('');
  if (letters === '') return { full: '', initials: '' };
  const combinations = spellings(readings(letters));
  const full = new Set(combinations.map((c) => c.join('')));
  const initials = new Set(combinations.map((c) => c.map((s) => Array.from(s)[0] ?? '').join('')));
  return { full: [...full].join(' '), initials: [...initials].join(' ') };
}

/**
 * A query as the keys and names are stored: compatibility forms folded, every interpunct `·`, lower case, ü as v, no white
 * space at the ends, none beside an interpunct and none between Han characters.
 */
export function normaliseQuery(text: string): string {
  return foldInterpunct(foldInterpunct(text).normalize('NFKC').trim().toLowerCase().replaceAll('ü', 'v'))
    .replace(/\s*·\s*/gu, INTERPUNCT)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ');
}
