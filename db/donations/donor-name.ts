// Names of donors: people, companies, schools. Organisations may be long and carry full stops and brackets; what hides or
// reverses text is refused for all of them. Pure.
import { codePoints, readName } from '../domain/person-name.ts';
import type { DonorKind } from '../schema.ts';

export type DonorNameRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'name-control-character'
  | 'name-bidi'
  | 'name-ill-formed'
  | 'name-full-stop';
export type DonorNameReading =
  | { readonly kind: 'ok'; readonly name: string }
  | { readonly kind: 'refused'; readonly code: DonorNameRefusal; readonly most?: number };

export const ANONYMOUS = '匿名';
const LONGEST_ORGANISATION = 100;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const UNKNOWN = /[\p{Co}\p{Cn}\uFFFD]/u;

export const readDonorName = (raw: string, kind: DonorKind): DonorNameReading =>
  kind === 'person' ? ofPerson(raw) : ofOrganisation(raw);

const ofPerson = (raw: string): DonorNameReading => {
  const read = readName(raw, { roster: false });
  if (read.kind === 'ok') return { kind: 'ok', name: read.name };
  // A roster rule; at the form such a name is stored as typed (ruling 16).
  if (read.code === 'name-formula') throw new Error('formula refused outside a roster');
  return { kind: 'refused', code: read.code === 'name-unknown-character' ? 'name-ill-formed' : read.code };
};

const ofOrganisation = (raw: string): DonorNameReading => {
  const name = raw.normalize('NFC').trim();
  if (name === '') return { kind: 'refused', code: 'name-missing' };
  if (!name.isWellFormed() || UNKNOWN.test(name)) return { kind: 'refused', code: 'name-ill-formed' };
  if (BIDI.test(name)) return { kind: 'refused', code: 'name-bidi' };
  if (CONTROL.test(name)) return { kind: 'refused', code: 'name-control-character' };
  if (codePoints(name) > LONGEST_ORGANISATION)
    return { kind: 'refused', code: 'name-too-long', most: LONGEST_ORGANISATION };
  return { kind: 'ok', name };
};

const ANONYMOUS_WORDS = new Set([
  ANONYMOUS,
  '匿名人士',
  '匿名捐赠',
  '匿名捐赠人',
  '无名氏',
  '不愿透露姓名',
  '未留名',
]);
export const isAnonymousWord = (name: string): boolean => ANONYMOUS_WORDS.has(name.replace(/\s/g, ''));

/**
 * The kind a sheet without such a column most likely means. Decides only what the receipt calls the donor; a donor already
 * known under this name keeps the kind it has.
 */
export const likelyKind = (name: string): DonorKind => {
  if (isAnonymousWord(name)) return 'anonymous';
  if (/(?:公司|集团|企业|工厂|商行|超市|商场|药店|厂|店)$/u.test(name)) return 'company';
  if (/(?:学校|小学|中学|大学|学院|幼儿园|幼儿学校)$/u.test(name)) return 'school';
  if (/(?:会|局|项目|基金|中心|社区|街道|办事处|银行|医院|支部|单位|社|队|团|寺|部|所|处|站|馆)$/u.test(name))
    return 'organisation';
  return /(?:先生|女士|小姐|老师)$/u.test(name) || name.includes('·') || codePoints(name) <= 4
    ? 'person'
    : 'organisation';
};
