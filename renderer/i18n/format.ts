// How figures, dates and instants read on the screen, in both languages. Unknown is said in words, never shown as 0 or blank.
import i18next from 'i18next';
import { businessDay } from '../../db/domain/business-day.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { currentLanguage } from './i18n.ts';

const weekdays = {
  'zh-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** Fen as ¥1,234.50; null is an amount nobody knows. */
export const money = (fen: number | null): string => {
  if (fen === null) return i18next.t('unknownAmount', { ns: 'common' });
  return fen < 0 ? `-¥${formatYuan(-fen)}` : `¥${formatYuan(fen)}`;
};

/** '2026-05-04 (一)'. */
export const day = (value: string | null): string => {
  if (value === null || value === '') return '—';
  const weekday = weekdays[currentLanguage()][new Date(`${value}T00:00:00Z`).getUTCDay()];
  return weekday === undefined ? value : `${value} (${weekday})`;
};

/** '2026-05-04 10:12', Beijing time whatever the PC's zone. */
export const instant = (value: string | null): string => {
  if (value === null) return '—';
  const beijing = new Date(Date.parse(value) + 8 * 3_600_000).toISOString();
  return `${businessDay(value)} ${beijing.slice(11, 16)}`;
};

/** '10:12', Beijing time. */
export const clock = (value: string): string => instant(value).slice(11);

/** How long ago, in the coarsest unit that still tells. */
export const age = (value: string, now: string): string => {
  const minutes = Math.floor((Date.parse(now) - Date.parse(value)) / 60_000);
  if (minutes < 1) return i18next.t('age.now', { ns: 'frame' });
  if (minutes < 60) return i18next.t('age.minutes', { ns: 'frame', n: minutes });
  if (minutes < 48 * 60) return i18next.t('age.hours', { ns: 'frame', n: Math.floor(minutes / 60) });
  return i18next.t('age.days', { ns: 'frame', n: Math.floor(minutes / (24 * 60)) });
};

/** A quantity in smallest units, printed in `unit`: 2500 at scale 1000 reads '2.5 公斤'; never rounded. */
export const quantity = (smallest: number, scale: number, unit: string): string =>
  `${amount(smallest, scale)} ${unit}`;

/** The same without the unit, for a column that names it. */
export const amount = (smallest: number, scale: number): string => formatQuantity(smallest, scale);

/** A whole number with grouping: 12,345. */
export const count = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
