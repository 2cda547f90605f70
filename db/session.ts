// Who may do this now: signed in, not locked, permitted. Nothing here reads input; identity is bound to the connection.
import type { Act } from './contract/act.ts';
import type { ActName } from './contract/index.ts';
import { may } from './contract/permissions.ts';
import type { Session } from './context.ts';
import { Refusal } from './failures.ts';
import type { Kysely } from 'kysely';
import type { KeptSession } from './process-messages.ts';
import type { Schema } from './schema.ts';

/** Acts that only look whether anything happened must not keep an abandoned till open. */
const silentActs: ReadonlySet<ActName> = new Set<ActName>([
  'shop.status',
  'staff.me',
  'shop.today',
  'shop.heartbeat',
  'counter.today',
]);

/** What the books say about a session now: its account may have been closed elsewhere, the minutes been changed. */
export interface Standing {
  readonly active: boolean;
  readonly idleMinutes: number;
}

/** Minutes until the lock while there is no shop to ask. */
const idleMinutesAtFirst = 5;

export const standing = async (db: Kysely<Schema>, { actor }: Session): Promise<Standing> => {
  const row = await db
    .selectFrom('shop')
    .select((eb) => [
      'settings',
      eb
        .selectFrom('staff')
        .select('staff.active')
        .where('staff.id', '=', actor?.staffId ?? 0)
        .as('active'),
    ])
    .executeTakeFirst();
  return {
    active: row?.active === 1,
    idleMinutes: row
      ? (JSON.parse(row.settings) as { idleLockMinutes: number }).idleLockMinutes
      : idleMinutesAtFirst,
  };
};

/**
 * Refusals: `not-signed-in`, `session-locked`, `not-permitted`. Locks a session that was idle too long and ends the one of an
 * account that was closed.
 */
export const admit = (
  session: Session,
  name: ActName,
  act: Act,
  now: string,
  { active, idleMinutes }: Standing,
): void => {
  if (!active) session.actor = null;
  const idle = Date.parse(now) - Date.parse(session.lastActAt) > idleMinutes * 60_000;
  if (session.actor && idle && !session.locked) session.locked = true;
  if (act.needs === 'public') return;
  if (!session.actor) throw new Refusal('not-signed-in');
  // Who is locked out may still hand the till over.
  if (name === 'staff.signOut') return;
  if (session.locked) throw new Refusal('session-locked');
  if (!may(session.actor.role, act.needs) && act.needs !== 'signed-in')
    throw new Refusal('not-permitted', { role: session.actor.role });
  if (!silentActs.has(name)) session.lastActAt = now;
};

/** Takes up the session a window had before the db process was restarted; an account closed meanwhile stays out. */
export const resumeSession = async (
  db: Kysely<Schema>,
  session: Session,
  kept: KeptSession,
): Promise<void> => {
  if (kept.staffId === null) return;
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'login', 'name', 'role'])
    .where('id', '=', kept.staffId)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (!staff) return;
  session.actor = { staffId: staff.id, login: staff.login, name: staff.name, role: staff.role };
  session.locked = kept.locked;
  session.lastActAt = kept.lastActAt;
};
