// To whom goods are restricted, in words: the category's name, the street or community, the name of the batch.
import { useCallback } from 'react';
import type { Designation } from '../../db/contract/measures.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { useCategories } from '../eligibility/use-categories.ts';

/** Answers '' for what is not designated. */
export const useDesignationWords = (): ((designation: Designation) => string) => {
  const categories = useCategories();
  const mayBatches = useSession().may('vouchers.view');
  const { data: batches } = useAct('vouchers.batches', {}, { enabled: mayBatches });
  return useCallback(
    ({ category, place, batchId }) =>
      [
        categories.find(({ code }) => code === category)?.name,
        place ?? undefined,
        batches?.find(({ id }) => id === batchId)?.name,
      ]
        .filter((word) => word !== undefined)
        .join(' · '),
    [batches, categories],
  );
};
