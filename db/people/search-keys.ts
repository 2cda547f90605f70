// The search columns of people: words separated by spaces, each found from its beginning on, so that `oa` never finds a
// spelling that only contains it. Han characters are found anywhere.
import { lastFour } from '../domain/mask.ts';
import { normaliseQuery, searchKeys } from '../domain/search-text.ts';

/** Of a name: the name, its spellings and initials. */
export const searchColumn = (name: string): string => {
  const { full, initials } = searchKeys(name);
  return ` ${normaliseQuery(name)} ${full} ${initials}`;
};

/** Of a person: the last four of the identity number too. */
export const personSearchColumn = (name: string, idNumber: string): string => `${searchColumn(name)} ${lastFour(idNumber).toLowerCase()}`;

const escape = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The LIKE pattern (with ESCAPE '\') for a query against such a column; null for an empty query. */
export const searchPattern = (query: string): string | null => {
  const text = normaliseQuery(query);
  if (text === '') return null;
  return /\p{Script=Han}/u.test(text) ? `%${escape(text)}%` : `% ${escape(text)}%`;
};
