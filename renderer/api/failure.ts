// What a call throws when the answer is not a success. `error` is exactly what the books (or main) said.
import type { ActError } from '../../db/contract/act.ts';

export class ActFailure extends Error {
  override readonly name = 'ActFailure';
  readonly error: ActError;
  constructor(error: ActError) {
    super(error.kind === 'bug' ? error.incident : error.code);
    this.error = error;
  }
}

/** The error behind anything a call can throw; what is not ours to explain in words counts as a bug of this window. */
export const actErrorOf = (thrown: unknown): ActError =>
  thrown instanceof ActFailure ? thrown.error : { kind: 'bug', incident: windowIncident };

/** Errors of the window itself carry no number of the books' log. */
export const windowIncident = 'WINDOW';

export const isCancelled = (error: ActError): boolean =>
  error.kind === 'refusal' && error.code === 'cancelled';
