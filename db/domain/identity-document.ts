// Papers that say who a person is (domain.md §5.3): the identity number, residence permits, and what people have who have no such
// number. Decides what is accepted and when somebody must have looked at the paper; who looked is kept elsewhere.
import type { Day } from './business-day.ts';
import { dropInvisible, foldWidth } from './fold-width.ts';
import {
  foldIdentityNumber,
  readIdentityNumber,
  type IdentityReading,
  type IdentityRefusal,
} from './identity-number.ts';
import { codePoints } from './person-name.ts';

export const IDENTITY_DOCUMENTS = [
  /** 居民身份证: GB 11643. */
  'identity',
  /** 港澳居民居住证, 台湾居民居住证: the same number, 81, 82 or 83 in front. */
  'residence-permit',
  /** 户口本: one number for a whole household. */
  'household-book',
  /** 出生医学证明. */
  'birth-certificate',
  'passport',
  /** 工作证: who collects for an institution shows it. */
  'work-card',
  'other',
  /** No paper at all: such people exist and are helped. */
  'none',
] as const;
export type IdentityDocument = (typeof IDENTITY_DOCUMENTS)[number];
/** Papers that carry an identity number with a check digit. */
export type NumberedDocument = 'identity' | 'residence-permit';

export type DocumentRefusal =
  'document-missing' | 'document-characters' | 'document-too-long' | 'document-with-none';
/** Let it in and name it. 'document-is-identity-number': the number decided the kind. */
export type DocumentWarning = 'document-is-identity-number' | 'document-unusual';

export type DocumentReading<Chosen extends IdentityDocument = IdentityDocument> =
  | {
      readonly kind: 'ok';
      /** What it is by its number; may differ from what was chosen, then a warning says so. */
      readonly document: Chosen | NumberedDocument;
      /** Normal form: width folded, capitals, nothing invisible; empty for 'none'. */
      readonly number: string;
      /** Birth, sex and warnings of the number; null for every other paper. */
      readonly identity: Extract<IdentityReading, { kind: 'ok' }> | null;
      readonly warnings: readonly DocumentWarning[];
    }
  | { readonly kind: 'refused'; readonly code: DocumentRefusal | IdentityRefusal };

const isNumbered = (document: IdentityDocument): document is NumberedDocument =>
  document === 'identity' || document === 'residence-permit';

/** Code points that fit, per kind; the 18 characters of an identity number are judged by its own rule. */
const LONGEST: Readonly<Record<IdentityDocument, number>> = {
  identity: 18,
  'residence-permit': 18,
  'household-book': 30,
  'birth-certificate': 20,
  passport: 20,
  'work-card': 30,
  other: 40,
  none: 0,
};
/** How such numbers mostly look. Old and local papers look otherwise, so that this warns and never refuses. */
const USUAL: Partial<Readonly<Record<IdentityDocument, RegExp>>> = {
  'birth-certificate': /^[A-Z]\d{9}$/,
  passport: /^[A-Z0-9]{7,9}$/,
};
/** Letters of any script, digits, and the signs such numbers are written with. */
const ACCEPTED = /^[\p{L}\p{M}\p{N}()[\]【】〔〕〈〉《》·/.:#№_-]+$/u;
const HYPHENS = /[\u2010-\u2015\u2212]/g;

/** Somebody must have looked at the paper, and be named: only a valid number with its check digit speaks for itself. */
export function needsManualCheck(document: IdentityDocument): boolean {
  return !isNumbered(document);
}

/** One such number, one person. Not so the book of a household, nor no paper at all: equal numbers are then no double. */
export function identifiesOnePerson(document: IdentityDocument): boolean {
  return document !== 'household-book' && document !== 'none';
}

/** Which residence permit an identity number stands on: 81 and 82 of Hong Kong and Macao, 83 of Taiwan; null: an identity card. */
export function residencePermitOf(idNumber: string): 'hong-kong-macao' | 'taiwan' | null {
  if (/^8[12]/.test(idNumber)) return 'hong-kong-macao';
  return idNumber.startsWith('83') ? 'taiwan' : null;
}

/**
 * Reads a paper as chosen and typed. The number decides what it is: a valid identity number typed as some other paper is an
 * identity number all the same (or one person would be here twice), and 81, 82, 83 make a residence permit. Refuses a number with
 * 'none', none with a paper, control and bidi characters, and what is too long. `today` is the business day.
 */
export function readIdentityDocument<Chosen extends IdentityDocument>(
  document: Chosen,
  raw: string,
  today: Day,
): DocumentReading<Chosen> {
  const no = (code: DocumentRefusal): DocumentReading<Chosen> => ({ kind: 'refused', code });
  const number = dropInvisible(foldWidth(raw)).replace(HYPHENS, '-').toUpperCase();
  if (document === 'none') {
    if (number !== '') return no('document-with-none');
    return { kind: 'ok', document, number, identity: null, warnings: [] };
  }
  if (isNumbered(document)) return readNumber(document, raw, today);
  if (number === '') return no('document-missing');
  const asNumber = foldIdentityNumber(raw).length === 18 ? readNumber(document, raw, today) : null;
  if (asNumber?.kind === 'ok') return asNumber;
  if (!ACCEPTED.test(number)) return no('document-characters');
  if (codePoints(number) > LONGEST[document]) return no('document-too-long');
  const usual = USUAL[document]?.test(number) ?? true;
  return { kind: 'ok', document, number, identity: null, warnings: usual ? [] : ['document-unusual'] };
}

function readNumber(chosen: IdentityDocument, raw: string, today: Day): DocumentReading<NumberedDocument> {
  const identity = readIdentityNumber(raw, today);
  if (identity.kind === 'refused') return identity;
  const document = residencePermitOf(identity.number) === null ? 'identity' : 'residence-permit';
  const warnings: readonly DocumentWarning[] = document === chosen ? [] : ['document-is-identity-number'];
  return { kind: 'ok', document, number: identity.number, identity, warnings };
}

/**
 * What two writings of one paper have in common: the same key, the same paper. Cards and permits share one row of numbers. Where
 * `identifiesOnePerson` says no, two people may share a key. Signs
 * are dropped, except between two digits, where 1-12 and 11-2 are two numbers. Empty for no paper: it is like no other.
 */
export function documentKey(document: IdentityDocument, number: string): string {
  if (document === 'none') return '';
  if (isNumbered(document)) return `number:${foldIdentityNumber(number)}`;
  const spelled = dropInvisible(foldWidth(number))
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/(?<!\p{N})-|-(?!\p{N})/gu, '');
  return spelled === '' ? '' : `${document}:${spelled}`;
}
