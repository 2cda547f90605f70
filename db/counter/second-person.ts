// The yes of somebody else at the till, asked for once however many things it is needed for: a proxy beyond the month, more than a limit.
import type { Actor, Context } from '../context.ts';
import type { Permission } from '../contract/permissions.ts';
import { Refusal } from '../failures.ts';
import { verifyApproval, type Approval } from '../staff/approve.ts';
import type { Holder } from './holder.ts';

export type SecondPerson = Pick<Actor, 'staffId' | 'name'>;

/** Refusals: those of the approval; `approval-not-permitted` also for a relative of the household (近亲属备案: nobody decides about relatives). */
export const secondPerson = async (
  context: Context,
  holders: readonly Pick<Holder, 'relatives'>[],
  approval: Approval,
  verbs: readonly Permission[] = [],
): Promise<SecondPerson> => {
  const approvedBy = await verifyApproval(context, approval, verbs);
  if (holders.some(({ relatives }) => relatives?.includes(`,${approvedBy.staffId},`)))
    throw new Refusal('approval-not-permitted');
  return approvedBy;
};
