// Addresses as they are compared: one door in any writing meets, two doors never do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey } from '../../db/domain/address-key.ts';

test('one door in any writing', () => {
  const same = [
    [
      '河东街道桂中社区27号6栋274',
      ' 河东街道 桂中社区 27号 6栋 274 ',
      '河东街道桂中社区２７号６幢２７４',
      '河东街道，桂中社区，27号（6栋）274。',
      '河东街道桂中社区27号六栋274',
      '河东街道桂中社区27号第6幢274\u200B',
    ],
    ['塘头村3组', '塘头村三组', '塘头村第三组', '塘头村第3组', '塘头村 ３ 组'],
    ['人民路12号2单元301室', '人民路十二号二单元301室', '人民路12号二单元 301 室'],
    ['人民路20号', '人民路二十号'],
    ['人民路32号b座', '人民路三十二号Ｂ座'],
    ['金园1-12', '金园1—12', '金园 1 12', '金园1#12', '金园1－12'],
  ];
  for (const writings of same) expect(new Set(writings.map(addressKey)).size, writings[0]).toBe(1);
});

test('two doors stay two, however near', () => {
  const others = [
    '金园1-12',
    '金园11-2',
    '金园112',
    '人民路6号',
    '人民路6栋',
    '人民路6号楼',
    '人民路6座',
    '人民路16号',
    '人民路六十号',
    '人民二路6号',
    '人民三路6号',
    '五一路6号',
    '河东街道人民路6号',
  ];
  expect(new Set(others.map(addressKey)).size).toBe(others.length);
});

test('numerals in names are left alone', () => {
  expect(addressKey('五一路三都乡八一村')).toBe('五一路三都乡八一村');
  expect(addressKey('三〇二室')).toBe('三〇二室');
  expect(addressKey('一百二十号')).toBe('一百二十号');
});

test('nothing to go by has no key', () => {
  for (const text of ['', ' \u00A0', '-', '。', '123', '12-3']) expect(addressKey(text), text).toBe('');
});

test('the key of a key is itself; width and blanks between letters change nothing', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'河东街道桂三十第号栋幢室组-#1290 Ab') });
  fc.assert(
    fc.property(letters, (text) => {
      const key = addressKey(text);
      expect(addressKey(key)).toBe(key);
      expect(addressKey(text.toLowerCase())).toBe(key);
      const wide = text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      expect(addressKey(wide)).toBe(key);
    }),
    { numRuns: 500, examples: [['第第1栋'], ['第2第十号']] },
  );
});
