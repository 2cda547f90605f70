// Previews wait here, in memory, for their confirmation: nothing of an unconfirmed sheet ever touches the disk.
import { randomUUID } from 'node:crypto';
import type { Previews } from './context.ts';

/** One window looks at a sheet, and at the same one again; older previews give way, since a large one takes its place in memory. */
const mostPreviews = 2;

export const createPreviews = (): Previews => {
  const kept = new Map<string, { kind: string; rows: unknown }>();
  return {
    put(kind, rows) {
      const oldest = kept.keys().next().value;
      if (kept.size >= mostPreviews && oldest !== undefined) kept.delete(oldest);
      const previewId = randomUUID();
      kept.set(previewId, { kind, rows });
      return previewId;
    },
    get(kind, previewId) {
      const found = kept.get(previewId);
      return found?.kind === kind ? found.rows : null;
    },
    drop: (previewId) => void kept.delete(previewId),
  };
};
