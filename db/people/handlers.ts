// Being written.
import type { Handlers } from '../context.ts';

export const peopleHandlers = {} as Handlers<'people'>;
