// Full-width forms become their ASCII twins; everything else stays.
import { expect, test } from 'vitest';
import { dropInvisible, foldWidth } from '../../db/domain/fold-width.ts';

test('folds what has an ASCII twin and nothing else', () => {
  expect(foldWidth('４５ＡＢｘ－，．　')).toBe('45ABx-,. ');
  expect(foldWidth('买买提·韦𠅤ﾊ。')).toBe('买买提·韦𠅤ﾊ。');
});

test('drops every kind of unseen space', () => {
  expect(dropInvisible('\uFEFF45\u00A002\u200B01\u3000\t\n')).toBe('450201');
});
