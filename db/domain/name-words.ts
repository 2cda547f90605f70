// The words a person's name is found by. One rule for the table of words (db/people/search-words.ts) and for lists that are
// picked through in memory. The words spell out the name: guard them like the name itself.
import { MOST_SPELLINGS, readingsOf, searchKeys } from './search-text.ts';

/** Before a word that begins inside the name: 韦秀兰 is found by `·秀兰`. No word holds an interpunct of its own. */
export const INSIDE = '·';
/** Nobody types more; what comes behind is not found by itself. */
const LONGEST = 60;

// Not "letters only": characters of planes the program's runtime does not know yet, and of the private use area, are parts
// of names too.
const signs = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]+/gu;
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ü', 'v');

/** A query as the words are kept: width and case folded, ü as v, no spaces, interpuncts or other signs. */
export const searchWord = (query: string): string => folded(query).replace(signs, '');

/**
 * The name itself, every full spelling and the initials of each, and under INSIDE what begins at a later Han character or at a
 * later word of letters. Empty for an empty name (an erased person).
 */
export const nameWords = (name: string): readonly string[] => {
  const parts = folded(name).split(signs);
  const characters = Array.from(parts.join('')).slice(0, LONGEST);
  if (characters.length === 0) return [];
  const words = [characters.join(''), ...spelled(characters)];
  const starts = parts.length === 1 ? [] : startsOf(parts);
  for (let at = 1; at < characters.length; at += 1)
    if (isHan(characters[at] ?? '') || starts.includes(at))
      words.push(INSIDE + characters.slice(at).join(''));
  return [...new Set(words)];
};

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** Where each part begins, counted in characters of the whole. */
const startsOf = (parts: readonly string[]): readonly number[] => {
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at += Array.from(part).length;
  }
  return starts;
};

/**
 * Spellings and initials, not in any order. Short of the cap every combination of readings is kept, so the context decides
 * nothing and need not be asked (most of the time an import would spend on words).
 */
const spelled = (characters: readonly string[]): readonly string[] => {
  const readings = characters.map(readingsOf);
  if (readings.reduce((product, { length }) => product * length, 1) > MOST_SPELLINGS) {
    const { full, initials } = searchKeys(characters.join(''));
    return [full, initials].flatMap((words) => words.split(' ')).filter((word) => word !== '');
  }
  return [...combined(readings), ...combined(characters.map(initialsOf))];
};

const combined = (choices: readonly (readonly string[])[]): readonly string[] =>
  choices.reduce<readonly string[]>(
    (starts, [only = '', ...others]) =>
      others.length === 0
        ? starts.map((start) => start + only)
        : [only, ...others].flatMap((next) => starts.map((start) => start + next)),
    [''],
  );

// At most one entry for each character there is.
const initials = new Map<string, readonly string[]>();
const initialsOf = (character: string): readonly string[] => {
  const kept = initials.get(character);
  if (kept) return kept;
  const letters = [...new Set(readingsOf(character).map((reading) => Array.from(reading)[0] ?? ''))];
  initials.set(character, letters);
  return letters;
};

/** How well a name answers a query made by `searchWord`: 0 exactly, 1 from its beginning, 2 from inside; null: not at all. */
export type Match = 0 | 1 | 2 | null;

/** Of a name whose words are known. */
export const wordsMatch = (words: readonly string[], word: string): Match => {
  if (word === '') return null;
  if (words.includes(word)) return 0;
  if (words.some((known) => known.startsWith(word))) return 1;
  return words.some((known) => known.startsWith(INSIDE + word)) ? 2 : null;
};

export const nameMatch = (name: string, word: string): Match => wordsMatch(nameWords(name), word);
