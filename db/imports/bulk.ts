// Many rows in few statements: chunks below SQLite's limit of bound values, every chunk but the last with the same text, so
// that it is prepared once. Between chunks the window hears how far we are, and a cancel can arrive.
import type { Context } from '../context.ts';

/** SQLite binds at most 32,766 values in a statement; PostgreSQL twice that. */
const MOST_VALUES = 30_000;
/** Also the step of progress. */
const MOST_ROWS = 1000;

export const chunksOf = <T>(rows: readonly T[], valuesPerRow = 1): readonly (readonly T[])[] => {
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / valuesPerRow)));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
};

/** Runs `enter` for each chunk and reports progress from `done` on. Throws the `cancelled` refusal when the user gave up. */
export const inChunks = async <T>(
  context: Context,
  rows: readonly T[],
  valuesPerRow: number,
  steps: { done: number; readonly total: number },
  enter: (chunk: readonly T[]) => Promise<void>,
): Promise<void> => {
  for (const chunk of chunksOf(rows, valuesPerRow)) {
    await enter(chunk);
    steps.done += chunk.length;
    await context.progress(steps.done, steps.total);
  }
};
