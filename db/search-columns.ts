// The search columns of the tables: words separated by spaces, each found from its beginning on, so that `oa` never finds a
// spelling that only contains it. Han characters are found anywhere. Filled at write time, so that search is plain SQL.
import { normaliseQuery, searchKeys } from './domain/search-text.ts';

/** Of a name: the name, its spellings and initials, and further words it is found by. */
export const searchColumn = (name: string, ...words: readonly string[]): string => {
  const { full, initials } = searchKeys(name);
  return [' ', normaliseQuery(name), full, initials, ...words.map(normaliseQuery)]
    .filter((word) => word !== '')
    .join(' ');
};

const escape = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The LIKE pattern (with ESCAPE '\') for a query against such a column; null for an empty query. */
export const searchPattern = (query: string): string | null => {
  const text = normaliseQuery(query);
  if (text === '') return null;
  return /\p{Script=Han}/u.test(text) ? `%${escape(text)}%` : `% ${escape(text)}%`;
};
