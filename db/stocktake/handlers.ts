// Acts on stocktakes.
import type { Handlers } from '../context.ts';

export const stocktakeHandlers = {} as Handlers<'stocktake'>;
