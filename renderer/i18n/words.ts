// An ActError in words: what happened, the facts, what to do. Facts are formatted by the names of the params (…Fen, …Day, …At;
// quantities by the unit and unitScale that travel with them);
// a line whose fact is not known is left out instead of being shown half empty.
import type { TFunction } from 'i18next';
import type { ActError, Params } from '../../db/contract/act.ts';
import { refusalCodes, faultCodes, type FaultCode, type RefusalCode } from '../../db/contract/errors.ts';
import { moneySources } from '../../db/contract/measures.ts';
import { roles } from '../../db/contract/permissions.ts';
import { isDay } from '../../db/domain/business-day.ts';
import { day, instant, money, quantity } from './format.ts';
import type { errors } from './zh-CN/errors.ts';

export interface Words {
  readonly title: string;
  readonly detail: readonly string[];
  readonly next: string;
}
type Code = RefusalCode | FaultCode;
type ErrorTexts = Readonly<Record<'title' | 'detail' | 'next', string>>;

// Compiles only while every code has its texts.
const everyCode: (code: Code) => keyof typeof errors = (code) => code;

const isCode = (code: string): code is Code =>
  [...refusalCodes, ...faultCodes].some((known) => known === code);

/** One fact as it reads on the screen, by the end of its name. */
export const fact = (t: TFunction, name: string, value: string | number | null): string => {
  if (name.endsWith('Fen') && (typeof value === 'number' || value === null)) return money(value);
  if (value === null) return t('unknown', { ns: 'common' });
  if (name.endsWith('Day') || (name === 'day' && isDay(String(value)))) return day(String(value));
  if (name.endsWith('At')) return instant(String(value));
  return coded(t, name, String(value));
};

/** What travels as a code has words: the post of a person, money's source, how a receipt ended, a month. */
const coded = (t: TFunction, name: string, value: string): string => {
  const role = name === 'role' ? roles.find((known) => known === value) : undefined;
  if (role) return t(`roles.${role}`, { ns: 'common' });
  const source = name === 'source' ? moneySources.find((known) => known === value) : undefined;
  if (source) return t(`moneySources.${source}`, { ns: 'common' });
  if (name === 'kind' && (value === 'void' || value === 'red')) return t(`marks.${value}`, { ns: 'common' });
  const [year = '', month = ''] = name === 'month' ? value.split('-') : [];
  return month === '' ? value : t('month', { ns: 'common', year, month: Number(month) });
};

const measures: ReadonlySet<string> = new Set([
  'wanted',
  'available',
  'quantity',
  'missing',
  'limit',
  'used',
  'left',
  'over',
]);
/** Smallest units as the shelf says them: 2500 of 公斤 reads 2.5 公斤. */
const measure = ({ unit, unitScale }: Params, name: string, value: string | number | null): string | null =>
  measures.has(name) && typeof value === 'number' && typeof unit === 'string' && typeof unitScale === 'number'
    ? quantity(value, unitScale, unit)
    : null;

const lines = (t: TFunction, template: string, params: Params): readonly string[] =>
  template.split('\n').flatMap((line) => {
    let known = line !== '';
    const filled = line.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined || value === '' || (value === null && !name.endsWith('Fen'))) known = false;
      return value === undefined ? '' : (measure(params, name, value) ?? fact(t, name, value));
    });
    return known ? [filled] : [];
  });

/** Words of one code; a code of a newer program falls back to plain ones. */
export const wordsOfCode = (t: TFunction, code: string, params: Params = {}): Words => {
  if (!isCode(code))
    return {
      title: t('act-unknown.title', { ns: 'errors' }),
      detail: [],
      next: t('act-unknown.next', { ns: 'errors' }),
    };
  const key = everyCode(code);
  const { title, detail, next } = (t as (key: string, options: object) => unknown)(key, {
    ns: 'errors',
    returnObjects: true,
    skipInterpolation: true,
  }) as ErrorTexts;
  return {
    title: lines(t, title, params).join(''),
    detail: lines(t, detail, params),
    next: lines(t, next, params).join(''),
  };
};

export const words = (t: TFunction, error: ActError): Words => {
  if (error.kind === 'bug')
    return {
      title: t('bug.title', { ns: 'errors' }),
      detail: [t('bug.detail', { ns: 'errors', incident: error.incident })],
      next: t('bug.next', { ns: 'errors' }),
    };
  return wordsOfCode(t, error.code, error.params);
};
