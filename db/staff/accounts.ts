// Accounts of the people behind the counter. Nobody is deleted; who left is made inactive.
import type { Tx, Actor } from '../context.ts';
import type { Role } from '../contract/permissions.ts';
import { Refusal } from '../failures.ts';
import { hashPassword, passwordFits, passwordRefusal } from './passwords.ts';

/** Refusals: `login-taken`, the three password codes. */
export const addStaff = async (
  tx: Tx,
  now: string,
  account: { login: string; name: string; role: Role; password: string },
): Promise<number> => {
  await refuseWeak(account.password);
  const taken = await tx
    .selectFrom('staff')
    .select('id')
    .where('login', '=', account.login)
    .executeTakeFirst();
  if (taken) throw new Refusal('login-taken', { login: account.login });
  const { id } = await tx
    .insertInto('staff')
    .values({
      login: account.login,
      name: account.name,
      role: account.role,
      password: await hashPassword(account.password),
      blocked_until_at: null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const refuseWeak = async (password: string): Promise<void> => {
  const weak = passwordRefusal(password);
  if (weak) throw new Refusal(weak, undefined, [{ code: weak, field: 'password' }]);
  return Promise.resolve();
};

/** Five failures block for five minutes, doubling with every further one (reliability.md §6). */
const blockMinutes = (failures: number): number => (failures < 5 ? 0 : 5 * 2 ** Math.min(failures - 5, 8));

const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

export type SignIn =
  | { readonly ok: true; readonly actor: Actor }
  | {
      readonly ok: false;
      readonly code: 'sign-in-wrong' | 'sign-in-blocked';
      readonly untilAt: string | null;
    };

/**
 * Checks a password and keeps count of failures. Answers instead of throwing, because a thrown refusal would roll the
 * count back. An unknown login takes as long as a wrong password.
 */
export const checkSignIn = async (tx: Tx, now: string, login: string, password: string): Promise<SignIn> => {
  const staff = await tx
    .selectFrom('staff')
    .selectAll()
    .where('login', '=', login)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (!staff) {
    await hashPassword(password);
    return { ok: false, code: 'sign-in-wrong', untilAt: null };
  }
  if (staff.blocked_until_at && staff.blocked_until_at > now) {
    return { ok: false, code: 'sign-in-blocked', untilAt: staff.blocked_until_at };
  }
  const fits = await passwordFits(password, staff.password);
  const failures = fits ? 0 : staff.failures + 1;
  const minutes = blockMinutes(failures);
  const untilAt = minutes > 0 ? minutesAfter(now, minutes) : null;
  if (failures !== staff.failures || staff.blocked_until_at !== untilAt) {
    await tx
      .updateTable('staff')
      .set({ failures, blocked_until_at: untilAt })
      .where('id', '=', staff.id)
      .execute();
  }
  if (!fits) return { ok: false, code: untilAt ? 'sign-in-blocked' : 'sign-in-wrong', untilAt };
  return { ok: true, actor: { staffId: staff.id, login: staff.login, name: staff.name, role: staff.role } };
};
