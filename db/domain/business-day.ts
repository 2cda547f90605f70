// The business day: calendar days in Beijing time, whatever zone the PC is set to. Asia/Shanghai is +08:00 all year, so
// no time-zone data is asked. Knows nothing of opening hours; never reads the clock.
import { foldWidth } from './fold-width.ts';

/** A calendar day `YYYY-MM-DD` in Beijing time. Days compare as strings. */
export type Day = string;
/** A calendar month `YYYY-MM`. */
export type Month = string;

const BEIJING_AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CHINESE_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/;
// Both separators alike: a mixture such as 2026-5/4 is somebody's slip.
const SEPARATED_DAY = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT_DAY = /^(\d{4})()(\d{2})(\d{2})$/;

const pad = (n: number): string => String(n).padStart(2, '0');
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

// Nobody of whom, and nothing of which, is written here was born or bought earlier, or ends later: such a year is a slip.
// Days reckoned from a good one may lie outside.
const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2199;
const likely = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

function real(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year)}-${pad(month)}-${pad(day)}`;
}

/** The Beijing day of an instant (ISO, UTC, with `Z`). Refuses (throws) any other spelling: it would mean PC-zone time. */
export function businessDay(instantIso: string): Day {
  const ms = INSTANT.test(instantIso) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError('instant is not ISO UTC');
  return new Date(ms + BEIJING_AHEAD_MS).toISOString().slice(0, 10);
}

function parts(text: string): [number, number, number] | null {
  const m = DAY.exec(text);
  return m === null ? null : [Number(m[1]), Number(m[2]), Number(m[3])];
}

/** True for a real calendar day spelled `YYYY-MM-DD`, years 1800 to 2199. */
export function isDay(text: string): text is Day {
  const ymd = parts(text);
  return ymd !== null && likely(ymd[0]) && real(...ymd) !== null;
}

/**
 * Reads a typed or imported day: 2026-05-04, 2026-5-4, 2026/05/04, 2026.5.4, 2026年5月4日, 20260504, full-width too.
 * Returns null for anything else and for days that do not exist (ruling 18: never mended to the next real day).
 */
export function parseDay(text: string): Day | null {
  const folded = foldWidth(text).replace(/\s/g, '').replace(CHINESE_DAY, '$1-$2-$3');
  const m = SEPARATED_DAY.exec(folded) ?? COMPACT_DAY.exec(folded);
  return m === null || !likely(Number(m[1])) ? null : real(Number(m[1]), Number(m[3]), Number(m[4]));
}

function requireDay(day: Day): [number, number, number] {
  const ymd = parts(day);
  if (ymd === null || real(...ymd) === null) throw new RangeError('not a calendar day');
  return ymd;
}

function serial(day: Day): number {
  const [y, m, d] = requireDay(day);
  return Date.UTC(y, m - 1, d) / DAY_MS;
}

/** The day `n` days later (earlier when negative). Ruling 12: taken on D, again on `addDays(D, n)`. */
export function addDays(day: Day, n: number): Day {
  return new Date((serial(day) + n) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** `n` months later with the same day number, cut to that month's last day (ruling 12): 31 January + 1 = 28 February. */
export function addMonths(day: Day, n: number): Day {
  const [y, m, d] = requireDay(day);
  const months = y * 12 + (m - 1) + n;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return `${String(year)}-${pad(month)}-${pad(Math.min(d, daysInMonth(year, month)))}`;
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** True for `YYYY-MM` with a month from 01 to 12. */
export function isMonth(text: string): text is Month {
  return isDay(`${text}-01`);
}

/** First and last day of a month. Refuses (throws) what is no month. */
export function monthRange(month: Month): { readonly first: Day; readonly last: Day } {
  const [y, m] = requireDay(`${month}-01`);
  return { first: `${month}-01`, last: `${month}-${pad(daysInMonth(y, m))}` };
}

/** Completed years of age on `day`; the birthday itself counts. Negative when born later. */
export function ageOn(birth: Day, day: Day): number {
  const [by] = requireDay(birth);
  const [y] = requireDay(day);
  const years = y - by;
  return addMonths(birth, years * 12) <= day ? years : years - 1;
}

/** Years are full only on the day after the birthday: on the birthday itself the protection still holds (ruling 28). */
const isUnder = (years: number, birth: Day, day: Day): boolean => day <= addMonths(birth, years * 12);

/** Still a minor for public lists: under 18, the 18th birthday included (ruling 28). */
export function isMinorOn(birth: Day, day: Day): boolean {
  return isUnder(18, birth, day);
}

/** Under 14, the 14th birthday included: everything about the child is sensitive, a guardian consents (PIPL art. 28 and 31). */
export function needsGuardianOn(birth: Day, day: Day): boolean {
  return isUnder(14, birth, day);
}
