// The name in the soft match of ruling 14. Everybody here is fictional.
import { expect, test } from 'vitest';
import { nameKey } from '../../db/domain/soft-match.ts';

test('names are compared by their letters, rare ones too', () => {
  expect(nameKey('买买提 • 吐尔逊')).toBe(nameKey('买买提·吐尔逊'));
  expect(nameKey('Ａｎｎａ  李')).toBe(nameKey('ANNA李'));
  expect(nameKey('王𠅤')).not.toBe(nameKey('王\uE000'));
  expect(nameKey(' · ')).toBe('');
});
