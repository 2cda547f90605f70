// The documents service in this process instead of one of its own: the same code, the same answers.
import { Refusal } from '../../db/failures.ts';
import type { Documents } from '../../db/context.ts';
import { DocumentRefusal } from '../../main/documents/refusal.ts';
import { createDocumentsService } from '../../main/documents/service.ts';

const said = (error: unknown): never => {
  throw error instanceof DocumentRefusal ? new Refusal(error.code, error.params) : error;
};

export const localDocuments = (): Documents => {
  const service = createDocumentsService();
  return {
    render: (request, { onProgress, isCancelled }) =>
      service
        .render(request, {
          onProgress: ({ done, total }) => onProgress?.(done, total),
          isCancelled: () => isCancelled?.() ?? false,
        })
        .catch(said),
    readSheet: (request, take, { isCancelled } = {}) =>
      service
        .readSheet(request, {
          take: async (chunk) => take(chunk),
          isCancelled: () => isCancelled?.() ?? false,
        })
        .catch(said),
  };
};
