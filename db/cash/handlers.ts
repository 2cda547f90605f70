// Acts on the money books.
import type { Handlers } from '../context.ts';

export const cashHandlers = {} as Handlers<'cash'>;
