// Being written.
import type { Handlers } from '../context.ts';

export const reportHandlers = {} as Handlers<'reports'>;
