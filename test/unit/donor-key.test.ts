// Keys of donor names: likely doubles meet, different bodies and people do not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { donorKey } from '../../db/domain/donor-key.ts';

const keys = (names: readonly string[], kind: 'company' | 'person' | 'organisation') =>
  new Set(names.map((name) => donorKey(name, kind))).size;

test('spellings of one company meet', () => {
  const spellings = [
    '柳州福满商贸有限公司',
    '柳州福满商贸有限责任公司',
    '柳州福满商贸股份有限公司',
    '柳州福满商贸公司',
    '柳州福满商贸',
    ' 柳州 福满商贸\u3000有限公司 ',
    '柳州（福满）商贸有限公司',
    '柳州(福满)商贸有限公司',
    '柳州【福满】商贸“有限公司”',
    '柳州福满商贸\u200B有限公司\uFEFF',
  ];
  expect(keys(spellings, 'company')).toBe(1);
  expect(keys(['柳州福满电子公司', '柳州福满电子有限公司'], 'company')).toBe(1);
  expect(keys(['ＡＢＣ商贸有限公司', 'abc商贸有限公司', 'A.B.C. 商贸公司'], 'company')).toBe(1);
});

test('other bodies stay apart, branches too', () => {
  const others = [
    '柳州福满商贸有限公司',
    '柳州福满食品有限公司',
    '柳州福满商贸有限公司柳北分公司',
    '柳州福满商贸有限公司鱼峰分公司',
    '柳州福满商贸总公司',
    '柳州福满商贸有限公司工会',
  ];
  expect(keys(others, 'company')).toBe(others.length);
});

test('a name that is nothing but a legal form keeps it', () => {
  expect(donorKey('有限公司', 'company')).toBe('body:有限公司');
  expect(donorKey('公司', 'company')).not.toBe(donorKey('有限公司', 'company'));
});

test('people meet by spelling, never with bodies, and keep their letters', () => {
  expect(keys(['买买提·吐尔逊', '买买提•吐尔逊', '买买提 吐尔逊'], 'person')).toBe(1);
  expect(keys(['王𠅤', '王\uE000', '王'], 'person')).toBe(3);
  expect(keys(['王公司', '王'], 'person')).toBe(2);
  expect(donorKey('福满', 'person')).not.toBe(donorKey('福满', 'company'));
  expect(donorKey('福满', 'school')).toBe(donorKey('福满', 'organisation'));
});

test('an anonymous donor and an empty name have no double', () => {
  expect(donorKey('匿名', 'anonymous')).toBe('');
  expect(donorKey(' ()·', 'person')).toBe('');
  expect(donorKey('', 'company')).toBe('');
});

test('any text has a key, and white space, case and width of it change nothing', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'福满商贸有限公司股份责任Ab12·() '), maxLength: 20 });
  fc.assert(
    fc.property(letters, fc.constantFrom('person', 'company'), (name, kind) => {
      const key = donorKey(name, kind);
      expect(donorKey(` ${name.toUpperCase()}\u3000`, kind)).toBe(key);
      expect(donorKey(Array.from(name).join('\u00A0'), kind)).toBe(key);
      const wide = name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      expect(donorKey(wide, kind)).toBe(key);
    }),
  );
});
