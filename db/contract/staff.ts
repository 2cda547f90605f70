// People behind the counter: sign-in, lock, accounts.
import { z } from 'zod';
import { command, query } from './act.ts';
import { done, id, instant, nothing, optionalText, text } from './common.ts';
import { roles } from './permissions.ts';

const me = z.object({ staffId: id, login: z.string(), name: z.string(), role: z.enum(roles) });
const passwordRefusals = [
  'password-too-short',
  'password-too-common',
  'password-needs-letter-and-digit',
] as const;

export const staffActs = {
  /** Binds the session to this window's port; identity never travels in later input. */
  'staff.signIn': command({
    needs: 'public',
    refusals: ['sign-in-wrong', 'sign-in-blocked'],
    logsRefusals: true,
    // Sent again after a restart it must bind the new session, not repeat an old answer.
    forgetsAnswer: true,
    input: z.strictObject({ login: text(30), password: z.string().max(200) }),
    output: me,
  }),
  'staff.signOut': command({ needs: 'signed-in', input: nothing, output: done }),
  /** Locks this window; only the same person's password opens it again. */
  'staff.lock': command({ needs: 'signed-in', input: nothing, output: done }),
  'staff.unlock': command({
    needs: 'public',
    refusals: ['sign-in-wrong', 'sign-in-blocked'],
    logsRefusals: true,
    // Sent again after a restart it must bind the new session, not repeat an old answer.
    forgetsAnswer: true,
    input: z.strictObject({ password: z.string().max(200) }),
    output: me,
  }),
  'staff.me': query({
    needs: 'public',
    input: nothing,
    output: z.object({ me: me.nullable(), locked: z.boolean() }),
  }),
  'staff.list': query({
    needs: 'staff.manage',
    input: nothing,
    output: z.array(
      me.extend({ active: z.boolean(), createdAt: instant, phone: z.string(), address: z.string() }),
    ),
  }),
  'staff.add': command({
    needs: 'staff.manage',
    refusals: ['login-taken', ...passwordRefusals],
    // shop.status names the staff on the sign-in screen.
    changes: ['staff', 'shop'],
    input: z.strictObject({
      login: text(30),
      name: text(50),
      role: z.enum(roles),
      password: z.string().max(200),
    }),
    output: z.object({ staffId: id }),
  }),
  'staff.setActive': command({
    needs: 'staff.manage',
    refusals: ['last-manager'],
    // shop.status names the staff on the sign-in screen.
    changes: ['staff', 'shop'],
    input: z.strictObject({ staffId: id, active: z.boolean() }),
    output: done,
  }),
  /** Compared with those of households by the lens; shown to nobody but who manages staff. */
  'staff.setContact': command({
    needs: 'staff.manage',
    refusals: ['not-found'],
    changes: ['staff', 'fairness'],
    input: z.strictObject({ staffId: id, phone: optionalText(50), address: optionalText(100) }),
    output: done,
  }),
  'staff.changePassword': command({
    needs: 'signed-in',
    refusals: ['sign-in-wrong', ...passwordRefusals],
    input: z.strictObject({ oldPassword: z.string().max(200), newPassword: z.string().max(200) }),
    output: done,
  }),
} as const;
