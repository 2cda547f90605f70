// Who is on duty at this window. The books decide (staff.me); this only asks again when something says it may have changed.
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import type { Output } from '../../db/contract/index.ts';
import { may, type Permission } from '../../db/contract/permissions.ts';
import { onSessionEnd } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useCommand } from '../api/use-command.ts';
import { forgetKept } from '../ui/use-kept.ts';

export type Me = NonNullable<Output<'staff.me'>['me']>;
export type ShopStatus = Output<'shop.status'>;

export interface Session {
  readonly me: Me;
  readonly status: ShopStatus;
  readonly may: (verb: Permission) => boolean;
  readonly lock: () => void;
  readonly signOut: () => void;
}
const SessionContext = createContext<Session | null>(null);

/** Only below the gate, where somebody is signed in. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('nobody is signed in above this component');
  return session;
};

/** Asks the books anew who is on duty; called after sign-in, lock and when an act answers that the session is gone. */
export const useSessionRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ['staff', 'staff.me'] }), [client]);
};

export const useWhoIsOnDuty = () => {
  const refresh = useSessionRefresh();
  useEffect(() => onSessionEnd(() => void refresh()), [refresh]);
  return useAct('staff.me', {});
};

/** Somebody else sits here now: asked anew, and what one person read must not wait in memory for the next. */
export const useSomebodyElse = (): (() => Promise<void>) => {
  const refresh = useSessionRefresh();
  const client = useQueryClient();
  return useCallback(async () => {
    await refresh();
    forgetKept();
    client.removeQueries({
      predicate: ({ queryKey }) =>
        queryKey[1] !== 'staff.me' && queryKey[1] !== 'shop.status' && queryKey[0] !== 'desktop',
    });
  }, [refresh, client]);
};

export const SessionProvider = ({
  me,
  status,
  children,
}: {
  readonly me: Me;
  readonly status: ShopStatus;
  readonly children: ReactNode;
}) => {
  const refresh = useSessionRefresh();
  const somebodyElse = useSomebodyElse();
  const { run: runLock } = useCommand('staff.lock');
  const { run: runSignOut } = useCommand('staff.signOut');
  const lock = useCallback(() => void runLock({}).then(refresh), [runLock, refresh]);
  const signOut = useCallback(() => void runSignOut({}).then(somebodyElse), [runSignOut, somebodyElse]);
  const session = useMemo<Session>(
    () => ({ me, status, may: (verb) => may(me.role, verb), lock, signOut }),
    [me, status, lock, signOut],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
};
