// Being written.
import type { Handlers } from '../context.ts';

export const donationHandlers = {} as Handlers<'donations'>;
