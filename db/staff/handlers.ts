// Sign-in, lock and accounts.
import type { Context, Handlers } from '../context.ts';
import { addressKey } from '../domain/address-key.ts';
import { phoneKeys } from '../domain/phone.ts';
import { Refusal } from '../failures.ts';
import { addStaff, checkSignIn, refuseWeak, type SignIn } from './accounts.ts';
import { hashPassword, passwordFits } from './passwords.ts';

const open = (context: Context, answer: Extract<SignIn, { ok: true }>): SignIn & { ok: true } => {
  context.session.actor = answer.actor;
  context.session.locked = false;
  context.session.lastActAt = context.now;
  context.note(`staff:${answer.actor.staffId}`);
  return answer;
};

/** The failed try must be counted although the act is refused: the caller commits, then refuses. */
const refused = (context: Context, answer: Extract<SignIn, { ok: false }>): never => {
  throw context.refuseAfterCommit(
    new Refusal(answer.code, answer.untilAt ? { untilAt: answer.untilAt } : undefined),
  );
};

export const staffHandlers: Handlers<'staff'> = {
  'staff.signIn': async (context, { login, password }) => {
    const answer = await checkSignIn(context.tx, context.now, login, password);
    return answer.ok ? open(context, answer).actor : refused(context, answer);
  },
  'staff.signOut': ({ session }) => {
    session.actor = null;
    session.locked = false;
    return Promise.resolve({});
  },
  'staff.lock': ({ session }) => {
    session.locked = true;
    return Promise.resolve({});
  },
  'staff.unlock': async (context, { password }) => {
    const { actor } = context.session;
    if (!actor) throw new Refusal('not-signed-in');
    const answer = await checkSignIn(context.tx, context.now, actor.login, password);
    return answer.ok ? open(context, answer).actor : refused(context, answer);
  },
  'staff.me': ({ session }) => Promise.resolve({ me: session.actor, locked: session.locked }),
  'staff.list': async ({ tx }) => {
    const rows = await tx
      .selectFrom('staff')
      .select(['id', 'login', 'name', 'role', 'active', 'created_at', 'phone', 'address'])
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      staffId: row.id,
      login: row.login,
      name: row.name,
      role: row.role,
      active: row.active === 1,
      createdAt: row.created_at,
      phone: row.phone,
      address: row.address,
    }));
  },
  'staff.add': async ({ tx, now, note }, account) => {
    const staffId = await addStaff(tx, now, account);
    note(`staff:${staffId}`, { role: account.role });
    return { staffId };
  },
  'staff.setActive': async ({ tx, note }, { staffId, active }) => {
    const managers = await tx
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'manager')
      .where('active', '=', 1)
      .execute();
    if (!active && managers.length === 1 && managers[0]?.id === staffId) throw new Refusal('last-manager');
    const { numUpdatedRows } = await tx
      .updateTable('staff')
      .set({ active: active ? 1 : 0 })
      .where('id', '=', staffId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Refusal('not-found');
    note(`staff:${staffId}`, { active });
    return {};
  },
  'staff.setContact': async ({ tx, note }, { staffId, phone, address }) => {
    const { numUpdatedRows } = await tx
      .updateTable('staff')
      .set({
        phone,
        phone_key: phoneKeys(phone).join(' '),
        address,
        address_key: addressKey(address),
      })
      .where('id', '=', staffId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Refusal('not-found');
    note(`staff:${staffId}`);
    return {};
  },
  'staff.changePassword': async ({ tx, actor, note }, { oldPassword, newPassword }) => {
    const { password } = await tx
      .selectFrom('staff')
      .select('password')
      .where('id', '=', actor.staffId)
      .executeTakeFirstOrThrow();
    if (!(await passwordFits(oldPassword, password))) throw new Refusal('sign-in-wrong');
    await refuseWeak(newPassword);
    await tx
      .updateTable('staff')
      .set({ password: await hashPassword(newPassword) })
      .where('id', '=', actor.staffId)
      .execute();
    note(`staff:${actor.staffId}`);
    return {};
  },
};
