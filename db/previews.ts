// Previews wait here, in memory, for their confirmation: nothing of an unconfirmed sheet ever touches the disk.
import { randomUUID } from 'node:crypto';
import type { Previews } from './context.ts';

/** One window looks at few sheets at once; older previews give way. */
const mostPreviews = 4;

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
