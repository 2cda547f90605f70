// What an act was refused with; a success or a failure of another kind fails the test.
import type { RefusalError } from '../../db/contract/act.ts';
import { ActFailed } from './open-shop.ts';

export const refusalOf = async (act: Promise<unknown>): Promise<RefusalError> => {
  const error: unknown = await act.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ActFailed && error.error.kind === 'refusal') return error.error;
  throw error;
};
