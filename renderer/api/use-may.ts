// Whether whoever is signed in may use a verb, for showing or hiding buttons. The books check again at every act.
import { may, type Permission } from '../../db/contract/permissions.ts';
import { useAct } from './use-act.ts';

export const useMay = (verb: Permission): boolean => {
  const { data } = useAct('staff.me', {});
  return may(data?.me?.role ?? null, verb);
};
