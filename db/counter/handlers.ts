// Being written.
import type { Handlers } from '../context.ts';

export const counterHandlers = {} as Handlers<'counter'>;
