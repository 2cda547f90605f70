// Who may do this now: signed in, not locked, permitted. Nothing here reads input; identity is bound to the connection.
import type { Act } from './contract/act.ts';
import type { ActName } from './contract/index.ts';
import { may } from './contract/permissions.ts';
import type { Session } from './context.ts';
import { Refusal } from './failures.ts';

/** Acts that only look whether anything happened must not keep an abandoned till open. */
const silentActs: ReadonlySet<ActName> = new Set<ActName>(['shop.status', 'staff.me', 'shop.today', 'shop.heartbeat', 'counter.today']);

/** Refusals: `not-signed-in`, `session-locked`, `not-permitted`. Locks a session that was idle too long. */
export const admit = (session: Session, name: ActName, act: Act, now: string, idleMinutes: number): void => {
  const idle = Date.parse(now) - Date.parse(session.lastActAt) > idleMinutes * 60_000;
  if (session.actor && idle && !session.locked) session.locked = true;
  if (act.needs === 'public' || name === 'staff.signOut') return;
  if (!session.actor) throw new Refusal('not-signed-in');
  if (session.locked) throw new Refusal('session-locked');
  if (!may(session.actor.role, act.needs) && act.needs !== 'signed-in') throw new Refusal('not-permitted', { role: session.actor.role });
  if (!silentActs.has(name)) session.lastActAt = now;
};
