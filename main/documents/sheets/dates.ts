// Spreadsheets keep dates as day numbers; only the cell's format tells them from figures.
import { SSF } from '@e965/xlsx';
import { numberCell, textCell, type Cell } from './cells.ts';

interface DateParts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

// The library's formatter is untyped.
const formatter = SSF as {
  is_date: (format: string) => boolean;
  parse_date_code: (value: number, options: { readonly date1904: boolean }) => DateParts | null;
};

/** Formats with a fixed number that show dates or times, the Chinese ones (27–36, 50–58) included. */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

export const isDateFormat = (format: string): boolean => formatter.is_date(format);

/** YYYY-MM-DD, with HH:MM:SS where the cell holds a time of day. A day number nobody can date stays a number. */
export function dateCell(value: number, date1904: boolean): Cell {
  const parts = value < 0 ? null : formatter.parse_date_code(value, { date1904 });
  if (parts === null) return numberCell(value);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(parts.S)}`;
  if (value < 1) return textCell(time);
  return textCell(time === '00:00:00' ? day : `${day} ${time}`);
}
