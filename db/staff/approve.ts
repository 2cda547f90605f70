// A second person's yes: somebody else than the one at the window gives login and password for this one act. Nobody's session
// changes, and the password is neither kept nor logged; the act's input is remembered by a keyed hash only (db/run.ts).
import type { Actor, Context } from '../context.ts';
import { may, type Permission } from '../contract/permissions.ts';
import { Refusal } from '../failures.ts';
import { checkSignIn } from './accounts.ts';

export interface Approval {
  readonly login: string;
  readonly password: string;
}

/**
 * Answers who approved: a manager or the bureau, never a volunteer, and whoever else may `verbs`. Call it before the act writes anything: a wrong password counts like
 * one at sign-in, so what was written until here stays although the act is refused. Refusals: `approval-same-person`,
 * `approval-wrong`, `sign-in-blocked` (until when), `approval-not-permitted`.
 */
export const verifyApproval = async (
  context: Context,
  { login, password }: Approval,
  verbs: readonly Permission[] = [],
): Promise<Pick<Actor, 'staffId' | 'name'>> => {
  if (login === context.actor.login) throw new Refusal('approval-same-person');
  const { staffId, name, role } = await verifyPerson(context, { login, password });
  if (role === 'volunteer' || !verbs.every((verb) => may(role, verb)))
    throw new Refusal('approval-not-permitted', { role });
  return { staffId, name };
};

/** Who these words belong to, whatever the post. Refusals: `approval-wrong`, `sign-in-blocked` (until when). */
export const verifyPerson = async (context: Context, { login, password }: Approval): Promise<Actor> => {
  const answer = await checkSignIn(context.tx, context.now, login, password);
  if (answer.ok) return answer.actor;
  throw context.refuseAfterCommit(
    answer.code === 'sign-in-blocked'
      ? new Refusal('sign-in-blocked', answer.untilAt ? { untilAt: answer.untilAt } : undefined)
      : new Refusal('approval-wrong'),
  );
};
