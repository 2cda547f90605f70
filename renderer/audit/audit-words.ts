// Codes of the log in words: an act by its trade name, an object by its kind and number, a refusal by its reason.
import i18next, { type TFunction } from 'i18next';
import { roles } from '../../db/contract/permissions.ts';
import { wordsOfCode } from '../i18n/words.ts';

type T = TFunction<'audit'>;

const known = (key: string): boolean => i18next.exists(key, { ns: 'audit' });
/** The keys are made from codes; what has no text reads as "other" instead of as a code. */
const say = (t: T, key: string, other: string, params?: object): string =>
  (t as unknown as (key: string, params?: object) => string)(known(key) ? key : other, params);

export const actWords = (t: T, act: string): string => say(t, `acts.${act.replace('.', '_')}`, 'acts.other');

/** 'staff:3' → 人员 3; kinds without a word show only the number. */
export const objectWords = (t: T, object: string): string => {
  if (object === '') return '';
  const [kind = '', id = ''] = object.split(':');
  return say(t, `objects.${kind}`, 'objects.other', { id });
};

export const resultWords = (t: T, result: string): string => {
  const [kind, code] = result.split(':');
  return kind === 'refused' && code !== undefined
    ? t('refused', { why: wordsOfCode(i18next.t, code).title })
    : t('done');
};

export const roleWords = (t: T, role: string): string => {
  const found = roles.find((one) => one === role);
  return found ? t(`roles.${found}`, { ns: 'common' }) : '';
};
