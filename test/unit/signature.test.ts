// What counts as a name drawn in the frame.
import { expect, it } from 'vitest';
import { isSigned } from '../../db/domain/signature.ts';

it('takes ink of a sixteenth of the frame, in one stroke or in many', () => {
  expect(
    isSigned(
      [
        [
          [0, 0],
          [40, 0],
        ],
      ],
      640,
    ),
  ).toBe(true);
  expect(
    isSigned(
      [
        [
          [0, 0],
          [20, 0],
        ],
        [
          [0, 9],
          [0, 29],
        ],
      ],
      640,
    ),
  ).toBe(true);
  expect(
    isSigned(
      [
        [
          [0, 0],
          [39, 0],
        ],
      ],
      640,
    ),
  ).toBe(false);
});

it('is no name: nothing, dots, a slip of the pen', () => {
  expect(isSigned([], 640)).toBe(false);
  expect(
    isSigned(
      Array.from({ length: 50 }, () => [[9, 9] as const]),
      640,
    ),
  ).toBe(false);
  expect(
    isSigned(
      [
        [
          [9, 9],
          [9, 9],
          [10, 9],
        ],
      ],
      640,
    ),
  ).toBe(false);
});
