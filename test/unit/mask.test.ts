// Masks of domain.md §6 and ruling 28; nothing longer than the mask ever gets through.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lastFour,
  maskAddress,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskPhoneInside,
} from '../../db/domain/mask.ts';

test('names, by whole characters', () => {
  const masks: Record<string, string> = {
    王: '*',
    王五: '王*',
    王𠅤: '王*',
    𠅤五: '𠅤*',
    韦小兰: '韦*兰',
    欧阳建国: '欧**国',
    '买买提·吐尔逊': '买**·**逊',
    '阿·明': '阿·*',
    // A variation selector or a mark is no second character to show the only one by.
    '葛\u{E0100}': '*',
    '王葛\u{E0100}': '王*',
    '\u{20164}五\u0301': '\u{20164}*',
    '': '',
  };
  for (const [name, mask] of Object.entries(masks)) expect(maskName(name), name).toBe(mask);
});

test('a masked name shows at most two characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      const shown = Array.from(maskName(name)).filter((c) => c !== '*' && c !== '·');
      expect(shown.length).toBeLessThanOrEqual(2);
      expect(Array.from(maskName(name)).length).toBe(Array.from(name.replace(/[\p{M}\p{Cf}]/gu, '')).length);
    }),
  );
});

test('identity numbers', () => {
  expect(maskIdentityNumber('450202194803150025')).toBe('45*************025');
  expect(maskIdentityNumber('45020319520708005X')).toBe('45*************05X');
  for (const other of ['H12345678', '450203520708005', '4502021948031500251', ''])
    expect(maskIdentityNumber(other)).toBe('');
  expect(lastFour('45020319520708005X')).toBe('005X');
  expect(lastFour('1234567')).toBe('');
});

test('phones', () => {
  expect(maskPhone('13812341234')).toBe('138****1234');
  expect(maskPhone('138 1234-1234')).toBe('138****1234');
  expect(maskPhone('+8613812341234')).toBe('138****1234');
  expect(maskPhone('１３８１２３４１２３４')).toBe('138****1234');
  expect(maskPhone('0772-2812345、138 1234 1234(儿子)')).toBe('138****1234');
  expect(maskPhone('13800001111 / 0772-2812345 / 139 0000 2222')).toBe('138****1111、139****2222');
  for (const other of ['0772-2812345', '2812345', '138123412345', '1381234123', ''])
    expect(maskPhone(other)).toBe('');
});

test('staff see of every telephone of a field the last four (domain.md §6), of a short one that there is one', () => {
  expect(maskPhoneInside('138 1234-5678')).toBe('138****5678');
  expect(maskPhoneInside('0772-3812345 / 13800001111')).toBe('***2345、138****1111');
  expect(maskPhoneInside('0772-2812345-801')).toBe('***2345');
  expect(maskPhoneInside('2812345')).toBe('***');
  for (const other of ['', '无']) expect(maskPhoneInside(other)).toBe('');
});

test('no mask lets a whole number through, whatever is in the field (scenario 24)', () => {
  const field = fc.string({ unit: fc.constantFrom(...'0123456789X+-/、 １２３转') });
  fc.assert(
    fc.property(field, fc.stringMatching(/^1[3-9]\d{9}$/), (around, mobile) => {
      for (const text of [around, mobile, `${around}、${mobile}`, mobile + around])
        expect(maskPhone(text)).toMatch(/^(?:(?:^|、)1\d{2}\*{4}\d{4})*$/);
      expect(maskIdentityNumber(around)).toMatch(/^(?:\d{2}\*{13}\d{2}[\dX])?$/);
      expect(maskPhoneInside(around)).toMatch(/^(?:(?:^|、)(?:1\d{2}\*{4}\d{4}|\*{3}(?:\d{4})?))*$/);
    }),
  );
});

test('addresses stop at the township or say nothing', () => {
  const masks: Record<string, string> = {
    河东街道桂中社区27号6栋274: '河东街道',
    柳州市城中区河东街道桂中社区27号: '柳州市城中区河东街道',
    广西壮族自治区柳州市柳江区拉堡镇塘头村3组: '广西壮族自治区柳州市柳江区拉堡镇',
    江苏省镇江市京口区大市口街道中山东路1号: '江苏省镇江市京口区大市口街道',
    江西省景德镇市珠山区新村街道东路8号: '江西省景德镇市珠山区新村街道',
    南京东路88号三单元东街道口: '',
    河南省新乡市新乡县翟坡镇2号: '河南省新乡市新乡县翟坡镇',
    三都乡河边屯: '三都乡',
    中山东路1号2栋: '',
    '解放路12号3栋 李家镇': '',
    '': '',
  };
  for (const [address, mask] of Object.entries(masks)) expect(maskAddress(address), address).toBe(mask);
});
