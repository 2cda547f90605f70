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
  const parts = folded(name)
    .split(signs)
    .filter((part) => part !== '');
  const characters = Array.from(parts.join('')).slice(0, LONGEST);
  if (characters.length === 0) return [];
  const starts = new Set<number>();
  let at = 0;
  for (const part of parts) {
    starts.add(at);
    at += Array.from(part).length;
  }
  const inside = characters.flatMap((character, i) =>
    i > 0 && (starts.has(i) || isHan(character)) ? [INSIDE + characters.slice(i).join('')] : [],
  );
  return [...new Set([characters.join(''), ...spelled(characters), ...inside])];
};

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/**
 * Spellings and initials, not in any order. Short of the cap every combination of readings is kept, so the context decides
 * nothing and need not be asked (half of the time an import spends on words).
 */
const spelled = (characters: readonly string[]): readonly string[] => {
  const readings = characters.map(readingsOf);
  if (readings.reduce((product, { length }) => product * length, 1) > MOST_SPELLINGS) {
    const { full, initials } = searchKeys(characters.join(''));
    return [full, initials].flatMap((words) => words.split(' ')).filter((word) => word !== '');
  }
  let combined: (readonly [full: string, initials: string])[] = [['', '']];
  for (const all of readings)
    combined = combined.flatMap(([full, initials]) =>
      all.map((reading) => [full + reading, initials + firstLetter(reading)] as const),
    );
  return combined.flat();
};

const firstLetter = (reading: string): string => Array.from(reading)[0] ?? '';

/** How well a name answers a query made by `searchWord`: 0 exactly, 1 from its beginning, 2 from inside; null: not at all. */
export const nameMatch = (name: string, word: string): 0 | 1 | 2 | null => {
  const words = nameWords(name);
  if (word === '' || words.length === 0) return null;
  if (words.includes(word)) return 0;
  if (words.some((known) => known.startsWith(word))) return 1;
  return words.some((known) => known.startsWith(INSIDE + word)) ? 2 : null;
};
