// Acts on donors.
import type { Handlers } from '../context.ts';

export const donorHandlers = {} as Handlers<'donors'>;
