// The paper a proxy shows (domain.md §8, lessons.md 10), and the key by which one proxy is known again over households and months.
// The monthly limit needs such a key. The whole number gives the same one in any written form. Where only the last four characters
// are shown (with the reason why), name and last four make it: two people may then share a key, which errs to the safe side, for
// somebody is asked to approve.
import type { Day } from './business-day.ts';
import { dropInvisible, foldWidth } from './fold-width.ts';
import { documentKey, readIdentityDocument, type DocumentRefusal } from './identity-document.ts';
import type { IdentityRefusal } from './identity-number.ts';
import { lastFour } from './mask.ts';

export const PROXY_DOCUMENTS = [
  'identity',
  'residence-permit',
  'household-book',
  'passport',
  'work-card',
  'other',
] as const;
export type ProxyDocument = (typeof PROXY_DOCUMENTS)[number];

export type ProxyDocumentReading =
  | {
      readonly kind: 'ok';
      /** What it is by its number. */
      readonly document: ProxyDocument;
      /** Normal form; only the last four characters when no more was shown. */
      readonly number: string;
      readonly key: string;
      readonly whole: boolean;
    }
  | { readonly kind: 'refused'; readonly code: DocumentRefusal | IdentityRefusal };

/** Papers whose numbers are long, so that four characters can only be the end of one. */
const HAS_TAIL: readonly ProxyDocument[] = ['identity', 'residence-permit', 'household-book', 'passport'];
const TAIL = /^[0-9]{3}[0-9X]$|^[A-Z0-9]{4}$/;

/** Four characters of a paper with a long number: its end, not the whole. */
export function isTail(document: ProxyDocument, raw: string): boolean {
  return HAS_TAIL.includes(document) && TAIL.test(folded(raw));
}

/**
 * Reads the paper as chosen and typed; `name` as stored. `tailAllowed`: at the till, not for a standing proxy. Refuses as
 * readIdentityDocument does, and an identity number of 15 digits (ruling 17: such cards have long ended).
 */
export function readProxyDocument(
  document: ProxyDocument,
  raw: string,
  name: string,
  { today, tailAllowed }: { readonly today: Day; readonly tailAllowed: boolean },
): ProxyDocumentReading {
  if (tailAllowed && isTail(document, raw)) {
    const tail = folded(raw);
    return { kind: 'ok', document, number: tail, key: tailKey(document, tail, name), whole: false };
  }
  const read = readIdentityDocument(document, raw, today);
  if (read.kind === 'refused') return read;
  if (read.identity?.converted) return { kind: 'refused', code: 'id-length' };
  return {
    kind: 'ok',
    document: read.document,
    number: read.number,
    key: keyOf(read.document, read.number, name),
    whole: true,
  };
}

/** Every key under which the same person may have come before: as a whole number and as its last four with the name. */
export function keysAlike({ document, number, key, whole }: ReadDocument, name: string): readonly string[] {
  return whole && HAS_TAIL.includes(document) ? [key, tailKey(document, number.slice(-4), name)] : [key];
}
type ReadDocument = Extract<ProxyDocumentReading, { kind: 'ok' }>;

/** Last four for the screen; of a key, when nothing else is kept. */
export function proxyTail(key: string): string {
  const [kind = '', ...rest] = key.split(':');
  return kind === 'tail' ? (rest[1] ?? '') : lastFour(rest[0] ?? '');
}

const folded = (raw: string): string => dropInvisible(foldWidth(raw)).toUpperCase();

/** Cards and residence permits share one row of numbers. */
const rowOf = (document: ProxyDocument): string =>
  document === 'identity' || document === 'residence-permit' ? 'number' : document;

const tailKey = (document: ProxyDocument, tail: string, name: string): string =>
  `tail:${rowOf(document)}:${tail}:${name}`;

/** Numbers of cards that every office gives by itself are told apart by the name on them. */
function keyOf(document: ProxyDocument, number: string, name: string): string {
  const key = documentKey(document, number);
  return document === 'work-card' || document === 'other' ? `${key}:${name}` : key;
}
