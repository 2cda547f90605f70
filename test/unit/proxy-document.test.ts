// The paper a proxy shows, and the keys by which one is known again.
import { describe, expect, test } from 'vitest';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import {
  isTail,
  keysAlike,
  proxyTail,
  readProxyDocument,
  type ProxyDocument,
} from '../../db/domain/proxy-document.ts';

const first17 = '45020219700101001';
const number = first17 + identityCheckCharacter(first17);
const read = (document: ProxyDocument, raw: string, name = '覃某', tailAllowed = true) =>
  readProxyDocument(document, raw, name, { today: '2026-05-04', tailAllowed });
const good = (document: ProxyDocument, raw: string, name = '覃某') => {
  const paper = read(document, raw, name);
  if (paper.kind !== 'ok') throw new Error(paper.code);
  return paper;
};

describe('one key for one person', () => {
  test('in every written form of the number, and whatever paper was chosen', () => {
    const key = `number:${number}`;
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const raw of [number, number.toLowerCase(), ` ${number} `, number.split('').join(' '), wide])
      expect(good('identity', raw)).toMatchObject({ key, number, document: 'identity', whole: true });
    expect(good('passport', number)).toMatchObject({ key, document: 'identity' });
  });
  test('81, 82, 83 in front make a residence permit of the same row of numbers', () => {
    const permit = '83000019700101001';
    const whole = permit + identityCheckCharacter(permit);
    expect(good('identity', whole)).toMatchObject({ document: 'residence-permit', key: `number:${whole}` });
  });
  test('numbers that every office gives by itself are told apart by the name on the card', () => {
    expect(good('work-card', '0012', '罗某').key).not.toBe(good('work-card', '0012', '黄某').key);
    expect(good('work-card', '００12', '罗某').key).toBe(good('work-card', '0012', '罗某').key);
    expect(good('passport', 'E12345678', '罗某').key).toBe(good('passport', 'e1234 5678', '黄某').key);
  });
});

describe('the last four', () => {
  test('are enough at the till, for papers with a long number alone', () => {
    expect(good('identity', '００１x')).toMatchObject({
      number: '001X',
      whole: false,
      key: 'tail:number:001X:覃某',
    });
    expect(isTail('identity', number)).toBe(false);
    expect(good('work-card', '0012')).toMatchObject({ whole: true });
    expect(read('identity', '001X', '覃某', false)).toEqual({ kind: 'refused', code: 'id-length' });
  });
  test('the whole number is known under both keys, its end under one', () => {
    expect(keysAlike(good('identity', number), '覃某')).toEqual([
      `number:${number}`,
      `tail:number:${number.slice(-4)}:覃某`,
    ]);
    expect(keysAlike(good('identity', '001X'), '覃某')).toEqual(['tail:number:001X:覃某']);
    expect(keysAlike(good('work-card', '0012'), '覃某')).toEqual(['work-card:0012:覃某']);
  });
  test('are what a screen shows, of a whole number and of a tail; a short number shows nothing', () => {
    expect(proxyTail(`number:${number}`)).toBe(number.slice(-4));
    expect(proxyTail('tail:number:001X:覃某')).toBe('001X');
    expect(proxyTail('work-card:0012:覃某')).toBe('');
    expect(proxyTail('')).toBe('');
  });
});

test('what no paper is refused: nothing, a wrong check digit, the old form of 15 digits', () => {
  for (const [document, raw, code] of [
    ['passport', ' ', 'document-missing'],
    ['identity', '', 'id-missing'],
    ['identity', number.replace(/.$/, (last) => (last === '1' ? '2' : '1')), 'id-check-digit'],
    ['identity', '450202700101001', 'id-length'],
    ['other', 'a\u202Eb', 'document-characters'],
  ] as const)
    expect(read(document, raw), raw).toEqual({ kind: 'refused', code });
});
