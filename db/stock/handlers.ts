// Acts on the store room.
import type { Handlers } from '../context.ts';

export const stockHandlers = {} as Handlers<'stock'>;
