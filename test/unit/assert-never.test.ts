// A value that escaped its type stops the program and does not show up in the message.
import { expect, test } from 'vitest';
import { assertNever } from '../../db/domain/assert-never.ts';

test('throws without repeating the value', () => {
  expect(() => assertNever('张三' as never)).toThrow(/^unreachable case of type string$/);
});
